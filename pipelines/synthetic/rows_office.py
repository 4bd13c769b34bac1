"""What the office keeps: one class per record, its fields the columns as declared."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A row of `parameters`: one setting in one period."""

    param_key: str
    value: str
    unit: str
    valid_from: date
    valid_to: date | None = None
    basis: str
    decided_by: str
    decided_on: date


@dataclass(frozen=True, kw_only=True)
class Target:
    """A row of `targets`: one target of one figure."""

    kpi_code: str
    audience: str
    target: float
    floor: float | None = None
    min_n: int
    evidence_rule: str
    valid_from: date
    decided_on: date


@dataclass(frozen=True, kw_only=True)
class CoordinationWeek:
    """A row of `coordination`: hours of one person in one week."""

    week_start: date
    person: str
    hours_matching: float
    hours_contact: float
    hours_admin: float
    paid: bool


@dataclass(frozen=True, kw_only=True)
class Booking:
    """A row of `ledger`: one booking."""

    entry_id: str
    booked_on: date
    branch: str
    kind: str
    amount_eur: float
    local: bool | None = None
