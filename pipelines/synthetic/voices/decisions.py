"""What this invented committee filled in where nobody else may guess, and which targets it set too late."""

COMMITTEE = "evaluatiecommissie"
OWN_BASIS = "eigen afspraak"

VALUES: dict[str, str] = {
    "legal_status_care": "aanbieder",
    "statutory_liability": "UA",
    "homes_portaal": "640",
    "homes_alliantie": "215",
}

AUDIENCES: dict[str, tuple[str, ...]] = {
    "participating_tenants": ("commissie", "portaal", "de_alliantie", "gemeente"),
    "participating_care_clients": ("commissie", "gemeente"),
    "job_lead_time": ("commissie", "portaal"),
    "job_grade": ("commissie", "portaal"),
    "visit_reliability": ("commissie", "gemeente"),
    "vog_coverage_visits": ("commissie", "portaal", "de_alliantie", "gemeente"),
    "complaint_in_term": ("commissie", "portaal", "de_alliantie", "gemeente"),
}

AFTERWARDS: tuple[str, ...] = ("job_dissatisfied_share", "helpers_at_risk")
