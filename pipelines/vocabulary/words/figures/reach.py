"""Group A: reach and membership."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "participating_tenants": FigureWords(
        definition=(
            "Verschillende huurders van wie de Klussencentrale een klus aannam, sinds het begin van"
            " het proefjaar."
        ),
        left_out=(
            "Ingetrokken voordat de klus was aangenomen, niet voor ons, doorverwezen en dubbel "
            "tellen niet mee. Twee partners zijn twee mensen en één huishouden."
        ),
        norm=("Doel: 50 in het proefjaar. De oprichters noemden dat een hoopvolle beraming, geen norm."),
        misleads=(
            "Inschrijven is nog geen meedoen. De lijn kan alleen stijgen: kijk ook naar het aantal "
            "nieuwe per maand."
        ),
    ),
    "participating_care_clients": FigureWords(
        definition="Verschillende mensen die minstens één zorgbezoek kregen dat doorging.",
        left_out="Alleen een intake of alleen wachten telt niet mee. Wie wacht staat op de wachtlijst.",
        norm="Doel: 30 in het proefjaar.",
        misleads=(
            "Drie bezoeken bij één persoon zijn evenveel werk als bij drie mensen één bezoek. Lees "
            "dit met de geleverde uren. Overlijden en verhuizen verlagen niets."
        ),
    ),
    "active_helpers": FigureWords(
        definition="Helpers die in de laatste acht weken echt werkten, per tak.",
        left_out=(
            "Helpers met pauze staan apart. Wie in beide takken werkt, telt in beide en één keer in"
            " het totaal."
        ),
        norm=("Geen norm gevonden. Eigen berekening: ongeveer 14 tot 20 zorghelpers voor 30 zorgvragers."),
        misleads=("De lijst met ingeschreven helpers is altijd langer dan de lijst met helpers die werken."),
    ),
    "members_total": FigureWords(
        definition=(
            "Leden van de coöperatie op de peildatum, met wie erbij kwam en wie wegging in 91 dagen."
        ),
        left_out=(
            "Aspirant-leden en niet-leden tellen niet mee. Een oud-lid telt tot de laatste dag van "
            "het lidmaatschap."
        ),
        norm="Geen norm. De wet regelt de ledenlijst en de opzegging (BW 2:38 en 2:61).",
        misleads="Leden en deelnemers zijn niet dezelfde mensen. Tel ze niet bij elkaar op.",
    ),
    "member_share_services": FigureWords(
        definition="Het deel van de geleverde uren dat naar leden ging.",
        left_out=(
            "Klussen en bezoeken zonder uren tellen niet mee. Lid is wie op de dag van de dienst lid was."
        ),
        norm=(
            "Een coöperatie werkt in de eerste plaats voor haar leden (BW 2:53). De wet noemt geen "
            "percentage."
        ),
        misleads="In de eerste maand is dit laag: mensen proberen eerst en worden later lid.",
    ),
    "reach_landlord_homes": FigureWords(
        definition=(
            "Het deel van de woningen van Portaal in de wijk waar de Klussencentrale een klus voor kreeg."
        ),
        left_out=(
            "Geweigerde klussen tellen niet mee. Het aantal woningen komt van Portaal en wordt nooit geschat."
        ),
        norm="Geen norm gevonden.",
        misleads="Woningen zijn geen huurders. Een huishouden met tien klussen telt hier één keer.",
    ),
}
