"""Group H: questions, complaints and remarks, and whether they are answered in time."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import BOTH, Direction, Measure, Period, figure
from pipelines.metrics.expressions import band, flag, judged, literal, month_text

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


def is_open(contacts: Table) -> Any:
    """Return whether a contact is not closed, or was opened again after that."""
    return contacts.closed_on.isnull() | contacts.reopened_on.notnull()


@figure(
    "H1",
    "contacts_by_type",
    grain="contact",
    measure=Measure.CASES,
    unit="contacts",
    direction=Direction.STEER,
    branches=BOTH,
    parts=("type", "month", "month_type"),
    beside=("compliment",),
)
def contacts_by_type(world: "World") -> Table:
    """Questions, complaints and remarks received in the period, in contacts, per kind and per month.

    One row per contact; duplicates are one. Beside: compliments (remarks in that tone).
    """
    table = world.contacts.filter(world.contacts.duplicate_of.isnull())
    month = month_text(table.received_on)
    return world.rows(
        table,
        case=table.contact_id,
        person=table.from_id,
        branch=table.branch,
        on=table.received_on,
        hit=True,
        type=table.type,
        month=month,
        month_type=month + " " + table.type,
        compliment=flag((table.type == "opmerking") & (table.sentiment == "compliment")),
    )


@figure(
    "H3",
    "complaint_rate",
    grain="complaint or service",
    measure=Measure.RATE,
    unit="per 100",
    direction=Direction.STEER,
    branches=BOTH,
)
def complaint_rate(world: "World") -> Table:
    """Complaints per 100 delivered services (finished jobs, executed visits), with an exact Poisson interval.

    One row per complaint (duplicates are one) or service. Complaints about other things than the two branches are out.
    """
    received = complaints(world)
    received = received.filter(received.branch.isin(BOTH)).select(
        "branch",
        case="contact_id",
        person="from_id",
        on="received_on",
        upper=literal(1.0),
        lower=literal(0.0),
    )
    work = world.work.filter(world.work.worked_on.notnull())
    services = work.select(
        "branch", case="work_id", person="client_id", on="worked_on", upper=literal(0.0), lower=literal(1.0)
    )
    table = received.union(services.select(*received.columns))
    return world.rows(
        table,
        case=table.case,
        person=table.person,
        branch=table.branch,
        on=table.on,
        hit=True,
        upper=table.upper,
        lower=table.lower,
    )


@figure(
    "H5",
    "complaints_open",
    grain="complaint",
    measure=Measure.CASES,
    unit="complaints",
    direction=Direction.DOWN,
    branches=BOTH,
    period=Period.STANDING,
    shares_of_all=("due_band",),
    beside=("overdue",),
)
def open_complaints(world: "World") -> Table:
    """Complaints not closed on the date, in complaints, with days to the due date.

    One row per open complaint (or opened again), duplicates as one, whatever the period. Beside: overdue, the due date
    passed without a written verdict.
    """
    table = complaints(world)
    table = table.filter(is_open(table))
    left = table.due.delta(table.as_of, unit="D")
    return world.rows(
        table,
        case=table.contact_id,
        person=table.from_id,
        branch=table.branch,
        on=table.received_on,
        hit=True,
        days_left=left,
        due_band=band(left, ((-1, "overdue"), (7, "0-7"), (21, "8-21")), above=">21"),
        overdue=flag((left < 0) & table.answered_on.isnull()),
    )


@figure(
    "H6",
    "complaint_themes",
    grain="complaint",
    measure=Measure.PERSONS,
    unit="persons",
    direction=Direction.STEER,
    branches=BOTH,
    multi=("themes",),
)
def complaint_themes(world: "World") -> Table:
    """People with a complaint, in persons, and per theme; themes overlap, so they add up to more.

    One row per complaint with the themes a person coded; duplicates are one. An anonymous complaint is a person.
    """
    table = complaints(world)
    return world.rows(
        table,
        case=table.contact_id,
        person=table.from_id,
        branch=table.branch,
        on=table.received_on,
        hit=True,
        themes=table.themes,
    )
