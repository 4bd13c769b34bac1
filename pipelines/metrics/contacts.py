"""Group H: questions, complaints and remarks, and whether they are answered in time."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import BOTH, figure
from pipelines.metrics.expressions import flag, judged

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any


def complaints(world: "World") -> Table:
    """Complaints by then, duplicates merged, with `due`: the last day for a written verdict.

    42 days after receipt, 28 more when an extension was told within the first term (settings); on a Saturday, Sunday
    or holiday it is the next working day.
    """
    contacts = world.ask(world.contacts, "complaint_days", "complaint_extension_days")
    table = contacts.filter((contacts.type == "klacht") & contacts.duplicate_of.isnull())
    in_time = table.extended_on.delta(table.received_on, unit="D") <= table.complaint_days
    extended = in_time.fill_null(False)
    term = table.complaint_days + extended.ifelse(table.complaint_extension_days, 0)
    return world.after(table.mutate(is_extended=extended, term=term), "received_on", days="term", name="due")


@figure(
    "H2",
    "contact_first_answer",
    grain="contact",
    branches=BOTH,
    norm="norm_contact_answer_wd",
    parts=("type",),
)
def first_answer(world: "World") -> Table:
    """Share of contacts with a substantive answer within 2 working days (a setting), in %.

    One row per question, complaint or remark that is old enough; duplicates are out. An acknowledgement is no answer.
    """
    contacts = world.ask(world.contacts, "norm_contact_answer_wd")
    table = contacts.filter(contacts.duplicate_of.isnull())
    table = world.indexed(table, "received_on", "answered_on", "as_of")
    old_enough = table.as_of_wd - table.received_on_wd >= table.norm_contact_answer_wd
    return world.rows(
        table,
        case=table.contact_id,
        person=table.from_id,
        branch=table.branch,
        on=table.received_on,
        hit=judged(
            table.answered_on_wd - table.received_on_wd <= table.norm_contact_answer_wd, of=old_enough
        ),
        pending=flag(~old_enough),
        type=table.type,
    )


@figure(
    "H4",
    "complaint_in_term",
    tier=1,
    grain="complaint",
    branches=BOTH,
    exact=True,
    beside=("open_in_term", "open_overdue", "extended"),
)
def in_term(world: "World") -> Table:
    """Share of complaints with a written verdict in time (6 weeks, 10 if extended in time), in %.

    One row per complaint whose due date has passed; duplicates are one. Open and not yet due: beside.
    """
    table = complaints(world)
    passed = table.due < table.as_of
    answered = table.answered_on.notnull()
    return world.rows(
        table,
        case=table.contact_id,
        person=table.from_id,
        branch=table.branch,
        on=table.received_on,
        hit=judged(table.answered_on <= table.due, of=passed),
        pending=flag(~passed),
        open_in_term=flag(~passed & ~answered),
        open_overdue=flag(passed & ~answered),
        extended=flag(table.is_extended),
    )
