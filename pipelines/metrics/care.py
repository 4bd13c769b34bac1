"""Group D: how long people wait for care, and whether visits take place, with the same faces, for the hours agreed."""

from functools import partial
from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import ZORG, Direction, Measure, Period, Ratio, figure
from pipelines.metrics.expressions import band, flag, outcome, when

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

REFUSED = ("niet_voor_ons", "doorverwezen", "dubbel")
WAITING = ("aangevraagd", "intake", "wachtend")
FEWEST_VISITS = 3  # below this continuity has no meaning; Source: DOMAIN 3 D4
MOST_FACES = 2  # Source: DOMAIN 3 D4
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
    second_clock="from_wanted",
)
def wait_time(world: "World") -> Table:
    """Calendar days from request to first executed visit: the median of the curve, open requests included.

    One row per care request. Ended before a visit (withdrawn, died, moved) ends otherwise. Left out: refused, referred,
    double. Beside: the share still without a visit after 28 days, of those old enough. Second line: the same median
    with the clock started on the day help was wanted from, where that is later than the request.
    """
    care = world.ask(world.care_requests, "as_of")
    care = care.filter(~care.status.isin(REFUSED))
    later = (care.wanted_from > care.requested_on).fill_null(False)
    care = care.mutate(clock_from=later.ifelse(care.wanted_from, care.requested_on))
    until = care.first_visit_on.fill_null(care.ended_on).fill_null(care.as_of)
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
        from_wanted=until.delta(care.clock_from, unit="D"),
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
        named=True,
        branch="zorg",
        on=table.planned_on,
        hit=went | replaced,
        in_window=ago < FOUR_WEEKS,
        replaced=flag(replaced),
        missed=flag(~went & ~replaced),
        recent=flag(~went & ~replaced & (ago < table.norm_visit_replaced_days)),
    )


def with_client(world: "World", visits: Table) -> Table:
    """Add the client of the care request to visits: the person, as `World.rows` asks for with `named`."""
    requests = world.care_clients.select(its_care="care_id", client_id="client_id")
    joined = visits.left_join(requests, [("care_id", "its_care")])
    return joined.select(*visits.columns, "client_id")


@care_figure(
    "D2",
    "care_waiting_list",
    grain="care request",
    measure=Measure.PERSONS,
    unit="persons",
    direction=Direction.DOWN,
    period=Period.STANDING,
    shares_of_all=("age_band",),
    beside=("over_28d",),
)
def waiting_list(world: "World") -> Table:
    """People who asked for help and had no visit yet on the date, in persons, with their age in days.

    One row per care request that is asked for, in intake or waiting, whatever the period. Beside: over 28 days.
    """
    care = world.care_requests
    care = care.filter(care.status.isin(WAITING) & care.first_visit_on.isnull())
    age = care.as_of.delta(care.requested_on, unit="D")
    return world.rows(
        care,
        case=care.care_id,
        person=care.client_id,
        branch="zorg",
        on=care.requested_on,
        hit=True,
        age=age,
        age_band=band(age, ((14, "0-14"), (28, "15-28")), above=">28"),
        over_28d=flag(age > FOUR_WEEKS),
    )


@care_figure(
    "D4",
    "carer_continuity",
    grain="care request",
    period=Period.STANDING,
    shares_of_all=("faces",),
    beside=("without_backup",),
    ratios=(Ratio(name="main_helper", upper="main_visits", lower="visits"),),
)
def continuity(world: "World") -> Table:
    """Share of care clients with at most two different helpers in the last 4 weeks, in %.

    One row per care request with at least 3 executed visits in those 28 days, with its number of `faces`. Beside: the
    main helper's share of the visits, and clients whose main helper has no backup.
    """
    visits = world.ask(world.visits, "as_of")
    recent = visits.filter(
        (visits.status == "uitgevoerd") & (visits.as_of.delta(visits.planned_on, unit="D") < FOUR_WEEKS)
    )
    per_helper = recent.group_by("care_id", "helper_id").aggregate(visits=recent.count())
    main = world.first(per_helper, by="care_id", order=(per_helper.visits.desc(), per_helper.helper_id))
    main = main.select(main_care="care_id", main_helper="helper_id", main_visits="visits")
    faces = per_helper.group_by("care_id").aggregate(
        faces=per_helper.helper_id.nunique(), visits=per_helper.visits.sum()
    )
    backups = world.helpers.select("backup_id", its_helper="helper_id")
    joined = faces.inner_join(main, [("care_id", "main_care")]).select(
        *faces.columns, "main_helper", "main_visits"
    )
    backed = joined.left_join(backups, [("main_helper", "its_helper")]).select(*joined.columns, "backup_id")
    table = world.ask(with_client(world, backed.filter(backed.visits >= FEWEST_VISITS)), "as_of")
    return world.rows(
        table,
        case=table.care_id,
        person=table.client_id,
        named=True,
        branch="zorg",
        on=table.as_of,
        hit=table.faces <= MOST_FACES,
        faces=table.faces,
        visits=table.visits,
        main_visits=table.main_visits,
        without_backup=table.backup_id.isnull(),
    )


@care_figure(
    "D5",
    "care_hours_delivered",
    grain="visit",
    measure=Measure.RATIO,
    direction=Direction.TOWARDS,
    period=Period.WINDOW,
)
def hours_delivered(world: "World") -> Table:
    """Delivered hours in % of planned hours, in the last 4 weeks.

    One row per visit not cancelled by the client. Replacements count as delivered, not as planned. Above 100 % is
    unpaid extra work, not good news.
    """
    visits = with_client(world, world.visits.filter(world.visits.status != "afgezegd_client"))
    done = visits.status == "uitgevoerd"
    return world.rows(
        visits,
        case=visits.visit_id,
        person=visits.client_id,
        named=True,
        branch="zorg",
        on=visits.planned_on,
        hit=True,
        in_window=visits.as_of.delta(visits.planned_on, unit="D") < FOUR_WEEKS,
        upper=done.ifelse(visits.actual_hours.fill_null(0.0), 0.0),
        lower=visits.replaces_id.isnull().ifelse(visits.planned_hours.fill_null(0.0), 0.0),
    )
