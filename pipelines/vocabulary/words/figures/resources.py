"""Group I: means."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "coordination_hours_per_service": FigureWords(
        definition="Uren van coördinatoren per afgeronde klus of bezoek.",
        left_out="Betaalde en onbetaalde uren staan apart.",
        norm="Geen norm gevonden.",
        misleads="In het eerste jaar wegen de uren om op te starten zwaar: kijk per kwartaal.",
    ),
    "cost_per_service": FigureWords(
        definition="Alle uitgaven per afgeronde klus of bezoek.",
        left_out=(
            "Onbetaalde uren kosten geen geld en zitten er niet in. Een tweede regel rekent ze mee tegen de prijs"
            " die is vastgesteld; zonder prijs is die regel er niet. Algemene kosten staan alleen in het totaal."
        ),
        norm="Alleen ter vergelijking: een klussendienst rekende € 10 voor hoogstens 3 uur.",
        misleads="Een klus en een bezoek zijn niet even groot: kijk ook per uur.",
    ),
    "own_income_share": FigureWords(
        definition=(
            "Het deel van de kosten dat gedekt is door klanten, contributie en betaald werk voor de"
            " verhuurder."
        ),
        left_out="Subsidies en fondsen tellen niet mee.",
        norm="Uitgangspunt van bewonersbedrijven: onafhankelijk en zelfvoorzienend.",
        misleads="Een betaling van de verhuurder is een klant of een subsidie: zeg welke.",
    ),
    "local_turnover": FigureWords(
        definition="Geld dat is betaald aan mensen uit de wijk.",
        left_out="Alleen boekingen die zo zijn gemerkt.",
        norm="Economie blijft in de wijk was het doel.",
        misleads="Omzet is geen toegevoegde waarde.",
    ),
}
