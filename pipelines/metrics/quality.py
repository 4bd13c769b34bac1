"""Group J: how complete the records are that all other figures rest on."""

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import KLUS, TOGETHER_ONLY, Direction, Period, figure
from pipelines.metrics.expressions import literal
from pipelines.schemas.column import Column as Declared
from pipelines.schemas.column import Condition, Need
from pipelines.schemas.registry import record

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any
Column = Any

# Fields a figure needs beside what the record itself requires, and when: B1 and B8 leave out a job without them.
NEEDED = {
    "jobs": (
        ("first_response_on", Condition(column="status", values=("in_behandeling", "ingepland", "afgerond"))),
        ("appointment_first_on", Condition(column="status", values=("afgerond",))),
    ),
    "care_visits": (),
    "contacts": (),
}
SHEETS = {
    "jobs": ("job_id", "client_id", "klus", "reported_on"),
    "care_visits": ("visit_id", "helper_id", "zorg", "planned_on"),
    "contacts": ("contact_id", "from_id", None, "received_on"),
}


def holds(table: Table, condition: Condition) -> Column:
    """Return whether a condition of the declaration holds for a row."""
    column = table[condition.column]
    true = column.isin(condition.values).fill_null(False) if condition.values else column.notnull()
    return ~true if condition.negated else true


def complete(table: Table, sheet: str) -> Column:
    """Return whether a row has every field its record requires and the figures need."""
    declared = [item for item in record(sheet).columns if _counts(item)]
    required = [table[item.name].notnull() for item in declared if item.need is Need.REQUIRED]
    conditional = [
        table[item.name].notnull() | ~reduce(and_, [holds(table, one) for one in item.needed_when])
        for item in declared
        if item.need is Need.CONDITIONAL and item.needed_when
    ]
    needed = [table[name].notnull() | ~holds(table, condition) for name, condition in NEEDED[sheet]]
    return reduce(and_, [*required, *conditional, *needed])


def _counts(item: Declared) -> bool:
    return not (item.vault or item.free_text)


@figure(
    "J1",
    "record_completeness",
    grain="job, visit or contact",
    branches=TOGETHER_ONLY,
    parts=("sheet",),
)
def completeness(world: "World") -> Table:
    """Share of jobs, visits and contacts with every field the figures need, in %.

    One row per record, as it was on the date; parts per sheet. Counted: what the record requires, also on condition,
    and a first reaction and first appointment date once a job is that far. Free text does not count.
    """
    tables = {"jobs": world.jobs, "care_visits": world.visits, "contacts": world.contacts}
    made = [_sheet(table, sheet) for sheet, table in tables.items()]
    table = made[0].union(*made[1:])
    return world.rows(
        table,
        case=table.case,
        person=table.person,
        branch=table.branch,
        on=table.on,
        hit=table.hit,
        sheet=table.sheet,
    )


def _sheet(table: Table, sheet: str) -> Table:
    case, person, branch, on = SHEETS[sheet]
    return table.select(
        case=case,
        person=person,
        branch=table.branch if branch is None else literal(branch),
        on=on,
        hit=complete(table, sheet),
        sheet=literal(sheet),
    )


@figure("J2", "time_of_day_known", tier=3, grain="job", branches=KLUS, direction=Direction.STEER)
def time_known(world: "World") -> Table:
    """Share of job reports with a time of day, in %.

    One row per job. Below 80 % no figure in hours is shown.
    """
    jobs = world.jobs
    return world.rows(
        jobs,
        case=jobs.job_id,
        person=jobs.client_id,
        branch="klus",
        on=jobs.reported_on,
        hit=jobs.reported_time.notnull(),
    )


@figure(
    "J3",
    "duplicate_rate",
    grain="row",
    direction=Direction.DOWN,
    branches=TOGETHER_ONLY,
    period=Period.STANDING,
    parts=("sheet",),
)
def duplicates(world: "World") -> Table:
    """Share of rows marked double or put aside, in %.

    One row per person, job, care request or contact by the date, and per row now in quarantine (part `quarantine`). A
    share of 0 means nobody looked.
    """
    members, jobs, care, contacts = world.members, world.jobs, world.care_requests, world.contacts
    marked = (
        _marked(members, "members", "member_id", members.duplicate_of.notnull()),
        _marked(jobs, "jobs", "job_id", jobs.status == "dubbel"),
        _marked(care, "care_requests", "care_id", care.status == "dubbel"),
        _marked(contacts, "contacts", "contact_id", contacts.duplicate_of.notnull()),
    )
    aside = world.ask(world.stored["quarantine"], "as_of")
    set_aside = aside.select(
        "as_of", case=aside.id.cast("string"), hit=literal(True), sheet=literal("quarantine")
    )
    table = marked[0].union(*marked[1:], set_aside.select(*marked[0].columns))
    return world.rows(
        table,
        case=table.case,
        person=table.case,
        named=True,
        branch="",
        on=table.as_of,
        hit=table.hit,
        sheet=table.sheet,
    )


def _marked(table: Table, sheet: str, case: str, hit: Column) -> Table:
    return table.select("as_of", case=case, hit=hit.fill_null(False), sheet=literal(sheet))
