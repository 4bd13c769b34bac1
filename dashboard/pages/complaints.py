"""Klachten: what people are not content with, in persons, and whether they were answered in time."""

from dashboard.charts.breakdown import parts_exhibit
from dashboard.charts.shares_exhibit import outcomes_exhibit, rates_exhibit
from dashboard.components.finding_cards import main_findings
from dashboard.components.outcome_page import Outcomes, show_outcomes
from dashboard.exhibit import Exhibit
from dashboard.shown import Released

FIGURES = (
    "complaint_themes",
    "complaint_rate",
    "complaints_open",
    "complaint_in_term",
    "contact_first_answer",
    "contacts_by_type",
    "serious_incidents",
)
TOLD = ("complaint_themes", "complaint_rate", "complaint_in_term", "complaints_open")
TERMS = ("complaint_in_term", "contact_first_answer")
PAGE = Outcomes(
    words="complaints", address="/klachten", figures=FIGURES, told=TOLD, about=("complaint_themes", "themes")
)


def exhibits(released: Released, period: str) -> list[Exhibit]:
    """Return the themes, the terms, the kinds of contact, and complaints by what was delivered."""
    rates = tuple(finding for finding in released.findings if finding.code == "complaint_rate")
    return [
        *(
            parts_exhibit(found, by="themes", period=period)
            for found in main_findings(released, ("complaint_themes",))
        ),
        outcomes_exhibit(main_findings(released, TERMS), kind="terms", period=period),
        rates_exhibit(rates, period=period),
        *(
            parts_exhibit(found, by="type", period=period)
            for found in main_findings(released, ("contacts_by_type",))
        ),
    ]


def show() -> None:
    """Write the page."""
    show_outcomes(PAGE, exhibits=exhibits)
