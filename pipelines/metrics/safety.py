"""Group F: whether every visit was made by somebody whose VOG had been seen."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.care import with_client
from pipelines.metrics.contacts import is_open
from pipelines.metrics.declaration import BOTH, ZORG, Direction, Measure, Period, figure
from pipelines.metrics.expressions import (
    at_least_months_later,
    at_most_months_earlier,
    at_most_months_later,
    flag,
)

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

HEAVY = ("zwaar", "mogelijke_calamiteit")


@figure("F1", "vog_coverage_visits", tier=1, grain="visit", branches=ZORG, exact=True, beside=("without",))
def coverage(world: "World") -> Table:
    """Share of executed care visits by a helper whose VOG had been seen and was within the recheck period, in %.

    One row per executed visit, replacements too. Covered: a VOG seen and approved on or before the day, at most
    36 months (a setting) after its issue. Beside: the number of visits without. 99 % is a breach.
    """
    visits = world.visits.filter(world.visits.status == "uitgevoerd")
    stretches = world.vog_stretches
    joined = visits.left_join(
        stretches,
        [
            visits.helper_id == stretches.its_helper,
            visits.planned_on >= stretches.seen_from,
            visits.planned_on < stretches.seen_until,
        ],
    )
    joined = world.ask(joined.select(*visits.columns, "issued_on"), "vog_recheck_months")
    covered = at_most_months_later(joined.planned_on, joined.issued_on, joined.vog_recheck_months)
    table = with_client(world, joined.mutate(covered=covered.fill_null(False)))
    return world.rows(
        table,
        case=table.visit_id,
        person=table.client_id,
        named=True,
        branch="zorg",
        on=table.planned_on,
        hit=table.covered,
        without=flag(~table.covered),
    )


@figure("F2", "vog_fresh_at_start", grain="helper", branches=ZORG, period=Period.WINDOW, exact=True)
def fresh_at_start(world: "World") -> Table:
    """Share of care helpers whose VOG was at most 3 months old at their first visit and seen before it, in %.

    One row per helper with an executed visit, dated at the first visit ever. Seen on the day itself is in time.
    """
    visits = world.visits.filter(world.visits.status == "uitgevoerd")
    first = visits.group_by("helper_id").aggregate(first_on=visits.planned_on.min())
    first = world.ask(first, "vog_max_age_start_months")
    seen = world.vog_checks.filter(world.vog_checks.status == "gezien_akkoord")
    seen = seen.select("issued_on", "original_seen_on", its_helper="helper_id")
    joined = first.inner_join(seen, [("helper_id", "its_helper")])
    valid = joined.filter(
        (joined.original_seen_on <= joined.first_on)
        & at_most_months_earlier(joined.issued_on, joined.first_on, joined.vog_max_age_start_months)
    )
    fresh = valid.select(its_helper="helper_id").distinct()
    table = first.left_join(fresh, [("helper_id", "its_helper")])
    table = table.select(*first.columns, fresh=table.its_helper.notnull())
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch="zorg",
        on=table.first_on,
        hit=table.fresh,
    )


@figure(
    "F3",
    "vog_due_90d",
    grain="helper",
    measure=Measure.CASES,
    unit="persons",
    direction=Direction.DOWN,
    branches=ZORG,
    period=Period.STANDING,
    beside=("missing", "due"),
)
def due(world: "World") -> Table:
    """Active care helpers without a seen VOG, or with the recheck within 90 days (a setting), in persons.

    One row per active care helper, on pause too. The newest seen VOG counts. Beside: missing and due apart.
    """
    helpers = world.helpers.filter(world.helpers.is_active & world.helpers.branch.isin(("zorg", "beide")))
    seen = world.vog_checks.filter(world.vog_checks.status == "gezien_akkoord")
    newest = seen.group_by(its_helper=seen.helper_id).aggregate(issued_on=seen.issued_on.max())
    joined = helpers.left_join(newest, [("helper_id", "its_helper")]).select(*helpers.columns, "issued_on")
    table = world.ask(joined, "vog_recheck_months", "vog_warn_days")
    table = world.later(table, "as_of", days="vog_warn_days", name="warned_until")
    missing = table.issued_on.isnull()
    soon = at_least_months_later(table.warned_until, table.issued_on, table.vog_recheck_months)
    soon = ~missing & soon.fill_null(False)
    return world.rows(
        table,
        case=table.helper_id,
        person=table.helper_id,
        branch="zorg",
        on=table.active_from,
        hit=missing | soon,
        missing=flag(missing),
        due=flag(soon),
    )


@figure(
    "F4",
    "serious_incidents",
    grain="contact",
    measure=Measure.CASES,
    unit="contacts",
    direction=Direction.DOWN,
    branches=BOTH,
    shares_of_all=("severity",),
    beside=("still_open",),
)
def serious_incidents(world: "World") -> Table:
    """Contacts marked heavy or possible calamity, in contacts; every one is discussed.

    One row per such contact; duplicates are one. Beside: still open. Zero may mean that nobody reports.
    """
    table = world.contacts.filter(world.contacts.severity.isin(HEAVY) & world.contacts.duplicate_of.isnull())
    return world.rows(
        table,
        case=table.contact_id,
        person=table.from_id,
        branch=table.branch,
        on=table.received_on,
        hit=True,
        severity=table.severity,
        still_open=flag(is_open(table)),
    )
