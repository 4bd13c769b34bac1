"""Who sees how much of which figure: the catalogue's own columns, and how small a shown group may be."""

from dataclasses import dataclass

from pipelines.vocabulary.audiences import Audience, Sight

# Letters in the order of AUDIENCES: N rows, D details, H headline, - not at all. Source: kpis.csv, compared in a test.
AUDIENCES = (
    Audience.COORDINATOR,
    Audience.COMMISSIE,
    Audience.PORTAAL,
    Audience.DE_ALLIANTIE,
    Audience.GEMEENTE,
)
_SIGHTS = {
    "participating_tenants": "NDDHH",
    "participating_care_clients": "NDHHD",
    "active_helpers": "NDHHH",
    "members_total": "NDHHH",
    "member_share_services": "DD---",
    "reach_landlord_homes": "DDD--",
    "job_first_response": "NDDH-",
    "job_time_to_appointment": "NDDH-",
    "job_lead_time": "NDDH-",
    "jobs_open_age": "NDD--",
    "jobs_completed": "DDDHH",
    "job_unfulfilled_rate": "NDDH-",
    "job_first_time_right": "NDDH-",
    "job_appointment_kept": "NDDH-",
    "job_landlord_responsibility": "NDDH-",
    "match_rate_14d": "NDDHD",
    "time_to_match": "NDDHD",
    "offers_per_match": "ND---",
    "match_retention_90d": "ND-HD",
    "match_fit": "ND-HH",
    "work_distribution": "NDHHH",
    "care_wait_time": "ND-HD",
    "care_waiting_list": "ND-HD",
    "visit_reliability": "ND-HD",
    "carer_continuity": "ND-HD",
    "care_hours_delivered": "ND-HD",
    "helper_utilisation": "ND---",
    "helpers_at_risk": "NH---",
    "ask_pressure": "ND--H",
    "perceived_load": "ND--H",
    "free_capacity": "NDH-H",
    "helper_attrition": "ND-HH",
    "employment_presumption_signal": "ND---",
    "client_dependence": "NH---",
    "vog_coverage_visits": "NDHHD",
    "vog_fresh_at_start": "ND-HD",
    "vog_due_90d": "NH---",
    "serious_incidents": "NDHHH",
    "job_grade": "DDDH-",
    "job_dissatisfied_share": "DDDH-",
    "care_grade": "DD-HD",
    "ceo_quality_agree": "DD-HD",
    "ceo_effect_agree": "DD-HD",
    "feedback_response_rate": "DDHHH",
    "helper_signal_followup": "ND-HH",
    "contacts_by_type": "DDDHD",
    "contact_first_answer": "NDDHH",
    "complaint_rate": "DDDHD",
    "complaint_in_term": "NDHHD",
    "complaints_open": "NDHHH",
    "complaint_themes": "DDDHD",
    "coordination_hours_per_service": "DDHHD",
    "cost_per_service": "DDDHD",
    "own_income_share": "DDDHD",
    "local_turnover": "DDHHH",
    "record_completeness": "DDHHH",
    "time_of_day_known": "DH---",
    "duplicate_rate": "DH---",
}

# Facts about the organisation and the pilot's public promise: exact for everyone. Source: RULES 4.
EXACT = frozenset(
    ("participating_tenants", "participating_care_clients", "members_total", "vog_coverage_visits")
)

# Of a figure with both branches the landlord sees the jobs, the municipality the care. Source: kpis.csv, audience_note.
ONE_BRANCH = frozenset(("complaint_rate", "complaint_themes", "contacts_by_type", "match_rate_14d"))
BRANCH_SEEN = {Audience.PORTAAL: "klus", Audience.GEMEENTE: "zorg"}

# Breakdowns that belong to a headline: signals as counts, without names. Source: kpis.csv, audience_note "counts".
COUNTS_WITH_HEADLINE = {"helpers_at_risk": ("level", "beside")}

# Groups of the catalogue where a small numerator names somebody too: care, helpers, complaints. Source: DOMAIN, SN-B.
SENSITIVE = frozenset("DEFH")
MOST_HIDDEN = 0.30  # of a breakdown; beyond this only the margin is shown. Source: METHODS 7.2


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What an audience may see. `smallest`: fewest persons in a shown group; None: no limit."""

    audience: Audience
    smallest: int | None

    def sight(self, code: str) -> Sight:
        """Return how much of a figure this audience sees."""
        return Sight(_SIGHTS[code][AUDIENCES.index(self.audience)])

    def sees_branch(self, code: str, branch: str | None) -> bool:
        """Whether this audience sees the finding of that branch."""
        seen = BRANCH_SEEN.get(self.audience)
        return code not in ONE_BRANCH or seen is None or branch == seen

    def parts_allowed(self, code: str, by: str) -> bool:
        """Whether this audience sees a breakdown of the figure."""
        sight = self.sight(code)
        return sight in {Sight.NAMES, Sight.DETAILS} or by in COUNTS_WITH_HEADLINE.get(code, ())

    def too_few(self, persons: int | None) -> bool:
        """Whether a group of so many persons is too small to show; nobody at all is a fact, not a group."""
        return self.smallest is not None and persons is not None and 0 < persons < self.smallest
