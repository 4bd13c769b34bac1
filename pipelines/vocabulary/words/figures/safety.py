"""Group F: safety and the VOG."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "vog_coverage_visits": FigureWords(
        definition="Zorgbezoeken door een helper van wie de VOG was gezien en niet te oud was.",
        left_out="Elk bezoek dat doorging telt, ook een eenmalige vervanging.",
        norm="Doel: 100 %. Opnieuw na 3 jaar is een advies. Contract of eigen beleid beslist.",
        misleads=(
            "Een VOG is een momentopname en zegt niets over kunnen. 99 % is een fout, geen goed cijfer."
        ),
    ),
    "vog_fresh_at_start": FigureWords(
        definition=(
            "Zorghelpers van wie de VOG bij het eerste bezoek hoogstens 3 maanden oud was en al was gezien."
        ),
        left_out="Het allereerste bezoek telt.",
        norm="3 maanden bij de start (Wmo 3.5).",
        misleads="Het gaat om de datum op het papier, niet om de dag dat het is getoond.",
    ),
    "vog_due_90d": FigureWords(
        definition="Actieve zorghelpers zonder geziene VOG, of die binnen 90 dagen opnieuw moeten.",
        left_out="Helpers met pauze tellen mee.",
        norm="Eigen beleid.",
        misleads="Een VOG heeft geen einddatum in de wet. Verlopen betekent: volgens ons eigen beleid.",
    ),
    "serious_incidents": FigureWords(
        definition="Meldingen die zwaar zijn of misschien een calamiteit.",
        left_out="Dubbele meldingen tellen één keer.",
        norm="Een aanbieder meldt calamiteit en geweld meteen aan de toezichthouder (Wmo 3.4).",
        misleads=("Nul kan betekenen dat niemand meldt. Zet dit nooit in een grafiek met andere klachten."),
    ),
}
