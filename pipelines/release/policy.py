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

# Readers who may lay what they got side by side, now and in earlier editions. One group: wider than RULES 3 asks (which
# names Portaal, De Alliantie and the public), because nothing keeps a landlord and the municipality apart.
TALKING = (Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE)

# The landlord whose own tenants an audience sees apart, beside the total; the other landlords are never named to it.
OWN_LANDLORD = {Audience.PORTAAL: "portaal"}
LANDLORD = "landlord"

# The breakdowns that exist at all outside the organisation: few and coarse, the same in every edition. METHODS 7.2.
BREAKDOWNS: dict[Audience, dict[str, tuple[str, ...]]] = {
    Audience.PORTAAL: {
        "participating_tenants": (LANDLORD,),
        "job_first_response": (LANDLORD,),
        "job_time_to_appointment": (LANDLORD,),
        "job_lead_time": (LANDLORD,),
        "jobs_open_age": (LANDLORD,),
        "jobs_completed": (LANDLORD, "category"),
        "job_unfulfilled_rate": (LANDLORD,),
        "job_first_time_right": (LANDLORD,),
        "job_appointment_kept": (LANDLORD,),
        "job_landlord_responsibility": (LANDLORD,),
        "job_grade": (LANDLORD,),
        "job_dissatisfied_share": (LANDLORD,),
        "contacts_by_type": ("type",),
        "complaint_themes": ("themes",),
    },
    Audience.DE_ALLIANTIE: {},
    Audience.GEMEENTE: {"contacts_by_type": ("type",), "complaint_themes": ("themes",)},
}

# Breakdowns that belong to a headline: signals as counts, without names. Source: kpis.csv, audience_note "counts".
COUNTS_WITH_HEADLINE = {"helpers_at_risk": ("level", "beside")}

# Groups of the catalogue where a small numerator names somebody too: care, helpers, complaints. Source: DOMAIN, SN-B.
SENSITIVE = frozenset("DEFH")
SENSITIVE_IN_CARE = frozenset("CG")  # where they are about care alone
# Shares of what people answered about themselves or about us: outside, no group of which all gave the same answer is
# shown. What the organisation did (in time, a VOG seen) may be true of everybody. Source: METHODS 7.2, group disclosure.
ANSWERS = frozenset(("perceived_load", "job_dissatisfied_share", "ceo_quality_agree", "ceo_effect_agree"))
# Hours and money of the organisation as a whole: nobody is hidden behind the largest amount. Source: kpis.csv, small_n.
OF_THE_ORGANISATION = frozenset(
    ("coordination_hours_per_service", "cost_per_service", "own_income_share", "record_completeness")
)
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

    def edition_branch(self, code: str, branches: tuple[str, ...]) -> str | None:
        """Return the one branch of a figure that stands in an edition: its own, that of the readers, else both together."""
        if len(branches) == 1:
            return branches[0] or None
        return BRANCH_SEEN.get(self.audience) if self.sight(code) is Sight.DETAILS else None

    def breakdowns(self, code: str) -> tuple[str, ...]:
        """Return by what a figure is split in an edition."""
        return BREAKDOWNS[self.audience].get(code, ()) if self.sight(code) is Sight.DETAILS else ()

    def names_part(self, by: str, key: str) -> bool:
        """Whether a part may be named to this audience: of the landlords only its own."""
        return by != LANDLORD or not self.audience.external or key == OWN_LANDLORD.get(self.audience)

    def is_sensitive(self, code: str, identity: str, branch: str | None) -> bool:
        """Whether a small numerator names somebody too: care, helpers, complaints."""
        about_care = branch == "zorg" and identity[0] in SENSITIVE_IN_CARE
        return code not in EXACT and (identity[0] in SENSITIVE or about_care)

    def parts_allowed(self, code: str, by: str) -> bool:
        """Whether this audience sees a breakdown of the figure."""
        if self.audience.external:
            return by in self.breakdowns(code)
        sight = self.sight(code)
        return sight in {Sight.NAMES, Sight.DETAILS} or by in COUNTS_WITH_HEADLINE.get(code, ())

    def too_few(self, persons: int | None) -> bool:
        """Whether a group of so many persons is too small to show; nobody at all is a fact, not a group."""
        return self.smallest is not None and persons is not None and 0 < persons < self.smallest
