"""Which helper goes where at what hour: fixed hours of matches, and who is free for a replacement."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.synthetic.life.crew import Crewman

FOUR_WEEKS = timedelta(days=28)
HOURS_OF_DAY = (540, 675, 810, 945)  # 9:00, 11:15, 13:30, 15:45 in minutes; no visit is longer than two hours


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A fixed hour: weekday (Monday is 0), minutes after midnight, hours planned."""

    weekday: int
    start: int
    hours: float


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A fixed hour of a helper, from and up to a day."""

    slot: Slot
    care_id: str
    since: date
    until: date


class Roster:
    """The fixed hours and single visits of all care helpers."""

    def __init__(self) -> None:
        self._fixed: dict[str, list[Taken]] = defaultdict(list)
        self._single: set[tuple[str, date, int]] = set()
        self._stood_in: dict[str, list[tuple[date, str]]] = defaultdict(list)

    def free_slots(self, man: Crewman, *, since: date, hours: float) -> list[Slot]:
        """Return the fixed hours this helper could still give from that day."""
        busy = {
            (taken.slot.weekday, taken.slot.start) for taken in self._fixed[man.key] if taken.until >= since
        }
        return [
            Slot(weekday=weekday, start=start, hours=hours)
            for weekday in sorted(man.starts_of_days)
            for start in HOURS_OF_DAY
            if (weekday, start) not in busy
        ]

    def hours_a_week(self, man: Crewman, *, day: date) -> float:
        """Return hours promised each week on that day."""
        return sum(taken.slot.hours for taken in self._fixed[man.key] if taken.since <= day <= taken.until)

    def clients(self, man: Crewman, *, day: date) -> int:
        """Return to how many clients the helper comes from that day on."""
        return len({taken.care_id for taken in self._fixed[man.key] if taken.until >= day})

    def take(self, man: Crewman, *, slots: list[Slot], care_id: str, since: date, until: date) -> None:
        """Promise fixed hours."""
        self._fixed[man.key] += [
            Taken(slot=slot, care_id=care_id, since=since, until=until) for slot in slots
        ]

    def knows_room(self, man: Crewman, care_id: str, *, day: date) -> bool:
        """Whether this client would not be one too many, those of the last four weeks counted."""
        lately = {other for stood, other in self._stood_in[man.key] if day - FOUR_WEEKS < stood <= day}
        lately |= {
            taken.care_id for taken in self._fixed[man.key] if taken.since <= day <= taken.until + FOUR_WEEKS
        }
        return len(lately | {care_id}) <= (man.row.capacity_clients or 0)

    def free_at(self, man: Crewman, day: date, *, start: int) -> bool:
        """Whether the helper is there and has no visit at that hour."""
        if not man.works_on(day) or (man.key, day, start) in self._single:
            return False
        return not any(
            taken.slot.weekday == day.weekday()
            and taken.slot.start == start
            and taken.since <= day <= taken.until
            for taken in self._fixed[man.key]
        )

    def send(self, man: Crewman, day: date, *, start: int, care_id: str) -> None:
        """Send the helper once on that day and hour to that client."""
        self._stood_in[man.key].append((day, care_id))
        self._single.add((man.key, day, start))
