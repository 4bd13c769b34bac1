"""Group C: whether and how soon a helper says yes, and whether the match fits and holds."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import BOTH, Direction, Measure, figure
from pipelines.metrics.expressions import flag, judged, literal, outcome, when

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

REFUSED = ("niet_voor_ons", "doorverwezen", "dubbel")


def requests(world: "World") -> Table:
    """Jobs and care requests that were not refused, referred or double, with the first yes known by then.

    One row per request: `request_id`, `client_id`, `branch`, `asked_on`, `closed_on` (done or ended; empty while it
    runs), `said_yes` (a yes exists) and `yes_on` (the date of the first one).
    """
    jobs, care = world.jobs, world.care_requests
    asked = jobs.filter(~jobs.status.isin(REFUSED)).select(
        "client_id",
        request_id="job_id",
        branch=literal("klus"),
        asked_on="reported_on",
        closed_on=jobs.completed_on.fill_null(jobs.closed_on),
    )
    cared = care.filter(~care.status.isin(REFUSED)).select(
        "client_id",
        request_id="care_id",
        branch=literal("zorg"),
        asked_on="requested_on",
        closed_on=care.ended_on,
    )
    yes = world.accepted
    first = yes.group_by(its_branch=yes.request_type, its_request=yes.request_id).aggregate(
        yes_on=yes.responded_on.min(), yeses=yes.count()
    )
    both = asked.union(cared)
    joined = both.left_join(first, [("branch", "its_branch"), ("request_id", "its_request")])
    return joined.select(*both.columns, "yes_on", said_yes=joined.yeses.notnull())


@figure(
    "C1",
    "match_rate_14d",
    tier=1,
    grain="request",
    branches=BOTH,
    norm="norm_match_days",
    beside=("undated",),
)
def match_rate(world: "World") -> Table:
    """Share of requests with a helper's yes within 14 days (a setting), in %.

    One row per job or care request that is at least that old. Withdrawn without a yes is a miss. Left out: refused,
    referred, double, and those whose only yes has no date (beside, `undated`).
    """
    table = world.ask(requests(world), "as_of", "norm_match_days")
    undated = table.said_yes & table.yes_on.isnull()
    old_enough = table.as_of.delta(table.asked_on, unit="D") >= table.norm_match_days
    in_time = table.yes_on.delta(table.asked_on, unit="D") <= table.norm_match_days
    return world.rows(
        table,
        case=table.request_id,
        person=table.client_id,
        branch=table.branch,
        on=table.asked_on,
        hit=judged(in_time, of=old_enough & ~undated),
        pending=flag(~old_enough & ~undated),
        undated=flag(undated),
    )


@figure(
    "C2",
    "time_to_match",
    grain="request",
    measure=Measure.WAIT,
    unit="working days",
    direction=Direction.DOWN,
    branches=BOTH,
    time_unit="working days",
    beside=("unmatched_14d", "unmatched_28d", "undated"),
)
def time_to_match(world: "World") -> Table:
    """Working days until a helper said yes: the median of the curve, open requests included.

    One row per job or care request, as C1. Closed without a yes ends otherwise. Beside: the share still without a yes
    14 and 28 days after the request, of those old enough.
    """
    table = world.ask(requests(world), "as_of")
    table = world.indexed(table, "asked_on", "yes_on", "closed_on", "as_of")
    undated = table.said_yes & table.yes_on.isnull()
    age = table.as_of.delta(table.asked_on, unit="D")
    days = table.yes_on.delta(table.asked_on, unit="D")
    wait = table.yes_on_wd - table.asked_on_wd
    closed = table.closed_on_wd - table.asked_on_wd
    return world.rows(
        table,
        case=table.request_id,
        person=table.client_id,
        branch=table.branch,
        on=table.asked_on,
        hit=judged(wait.notnull(), of=~undated),
        unmatched_14d=unmatched(days, of=(age >= 14) & ~undated, after=14),
        unmatched_28d=unmatched(days, of=(age >= 28) & ~undated, after=28),
        undated=flag(undated),
        duration=when(~undated, wait.fill_null(closed).fill_null(table.as_of_wd - table.asked_on_wd)),
        outcome=outcome(answered=wait.notnull(), ended=closed.notnull()),
    )


def unmatched(days: Any, *, of: Any, after: int) -> Any:
    """Return whether no yes came within so many days, for the requests judged."""
    return when(of, (days > after).fill_null(True))
