"""X05: dates stand in the order in which things happen; a negative time is an error, a very long one a warning."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.schemas.rules.rule import Level, Rule, setting

LONG_DAYS = 365  # DOMAIN: more than a year between two steps is more likely a wrong year than a wait


@dataclass(frozen=True)
class Order:
    """`earlier` does not lie after `later`; `strict`: nor on the same day; `gap`: warn beyond LONG_DAYS days.

    What cannot be is an error; what ought not to be but happens (work before the signature, a wish for
    yesterday, a decision afterwards) is a warning, so that no helper or job is lost over it.
    """

    table: str
    earlier: str
    later: str
    level: Level = "error"
    strict: bool = False
    gap: bool = False


ORDERS = (
    Order("parameters", "valid_from", "valid_to", strict=True),
    Order("parameters", "decided_on", "valid_from", level="warning"),
    Order("members", "member_from", "notice_received"),
    Order("members", "notice_received", "notice_confirmed"),
    Order("members", "member_from", "member_until"),
    Order("members", "registered_on", "ended_on"),
    Order("members", "consent_health_on", "consent_withdrawn_on"),
    Order("helpers", "agreement_on", "active_from", level="warning"),
    Order("helpers", "active_from", "active_until"),
    Order("helpers", "active_from", "pause_from"),
    Order("helpers", "pause_from", "pause_until", strict=True),
    Order("vog_checks", "issued_on", "original_seen_on"),
    Order("jobs", "reported_on", "wanted_by", level="warning"),
    Order("jobs", "reported_on", "first_response_on", gap=True),
    Order("jobs", "first_response_on", "appointment_first_on", gap=True),
    Order("jobs", "first_response_on", "appointment_on", gap=True),
    Order("jobs", "reported_on", "completed_on", gap=True),
    Order("jobs", "appointment_on", "completed_on", level="warning"),
    Order("jobs", "reported_on", "closed_on", gap=True),
    Order("offers", "offered_on", "responded_on", gap=True),
    Order("offers", "responded_on", "match_start", gap=True),
    Order("offers", "match_start", "match_end", gap=True),
    Order("care_requests", "requested_on", "wanted_from", level="warning"),
    Order("care_requests", "requested_on", "intake_on", gap=True),
    Order("care_requests", "requested_on", "ended_on", gap=True),
    Order("care_visits", "cancelled_on", "planned_on"),
    Order("feedback_clients", "invited_on", "answered_on", gap=True),
    Order("helper_checkins", "asked_on", "answered_on", gap=True),
    Order("helper_checkins", "answered_on", "called_on", gap=True),
    Order("contacts", "received_on", "acknowledged_on", gap=True),
    Order("contacts", "received_on", "answered_on", gap=True),
    Order("contacts", "answered_on", "closed_on", gap=True),
    Order("contacts", "closed_on", "reopened_on", strict=True),
)


def _rules(order: Order) -> Iterator[Rule]:
    earlier, later = f'"{order.earlier}"', f'"{order.later}"'
    yield Rule(
        code="X05",
        table=order.table,
        level=order.level,
        words="niet_erna" if order.strict else "ervoor",
        columns=(order.later,),
        other=order.earlier,
        breach=f"{later} {'<=' if order.strict else '<'} {earlier}",
    )
    if order.gap:
        yield Rule(
            code="X05",
            table=order.table,
            level="warning",
            words="te_lang",
            columns=(order.later,),
            other=order.earlier,
            breach=f"{later} - {earlier} > {LONG_DAYS}",
        )


def _asked_before_request(table: str, key: str, day: str, *, branch: str) -> Rule:
    """Return the rule: nobody is asked before the request was made."""
    return Rule(
        code="X05",
        table="offers",
        level="error",
        words=f"voor_de_{'klus' if branch == 'klus' else 'zorgvraag'}",
        columns=("offered_on",),
        other="request_id",
        needs=(table,),
        sql=f"""SELECT incoming.source_row, 'offered_on' AS "column" FROM incoming
            JOIN {table} AS asked ON asked.{key} = incoming.request_id
            WHERE incoming.request_type = '{branch}' AND incoming.offered_on < asked.{day}""",
    )


INVITED_BEFORE_DONE = Rule(
    code="X05",
    table="feedback_clients",
    level="warning",
    words="voor_gereed",
    columns=("invited_on",),
    needs=("jobs",),
    sql="""SELECT incoming.source_row, 'invited_on' AS "column" FROM incoming
        JOIN jobs ON jobs.job_id = incoming.about_id
        WHERE incoming.branch = 'klus' AND incoming.invited_on < jobs.completed_on""",
)

LATE_EXTENSION = Rule(
    code="X05",
    table="contacts",
    level="warning",
    words="verlenging_te_laat",
    columns=("extended_on",),
    other="received_on",
    breach=f"extended_on - received_on > {setting('complaint_days', as_type='INTEGER')}",
)

DATE_ORDER_RULES = (
    *(rule for order in ORDERS for rule in _rules(order)),
    _asked_before_request("jobs", "job_id", "reported_on", branch="klus"),
    _asked_before_request("care_requests", "care_id", "requested_on", branch="zorg"),
    INVITED_BEFORE_DONE,
    LATE_EXTENSION,
)
