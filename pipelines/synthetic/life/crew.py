"""The helpers: their agreements, what they can, how willing they are, when they rest, stop or fade away."""

from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.days import DAY
from pipelines.synthetic.rows_people import Helper
from pipelines.synthetic.world import World

JOB_SKILLS = (
    ("klein_timmerwerk", "schilderen", "elektra_klein"),
    ("klein_timmerwerk", "sanitair", "verhuizen"),
    ("tuin", "verhuizen", "schoonmaak"),
    ("computer", "elektra_klein", "administratie"),
    ("klein_timmerwerk", "tuin", "sanitair"),
    ("schilderen", "klein_timmerwerk", "schoonmaak"),
)
CARE_SKILLS = (
    ("schoonmaak", "was", "boodschappen", "gezelschap"),
    ("schoonmaak", "koken", "boodschappen", "respijt"),
    ("gezelschap", "begeleiding_vervoer", "administratie", "boodschappen"),
    ("schoonmaak", "was", "koken", "gezelschap", "begeleiding_vervoer"),
)
NOT_DOING = (("ladder",), ("tillen",), ("huisdieren",), ("avond", "weekend"), ("rokers",), ())
ENGAGEMENTS = {
    "klus": {"vrijwilliger": 6.0, "zzp": 2.5, "dienstverlening_aan_huis": 1.5},
    "zorg": {"dienstverlening_aan_huis": 5.0, "zzp": 2.5, "vrijwilliger": 2.5},
    "beide": {"dienstverlening_aan_huis": 5.0, "vrijwilliger": 5.0},
}
CAPACITY = {"klus": (2, 4), "zorg": (8, 13), "beide": (8, 12)}  # hours a week
FREELANCERS = ("zorg0", "zorg4")  # care helpers who work for themselves
STOPS = {  # by key: weeks after the start of the pilot, and why
    "klus5": (24, "betaald_werk"),
    "zorg3": (29, "overbelast"),
    "klus8": (37, "verhuisd"),
    "zorg7": (43, "te_druk"),
}
PAUSES = {"zorg5": (18, 23), "klus7": (30, 36)}  # weeks after the start of the pilot
FAVOURITE = "klus0"  # always asked first, because he never says no
LAPSED = "zorg1"  # came with a certificate that had to be renewed half-way
FADED = "klus3"  # stopped answering in spring and told nobody
FADED_WEEK = 34
FIRST_CREW = {"klus": 5, "zorg": 6}  # helpers there from the start
NOT_YET = "zorg9"  # registered, certificate still on its way


@dataclass(frozen=True, kw_only=True)
class Crewman:
    """A helper as the pilot knows them: the row, and how they behave."""

    key: str
    row: Helper
    willing: float  # chance of a yes on an easy question
    asked_first: float  # weight when somebody has to be asked
    away: tuple[tuple[date, date], ...]  # weeks off, first and last day
    fades_on: date | None = None

    def works_on(self, day: date) -> bool:
        """Whether the helper is there that day: started, not stopped, not pausing or away."""
        row = self.row
        if day < row.active_from or (row.active_until and day >= row.active_until):
            return False
        if row.pause_from and row.pause_until and row.pause_from <= day <= row.pause_until:
            return False
        return not any(first <= day <= last for first, last in self.away)

    def can_be_asked_on(self, day: date) -> bool:
        """Whether somebody would think of asking: there, and not about to stop."""
        stops_soon = self.row.active_until and day > self.row.active_until - timedelta(days=14)
        return self.works_on(day) and not stops_soon

    @property
    def starts_of_days(self) -> frozenset[int]:
        """Weekdays (Monday is 0) on which the helper comes."""
        return frozenset(
            ("ma", "di", "wo", "do", "vr", "za", "zo").index(day) for day in self.row.days_available
        )


def starts(world: World, *, chance: Chance) -> dict[str, date]:
    """Return when each helper begins, by key: half of them at once, the others over eight months."""
    keys = [f"klus{place}" for place in range(world.crew.get("klus", 0) + world.crew.get("beide", 0) // 2)]
    keys += [
        f"zorg{place}" for place in range(world.crew.get("zorg", 0) + -(-world.crew.get("beide", 0) // 2))
    ]
    begins = {}
    for key in keys:
        number = int(key[4:])
        first = FIRST_CREW[key[:4]]
        weeks = 0 if number < first or len(keys) < 8 else (number + 1 - first) * 5
        day = world.pilot_start + timedelta(weeks=weeks, days=chance.between(0, 9))
        begins[key] = day - timedelta(days=max(0, day.weekday() - 4))
    return {key: day for key, day in begins.items() if day <= world.as_of}


def crewmen(
    world: World, *, begins: dict[str, date], numbers: dict[str, str], chance: Chance
) -> tuple[Crewman, ...]:
    """Return the helpers who are registered on `as_of`, `numbers` giving the Relatienr of each key."""
    return tuple(
        _crewman(world, key, start, numbers=numbers, chance=chance.fork(key))
        for key, start in begins.items()
        if key in numbers
    )


def _branch(world: World, key: str) -> str:
    kind, number = key[:4], int(key[4:])
    return kind if number < world.crew[kind] else "beide"


def _crewman(world: World, key: str, start: date, *, numbers: dict[str, str], chance: Chance) -> Crewman:
    large = sum(world.crew.values()) >= 8
    favourite = large and key == FAVOURITE
    week = timedelta(weeks=1)
    return Crewman(
        key=key,
        row=_row(world, key, start, numbers=numbers, chance=chance),
        willing=0.8 if favourite else 0.31 + 0.2 * chance.share(),
        asked_first=2.6 if favourite else 1.0,
        away=_weeks_off(world, start, chance=chance.fork("away")) if world.holidays else (),
        fades_on=world.pilot_start + FADED_WEEK * week if large and key == FADED else None,
    )


def _row(world: World, key: str, start: date, *, numbers: dict[str, str], chance: Chance) -> Helper:
    branch = _branch(world, key)
    drawn = chance.weighted(ENGAGEMENTS[branch])
    engagement = "zzp" if key in FREELANCERS else drawn
    self_employed, paid = engagement == "zzp", engagement != "vrijwilliger"
    agreement = start - timedelta(days=chance.between(1, 12))
    stop, reason = _stop(world, key)
    pause = _pause(world, key)
    return Helper(
        helper_id=numbers[key],
        branch=branch,
        engagement=engagement,
        kvk_checked_on=agreement if self_employed else None,
        agreement_on=agreement,
        insurance_until=date(world.pilot_end.year, 12, 31) if self_employed else None,
        rate_eur_hour=chance.pick((15.0, 16.5, 17.5, 18.0, 19.5)) if paid else None,
        capacity_hours_week=float(chance.between(*CAPACITY[branch])),
        capacity_clients=None if branch == "klus" else chance.between(4, 8),
        max_asks_4w=6 if key == FAVOURITE else chance.between(6, 10),
        skills=_skills(key, branch),
        not_doing=chance.pick(NOT_DOING),
        days_available=_weekdays(chance),
        active_from=start,
        active_until=stop,
        stop_reason=reason,
        pause_from=pause[0],
        pause_until=pause[1],
        backup_id=_backup(key, numbers, chance=chance),
    )


def _skills(key: str, branch: str) -> tuple[str, ...]:
    number = int(key[4:])
    jobs, care = JOB_SKILLS[number % len(JOB_SKILLS)], CARE_SKILLS[number % len(CARE_SKILLS)]
    return {
        "klus": jobs,
        "zorg": care,
        "beide": jobs[:2] + tuple(skill for skill in care if skill not in jobs[:2]),
    }[branch]


def _weekdays(chance: Chance) -> tuple[str, ...]:
    chosen = chance.some(("ma", "di", "wo", "do", "vr"), count=chance.between(3, 5))
    return tuple(day for day in ("ma", "di", "wo", "do", "vr") if day in chosen)


def _stop(world: World, key: str) -> tuple[date | None, str | None]:
    if sum(world.crew.values()) < 8 or key not in STOPS:
        return None, None
    weeks, reason = STOPS[key]
    day = world.pilot_start + timedelta(weeks=weeks, days=4)
    return (day, reason) if day <= world.as_of else (None, None)


def _pause(world: World, key: str) -> tuple[date | None, date | None]:
    if sum(world.crew.values()) < 8 or key not in PAUSES:
        return None, None
    first, last = (world.pilot_start + timedelta(weeks=weeks) for weeks in PAUSES[key])
    return (first, last - DAY) if first <= world.as_of else (None, None)


def _backup(key: str, numbers: dict[str, str], *, chance: Chance) -> str | None:
    others = [number for other, number in numbers.items() if other[:4] == key[:4] and other != key]
    return chance.pick(others) if others and key.startswith("zorg") and chance.happens(0.6) else None


def _weeks_off(world: World, start: date, *, chance: Chance) -> tuple[tuple[date, date], ...]:
    """Two or three weeks in summer, a week in the year, and for most the days around Christmas."""
    summer = date(world.pilot_end.year, 7, 6) + timedelta(weeks=chance.between(0, 6))
    week = start + timedelta(weeks=chance.between(6, 30))
    christmas = date(world.pilot_start.year, 12, 24)
    weeks = [
        (summer, summer + timedelta(days=6 + 7 * chance.between(1, 2))),
        (week, week + timedelta(days=6)),
    ]
    return tuple(
        weeks + [(christmas, christmas + timedelta(days=chance.between(3, 10)))] * chance.happens(0.7)
    )
