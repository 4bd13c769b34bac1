"""Group E: whether helpers are asked and work within what they agreed, whether they stay, and who pays them."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import TOGETHER_ONLY, Direction, Measure, Period, Ratio, figure
from pipelines.metrics.expressions import band, day_after, flag, judged, latest, months_between, when
from pipelines.metrics.signals import HEAVY, WEEKS, asked, weeks_back, worked_hours

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

UNPAID = ("niemand", "gratis")
WEEKLY_WEEKS = 13  # Source: BW 7:610a, as DOMAIN 3 E7 has it
MONTHS, MONTH_HOURS = 3, 20  # Source: BW 7:610a, as DOMAIN 3 E7 has it
QUARTER_DAYS = 91  # Source: DOMAIN 3 E8
HALF_YEAR, YEAR = 182, 365  # days; Source: DOMAIN 3 E6, 6 and 12 months
NEARLY_ALL = 1 - 1e-9  # exactly all of it is the next band
BANDS = ((0.5, "<=50"), (0.8, "51-80"), (NEARLY_ALL, "81-99"))  # % of the own maximum


def loaded(world: "World") -> Table:
    """Active helpers who are not on pause, with the hours of the last 4 complete weeks (0 without work)."""
    helpers = world.helpers.filter(world.helpers.is_active & ~world.helpers.on_pause)
    hours = worked_hours(world)
    joined = helpers.left_join(hours, [("helper_id", "by_hours")])
    return joined.select(*helpers.columns, hours_4w=joined.hours_4w.fill_null(0.0))


@figure(
    "E1",
    "helper_utilisation",
    grain="helper",
    measure=Measure.RATIO,
    direction=Direction.STEER,
    branches=TOGETHER_ONLY,
    period=Period.STANDING,
    shares_of_all=("load_band",),
)
def utilisation(world: "World") -> Table:
    """Hours of the last 4 complete weeks in % of what helpers said is their maximum.

    One row per active helper, both branches together; on pause: out. Parts: helpers per band of their own maximum.
    """
    table = loaded(world)
    table = table.filter(table.capacity_hours_week > 0)
    maximum = WEEKS * table.capacity_hours_week
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch="beide",
        on=table.as_of,
        hit=True,
        upper=table.hours_4w,
        lower=maximum,
        load_band=band(table.hours_4w / maximum, BANDS, above=">=100"),
    )


@figure(
    "E3",
    "ask_pressure",
    grain="helper",
    direction=Direction.DOWN,
    branches=TOGETHER_ONLY,
    period=Period.STANDING,
    shares_of_all=("ask_band",),
    ratios=(Ratio(name="asks_by_maximum", upper="asks", lower="maximum"),),
)
def ask_pressure(world: "World") -> Table:
    """Share of helpers asked in the last 4 weeks as often as agreed or more, in %.

    One row per active helper; a group app counts for half (a setting), asking again after a yes does not count, no
    agreed maximum: the default (a setting). Beside: all asks in % of all maxima.
    """
    helpers = world.ask(world.helpers.filter(world.helpers.is_active), "max_asks_default_4w")
    joined = helpers.left_join(asked(world), [("helper_id", "by_asks")])
    table = joined.select(*helpers.columns, asks=joined.asks_4w.fill_null(0.0))
    maximum = table.max_asks_4w.cast("float64").fill_null(table.max_asks_default_4w)
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch="beide",
        on=table.as_of,
        hit=table.asks >= maximum,
        asks=table.asks,
        maximum=maximum,
        ask_band=band(table.asks / maximum, BANDS, above=">=100"),
    )


@figure(
    "E4",
    "perceived_load",
    grain="check-in",
    direction=Direction.DOWN,
    branches=TOGETHER_ONLY,
    beside=("answered",),
)
def perceived_load(world: "World") -> Table:
    """Share of answered checks in which the helper finds it heavy or is asked too often, in %; per month too.

    One row per check asked. No answer is not "no": left out, and beside is how many answered.
    """
    checks = world.checkins
    heavy = (checks.load >= HEAVY).fill_null(False) | (checks.asked_too_often == "ja").fill_null(False)
    said = checks.answered_on.notnull() & (checks.load.notnull() | checks.asked_too_often.notnull())
    return world.rows(
        checks,
        case=checks.checkin_id,
        person=checks.helper_id,
        branch="beide",
        on=checks.answered_on.fill_null(checks.asked_on),
        hit=judged(heavy, of=said),
        answered=checks.answered_on.notnull(),
    )


@figure(
    "E5",
    "free_capacity",
    grain="helper",
    measure=Measure.SUM,
    unit="hours per week",
    direction=Direction.STEER,
    branches=TOGETHER_ONLY,
    period=Period.STANDING,
    parts=("helper_branch",),
    multi=("skills",),
)
def free_capacity(world: "World") -> Table:
    """Hours per week still available: what helpers said is their maximum, less a quarter of the last 4 weeks' hours.

    One row per active helper who is not on pause. Parts per skill overlap: a helper has several.
    """
    table = loaded(world)
    table = table.filter(table.capacity_hours_week.notnull())
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch="beide",
        on=table.as_of,
        hit=True,
        upper=table.capacity_hours_week - table.hours_4w / WEEKS,
        helper_branch=table.branch,
        skills=table.skills,
    )


@figure(
    "E6",
    "helper_attrition",
    grain="helper",
    measure=Measure.LOST,
    direction=Direction.DOWN,
    branches=TOGETHER_ONLY,
    time_unit="days",
    horizons=(HALF_YEAR, YEAR),
    period=Period.STANDING,
    shares_of_all=("stop_reason",),
    beside=("never_started", "possibly_stopped"),
)
def attrition(world: "World") -> Table:
    """Share of helpers who stopped within 6 months, and within 12 (parts), in %, from the curve.

    One row per helper who ever worked. Stopping for lack of requests is no event. Beside: who never started, and who
    possibly stopped (no work and no answer for 8 weeks, a setting).
    """
    helpers = world.ask(world.helpers, "active_helper_days")
    last = world.work.group_by(its_worker=world.work.helper_id).aggregate(last_on=world.work.worked_on.max())
    answers = world.checkins.filter(world.checkins.answered_on.notnull())
    said = answers.group_by(its_answerer=answers.helper_id).aggregate(said_on=answers.answered_on.max())
    joined = helpers.left_join(last, [("helper_id", "its_worker")]).select(*helpers.columns, "last_on")
    table = joined.left_join(said, [("helper_id", "its_answerer")]).select(*joined.columns, "said_on")
    worked, stopped = table.last_on.notnull(), table.active_until.notnull()
    left = stopped & (table.stop_reason != "geen_vraag").fill_null(True)
    until = table.active_until.fill_null(table.as_of)
    heard_on = latest(table.last_on, table.said_on)
    silent = table.as_of.delta(heard_on, unit="D") >= table.active_helper_days
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch="beide",
        on=table.active_from,
        hit=judged(left, of=worked),
        duration=when(worked, until.delta(table.active_from, unit="D")),
        outcome=left.ifelse(1, 0),
        stop_reason=when(worked & stopped, table.stop_reason.fill_null("onbekend")),
        never_started=flag(~worked),
        possibly_stopped=flag(worked & ~stopped & silent),
    )


@figure(
    "E7",
    "employment_presumption_signal",
    grain="helper, client and payer",
    measure=Measure.CASES,
    unit="pairs",
    direction=Direction.STEER,
    branches=TOGETHER_ONLY,
    period=Period.STANDING,
    parts=("payer",),
    beside=("weekly", "monthly"),
)
def employment_signal(world: "World") -> Table:
    """Paid helper-client pairs that meet the facts of the legal presumption of employment, in pairs.

    One row per helper, client and payer with paid work. Facts: worked in each of the last 13 complete weeks, or at
    least 20 paid hours in each of the last 3 complete calendar months. Unpaid work is out. A signal, not a verdict.
    """
    paid = world.work.filter(world.work.helper_id.notnull() & ~world.work.payer.isin(UNPAID))
    work = world.ask(paid, "as_of")
    work = work.mutate(
        week=weeks_back(work.worked_on, work.as_of),
        month=months_between(day_after(work.as_of), work.worked_on),
    )
    pair = ("helper_id", "client_id", "payer", "as_of")
    recent = work.filter((work.week >= 0) & (work.week < WEEKLY_WEEKS))
    weeks = recent.group_by(*pair).aggregate(weeks=recent.week.nunique())
    months = work.filter((work.month >= 1) & (work.month <= MONTHS))
    hours = months.group_by(*pair, "month").aggregate(hours=months.hours.sum())
    full = hours.filter(hours.hours >= MONTH_HOURS)
    full = full.group_by(*pair).aggregate(months=full.count())
    pairs = work.select(*pair).distinct()
    joined = pairs.left_join(weeks, pair).select(*pairs.columns, "weeks")
    table = joined.left_join(full, pair).select(*joined.columns, "months")
    weekly = (table.weeks == WEEKLY_WEEKS).fill_null(False)
    monthly = (table.months == MONTHS).fill_null(False)
    return world.rows(
        table,
        case=table.helper_id + "/" + table.client_id + "/" + table.payer,
        person=table.helper_id,
        branch="beide",
        on=table.as_of,
        hit=weekly | monthly,
        payer=table.payer,
        weekly=flag(weekly),
        monthly=flag(monthly),
    )


@figure(
    "E8",
    "client_dependence",
    tier=3,
    grain="helper",
    measure=Measure.RATIO,
    direction=Direction.DOWN,
    branches=TOGETHER_ONLY,
    period=Period.STANDING,
    shares_of_all=("share_band",),
)
def client_dependence(world: "World") -> Table:
    """Hours of freelancers for their largest client, in % of all their hours here in the last 91 days.

    One row per active freelancer with hours. Only hours known here: 100 % here may be 5 % of the person's week.
    """
    work = world.ask(world.work, "as_of")
    recent = work.filter(work.as_of.delta(work.worked_on, unit="D") < QUARTER_DAYS)
    clients = recent.group_by("helper_id", "client_id", "as_of").aggregate(hours=recent.hours.sum())
    per = clients.group_by("helper_id", "as_of").aggregate(
        largest=clients.hours.max(), total=clients.hours.sum()
    )
    helpers = world.helpers.filter((world.helpers.engagement == "zzp") & world.helpers.is_active)
    table = per.inner_join(helpers.select(its_helper="helper_id"), [("helper_id", "its_helper")])
    table = table.select(*per.columns).filter(lambda row: row.total > 0)
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch="beide",
        on=table.as_of,
        hit=True,
        upper=table.largest,
        lower=table.total,
        share_band=band(table.largest / table.total, BANDS, above=">=100"),
    )
