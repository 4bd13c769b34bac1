"""Group B: the Klussencentrale, lead time and result."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "job_first_response": FigureWords(
        definition="Hoe snel iemand van De Werkplaats reageert op een klus, in werkdagen.",
        left_out=(
            "Alleen klussen die oud genoeg zijn om de hele termijn gehad te hebben. Dubbele "
            "meldingen tellen niet mee. Een automatische mail is geen reactie. Een snel nee telt "
            "wel."
        ),
        norm=(
            "Voorstel: binnen 1 werkdag. Ter vergelijking: een corporatie belooft binnen 5 dagen "
            "een afspraak."
        ),
        misleads=(
            "Zonder tijdstip zijn uren niet te berekenen. Meldingen in een weekend lijken traag in "
            "kalenderdagen."
        ),
    ),
    "job_time_to_appointment": FigureWords(
        definition="Werkdagen van melding tot de eerste afgesproken datum.",
        left_out=(
            "Alleen klussen die oud genoeg zijn. Geplande klussen en klussen die zonder afspraak "
            "stopten, tellen niet mee. Wie het wachten opgaf, telt als te laat."
        ),
        norm="Voorstel: 5 werkdagen.",
        misleads=(
            "Wie een verzette afspraak overschrijft, laat alles op tijd lijken. De eerste datum "
            "moet blijven staan."
        ),
    ),
    "job_lead_time": FigureWords(
        definition="Werkdagen van melding tot klaar, voor gewone klussen.",
        left_out=(
            "Alleen klussen die oud genoeg zijn. Spoed staat apart, geplande klussen tellen niet "
            "mee. Open klussen blijven meetellen als wachtend."
        ),
        norm="Voorstel: 10 werkdagen, spoed binnen 24 uur. Eén corporatie belooft hetzelfde.",
        misleads=(
            "Het gemiddelde van klussen die klaar zijn wordt beter als moeilijke klussen blijven "
            "liggen. Dit cijfer kijkt daarom ook naar wat nog openstaat."
        ),
    ),
    "jobs_open_age": FigureWords(
        definition="Klussen die op de peildatum openstaan, met hun leeftijd in werkdagen.",
        left_out="Alles wat gemeld, in behandeling of ingepland is.",
        norm="Voorstel: geen klus ouder dan 20 werkdagen zonder dat de klant is gebeld.",
        misleads=(
            "De leeftijd van open werk is geen wachttijd: wie lang wacht, is in zo'n momentopname "
            "oververtegenwoordigd."
        ),
    ),
    "jobs_completed": FigureWords(
        definition="Klussen die klaar zijn, per maand.",
        left_out="Herstelklussen staan apart, net als klussen zonder datum waarop ze klaar waren.",
        norm=("Alleen voor de schaal: BelKlus doet ongeveer 2.500 klussen per jaar met 14 vrijwilligers."),
        misleads="Maanden hebben verschillende aantallen werkdagen. Vergelijk geen twee losse maanden.",
    ),
    "job_unfulfilled_rate": FigureWords(
        definition="Het deel van de afgeronde aanvragen dat niet is uitgevoerd, met de redenen.",
        left_out=(
            "Niet voor ons, doorverwezen en dubbel tellen niet mee en staan ernaast. Zelf opgelost "
            "door de klant telt niet als niet uitgevoerd."
        ),
        norm="Geen norm gevonden.",
        misleads=(
            "Weigeren aan de deur maakt dit cijfer mooier. Kijk daarom altijd naar het aantal "
            "geweigerde klussen."
        ),
    ),
    "job_first_time_right": FigureWords(
        definition="Klussen die klaar zijn en binnen 30 dagen niet over hoefden.",
        left_out="Herstelklussen zelf tellen niet mee. Een klus telt pas 30 dagen nadat hij klaar was.",
        norm=(
            "Geen percentage gevonden. Eindresultaat en nagekomen afspraken wegen het zwaarst voor huurders."
        ),
        misleads=(
            "Het werkt alleen als bij een herstel de eerste klus is ingevuld. Wie het opgeeft, "
            "vraagt geen herstel."
        ),
    ),
    "job_appointment_kept": FigureWords(
        definition="Klussen die klaar waren op de eerste afgesproken datum.",
        left_out="Zonder eerste afspraakdatum telt een klus niet mee.",
        norm="Zie bij In één keer goed.",
        misleads="Ook afzeggen door de klant telt mee, tenzij de reden is opgeschreven.",
    ),
    "job_landlord_responsibility": FigureWords(
        definition=(
            "Het deel van de aangenomen klussen in huurwoningen dat volgens de regels bij de "
            "verhuurder hoort."
        ),
        left_out=(
            "Woningen van eigenaar-bewoners tellen niet mee. Onduidelijk staat ernaast. De "
            "coördinator beslist, bij verschil de verhuurder."
        ),
        norm=("De huurder doet kleine herstellingen zelf, de verhuurder de rest (BW 7:206, 7:217, 7:240)."),
        misleads=(
            "Een hoog deel is een kans of een onbetaalde bijdrage aan de verhuurder: kijk altijd "
            "wie betaalde."
        ),
    ),
}
