"""Voor de gemeente: reach, waiting, continuity, VOG, experience and complaints of the home care service."""

from dashboard.components.decision_drawings import growth, shares, waiting
from dashboard.components.decision_page import show_decision
from dashboard.components.decision_topics import Decision, Topic

FACES = ("carer_continuity", "match_retention_90d")
HELPERS = ("perceived_load", "ask_pressure", "helper_signal_followup", "helper_attrition")
GEMEENTE = Decision(
    words="for_gemeente",
    branch="zorg",
    groups=(
        ("reach", (
            Topic(
                key="reached", figures=("participating_care_clients", "active_helpers"),
                draws=(growth("participating_care_clients"),),
            ),
            Topic(
                key="waiting", figures=("care_wait_time", "care_waiting_list", "match_rate_14d", "time_to_match"),
                draws=(waiting("care_wait_time"),),
            ),
        )),
        ("good", (
            Topic(key="comes", figures=("visit_reliability", "care_hours_delivered")),
            Topic(key="faces", figures=FACES, beside=shares(*FACES, kind="steady")),
            Topic(key="vog", figures=("vog_coverage_visits", "match_fit", "vog_fresh_at_start", "serious_incidents")),
            Topic(key="experience", figures=("care_grade", "ceo_quality_agree", "ceo_effect_agree", "feedback_response_rate")),
            Topic(key="complaints", figures=("complaint_in_term", "complaint_rate", "complaints_open", "contact_first_answer")),
        )),
        ("lasting", (
            Topic(key="helpers", figures=(*HELPERS, "free_capacity"), beside=shares(*HELPERS, kind="helpers")),
            Topic(key="money", figures=("cost_per_service", "own_income_share", "coordination_hours_per_service"), together=True),
        )),
    ),
)  # fmt: skip


def show() -> None:
    """Write the page."""
    show_decision(GEMEENTE)
