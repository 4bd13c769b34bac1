"""Group E: the load on helpers."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "helper_utilisation": FigureWords(
        definition=(
            "Uren van de laatste 4 hele weken als deel van wat de helper zelf als hoogste aantal noemde."
        ),
        left_out="Helpers met pauze tellen niet mee. Beide takken samen.",
        norm="Eigen afspraak per helper.",
        misleads=(
            "Wat iemand als hoogste noemt, is vaak beleefd. 100 % van 2 uur is iets anders dan 100 "
            "% van 16 uur. Reizen en praten zitten er niet in."
        ),
    ),
    "helpers_at_risk": FigureWords(
        definition="Helpers met een oranje of rood signaal op de peildatum.",
        left_out="Met pauze telt niet mee voor uren en vragen, wel voor wat de helper zelf zegt.",
        norm="Eigen regel, na drie maanden bij te stellen.",
        misleads=(
            "Het is een reden om te bellen, nooit een oordeel. Stilte is geen groen: zonder "
            "antwoord is het onbekend."
        ),
    ),
    "ask_pressure": FigureWords(
        definition="Het deel van de helpers dat in 4 weken zo vaak is gevraagd als afgesproken, of vaker.",
        left_out="Opnieuw vragen na een ja telt niet mee. Een groepsapp telt half.",
        norm="Voorkomen van overvraging is een eis van de oprichters. Geen openbare norm gevonden.",
        misleads=(
            "Alleen te zien als ook nee en geen antwoord zijn opgeschreven. Wie graag helpt, wordt "
            "het eerst gevraagd."
        ),
    ),
    "perceived_load": FigureWords(
        definition=(
            "Het deel van de antwoorden waarin een helper het zwaar vindt of te vaak wordt gevraagd."
        ),
        left_out="Geen antwoord is geen nee: het telt niet mee en staat ernaast.",
        norm="Geen. Bestaande vragenlijsten zijn voor mantelzorgers gemaakt, niet voor helpers.",
        misleads="Wie overbelast is, vult niets in. Met naam is het antwoord milder dan zonder naam.",
    ),
    "free_capacity": FigureWords(
        definition="Uren per week die helpers nog over hebben.",
        left_out="Helpers met pauze tellen niet mee.",
        norm="Eigen som.",
        misleads=(
            "Vrije uren met de verkeerde vaardigheid, op de verkeerde dag of zonder VOG zijn niet vrij."
        ),
    ),
    "helper_attrition": FigureWords(
        definition="Het deel van de helpers dat binnen 6 en 12 maanden stopt.",
        left_out="Wie nooit begon, staat apart. Stoppen omdat er geen vraag was, telt niet als stoppen.",
        norm="Geen norm gevonden.",
        misleads=(
            "Sommigen stoppen stil: geen werk en geen antwoord in 8 weken staat ernaast als mogelijk gestopt."
        ),
    ),
    "employment_presumption_signal": FigureWords(
        definition=(
            "Betaalde paren van helper en klant die voldoen aan de feiten van het rechtsvermoeden "
            "van een arbeidsovereenkomst."
        ),
        left_out="Onbetaald werk telt niet mee. Wie betaalt doet ertoe.",
        norm="BW 7:610a: drie maanden elke week, of minstens 20 uur per maand, tegen betaling.",
        misleads=(
            "Bijna elke vaste betaalde match voldoet eraan. Het is een reden voor een gesprek, het "
            "bewijst niets."
        ),
    ),
    "client_dependence": FigureWords(
        definition="Het deel van de uren van zzp'ers bij hun grootste klant, in 91 dagen.",
        left_out="Alleen uren die hier bekend zijn.",
        norm="Zie het rechtsvermoeden. Een grens van 70 % bestaat niet.",
        misleads="We zien alleen ons eigen werk: 100 % hier kan 5 % van iemands week zijn.",
    ),
}
