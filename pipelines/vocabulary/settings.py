"""Settings and targets that hold until the committee decides otherwise, each with its source.

A row of the record `parameters` or `targets` that is valid on the day comes first; these are the defaults.
"""

from dataclasses import dataclass
from datetime import date

from pipelines.vocabulary.words.settings import BASIS, OWN_PROPOSAL, SETTING_LABELS, TARGET_BASIS

FOUNDERS = ("participating_tenants", "participating_care_clients")  # the only targets the founders named


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One setting: `value` as text (ISO date, decimal point), None where nobody may guess it."""

    key: str
    value: str | None
    unit: str  # a unit of the record `parameters`
    label: str  # Dutch
    basis: str  # Dutch: law, contract, benchmark or own choice
    decided_by: str = OWN_PROPOSAL
    decided_on: date | None = None  # None: proposed by the program, decided by nobody yet


@dataclass(frozen=True, kw_only=True)
class Target:
    """One target, in the unit of its figure as people write it (80 for 80 %)."""

    code: str
    target: float
    floor: float | None
    min_n: int
    evidence_rule: str  # puntwaarde, ondergrens_95 or bovengrens_95
    basis: str
    decided_on: date | None = None

    @property
    def fixed_before_start(self) -> bool:
        """Whether it was promised before the pilot began; else it is printed as decided afterwards."""
        return self.code in FOUNDERS


# key: (value, unit). Source: DOMAIN 5.2 and section 1 for what the law says; the rest are proposals (see BASIS).
_VALUES: dict[str, tuple[str | None, str]] = {
    "pilot_start": ("2026-01-05", "datum"),
    "pilot_end": ("2027-01-03", "datum"),
    "legal_status_care": (None, "tekst"),  # aanbieder, pgb, bemiddelaar, vrijwillig
    "statutory_liability": (None, "tekst"),  # UA, BA, WA
    "care_basis": ("toestemming", "tekst"),  # what a care record rests on without consent_health_on: X04
    "homes_portaal": (None, "aantal"),  # comes from the landlord, dated; never estimated (A6)
    "homes_alliantie": (None, "aantal"),
    "norm_job_response_wd": ("1", "werkdagen"),
    "norm_job_appointment_wd": ("5", "werkdagen"),
    "norm_job_done_wd": ("10", "werkdagen"),
    "norm_urgent_hours": ("24", "uren"),
    "norm_job_open_wd": ("20", "werkdagen"),
    "norm_match_days": ("14", "dagen"),
    "norm_care_wait_days": ("14", "dagen"),
    "norm_visit_replaced_days": ("2", "dagen"),
    "norm_contact_answer_wd": ("2", "werkdagen"),
    "norm_helper_callback_wd": ("5", "werkdagen"),
    "complaint_days": ("42", "dagen"),
    "complaint_extension_days": ("28", "dagen"),
    "vog_max_age_start_months": ("3", "maanden"),
    "vog_recheck_months": ("36", "maanden"),
    "vog_warn_days": ("90", "dagen"),
    "ask_weight_groupapp": ("0.5", "aantal"),
    "max_asks_default_4w": ("6", "aantal"),
    "rest_weeks": ("10", "weken"),
    "checkin_valid_days": ("45", "dagen"),
    "active_helper_days": ("56", "dagen"),
    "feedback_wait_days": ("21", "dagen"),
    "redo_days": ("30", "dagen"),
    "volunteer_month_max": ("210", "euro"),
    "volunteer_year_max": ("2100", "euro"),
    "sn_external_min": ("10", "aantal"),  # portaal, de_alliantie, gemeente
    "sn_cell_min": ("5", "aantal"),  # commissie
    "edition_months": ("3", "maanden"),
    "update_days": (
        "30",
        "dagen",
    ),  # new files are loaded once a month; the banner says when they are overdue
    "unpaid_hour_price": (None, "euro"),  # what an unpaid hour is worth: nobody may guess it (I2)
    "fiscal_year_end": ("31-12", "tekst"),
}

SETTINGS: dict[str, Setting] = {
    key: Setting(key=key, value=value, unit=unit, label=SETTING_LABELS[key], basis=BASIS[key])
    for key, (value, unit) in _VALUES.items()
}

# code: (target, floor, min_n, evidence rule). Source: DOMAIN 5.1.
_TARGETS: dict[str, tuple[float, float | None, int, str]] = {
    "participating_tenants": (50, 30, 5, "puntwaarde"),
    "participating_care_clients": (30, 15, 5, "puntwaarde"),
    "job_lead_time": (80, None, 20, "ondergrens_95"),
    "job_first_response": (80, None, 20, "ondergrens_95"),
    "match_rate_14d": (70, None, 20, "ondergrens_95"),
    "visit_reliability": (95, None, 20, "ondergrens_95"),
    "vog_coverage_visits": (100, 100, 5, "puntwaarde"),
    "complaint_in_term": (100, None, 5, "puntwaarde"),
    "job_grade": (7.5, None, 20, "ondergrens_95"),
    "job_dissatisfied_share": (15, None, 20, "bovengrens_95"),
    "helpers_at_risk": (0, None, 5, "puntwaarde"),
}

TARGETS: dict[str, Target] = {
    code: Target(
        code=code,
        target=target,
        floor=floor,
        min_n=min_n,
        evidence_rule=evidence_rule,
        basis=TARGET_BASIS["founders" if code in FOUNDERS else "proposal"],
    )
    for code, (target, floor, min_n, evidence_rule) in _TARGETS.items()
}
