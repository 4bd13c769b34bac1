"""Group J: quality of the data."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "record_completeness": FigureWords(
        definition="Klussen, bezoeken en contacten met alles wat de cijfers nodig hebben.",
        left_out="Vrije tekst telt niet mee.",
        norm="Voorstel: 95 % voordat een cijfer naar buiten gaat.",
        misleads="Volledig kan ook met verzonnen datums.",
    ),
    "time_of_day_known": FigureWords(
        definition="Het deel van de meldingen met een tijdstip.",
        left_out="Geen.",
        norm="Onder 80 % tonen we geen cijfer in uren.",
        misleads="Tijden die later zijn ingevuld, staan vaak op hele uren.",
    ),
    "duplicate_rate": FigureWords(
        definition="Het deel van de rijen dat dubbel is of apart is gezet.",
        left_out="Rijen die zijn opgelost of afgewezen tellen niet meer mee.",
        norm="Geen.",
        misleads="Nul betekent dat niemand heeft gekeken.",
    ),
}
