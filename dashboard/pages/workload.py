"""Belasting: whether helpers work and are asked within their own limits, without names."""

from dashboard.charts.breakdown import parts_exhibit
from dashboard.charts.division import division_exhibit
from dashboard.charts.shares_exhibit import outcomes_exhibit
from dashboard.choices import EVERYTHING
from dashboard.components.finding_cards import main_findings
from dashboard.components.outcome_page import Outcomes, show_outcomes
from dashboard.exhibit import Exhibit
from dashboard.shown import Released

FIGURES = (
    "helpers_at_risk",
    "helper_utilisation",
    "ask_pressure",
    "perceived_load",
    "work_distribution",
    "free_capacity",
    "helper_signal_followup",
    "helper_attrition",
)
TOLD = ("helpers_at_risk", "helper_utilisation", "ask_pressure", "work_distribution")
SHARES = ("perceived_load", "ask_pressure", "helper_signal_followup", "helper_attrition")
SPLIT = {"helper_utilisation": "load_band", "ask_pressure": "ask_band", "helpers_at_risk": "level"}
PAGE = Outcomes(words="workload", address="/belasting", figures=FIGURES, told=TOLD, part=EVERYTHING)


def exhibits(released: Released, period: str) -> list[Exhibit]:
    """Return hours and asks beside helpers' own limits, signals as counts, and how the work is divided."""
    division = tuple(finding for finding in released.findings if finding.code == "work_distribution")
    return [
        outcomes_exhibit(main_findings(released, SHARES), kind="workload", period=period),
        division_exhibit(division),
        *(
            parts_exhibit(found, by=SPLIT[found.code], period=period, dots=True)
            for found in main_findings(released, tuple(SPLIT))
        ),
    ]


def show() -> None:
    """Write the page."""
    show_outcomes(PAGE, exhibits=exhibits)
