"""Who needs something and when: growth over the year, seasons, holidays, the days of the week."""

from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.days import mondays
from pipelines.synthetic.world import World

SEASON = {
    1: 1.0,
    2: 1.0,
    3: 1.15,
    4: 1.2,
    5: 1.15,
    6: 1.05,
    7: 0.75,
    8: 0.7,
    9: 1.0,
    10: 1.15,
    11: 1.1,
    12: 0.7,
}
WEEKDAYS = {0: 26.0, 1: 21.0, 2: 17.0, 3: 16.0, 4: 13.0, 5: 4.0, 6: 3.0}
KEENNESS = (1, 1, 1, 2, 2, 3, 7)  # most ask once or twice, a few ask often
EARLY, CARE_EARLY = 1.55, 1.9  # above 1: more people come in the first months than in the last
GROWTH_WEEKS = 30  # until the number of jobs a week stops growing


@dataclass(frozen=True, kw_only=True)
class Need:
    """On this day this person (by position) needs something."""

    day: date
    person: int


def job_needs(world: World, *, chance: Chance) -> tuple[Need, ...]:
    """Return all job needs of the pilot year in order of day; those after `as_of` included."""
    days = spread_days(world, total=world.jobs, chance=chance.fork("days"))
    newcomers = _first_turns(world.jobs, people=world.askers)
    keenness = [chance.fork("keen", person).pick(KEENNESS) for person in range(world.askers)]
    needs: list[Need] = []
    known = 0
    for turn, day in enumerate(days):
        if turn in newcomers:
            person, known = known, known + 1
        else:
            person = chance.weighted({person: keenness[person] for person in range(known)})
        needs.append(Need(day=day, person=person))
    return tuple(needs)


def care_needs(world: World, *, chance: Chance) -> tuple[Need, ...]:
    """Return one first care need per person in order of day."""
    length = (world.pilot_end - world.pilot_start).days
    shares = sorted((person + chance.share()) / world.care_people for person in range(world.care_people))
    days = [world.pilot_start + timedelta(days=int(length * share**CARE_EARLY)) for share in shares]
    return tuple(Need(day=_on_weekday(day), person=person) for person, day in enumerate(days))


def spread_days(world: World, *, total: int, chance: Chance) -> list[date]:
    """Return that many days over the whole pilot year: few at first, quiet weeks in summer and at Christmas."""
    weeks = list(mondays(world.pilot_start, world.pilot_end))
    weights = [_busyness(number, monday) for number, monday in enumerate(weeks)]
    days, due, asked = [], 0.0, 0
    for monday, weight in zip(weeks, weights, strict=True):
        due += total * weight / sum(weights)
        days += [monday + timedelta(days=chance.weighted(WEEKDAYS)) for _ in range(round(due) - asked)]
        asked = round(due)
    return sorted(days)


def _first_turns(jobs: int, *, people: int) -> frozenset[int]:
    """Return at which job each person asks for the first time: many in the beginning, new ones until the end."""
    turns: set[int] = set()
    for person in range(people):
        turn = int(jobs * (person / people) ** EARLY)
        while turn in turns:
            turn += 1
        turns.add(turn)
    return frozenset(turns)


def _busyness(week: int, monday: date) -> float:
    growth = 0.45 + 0.55 * min(1.0, week / GROWTH_WEEKS)
    christmas = (monday.month, monday.day) in {(12, 22), (12, 29)}
    return growth * SEASON[monday.month] * (0.45 if christmas else 1.0)


def _on_weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
