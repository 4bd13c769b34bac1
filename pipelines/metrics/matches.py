"""Group C: whether and how soon a helper says yes, and whether the match fits and holds."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import BOTH, ZORG, Direction, Measure, Period, figure
from pipelines.metrics.expressions import flag, has_choice, judged, literal, month_text, outcome, when
from pipelines.metrics.reach import registrations

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

FAILED = ("geen_klik", "overbelast", "helper_gestopt", "onvrede_klant")  # Source: DOMAIN 3 C4
HOLD_DAYS = 90  # Source: DOMAIN 3 C4
ONE_OFF_DAYS = 7  # Source: DOMAIN 3 C4
QUARTER_DAYS = 91  # 13 weeks; Source: DOMAIN 3 C6
SKILLS_ASKED = (
    "schoonmaak",
    "was",
    "boodschappen",
    "koken",
    "gezelschap",
    "begeleiding_vervoer",
    "administratie",
    "respijt",
)
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


@figure(
    "C3",
    "offers_per_match",
    grain="ask",
    measure=Measure.RATIO,
    factor=1.0,
    unit="asks per match",
    direction=Direction.DOWN,
    branches=BOTH,
    parts=("month",),
)
def offers_per_match(world: "World") -> Table:
    """How many helpers had to be asked for one yes, in asks per match.

    One row per ask that was not taken back; an ask in a group app counts for half (a setting). No yes yet: undefined.
    """
    offers = world.ask(world.offers, "ask_weight_groupapp")
    offers = offers.filter(offers.response != "ingetrokken")
    return world.rows(
        offers,
        case=offers.offer_id,
        person=offers.helper_id,
        branch=offers.request_type,
        on=offers.offered_on,
        hit=True,
        upper=(offers.channel == "groepsapp").ifelse(offers.ask_weight_groupapp, 1.0),
        lower=(offers.response == "ja").ifelse(1.0, 0.0),
        month=month_text(offers.offered_on),
    )


def care_matches(world: "World") -> Table:
    """Care matches that had begun by then, with the client of the request; without a start date they have not."""
    yes = world.ask(world.accepted, "as_of")
    begun = yes.filter((yes.request_type == "zorg") & (yes.match_start <= yes.as_of))
    care = world.care_asked.select("help_type", its_care="care_id", client_id="client_id")
    joined = begun.left_join(care, [("request_id", "its_care")])
    return joined.select(*begun.columns, "client_id", "help_type")


@figure(
    "C4",
    "match_retention_90d",
    grain="care match",
    measure=Measure.KEPT,
    branches=ZORG,
    time_unit="days",
    horizons=(HOLD_DAYS,),
    shares_of_all=("end_reason",),
)
def retention(world: "World") -> Table:
    """Share of care matches still running after 90 days, in %, from the curve.

    One row per care match. It fails when it ends for lack of a click, overload, a helper who stops or a client who is
    not content; any other end (death, moving, no longer needed) and a running match were followed until then. Left
    out: one-off replacements (finished within 7 days).
    """
    table = care_matches(world)
    lasted = table.match_end.delta(table.match_start, unit="D")
    one_off = ((lasted <= ONE_OFF_DAYS) & (table.match_end_reason == "afgerond")).fill_null(False)
    table = table.filter(~one_off)
    lasted = table.match_end.delta(table.match_start, unit="D")
    failed = table.match_end_reason.isin(FAILED).fill_null(False)
    return world.rows(
        table,
        case=table.offer_id,
        person=table.client_id,
        branch="zorg",
        on=table.match_start,
        hit=~failed,
        duration=lasted.fill_null(table.as_of.delta(table.match_start, unit="D")),
        outcome=failed.ifelse(1, 0),
        end_reason=table.match_end_reason,
    )


@figure(
    "C5", "match_fit", grain="care match", branches=ZORG, beside=("skills_covered", "vog_seen", "same_day")
)
def fit(world: "World") -> Table:
    """Share of care matches where the asked skills are covered and the VOG had been seen before the start, in %.

    One row per care match that has begun; same-day replacements are in (beside, `same_day`). Help type `anders` asks
    for no skill. Beside: each of the two parts.
    """
    table = care_matches(world)
    helpers = world.helpers.select("skills", its_helper="helper_id")
    vog = world.vog_checks.filter(world.vog_checks.status == "gezien_akkoord")
    first = vog.group_by(vog_helper=vog.helper_id).aggregate(seen_on=vog.original_seen_on.min())
    joined = table.left_join(helpers, [("helper_id", "its_helper")])
    joined = joined.select(*table.columns, "skills").left_join(first, [("helper_id", "vog_helper")])
    table = joined.select(*table.columns, "skills", "seen_on")
    covered = literal(True)
    for skill in SKILLS_ASKED:
        covered &= ~has_choice(table.help_type, skill) | has_choice(table.skills, skill)
    seen = (table.seen_on <= table.match_start).fill_null(False)
    return world.rows(
        table,
        case=table.offer_id,
        person=table.client_id,
        branch="zorg",
        on=table.match_start,
        hit=covered & seen,
        skills_covered=covered,
        vog_seen=seen,
        same_day=flag(table.offered_on == table.match_start),
    )


@figure(
    "C6",
    "work_distribution",
    grain="helper and branch",
    measure=Measure.TOP_SHARE,
    direction=Direction.DOWN,
    branches=BOTH,
    period=Period.STANDING,
    beside=("without_hours",),
)
def distribution(world: "World") -> Table:
    """Share of all hours of the last 13 weeks done by the three busiest helpers, in %.

    One row per helper and branch: everybody who is active or worked, with hours (0 included). Beside: what an equal
    division would give, and helpers without hours. In both branches: once in the total. Chance divides services, not
    hours: the Gini coefficient, what chance alone would give and its p are about finished jobs and executed visits.
    """
    work = world.ask(world.work, "as_of")
    recent = work.filter(work.as_of.delta(work.worked_on, unit="D") < QUARTER_DAYS)
    hours = recent.group_by("helper_id", "branch").aggregate(
        score=recent.hours.sum(), services=recent.count()
    )
    hours = hours.filter(hours.helper_id.notnull())
    joined = registrations(world).outer_join(hours, ["helper_id", "branch"])
    table = joined.select(
        helper_id=joined.helper_id.fill_null(joined.helper_id_right),
        branch=joined.branch.fill_null(joined.branch_right),
        score=joined.score.fill_null(0.0),
        services=joined.services.fill_null(0),
    )
    table = world.ask(table, "as_of")
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch=table.branch,
        on=table.as_of,
        hit=True,
        score=table.score,
        services=table.services,
        without_hours=flag(table.score == 0),
    )
