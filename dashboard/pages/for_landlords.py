"""Voor Portaal, Voor De Alliantie: the questions a landlord decides on, with evidence and what is not known."""

from dashboard.components.decision_drawings import growth, kinds, shares
from dashboard.components.decision_page import show_decision
from dashboard.components.decision_topics import Decision, Topic

IN_TIME = ("job_lead_time", "job_unfulfilled_rate", "job_first_response", "match_rate_14d")
DONE = Topic(key="done", figures=IN_TIME, beside=shares(*IN_TIME, kind="done"))
QUALITY = ("job_dissatisfied_share", "job_first_time_right", "job_appointment_kept", "feedback_response_rate")
GOOD = Topic(key="good", figures=("job_grade", *QUALITY), beside=shares(*QUALITY, kind="good"))
TENANTS = growth("participating_tenants")
SAFE = Topic(key="safe", figures=("vog_coverage_visits", "serious_incidents"))
COMPLAINTS = Topic(
    key="complaints",
    figures=("complaint_in_term", "complaint_rate", "complaints_open", "contact_first_answer"),
)
WHOSE = Topic(key="whose", figures=("job_landlord_responsibility",))
MONEY = Topic(
    key="money",
    figures=("cost_per_service", "own_income_share", "coordination_hours_per_service", "local_turnover"),
    together=True,
)

PORTAAL = Decision(
    words="for_portaal",
    branch="klus",
    groups=(
        ("reach", (
            Topic(
                key="wanted",
                figures=("participating_tenants", "reach_landlord_homes", "jobs_completed"),
                draws=(TENANTS, kinds("jobs_completed", by="category")),
            ),
        )),
        ("work", (DONE, GOOD, SAFE, COMPLAINTS)),
        ("portaal", (WHOSE, Topic(key="lasting", figures=("active_helpers", "work_distribution")), MONEY)),
    ),
)  # fmt: skip
ALLIANTIE = Decision(
    words="for_alliantie",
    branch="klus",
    groups=(
        ("reach", (Topic(key="wanted", figures=("participating_tenants", "jobs_completed"), draws=(TENANTS,)),)),
        ("works", (
            DONE, GOOD, SAFE, COMPLAINTS,
            Topic(key="helpers", figures=("helper_signal_followup", "helper_attrition", "active_helpers")),
        )),
        ("asks", (WHOSE, Topic(key="one_person", figures=("work_distribution", "coordination_hours_per_service")), MONEY)),
    ),
)  # fmt: skip


def show_portaal() -> None:
    """Write what tenants of Portaal notice."""
    show_decision(PORTAAL)


def show_alliantie() -> None:
    """Write whether joining is something for De Alliantie."""
    show_decision(ALLIANTIE)
