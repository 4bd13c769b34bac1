"""Match: whether the helper fits the question, from the first ask to both sides' judgement."""

from dashboard.charts.chain import CHAIN, chain_exhibit
from dashboard.charts.demands import fit_exhibit
from dashboard.charts.holding import holding_exhibit
from dashboard.charts.month_by_month import monthly_exhibit
from dashboard.components.finding_cards import main_findings
from dashboard.components.outcome_page import Outcomes, show_outcomes
from dashboard.exhibit import Exhibit
from dashboard.shown import Released

FIGURES = (*CHAIN, "offers_per_match", "match_fit", "job_grade", "care_grade")
TOLD = ("match_rate_14d", "match_retention_90d", "offers_per_match")
PAGE = Outcomes(words="matching", address="/match", figures=FIGURES, told=TOLD)


def exhibits(released: Released, period: str) -> list[Exhibit]:
    """Return the chain, how long matches hold, how often helpers are asked, and the demands on a match."""
    return [
        chain_exhibit(main_findings(released, CHAIN), period=period),
        *(
            holding_exhibit(found, period=period)
            for found in main_findings(released, ("match_retention_90d",))
        ),
        *(monthly_exhibit(found, period=period) for found in main_findings(released, ("offers_per_match",))),
        *(fit_exhibit(found, period=period) for found in main_findings(released, ("match_fit",))),
    ]


def show() -> None:
    """Write the page."""
    show_outcomes(PAGE, exhibits=exhibits)
