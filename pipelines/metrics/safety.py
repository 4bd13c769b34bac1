"""Group F: whether every visit was made by somebody whose VOG had been seen."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.care import with_client
from pipelines.metrics.declaration import ZORG, figure
from pipelines.metrics.expressions import at_most_months_later, flag

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any


@figure("F1", "vog_coverage_visits", tier=1, grain="visit", branches=ZORG, exact=True, beside=("without",))
def coverage(world: "World") -> Table:
    """Share of executed care visits by a helper whose VOG had been seen and was within the recheck period, in %.

    One row per executed visit, replacements too. Covered: a VOG seen and approved on or before the day, at most
    36 months (a setting) after its issue. Beside: the number of visits without. 99 % is a breach.
    """
    visits = world.ask(world.visits, "vog_recheck_months")
    visits = visits.filter(visits.status == "uitgevoerd")
    seen = world.vog_checks.filter(world.vog_checks.status == "gezien_akkoord")
    seen = seen.select("issued_on", "original_seen_on", its_helper="helper_id")
    joined = visits.inner_join(seen, [("helper_id", "its_helper")])
    valid = joined.filter(
        (joined.original_seen_on <= joined.planned_on)
        & at_most_months_later(joined.planned_on, joined.issued_on, joined.vog_recheck_months)
    )
    covered = valid.select(its_visit="visit_id").distinct()
    table = visits.left_join(covered, [("visit_id", "its_visit")])
    table = with_client(world, table.select(*visits.columns, covered=table.its_visit.notnull()))
    return world.rows(
        table,
        case=table.visit_id,
        person=table.client_id,
        branch="zorg",
        on=table.planned_on,
        hit=table.covered,
        without=flag(~table.covered),
    )
