"""What the office keeps: hours of coordination, money in and out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.days import Days, mondays, month_ends
from pipelines.synthetic.rows_office import Booking, CoordinationWeek
from pipelines.synthetic.rows_service import CareVisit, Job
from pipelines.synthetic.world import World

PEOPLE = {"K1": (12, True), "K2": (6, False)}  # hours in a normal week, paid or not
DUES, DUES_MONTH = 12.5, 1


def coordination(world: World, *, days: Days, chance: Chance) -> tuple[CoordinationWeek, ...]:
    """Return one row per coordinator per whole week up to `as_of`, more hours in the first months."""
    rows = []
    for number, monday in enumerate(mondays(world.pilot_start, world.as_of)):
        quiet = monday in days.off or (monday.month, monday.day) in {(12, 22), (12, 29)}
        start_up = 1.35 if number < 10 else 1.0
        for person, (hours, paid) in PEOPLE.items():
            own = chance.fork(monday, person)
            total = hours * start_up * (0.4 if quiet else 1.0) * (0.8 + 0.4 * own.share())
            rows.append(
                CoordinationWeek(
                    week_start=monday,
                    person=person,
                    hours_matching=_halves(total * 0.5),
                    hours_contact=_halves(total * 0.3),
                    hours_admin=_halves(total * 0.2),
                    paid=paid,
                )
            )
    return tuple(rows)


def ledger(
    world: World, *, jobs: tuple[Job, ...], visits: tuple[CareVisit, ...], members: int, chance: Chance
) -> tuple[Booking, ...]:
    """Return all bookings up to `as_of`, numbered by day; `members` pay their dues once a year."""
    months = [last for last in month_ends(world.pilot_start, world.pilot_end) if last <= world.as_of]
    rows = [*_grants(world), *_running_costs(months, chance=chance.fork("costs"))]
    rows += [
        _booking(last, "algemeen", "contributie", DUES * members)
        for last in months
        if last.month == DUES_MONTH
    ]
    rows += _from_jobs(jobs, months) + _from_visits(visits, months)
    rows = [row for row in rows if row.booked_on <= world.as_of and row.amount_eur]
    rows.sort(key=lambda row: (row.booked_on, row.branch, row.kind))
    return tuple(
        replace(row, entry_id=f"{row.booked_on.year}-{place:04d}") for place, row in enumerate(rows, 1)
    )


def _halves(hours: float) -> float:
    return round(hours * 2) / 2


def _booking(day: date, branch: str, kind: str, amount: float, *, local: bool | None = None) -> Booking:
    return Booking(
        entry_id="", booked_on=day, branch=branch, kind=kind, amount_eur=round(amount, 2), local=local
    )


def _grants(world: World) -> Iterator[Booking]:
    for years, month in ((0, 10), (1, 1), (1, 4), (1, 7)):
        day = date(world.pilot_start.year + years, month, 6)
        yield _booking(day, "zorg", "subsidie_gemeente", 11250.0)
        yield _booking(day, "klus", "bijdrage_portaal", 3750.0)
    yield _booking(date(world.pilot_start.year, 9, 15), "algemeen", "fonds", 7500.0)
    yield _booking(date(world.pilot_start.year + 1, 3, 2), "algemeen", "fonds", 2500.0)
    yield _booking(date(world.pilot_start.year, 9, 8), "algemeen", "verzekering", -1184.0)


def _running_costs(months: list[date], *, chance: Chance) -> Iterator[Booking]:
    for last in months:
        own = chance.fork(last)
        yield _booking(last, "algemeen", "coordinatie", -1480.0, local=True)
        yield _booking(
            last.replace(day=own.between(5, 25)),
            "klus",
            "materiaal",
            -(40.0 + own.between(0, 160)),
            local=False,
        )
        yield _booking(
            last.replace(day=own.between(3, 20)),
            "algemeen",
            "overig",
            -(30.0 + own.between(0, 90)),
            local=False,
        )
        if own.happens(0.4):
            yield _booking(
                last.replace(day=own.between(2, 27)),
                "klus",
                "materiaal",
                -own.between(15, 70) - 0.95,
                local=True,
            )


def _from_jobs(jobs: tuple[Job, ...], months: list[date]) -> list[Booking]:
    income: dict[date, float] = defaultdict(float)
    from_landlord: dict[date, float] = defaultdict(float)
    for job in jobs:
        if job.completed_on and job.price_eur:
            month = next((last for last in months if job.completed_on <= last), None)
            if month:
                (from_landlord if job.payer in ("portaal", "de_alliantie") else income)[month] += (
                    job.price_eur
                )
    rows = [_booking(month, "klus", "eigen_bijdrage_klant", amount) for month, amount in income.items()]
    return rows + [
        _booking(month, "klus", "bijdrage_portaal", amount) for month, amount in from_landlord.items()
    ]


def _from_visits(visits: tuple[CareVisit, ...], months: list[date]) -> list[Booking]:
    """Each month what clients pay and what helpers get."""
    paid: dict[tuple[date, str], float] = defaultdict(float)
    income: dict[date, float] = defaultdict(float)
    for visit in visits:
        month = next((last for last in months if visit.planned_on <= last), None)
        if month and visit.amount_eur:
            paid[month, visit.helper_id] -= visit.amount_eur
            income[month] += visit.amount_eur if visit.paid in ("client", "pgb") else 0.0
    rows = [
        _booking(month, "zorg", "vergoeding_helper", amount, local=True)
        for (month, _), amount in paid.items()
    ]
    return rows + [
        _booking(month, "zorg", "eigen_bijdrage_klant", amount) for month, amount in income.items()
    ]
