"""Figure E2: which helpers somebody should call. A prompt, never an assessment; always with the reasons."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import TOGETHER_ONLY, Direction, Measure, Period, figure
from pipelines.metrics.expressions import flag, literal, when

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any
Column = Any

WEEKS = 4  # complete ones; Source: DOMAIN 3 E1
FOUR_WEEKS = 28  # days; Source: DOMAIN 3 E1-E3
HEAVY = 4  # of 5; Source: DOMAIN 3 E2
NOT_LONG = ("korter_dan_1_maand", "1_3_maanden")
CANCELLATIONS = 2  # in 4 weeks; Source: DOMAIN 3 E2
REASONS = ("hours", "asks", "self_report", "no_rest", "clients", "cancels")


def weeks_back(day: Column, as_of: Column) -> Column:
    """Return how many complete ISO weeks ago a day was: 0 in the last complete week, negative in the running one."""
    sunday = as_of.delta(day, unit="D") - (as_of.day_of_week.index() + 1) % 7
    return (sunday / 7).floor().cast("int64")


def recent_work(world: "World") -> Table:
    """Return work of helpers with `week`: how many complete weeks ago it was, from the running week on."""
    work = world.ask(world.work, "as_of", "rest_weeks")
    table = work.mutate(week=weeks_back(work.worked_on, work.as_of))
    return table.filter(table.week < table.rest_weeks)


def worked_hours(world: "World") -> Table:
    """Return hours per helper in the last 4 complete ISO weeks, both branches together."""
    work = recent_work(world)
    recent = work.filter((work.week >= 0) & (work.week < WEEKS))
    return recent.group_by(by_hours=recent.helper_id).aggregate(hours_4w=recent.hours.sum())


def asks(world: "World") -> Table:
    """Return asks of the last 4 weeks with their `weight`: an ask in a group app counts for half (a setting).

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
    return recent.mutate(weight=(recent.channel == "groepsapp").ifelse(recent.ask_weight_groupapp, 1.0))


def asked(world: "World") -> Table:
    """Return how often each helper was asked in the last 4 weeks, by the weight of each ask."""
    recent = asks(world)
    return recent.group_by(by_asks=recent.helper_id).aggregate(asks_4w=recent.weight.sum())


def running_matches(world: "World") -> Table:
    """Return care matches that run on the date."""
    yes = world.ask(world.accepted, "as_of")
    return yes.filter(
        (yes.request_type == "zorg")
        & (yes.match_start <= yes.as_of)
        & (yes.match_end > yes.as_of).fill_null(True)
    )


def own_cancellations(world: "World") -> Table:
    """Return visits a helper cancelled, and refusals because it is too much, of the last 4 weeks."""
    visits = world.visits.filter(world.visits.status == "afgezegd_helper")
    one = visits.select("helper_id", "as_of", on=visits.cancelled_on.fill_null(visits.planned_on))
    offers = world.offers.filter(world.offers.decline_reason == "te_veel")
    two = offers.select("helper_id", "as_of", on=offers.responded_on.fill_null(offers.offered_on))
    both = one.union(two)
    return both.filter(both.as_of.delta(both.on, unit="D") < FOUR_WEEKS)


def own_words(world: "World") -> Table:
    """Return answers of the last 45 days (a setting) with `too_much`: 1 where the helper says so, else 0."""
    checks = world.ask(world.checkins, "as_of", "checkin_valid_days")
    recent = checks.filter(checks.as_of.delta(checks.answered_on, unit="D") < checks.checkin_valid_days)
    heavy = (
        (recent.load >= HEAVY).fill_null(False)
        | (recent.asked_too_often == "ja").fill_null(False)
        | recent.perseverance.isin(NOT_LONG).fill_null(False)
    )
    return recent.mutate(too_much=heavy.ifelse(1, 0))


def tracks(world: "World") -> Table:
    """Return per helper what all signals are read from: hours, asks, weeks worked, clients, cancellations, own words.

    One row per helper with any of them; what a helper has none of is empty.
    """
    work, matches = recent_work(world), running_matches(world)
    asks_made, words, cancelled = asks(world), own_words(world), own_cancellations(world)
    complete = work.week >= 0
    sources = (
        work.select(
            "helper_id",
            hours=when(complete & (work.week < WEEKS), work.hours),
            week=when(complete, work.week),
        ),
        asks_made.select("helper_id", ask=asks_made.weight),
        matches.select("helper_id", client="request_id"),
        cancelled.select("helper_id", cancel=literal(1)),
        words.select("helper_id", too_much="too_much"),
    )
    table = world.stacked(
        *sources,
        columns={
            "helper_id": "string",
            "hours": "float64",
            "week": "int64",
            "ask": "float64",
            "client": "string",
            "cancel": "int64",
            "too_much": "int64",
        },
    )
    return table.group_by(its_helper=table.helper_id).aggregate(
        hours_4w=table.hours.sum(),
        weeks=table.week.nunique(),
        asks_4w=table.ask.sum(),
        clients=table.client.nunique(),
        cancels=table.cancel.sum(),
        too_much=table.too_much.max(),
    )


def signalled(world: "World") -> Table:
    """Return active helpers with each signal, how many there are beside own words, and whether they answered."""
    helpers = world.ask(world.helpers.filter(world.helpers.is_active), "max_asks_default_4w", "rest_weeks")
    found = tracks(world)
    joined = helpers.left_join(found, [("helper_id", "its_helper")])
    table = joined.select(*helpers.columns, *(name for name in found.columns if name != "its_helper"))
    here = ~table.on_pause
    most_asks = table.max_asks_4w.cast("float64").fill_null(table.max_asks_default_4w)
    table = table.mutate(
        hours=here & (table.hours_4w >= WEEKS * table.capacity_hours_week).fill_null(False),
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
