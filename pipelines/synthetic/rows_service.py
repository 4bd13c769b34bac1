"""What is asked and done: one class per record, its fields the columns as declared."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, kw_only=True)
class Job:
    """A row of `jobs`: one requested job."""

    job_id: str
    client_id: str
    reported_on: date
    reported_time: time | None = None
    reported_daypart: str | None = None
    channel: str
    landlord_at_report: str
    category: str
    description: str
    urgency: str
    responsibility: str
    wanted_by: date | None = None
    first_response_on: date | None = None
    first_response_time: time | None = None
    appointment_on: date | None = None
    appointment_first_on: date | None = None
    completed_on: date | None = None
    status: str
    close_reason: str | None = None
    referred_to: str | None = None
    hours_worked: float | None = None
    price_eur: float | None = None
    payer: str | None = None
    closed_on: date | None = None
    redo_of: str | None = None
    duplicate_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A row of `offers`: one time a helper is asked."""

    offer_id: str
    request_type: str
    request_id: str
    helper_id: str
    offered_on: date
    channel: str
    response: str
    responded_on: date | None = None
    decline_reason: str | None = None
    match_start: date | None = None
    match_end: date | None = None
    match_end_reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class CareRequest:
    """A row of `care_requests`: one request for help."""

    care_id: str
    client_id: str
    requested_on: date
    requested_by: str
    funding: str
    help_type: tuple[str, ...] = ()
    hours_week: float | None = None
    frequency: str
    wanted_from: date | None = None
    intake_on: date | None = None
    status: str
    ended_on: date | None = None
    end_reason: str | None = None
    previous_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class CareVisit:
    """A row of `care_visits`: one planned or executed visit."""

    visit_id: str
    care_id: str
    helper_id: str
    planned_on: date
    planned_start: time | None = None
    planned_hours: float
    status: str
    cancelled_on: date | None = None
    actual_hours: float | None = None
    replaces_id: str | None = None
    paid: str
    amount_eur: float | None = None
    signal: bool
    note: str | None = None
