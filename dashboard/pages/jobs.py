"""Klussen: whether jobs get done, on the day agreed and at once; which ones, and why not."""

from dashboard.charts.breakdown import parts_exhibit
from dashboard.charts.month_by_month import monthly_exhibit
from dashboard.charts.shares_exhibit import outcomes_exhibit
from dashboard.components.finding_cards import main_findings
from dashboard.components.outcome_page import Outcomes, show_outcomes
from dashboard.exhibit import Exhibit
from dashboard.shown import Released

FIGURES = (
    "jobs_completed",
    "jobs_open_age",
    "job_unfulfilled_rate",
    "job_first_time_right",
    "job_appointment_kept",
    "job_grade",
    "job_dissatisfied_share",
    "job_landlord_responsibility",
    "cost_per_service",
)
TOLD = ("jobs_completed", "job_appointment_kept", "job_unfulfilled_rate", "jobs_open_age")
SHARES = ("job_appointment_kept", "job_first_time_right", "job_unfulfilled_rate", "job_dissatisfied_share")
PAGE = Outcomes(words="jobs", address="/klussen", figures=FIGURES, told=TOLD, part="klussen")


def exhibits(released: Released, period: str) -> list[Exhibit]:
    """Return how jobs go, what kind they are, how many per month, and why some were not done."""
    completed = main_findings(released, ("jobs_completed",))
    return [
        outcomes_exhibit(main_findings(released, SHARES), kind="jobs", period=period),
        *(parts_exhibit(found, by="category", period=period) for found in completed),
        *(monthly_exhibit(found, period=period) for found in completed),
        *(
            parts_exhibit(found, by="close_reason", period=period)
            for found in main_findings(released, ("job_unfulfilled_rate",))
        ),
    ]


def show() -> None:
    """Write the page."""
    show_outcomes(PAGE, exhibits=exhibits)
