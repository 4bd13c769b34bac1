"""Group I: coordination, costs and income per service."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import (
    BOTH,
    TOGETHER_ONLY,
    Direction,
    Measure,
    Ratio,
    figure,
)
from pipelines.metrics.expressions import asked, literal, quarter_text

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any
VALUED = "valued_hours"  # unpaid ones, of services and of coordination

PAID_BY_NOBODY = ("niemand", "gratis")  # of a visit, of a job
OWN_INCOME = {
    "fees": "eigen_bijdrage_klant",
    "contributions": "contributie",
    "landlord_work": "bijdrage_portaal",
}


def services(world: "World") -> Table:
    """Finished jobs and executed visits as one row each: `case`, `person`, `branch`, `on`, `hours`, `valued_hours`."""
    work = world.work.filter(world.work.worked_on.notnull())
    hours = work.hours.fill_null(0.0)
    return work.select(
        "branch",
        case="work_id",
        person="client_id",
        on="worked_on",
        hours=hours,
        valued_hours=work.payer.isin(PAID_BY_NOBODY).fill_null(False).ifelse(hours, 0.0),
    )


def with_services(world: "World", sums: Table, *names: str) -> Table:
    """Put rows of sums (`case`, `on`, `branch` and named amounts) above rows of services, zeros where not theirs."""
    zeros = {name: literal(0.0) for name in names if name != VALUED}
    above = sums.select(
        "case", "branch", "on", *names, person="case", services=literal(0.0), hours=literal(0.0)
    )
    below = services(world)
    below = below.mutate(services=literal(1.0), **zeros)
    return above.union(below.select(*above.columns))


def coordination_weeks(world: "World") -> Table:
    """Weeks of coordinators as one row each: `case`, `branch`, `on`, hours `paid_hours` and `unpaid_hours`."""
    weeks = world.coordination
    hours = (
        weeks.hours_matching.fill_null(0.0)
        + weeks.hours_contact.fill_null(0.0)
        + weeks.hours_admin.fill_null(0.0)
    )
    return weeks.select(
        case=weeks.person,
        branch=literal("algemeen"),
        on=weeks.week_start,
        paid_hours=weeks.paid.ifelse(hours, 0.0),
        unpaid_hours=weeks.paid.ifelse(0.0, hours),
    )


def _unpaid_coordination(world: "World") -> Table:
    weeks = coordination_weeks(world)
    unpaid = weeks.filter(weeks.unpaid_hours > 0)
    return unpaid.select("case", "branch", "on", costs=literal(0.0), valued_hours=unpaid.unpaid_hours)


def costs_and_income(world: "World") -> Table:
    """Bookings with `costs` as a positive amount and the kinds of own income apart."""
    ledger = world.ledger
    spent = (ledger.amount_eur < 0).ifelse(-ledger.amount_eur, 0.0)
    earned = {
        name: ((ledger.kind == kind) & (ledger.amount_eur > 0)).ifelse(ledger.amount_eur, 0.0)
        for name, kind in OWN_INCOME.items()
    }
    return ledger.select("branch", "kind", "local", case="entry_id", on="booked_on", costs=spent, **earned)


@figure(
    "I1",
    "coordination_hours_per_service",
    grain="week of coordination or service",
    measure=Measure.RATIO,
    factor=1.0,
    unit="hours",
    direction=Direction.DOWN,
    branches=TOGETHER_ONLY,
    parts=("quarter",),
    ratios=(
        Ratio(name="paid", upper="paid_hours", lower="services", factor=1.0),
        Ratio(name="unpaid", upper="unpaid_hours", lower="services", factor=1.0),
    ),
)
def coordination_hours(world: "World") -> Table:
    """Coordinator hours per finished job or executed visit, in hours.

    One row per coordinator and week, or service. Beside: paid and unpaid hours apart. Parts: quarters, for the start
    costs more.
    """
    sums = coordination_weeks(world)
    table = with_services(world, sums, "paid_hours", "unpaid_hours")
    return world.rows(
        table,
        case=table.case,
        person=table.person,
        branch=table.branch,
        on=table.on,
        hit=True,
        upper=table.paid_hours + table.unpaid_hours,
        lower=table.services,
        paid_hours=table.paid_hours,
        unpaid_hours=table.unpaid_hours,
        services=table.services,
        quarter=quarter_text(table.on),
    )


@figure(
    "I2",
    "cost_per_service",
    grain="booking or service",
    measure=Measure.RATIO,
    factor=1.0,
    unit="euro",
    direction=Direction.DOWN,
    branches=BOTH,
    parts=("quarter",),
    ratios=(
        Ratio(name="per_hour", upper="upper", lower="hours", factor=1.0),
        Ratio(name="with_unpaid", upper="valued", lower="lower", factor=1.0, setting="unpaid_hour_price"),
    ),
)
def cost_per_service(world: "World") -> Table:
    """All cash costs per finished job or executed visit, in euro.

    One row per booking, service, or coordinator and week of unpaid hours; costs and hours of no branch count in the
    total only. Beside: per delivered hour. Unpaid hours cost no cash and are not in it; in a second line they are
    valued at the setting `unpaid_hour_price`: hours of coordination marked unpaid, of visits paid by nobody and of
    jobs done for free. Without that price the second line is empty: it is never guessed.
    """
    spent = costs_and_income(world).select("case", "branch", "on", "costs", valued_hours=literal(0.0))
    table = with_services(world, spent.union(_unpaid_coordination(world)), "costs", VALUED)
    return world.rows(
        table,
        case=table.case,
        person=table.person,
        branch=table.branch,
        on=table.on,
        hit=True,
        upper=table.costs,
        lower=table.services,
        hours=table.hours,
        valued=table.costs + table.valued_hours * asked("unpaid_hour_price"),
        quarter=quarter_text(table.on),
    )


@figure(
    "I3",
    "own_income_share",
    grain="booking",
    measure=Measure.RATIO,
    branches=TOGETHER_ONLY,
    ratios=tuple(Ratio(name=name, upper=name, lower="lower") for name in OWN_INCOME),
)
def own_income(world: "World") -> Table:
    """Own income in % of costs: client fees, contributions and payments for landlord work.

    One row per booking; subsidies and funds are out. Beside: each of the three, for a landlord's payment is a customer
    or a subsidy.
    """
    table = costs_and_income(world)
    return world.rows(
        table,
        case=table.case,
        person=table.case,
        named=True,
        branch=table.branch,
        on=table.on,
        hit=True,
        upper=table.fees + table.contributions + table.landlord_work,
        lower=table.costs,
        **{name: table[name] for name in OWN_INCOME},
    )


@figure(
    "I4",
    "local_turnover",
    tier=3,
    grain="booking",
    measure=Measure.SUM,
    unit="euro",
    branches=BOTH,
    parts=("kind",),
)
def local_turnover(world: "World") -> Table:
    """Money paid to people living in the area, in euro.

    One row per cost booked as local. Turnover is not added value.
    """
    table = costs_and_income(world)
    table = table.filter(table.local.fill_null(False) & (table.costs > 0))
    return world.rows(
        table,
        case=table.case,
        person=table.case,
        named=True,
        branch=table.branch,
        on=table.on,
        hit=True,
        upper=table.costs,
        kind=table.kind,
    )
