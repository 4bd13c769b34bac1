"""What people say: one class per record, its fields the columns as declared."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """A row of `feedback_clients`: one invitation to a client, answered or not."""

    feedback_id: str
    branch: str
    about_id: str | None = None
    respondent_id: str | None = None
    respondent_role: str
    landlord: str | None = None
    invited_on: date
    answered_on: date | None = None
    mode: str
    collected_by: str
    anonymous: bool
    grade: int | None = None
    q_quality: int | None = None
    q_fits: int | None = None
    q_manage: int | None = None
    q_quick: int | None = None
    q_serious: int | None = None
    again: str | None = None
    comment: str | None = None


@dataclass(frozen=True, kw_only=True)
class Checkin:
    """A row of `helper_checkins`: one month one helper was asked how it goes."""

    checkin_id: str
    helper_id: str
    asked_on: date
    answered_on: date | None = None
    load: int | None = None
    asked_too_often: str | None = None
    perseverance: str | None = None
    felt_supported: int | None = None
    ediz: int | None = None
    wants_call: bool
    called_on: date | None = None
    comment: str | None = None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A row of `contacts`: one question, complaint or remark."""

    contact_id: str
    received_on: date
    received_time: time | None = None
    channel: str
    from_id: str | None = None
    from_role: str
    branch: str
    type: str
    sentiment: str | None = None
    severity: str | None = None
    about_request: str | None = None
    about_helper: str | None = None
    text: str
    themes: tuple[str, ...] = ()
    handled_by: str
    acknowledged_on: date | None = None
    answered_on: date | None = None
    extended_on: date | None = None
    closed_on: date | None = None
    outcome: str | None = None
    measure: str | None = None
    escalated_to: str | None = None
    reopened_on: date | None = None
    duplicate_of: str | None = None
