"""Figure E2: which helpers somebody should call. A prompt, never an assessment; always with the reasons."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import TOGETHER_ONLY, Direction, Measure, Period, figure
from pipelines.metrics.expressions import flag, literal

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any
Column = Any

FOUR_WEEKS = 28  # days; Source: DOMAIN 3 E1-E3
HEAVY = 4  # of 5; Source: DOMAIN 3 E2
NOT_LONG = ("korter_dan_1_maand", "1_3_maanden")
CANCELLATIONS = 2  # in 4 weeks; Source: DOMAIN 3 E2
REASONS = ("hours", "asks", "self_report", "no_rest", "clients", "cancels")


def weeks_back(day: Column, as_of: Column) -> Column:
    """Return how many complete ISO weeks ago a day was: 0 in the last complete week, negative in the running one."""
    sunday = as_of.delta(day, unit="D") - (as_of.day_of_week.index() + 1) % 7
    return (sunday / 7).floor().cast("int64")


def worked_hours(world: "World") -> Table:
    """Hours per helper in the last 4 complete ISO weeks, both branches together."""
    work = world.ask(world.work, "as_of")
    weeks = weeks_back(work.worked_on, work.as_of)
    recent = work.filter((weeks >= 0) & (weeks < 4))
    return recent.group_by(by_hours=recent.helper_id).aggregate(hours_4w=recent.hours.sum())


def asked(world: "World") -> Table:
    """Count how often each helper was asked in the last 4 weeks; in a group app for half (a setting).

    Left out: asking again somebody who had already said yes to that request.
    """
    offers = world.ask(world.offers, "as_of", "ask_weight_groupapp")
    yes = world.accepted.group_by(
        yes_helper="helper_id", yes_branch="request_type", yes_request="request_id"
    ).aggregate(first_yes_ask=world.accepted.offered_on.min())
    joined = offers.left_join(
        yes, [("helper_id", "yes_helper"), ("request_type", "yes_branch"), ("request_id", "yes_request")]
    )
    table = joined.select(*offers.columns, "first_yes_ask")
    again = (table.first_yes_ask < table.offered_on).fill_null(False)
    recent = table.filter((table.as_of.delta(table.offered_on, unit="D") < FOUR_WEEKS) & ~again)
    weight = (recent.channel == "groepsapp").ifelse(recent.ask_weight_groupapp, 1.0)
    return recent.group_by(by_asks=recent.helper_id).aggregate(asks_4w=weight.sum())


def weeks_worked(world: "World") -> Table:
    """In how many of the last so many complete weeks (a setting) each helper worked."""
    work = world.ask(world.work, "as_of", "rest_weeks")
    table = work.mutate(week=weeks_back(work.worked_on, work.as_of))
    recent = table.filter((table.week >= 0) & (table.week < table.rest_weeks))
    return recent.group_by(by_weeks=recent.helper_id).aggregate(weeks=recent.week.nunique())


def running_clients(world: "World") -> Table:
    """Care clients per helper with a match running on the date."""
    yes = world.ask(world.accepted, "as_of")
    running = yes.filter(
        (yes.request_type == "zorg")
        & (yes.match_start <= yes.as_of)
        & (yes.match_end > yes.as_of).fill_null(True)
    )
    return running.group_by(by_clients=running.helper_id).aggregate(clients=running.request_id.nunique())


def own_cancellations(world: "World") -> Table:
    """Visits a helper cancelled, and refusals because it is too much, per helper in the last 4 weeks."""
    visits = world.ask(world.visits, "as_of")
    called_off = visits.filter(visits.status == "afgezegd_helper")
    one = called_off.select("helper_id", "as_of", on=called_off.cancelled_on.fill_null(called_off.planned_on))
    offers = world.ask(world.offers, "as_of")
    too_much = offers.filter(offers.decline_reason == "te_veel")
    two = too_much.select("helper_id", "as_of", on=too_much.responded_on.fill_null(too_much.offered_on))
    both = one.union(two)
    recent = both.filter(both.as_of.delta(both.on, unit="D") < FOUR_WEEKS)
    return recent.group_by(by_cancels=recent.helper_id).aggregate(cancels=recent.count())


def own_words(world: "World") -> Table:
    """Per helper with an answer in the last 45 days (a setting): whether any said it is too much."""
    checks = world.ask(world.checkins, "as_of", "checkin_valid_days")
    recent = checks.filter(checks.as_of.delta(checks.answered_on, unit="D") < checks.checkin_valid_days)
    heavy = (
        (recent.load >= HEAVY).fill_null(False)
        | (recent.asked_too_often == "ja").fill_null(False)
        | recent.perseverance.isin(NOT_LONG).fill_null(False)
    )
    return recent.group_by(by_words=recent.helper_id).aggregate(too_much=heavy.cast("int64").max())


def signalled(world: "World") -> Table:
    """Active helpers with each signal and their level: red, orange, green, or unknown without a recent answer."""
    table = world.ask(world.helpers.filter(world.helpers.is_active), "max_asks_default_4w", "rest_weeks")
    for counted, key in (
        (worked_hours(world), "by_hours"),
        (asked(world), "by_asks"),
        (weeks_worked(world), "by_weeks"),
        (running_clients(world), "by_clients"),
        (own_cancellations(world), "by_cancels"),
        (own_words(world), "by_words"),
    ):
        joined = table.left_join(counted, [("helper_id", key)])
        table = joined.select(*table.columns, *(name for name in counted.columns if name != key))
    here = ~table.on_pause
    most_asks = table.max_asks_4w.cast("float64").fill_null(table.max_asks_default_4w)
    table = table.mutate(
        hours=here & (table.hours_4w >= 4 * table.capacity_hours_week).fill_null(False),
        asks=here & (table.asks_4w >= most_asks).fill_null(False),
        self_report=(table.too_much == 1).fill_null(False),
        no_rest=(table.weeks >= table.rest_weeks).fill_null(False),
        clients=(table.clients > table.capacity_clients).fill_null(False),
        cancels=(table.cancels >= CANCELLATIONS).fill_null(False),
        answered=table.too_much.notnull(),
    )
    others = sum(table[name].cast("int64") for name in REASONS if name != "self_report")
    return table.mutate(others=others)


@figure(
    "E2",
    "helpers_at_risk",
    tier=1,
    grain="helper",
    measure=Measure.CASES,
    unit="persons",
    direction=Direction.DOWN,
    branches=TOGETHER_ONLY,
    period=Period.STANDING,
    shares_of_all=("level",),
    target_part=("level", "red"),
    beside=REASONS,
)
def at_risk(world: "World") -> Table:
    """Helpers with an orange or red signal on the date, in persons.

    One row per active helper. Red: says so (a check in the last 45 days) or two other signals; orange: one other.
    Signals: hours (4 complete weeks at or above capacity), asks (at or above the agreed maximum), no rest (worked in
    each of 10 weeks), clients (more than agreed), cancels (two in 4 weeks). On pause: out of hours and asks. No recent
    answer and no signal: unknown, not green.
    """
    table = signalled(world)
    red = table.self_report | (table.others >= 2)
    orange = ~red & (table.others == 1)
    level = red.ifelse("red", orange.ifelse("orange", table.answered.ifelse("green", "unknown")))
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch=literal("beide"),
        on=table.active_from,
        hit=red | orange,
        level=level,
        **{name: flag(table[name]) for name in REASONS},
    )
