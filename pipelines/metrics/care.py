"""Group D: how long people wait for care, and whether visits take place, with the same faces, for the hours agreed."""

from functools import partial
from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import ZORG, Direction, Measure, Period, figure
from pipelines.metrics.expressions import flag, outcome, when

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

REFUSED = ("niet_voor_ons", "doorverwezen", "dubbel")
FOUR_WEEKS = 28  # days; Source: DOMAIN 3 D3-D5, "last 4 weeks"

care_figure = partial(figure, branches=ZORG)


@care_figure(
    "D1",
    "care_wait_time",
    tier=1,
    grain="care request",
    measure=Measure.WAIT,
    unit="days",
    direction=Direction.DOWN,
    time_unit="days",
    norm="norm_care_wait_days",
    beside=("waited_28d",),
)
def wait_time(world: "World") -> Table:
    """Calendar days from request to first executed visit: the median of the curve, open requests included.

    One row per care request. Ended before a visit (withdrawn, died, moved) ends otherwise. Left out: refused, referred,
    double. Beside: the share still without a visit after 28 days, of those old enough.
    """
    care = world.ask(world.care_requests, "as_of")
    care = care.filter(~care.status.isin(REFUSED))
    wait = care.first_visit_on.delta(care.requested_on, unit="D")
    ended = care.ended_on.delta(care.requested_on, unit="D")
    age = care.as_of.delta(care.requested_on, unit="D")
    return world.rows(
        care,
        case=care.care_id,
        person=care.client_id,
        branch="zorg",
        on=care.requested_on,
        hit=wait.notnull(),
        waited_28d=when(age >= FOUR_WEEKS, (wait > FOUR_WEEKS).fill_null(True)),
        duration=wait.fill_null(ended).fill_null(age),
        outcome=outcome(answered=wait.notnull(), ended=ended.notnull()),
    )


@care_figure(
    "D3",
    "visit_reliability",
    tier=1,
    grain="planned visit",
    period=Period.WINDOW,
    beside=("replaced", "missed", "recent"),
)
def reliability(world: "World") -> Table:
    """Share of planned visits that took place or were replaced within 2 days, in the last 4 weeks, in %.

    One row per planned visit; replacement visits are not planned ones. Day 2 after the plan still counts. Left out:
    cancelled by the client, nobody home, lapsed. Beside: `recent`, missed so few days ago that a replacement may
    still come.
    """
    visits = world.ask(world.visits, "as_of", "norm_visit_replaced_days")
    done = world.visits.filter((world.visits.status == "uitgevoerd") & world.visits.replaces_id.notnull())
    stand_in = done.group_by(its_visit=done.replaces_id).aggregate(replaced_on=done.planned_on.min())
    planned = visits.filter(
        visits.replaces_id.isnull() & visits.status.isin(("uitgevoerd", "afgezegd_helper", "vervangen"))
    )
    joined = planned.left_join(stand_in, [("visit_id", "its_visit")])
    table = joined.select(*planned.columns, "replaced_on")
    table = with_client(world, table)
    went = table.status == "uitgevoerd"
    delay = table.replaced_on.delta(table.planned_on, unit="D")
    replaced = ~went & (delay <= table.norm_visit_replaced_days).fill_null(False)
    ago = table.as_of.delta(table.planned_on, unit="D")
    return world.rows(
        table,
        case=table.visit_id,
        person=table.client_id,
        branch="zorg",
        on=table.planned_on,
        hit=went | replaced,
        in_window=ago < FOUR_WEEKS,
        replaced=flag(replaced),
        missed=flag(~went & ~replaced),
        recent=flag(~went & ~replaced & (ago < table.norm_visit_replaced_days)),
    )


def with_client(world: "World", visits: Table) -> Table:
    """Add the client of the care request to visits."""
    requests = world.care_requests.select(its_care="care_id", client_id="client_id")
    joined = visits.left_join(requests, [("care_id", "its_care")])
    return joined.select(*visits.columns, "client_id")
