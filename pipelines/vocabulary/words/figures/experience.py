"""Group G: what people say."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "job_grade": FigureWords(
        definition="Gemiddeld rapportcijfer van huurders na een klus, met de hele verdeling.",
        left_out=(
            "Het laatste antwoord per huurder per 90 dagen. Afgenomen door coördinator of helper, "
            "of samen ingevuld, telt niet mee."
        ),
        norm="Reparaties van corporaties kregen gemiddeld een 7,7 (2020 tot en met 2023).",
        misleads=(
            "Bij 20 antwoorden is de marge 0,7: een 7,7 is dan niet te onderscheiden van een 7,0 of een 8,4."
        ),
    ),
    "job_dissatisfied_share": FigureWords(
        definition="Het deel van de cijfers dat een 5 of lager is.",
        left_out="Als bij het rapportcijfer klus.",
        norm="Boven 15 % is volgens Aedes het basisproces niet op orde.",
        misleads="1 van 12 is 8 %, 2 van 12 is 17 %: één persoon verschuift het oordeel.",
    ),
    "care_grade": FigureWords(
        definition="Gemiddeld rapportcijfer van zorgvragers of hun mantelzorger.",
        left_out="Als bij het rapportcijfer klus. Wie antwoordde staat erbij.",
        norm="Geen openbaar cijfer voor dit soort hulp gevonden.",
        misleads="Wie afhankelijk is, geeft geen laag cijfer aan iemand die dinsdag weer komt.",
    ),
    "ceo_quality_agree": FigureWords(
        definition="Het deel dat vindt dat de hulp goed is.",
        left_out=("Niet van toepassing telt niet mee. Afgenomen door coördinator of helper telt niet mee."),
        norm="Gemeenten vonden 82 tot 86 %.",
        misleads=(
            "Andere mensen en een andere manier van vragen: naast elkaar zetten mag, een ranglijst niet."
        ),
    ),
    "ceo_effect_agree": FigureWords(
        definition="Het deel dat zich door de hulp beter redt.",
        left_out="Niet van toepassing telt niet mee.",
        norm="Kempen 2018: 84 %.",
        misleads="Eigen oordeel zonder vergelijking: een bijdrage, geen bewijs.",
    ),
    "feedback_response_rate": FigureWords(
        definition="Antwoorden per uitnodiging.",
        left_out="Alleen uitnodigingen van minstens 21 dagen geleden, op welke manier ook.",
        norm="Gemeenten: 38 tot 52 %.",
        misleads=(
            "30 zorgvragers en 40 % respons zijn 12 antwoorden. Veel respons via de helper is "
            "slechter dan weinig via een ander."
        ),
    ),
    "helper_signal_followup": FigureWords(
        definition="Signalen van helpers waarna binnen 5 werkdagen is gebeld.",
        left_out="Alleen signalen die oud genoeg zijn.",
        norm="Terugkoppelen door helpers is een eis van de oprichters.",
        misleads="Bellen is nog geen oplossing: schrijf op wat er veranderde.",
    ),
}
