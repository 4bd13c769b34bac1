"""The named worlds: how large the neighbourhood is, how well it goes, and up to which day."""

from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True, kw_only=True)
class World:
    """One state of the pilot to write files for. Sizes are for the whole pilot year, cut off at `as_of`."""

    name: str
    pilot_start: date = date(2025, 9, 1)
    pilot_end: date = date(2026, 8, 30)
    as_of: date = date(2026, 8, 30)
    jobs: int = 386
    askers: int = 66  # people who ask for a job; some are refused, some rent nothing
    care_people: int = 40
    crew: dict[str, int] = field(default_factory=lambda: {"klus": 11, "zorg": 10, "beide": 3})
    contacts: int = 120
    yes: float = 1.0  # factor on the chance that a helper says yes
    slowness: float = 1.0  # factor on waiting between the steps
    slower_from: date | None = (
        None  # from this day on jobs wait `slower` times as long: a change that is no chance
    )
    slower: float = 1.0
    heaviness: float = 0.0  # added to the chance that it is heavy, and to the share of hours that is promised
    cancelling: float = 1.0  # factor on the chance that a helper cancels a visit
    grade_shift: int = 0  # added to each grade
    complaining: float = 1.0  # factor on the share of complaints among contacts
    holidays: bool = True  # helpers take weeks off
    mistakes: bool = False  # plant the mistakes of real files

    @property
    def weeks(self) -> int:
        """Whole weeks of the pilot year."""
        return ((self.pilot_end - self.pilot_start).days + 1) // 7

    def job_slowness(self, day: date) -> float:
        """Factor on waiting for a job, as it is on a day."""
        turned = self.slower_from is not None and day >= self.slower_from
        return self.slowness * (self.slower if turned else 1.0)

    @property
    def load_day(self) -> date:
        """The day on which the files are loaded: the Monday after they were closed."""
        return self.as_of + timedelta(days=(7 - self.as_of.weekday()) % 7 or 1)


_TINY_CREW = {"klus": 2, "zorg": 2, "beide": 0}
_THIN_CREW = {"klus": 4, "zorg": 6, "beide": 1}
_SMALL_CREW = {"klus": 6, "zorg": 5, "beide": 1}

WORLDS: dict[str, World] = {
    world.name: world
    for world in (
        World(
            name="nothing_yet", as_of=date(2025, 9, 1), jobs=0, askers=0, care_people=0, contacts=0, crew={}
        ),
        World(name="first_month", as_of=date(2025, 9, 28)),
        World(name="on_course", mistakes=True),
        World(
            name="behind",
            jobs=150,
            askers=36,
            care_people=20,
            crew=_SMALL_CREW,
            contacts=70,
            yes=0.6,
            slowness=2.0,
            grade_shift=-1,
            complaining=1.6,
            cancelling=2.0,
        ),
        World(
            name="overloaded",
            jobs=380,
            crew=_THIN_CREW,
            yes=0.8,
            slowness=1.4,
            slower_from=date(2026, 3, 2),
            slower=2.0,
            heaviness=0.45,
            cancelling=2.0,
            complaining=1.3,
            holidays=False,
        ),
        World(name="tiny", jobs=14, askers=4, care_people=4, contacts=4, crew=_TINY_CREW),
        World(name="hostile", jobs=0, askers=0, care_people=0, contacts=0, crew={}),
    )
}
