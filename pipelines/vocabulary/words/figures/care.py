"""Group D: the home care service."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "care_wait_time": FigureWords(
        definition="Dagen van aanvraag tot het eerste bezoek dat doorging.",
        left_out=(
            "Kalenderdagen. Doorverwezen en niet voor ons tellen niet mee. Wie voor een bezoek "
            "stopte, is apart geteld."
        ),
        norm=(
            "Geen norm voor dit soort hulp. Voorstel: 14 dagen. De gemeente heeft 6 weken voor haar"
            " eigen onderzoek (Wmo 2.3.2)."
        ),
        misleads=(
            "Wie de klok bij de intake start, verbergt het wachten ervoor. Wie lang wacht en "
            "overlijdt of verhuist, verdwijnt uit een gemiddelde."
        ),
    ),
    "care_waiting_list": FigureWords(
        definition="Mensen die hulp vroegen en nog geen bezoek hadden.",
        left_out="Alleen aangevraagd, intake en wachtend, zonder een bezoek dat doorging.",
        norm="Voorstel: niemand langer dan 28 dagen zonder elke 14 dagen een telefoontje.",
        misleads="Een korte lijst kan betekenen dat niemand meer vraagt.",
    ),
    "visit_reliability": FigureWords(
        definition=(
            "Geplande bezoeken die doorgingen of binnen 2 dagen zijn vervangen, in de laatste 4 weken."
        ),
        left_out=(
            "Afgezegd door de klant, niet thuis en vervallen tellen niet mee. Een vervangend bezoek"
            " is geen gepland bezoek."
        ),
        norm="Geen norm gevonden.",
        misleads=(
            "Leeg is niet hetzelfde als gegaan. Wie per maand opschrijft, vergeet de gemiste bezoeken."
        ),
    ),
    "carer_continuity": FigureWords(
        definition="Het deel van de zorgvragers dat in 4 weken hoogstens twee verschillende helpers zag.",
        left_out="Alleen zorgvragers met minstens 3 bezoeken.",
        norm="Geen openbaar cijfer gevonden.",
        misleads="Altijd dezelfde helper is ook kwetsbaar: kijk wie geen achtervang heeft.",
    ),
    "care_hours_delivered": FigureWords(
        definition="Geleverde uren als deel van de geplande uren, in 4 weken.",
        left_out="Afgezegd door de klant telt niet mee. Vervanging telt als geleverd, niet als gepland.",
        norm=(
            "Ter vergelijking: volledige overname van het huishouden is ongeveer 108 uur per woning per jaar."
        ),
        misleads="Boven 100 % is geen goed nieuws: het is onbetaald extra werk.",
    ),
}
