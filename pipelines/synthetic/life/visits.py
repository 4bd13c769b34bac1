"""Visits: planned week by week from the matches, carried out, called off, missed or replaced."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.care import CareStory, Match
from pipelines.synthetic.life.crew import NOT_YET, Crewman
from pipelines.synthetic.life.days import DAY, Days
from pipelines.synthetic.life.roster import Roster, Slot
from pipelines.synthetic.rows_service import CareRequest, CareVisit
from pipelines.synthetic.voices.visits import NOTES
from pipelines.synthetic.world import World

PAID = {"wmo_zin": "gemeente", "wmo_pgb": "pgb", "particulier": "client", "vrijwillig": "niemand"}
LENGTHS = {0.0: 78.0, 0.25: 10.0, -0.25: 9.0, 0.5: 3.0}  # hours more or less than planned
HELPER_CANCELS, CLIENT_CANCELS, NOT_HOME = 0.06, 0.04, 0.01
REPLACED_IN_LEAVE, REPLACED_AT_ONCE = 0.5, 0.4  # share of the visits for which somebody else is found
WORKS_ON_HOLIDAY = 0.2


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One hour in the plan: which request, who, when."""

    request: CareRequest
    match: Match
    slot: Slot
    day: date


class VisitYear:
    """Carries out the plan day by day."""

    def __init__(
        self, *, world: World, men: tuple[Crewman, ...], roster: Roster, days: Days, chance: Chance
    ) -> None:
        self._world, self._men, self._roster, self._days, self._chance = world, men, roster, days, chance

    def visits(self, stories: tuple[CareStory, ...]) -> tuple[CareVisit, ...]:
        """Return all visits planned up to `as_of`, replacements among them, numbered by day."""
        plan = sorted(
            _plan(stories, world=self._world), key=lambda one: (one.day, one.request.care_id, one.slot.start)
        )
        away = _away(stories, world=self._world, chance=self._chance.fork("away"))
        told: list[CareVisit] = []
        for turn, planned in enumerate(plan):
            told += self._happens(f"b{turn}", planned, away=away, chance=self._chance.fork(turn))
        told.sort(key=lambda visit: (visit.planned_on, visit.planned_start or time(0), visit.visit_id))
        return _numbered(told)

    def _happens(
        self, number: str, planned: Planned, *, away: dict[str, tuple[date, date]], chance: Chance
    ) -> list[CareVisit]:
        visit = _as_planned(number, planned, chance=chance.fork("row"))
        if planned.day in self._days.off and not chance.happens(WORKS_ON_HOLIDAY):
            return [replace(visit, status="vervallen")]
        first, last = away.get(planned.request.care_id, (date.max, date.min))
        if first <= planned.day <= last:
            return [_called_off(visit, "afgezegd_client", days=chance.between(4, 12))]
        if not planned.match.helper.works_on(planned.day):
            return self._without_helper(
                visit, planned, share=REPLACED_IN_LEAVE, otherwise="vervallen", chance=chance
            )
        return self._on_the_day(visit, planned, chance=chance)

    def _on_the_day(self, visit: CareVisit, planned: Planned, *, chance: Chance) -> list[CareVisit]:
        mark = chance.share()
        if mark < CLIENT_CANCELS:
            return [_called_off(visit, "afgezegd_client", days=chance.between(0, 3))]
        if mark < CLIENT_CANCELS + NOT_HOME:
            return [replace(visit, status="niet_thuis")]
        if mark > 1 - HELPER_CANCELS * self._world.cancelling:
            share = REPLACED_AT_ONCE / self._world.cancelling
            return self._without_helper(
                visit, planned, share=share, otherwise="afgezegd_helper", chance=chance
            )
        return [_done(visit, planned, planned.match.helper, chance=chance.fork("done"))]

    def _without_helper(
        self, visit: CareVisit, planned: Planned, *, share: float, otherwise: str, chance: Chance
    ) -> list[CareVisit]:
        """Return the visit and, where somebody else was found, the visit in its place."""
        other = self._stand_in(planned, chance=chance) if chance.happens(share) else None
        if other is None:
            if otherwise == "afgezegd_helper":
                return [_called_off(visit, otherwise, days=chance.between(0, 2))]
            return [replace(visit, status=otherwise)]
        man, day = other
        self._roster.send(man, day, start=planned.slot.start, care_id=planned.request.care_id)
        instead = replace(
            visit,
            visit_id=f"{visit.visit_id}v",
            helper_id=man.row.helper_id,
            planned_on=day,
            replaces_id=visit.visit_id,
        )
        return [replace(visit, status="vervangen"), _done(instead, planned, man, chance=chance.fork("done"))]

    def _stand_in(self, planned: Planned, *, chance: Chance) -> tuple[Crewman, date] | None:
        delay = chance.weighted({0: 6.0, 1: 3.0, 2: 1.5, 4: 0.5})
        day = self._days.later(planned.day, workdays=0) + delay * DAY
        free = [
            man
            for man in self._men
            if man.key.startswith("zorg")
            and man is not planned.match.helper
            and man.row.capacity_clients
            and day.weekday() in man.starts_of_days
            and self._roster.free_at(man, day, start=planned.slot.start)
            and self._roster.knows_room(man, planned.request.care_id, day=day)
            and man.key != NOT_YET
        ]
        return (chance.pick(free), day) if free and day <= self._world.as_of else None


def _plan(stories: tuple[CareStory, ...], *, world: World) -> Iterator[Planned]:
    for story in stories:
        step = 14 if story.request.frequency == "tweewekelijks" else 7
        for match in story.matches:
            for slot in match.slots:
                day = match.since + timedelta(days=(slot.weekday - match.since.weekday()) % 7)
                while day <= min(match.until, world.as_of):
                    yield Planned(request=story.request, match=match, slot=slot, day=day)
                    day += timedelta(days=step)


def _away(stories: tuple[CareStory, ...], *, world: World, chance: Chance) -> dict[str, tuple[date, date]]:
    """Weeks in which a client is in hospital or with family; for one in three, once a year."""
    spans = {}
    for story in stories:
        own = chance.fork(story.request.care_id)
        if own.happens(0.35):
            first = story.request.requested_on + timedelta(days=own.between(50, 250))
            spans[story.request.care_id] = (first, first + timedelta(days=own.between(6, 16)))
    return spans


def _as_planned(number: str, planned: Planned, *, chance: Chance) -> CareVisit:
    return CareVisit(
        visit_id=number,
        care_id=planned.request.care_id,
        helper_id=planned.match.helper.row.helper_id,
        planned_on=planned.day,
        planned_start=time(planned.slot.start // 60, planned.slot.start % 60),
        planned_hours=planned.slot.hours,
        status="vervallen",
        paid=PAID.get(planned.request.funding, "werkplaats"),
        signal=chance.happens(0.02),
    )


def _called_off(visit: CareVisit, status: str, *, days: int) -> CareVisit:
    return replace(visit, status=status, cancelled_on=visit.planned_on - timedelta(days=days))


def _done(visit: CareVisit, planned: Planned, man: Crewman, *, chance: Chance) -> CareVisit:
    hours = max(0.5, planned.slot.hours + chance.weighted(LENGTHS))
    rate = man.row.rate_eur_hour if visit.paid != "niemand" else None
    return replace(
        visit,
        status="uitgevoerd",
        actual_hours=hours,
        amount_eur=round(rate * hours, 2) if rate else None,
        note=chance.pick(NOTES) if chance.happens(0.06) else None,
    )


def _numbered(visits: list[CareVisit]) -> tuple[CareVisit, ...]:
    numbers = {visit.visit_id: f"B{place:06d}" for place, visit in enumerate(visits, 1)}
    return tuple(
        replace(visit, visit_id=numbers[visit.visit_id], replaces_id=numbers.get(visit.replaces_id or ""))
        for visit in visits
    )
