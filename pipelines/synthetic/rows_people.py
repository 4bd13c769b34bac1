"""Who they are: one class per record, its fields the columns as declared."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Member:
    """A row of `members`: one person, whatever their roles."""

    member_id: str
    first_name: str
    infix: str | None = None
    last_name: str
    birth_year: int | None = None
    street_house: str
    postcode: str
    phone: str | None = None
    email: str | None = None
    household_id: str | None = None
    landlord: str
    tenancy_status: str
    role_job_client: bool
    role_care_client: bool
    role_helper_jobs: bool
    role_helper_care: bool
    role_carer_contact: bool
    contact_for_id: str | None = None
    membership: str
    member_no: int | None = None
    member_from: date | None = None
    notice_received: date | None = None
    notice_confirmed: date | None = None
    member_until: date | None = None
    registered_on: date
    ended_on: date | None = None
    end_reason: str | None = None
    privacy_notice_on: date
    consent_health_on: date | None = None
    consent_survey: bool
    consent_landlord: bool
    consent_withdrawn_on: date | None = None
    heard_via: str | None = None
    duplicate_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class Helper:
    """A row of `helpers`: a person who works, and under which agreements."""

    helper_id: str
    branch: str
    engagement: str
    kvk_checked_on: date | None = None
    agreement_on: date
    insurance_until: date | None = None
    rate_eur_hour: float | None = None
    capacity_hours_week: float
    capacity_clients: int | None = None
    max_asks_4w: int
    skills: tuple[str, ...] = ()
    not_doing: tuple[str, ...] = ()
    days_available: tuple[str, ...] = ()
    active_from: date
    active_until: date | None = None
    stop_reason: str | None = None
    pause_from: date | None = None
    pause_until: date | None = None
    backup_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class VogCheck:
    """A row of `vog_checks`: one request for a certificate of conduct."""

    vog_id: str
    helper_id: str
    requested_on: date
    issued_on: date | None = None
    original_seen_on: date | None = None
    seen_by: str | None = None
    profile: str
    status: str
    free_scheme: bool = False
