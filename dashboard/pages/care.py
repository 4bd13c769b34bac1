"""Thuiszorg: whether care clients get the visits, hours and faces they asked for, and what they say of it."""

from dashboard.charts.breakdown import parts_exhibit
from dashboard.charts.month_by_month import monthly_exhibit
from dashboard.charts.planned_hours import hours_exhibit
from dashboard.charts.shares_exhibit import outcomes_exhibit
from dashboard.components.finding_cards import main_findings
from dashboard.components.outcome_page import Outcomes, show_outcomes
from dashboard.exhibit import Exhibit
from dashboard.shown import Released

FIGURES = (
    "care_waiting_list",
    "visit_reliability",
    "care_hours_delivered",
    "carer_continuity",
    "care_grade",
    "ceo_quality_agree",
    "ceo_effect_agree",
    "vog_coverage_visits",
    "vog_fresh_at_start",
    "vog_due_90d",
    "cost_per_service",
)
TOLD = ("visit_reliability", "care_hours_delivered", "carer_continuity", "care_waiting_list")
SHARES = (
    "visit_reliability",
    "carer_continuity",
    "vog_coverage_visits",
    "ceo_quality_agree",
    "ceo_effect_agree",
)
PAGE = Outcomes(words="care", address="/zorg", figures=FIGURES, told=TOLD, part="zorg")


def exhibits(released: Released, period: str) -> list[Exhibit]:
    """Return hours planned and delivered, how care goes, how many faces, and visits per month."""
    return [
        *(
            hours_exhibit(found, period=period)
            for found in main_findings(released, ("care_hours_delivered",))
        ),
        outcomes_exhibit(main_findings(released, SHARES), kind="care", period=period),
        *(
            parts_exhibit(found, by="faces", period=period, dots=True)
            for found in main_findings(released, ("carer_continuity",))
        ),
        *(monthly_exhibit(found, period=period) for found in main_findings(released, ("visit_reliability",))),
    ]


def show() -> None:
    """Write the page."""
    show_outcomes(PAGE, exhibits=exhibits)
