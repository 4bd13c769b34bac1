"""The one place for event time: what was so on the date asked for, whatever was typed since (RULES 1).

Each function takes stored rows and gives the rows known on that date: a row dated later is absent, a later answer,
ending or cancellation is empty, and a status whose date lies later is taken one step back.
"""

from typing import Any

import ibis

from pipelines.metrics.expressions import asked

Table = Any  # an Ibis table expression
Column = Any

CLOSED = ("ingetrokken_klant", "niet_mogelijk", "doorverwezen", "niet_voor_ons")
ENDED = ("beeindigd", "niet_voor_ons", "doorverwezen", "ingetrokken")


def happened(stored: Table, *, on: str) -> Table:
    """Return the rows dated up to and including the date asked for, with that date as column `as_of`."""
    then = asked("as_of")
    return stored.filter(stored[on] <= then).mutate(as_of=then)


def known(table: Table, column: str, *, when: Column | None = None) -> Column:
    """Return a date column, empty where it lies later; or any column, empty where not `when`."""
    so = (table[column] <= table.as_of) if when is None else when
    return ibis.ifelse(so, table[column], ibis.null(table[column].type()))


def is_later(table: Table, column: str) -> Column:
    """Return whether a date lies after the date asked for; an empty one does not."""
    return (table[column] > table.as_of).fill_null(False)


def is_past(table: Table, column: str) -> Column:
    """Return whether a date has come; an empty one has not."""
    return (table[column] <= table.as_of).fill_null(False)


def jobs(stored: Table) -> Table:
    """Jobs reported by then. Done or closed later: back to the step that was reached, its outcome empty."""
    table = happened(stored, on="reported_on")
    answered, done_later = is_past(table, "first_response_on"), is_later(table, "completed_on")
    undone = ((table.status == "afgerond") & done_later) | (
        table.status.isin(CLOSED) & is_later(table, "closed_on")
    )
    not_begun = table.status.isin(("in_behandeling", "ingepland")) & is_later(table, "first_response_on")
    planned = answered & table.appointment_first_on.notnull()
    reached = ibis.cases((planned, "ingepland"), (answered, "in_behandeling"), else_="gemeld")
    made = answered | (table.first_response_on.isnull() & is_past(table, "appointment_first_on"))
    return table.mutate(
        status=ibis.ifelse(undone | not_begun, reached, table.status),
        first_response_on=known(table, "first_response_on"),
        appointment_first_on=known(table, "appointment_first_on", when=made),
        completed_on=known(table, "completed_on"),
        closed_on=known(table, "closed_on"),
        close_reason=known(table, "close_reason", when=~undone),
        hours_worked=known(table, "hours_worked", when=~done_later),
        price_eur=known(table, "price_eur", when=~done_later),
        payer=known(table, "payer", when=~done_later),
    )


def visits(stored: Table) -> Table:
    """Visits planned up to then; a later one is still to come. A cancellation dated later is empty."""
    table = happened(stored, on="planned_on")
    return table.mutate(cancelled_on=known(table, "cancelled_on"))


def care_requests(stored: Table, *, first_visits: Table) -> Table:
    """Care requests made by then, with `first_visit_on`. Ended later, or running without a visit yet: one step back.

    `first_visits`: one row per `care_id` with the first executed visit known on that date.
    """
    table = happened(stored, on="requested_on")
    joined = table.left_join(first_visits, table.care_id == first_visits.visited_id)
    table = joined.select(*table.columns, "first_visit_on")
    visited = table.first_visit_on.notnull()
    undone = (
        (table.status.isin(ENDED) & is_later(table, "ended_on"))
        | (table.status.isin(("lopend", "gepauzeerd")) & ~visited)
        | (table.status.isin(("intake", "wachtend")) & is_later(table, "intake_on"))
    )
    reached = ibis.cases((visited, "lopend"), (is_past(table, "intake_on"), "wachtend"), else_="aangevraagd")
    return table.mutate(
        status=ibis.ifelse(undone, reached, table.status),
        intake_on=known(table, "intake_on"),
        ended_on=known(table, "ended_on"),
        end_reason=known(table, "end_reason", when=~is_later(table, "ended_on")),
    )


def offers(stored: Table) -> Table:
    """Asks made by then. Answered later: still open, no match. A match that ends later is still running."""
    table = happened(stored, on="offered_on")
    open_then = is_later(table, "responded_on")
    return table.mutate(
        response=ibis.ifelse(open_then, "open", table.response),
        responded_on=known(table, "responded_on"),
        decline_reason=known(table, "decline_reason", when=~open_then),
        match_start=known(table, "match_start", when=~open_then),
        match_end=known(table, "match_end"),
        match_end_reason=known(table, "match_end_reason", when=is_past(table, "match_end")),
    )


def members(stored: Table) -> Table:
    """Persons registered by then, with `is_member`: whether membership had begun and not ended on that date."""
    table = happened(stored, on="registered_on")
    left_later = (table.membership == "oud_lid") & is_later(table, "member_until")
    return table.mutate(
        is_member=member_on(table, table.as_of),
        membership=ibis.ifelse(left_later, "lid", table.membership),
        member_until=known(table, "member_until"),
        ended_on=known(table, "ended_on"),
        end_reason=known(table, "end_reason", when=is_past(table, "ended_on")),
        consent_withdrawn_on=known(table, "consent_withdrawn_on"),
    )


def member_on(table: Table, day: Column) -> Column:
    """Return whether a person was a member of the cooperative on `day`; the last day itself is not counted."""
    begun = (table.member_from <= day).fill_null(True)
    running = (table.member_until > day).fill_null(table.membership == "lid")
    return table.membership.isin(("lid", "oud_lid")) & begun & running


def helpers(stored: Table) -> Table:
    """Helpers who had begun by then, with `is_active` (not stopped) and `on_pause`; "tot" excludes its own day."""
    table = happened(stored, on="active_from")
    paused = is_past(table, "pause_from") & (table.pause_until > table.as_of).fill_null(True)
    stopped = is_past(table, "active_until")
    return table.mutate(
        is_active=~stopped,
        on_pause=paused & ~stopped,
        active_until=known(table, "active_until"),
        stop_reason=known(table, "stop_reason", when=stopped),
    )


def vog_checks(stored: Table) -> Table:
    """VOG checks requested by then. Seen later: still only requested, without dates."""
    table = happened(stored, on="requested_on")
    later = is_later(table, "original_seen_on")
    return table.mutate(
        status=ibis.ifelse(later, "aangevraagd", table.status),
        issued_on=known(table, "issued_on", when=is_past(table, "issued_on") & ~later),
        original_seen_on=known(table, "original_seen_on"),
    )


def feedback(stored: Table) -> Table:
    """Invitations sent by then. Answered later: not answered yet, all answers empty."""
    table = happened(stored, on="invited_on")
    return _unanswered(table, ("grade", "q_quality", "q_fits", "q_manage", "q_quick", "q_serious", "again"))


def checkins(stored: Table) -> Table:
    """Monthly checks asked by then. Answered or called later: not yet."""
    table = happened(stored, on="asked_on")
    answers = ("load", "asked_too_often", "perseverance", "felt_supported", "ediz")
    wants_call = ibis.ifelse(is_later(table, "answered_on"), False, table.wants_call)
    return _unanswered(table.mutate(called_on=known(table, "called_on"), wants_call=wants_call), answers)


def _unanswered(table: Table, answers: tuple[str, ...]) -> Table:
    by_then = ~is_later(table, "answered_on")
    return table.mutate(
        {name: known(table, name, when=by_then) for name in answers}
        | {"answered_on": known(table, "answered_on")}
    )


def contacts(stored: Table) -> Table:
    """Questions, complaints and remarks received by then. An answer, extension, closing or reopening later is empty."""
    table = happened(stored, on="received_on")
    closed_later = is_later(table, "closed_on")
    dates = ("acknowledged_on", "answered_on", "extended_on", "closed_on", "reopened_on")
    return table.mutate(
        {name: known(table, name) for name in dates}
        | {"outcome": known(table, "outcome", when=~closed_later)}
    )
