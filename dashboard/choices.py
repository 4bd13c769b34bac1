"""The choices a reader makes above the figures: which period, which part; they stand in the page's address."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dashboard.words.catalogue import say
from dashboard.words.numbers import SHORT_MONTHS, long_month
from pipelines.vocabulary.quarters import quarter_of
from pipelines.vocabulary.question import Branch, Question

WHOLE_PILOT = "proefjaar"
EVERYTHING = "alles"
PARTS: dict[str, Branch | None] = {EVERYTHING: None, "klussen": "klus", "zorg": "zorg"}
STEPS = {
    "reactie": "job_first_response",
    "afspraak": "job_time_to_appointment",
    "klaar": "job_lead_time",
    "helper": "time_to_match",
    "bezoek": "care_wait_time",
}
STEPS_OF_PART = {
    EVERYTHING: tuple(STEPS),
    "klussen": ("reactie", "afspraak", "klaar", "helper"),
    "zorg": ("helper", "bezoek"),
}


@dataclass(frozen=True, kw_only=True)
class Period:
    """A stretch of days a reader can choose; `key` is its word in the address."""

    key: str
    label: str
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What was chosen. `part` is `alles`, `klussen` or `zorg`; `step` is the step of helping that is shown."""

    period: Period
    part: str
    step: str = ""

    def question(self, *, as_of: date) -> Question:
        """Return the question: figures as they stood at the end of the period, or today if that comes first."""
        whole = self.period.key == WHOLE_PILOT
        return Question(
            as_of=min(self.period.last, as_of),
            period_from=None if whole else self.period.first,
            branch=PARTS[self.part],
            known_on=None if whole else as_of,
        )

    def query(self) -> str:
        """Return the choices as they stand in the address; nothing for the choices everybody starts with."""
        pairs = [
            ("periode", self.period.key, WHOLE_PILOT),
            ("onderdeel", self.part, EVERYTHING),
            ("stap", self.step, STEPS_OF_PART[self.part][0]),
        ]
        return "&".join(f"{name}={value}" for name, value, start in pairs if value and value != start)


def periods(*, pilot_start: date, pilot_end: date, as_of: date) -> tuple[Period, ...]:
    """Return the periods that have begun: the whole pilot, then its quarters, then its months, newest first."""
    last = min(as_of, pilot_end)
    whole = Period(key=WHOLE_PILOT, label=say("pages.whole_pilot"), first=pilot_start, last=pilot_end)
    quarters = _quarters(pilot_start, pilot_end)
    months = _months(pilot_start, pilot_end)
    begun = [period for period in (*reversed(quarters), *reversed(months)) if period.first <= last]
    return (whole, *begun)


def chosen(wanted: Mapping[str, str], *, offered: tuple[Period, ...]) -> Choices:
    """Return the choices an address or a session holds; what does not exist is ignored."""
    by_key = {period.key: period for period in offered}
    part = wanted.get("onderdeel", EVERYTHING)
    part = part if part in PARTS else EVERYTHING
    step = wanted.get("stap", "")
    return Choices(
        period=by_key.get(wanted.get("periode", WHOLE_PILOT), offered[0]),
        part=part,
        step=step if step in STEPS_OF_PART[part] else STEPS_OF_PART[part][0],
    )


def month_ends(*, first: date, last: date) -> tuple[date, ...]:
    """Return the last day of each month in a stretch, and its own last day."""
    ends = [
        _months_later(first.replace(day=1), months) - timedelta(days=1)
        for months in range(1, 12 * (last.year - first.year) + last.month - first.month + 1)
    ]
    return (*ends, last)


def _quarters(start: date, end: date) -> list[Period]:
    """Return the quarters, of whole months: what a month hides cannot be computed from its quarter."""
    found: list[Period] = []
    grouped = groupby(_months(start, end), key=lambda month: quarter_of(month.first, start=start, end=end))
    for number, months in grouped:
        first, *_, last = (*months,) * 2
        label = say(
            "pages.quarter",
            number=number + 1,
            first=SHORT_MONTHS[first.first.month - 1],
            last=f"{SHORT_MONTHS[last.last.month - 1]} {last.last.year}",
        )
        found.append(Period(key=f"kwartaal-{number + 1}", label=label, first=first.first, last=last.last))
    return found


def _months(start: date, end: date) -> list[Period]:
    found: list[Period] = []
    first = start
    while first <= end:
        last = min(_months_later(first.replace(day=1), 1) - timedelta(days=1), end)
        label = long_month(first)
        found.append(
            Period(key=f"maand-{first:%Y-%m}", label=label[0].upper() + label[1:], first=first, last=last)
        )
        first = last + timedelta(days=1)
    return found


def _months_later(day: date, months: int) -> date:
    """Return the same day so many months later; the last of the month where it has no such day."""
    count = day.month - 1 + months
    year, month = day.year + count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def next_figures(*, pilot_start: date, pilot_end: date, as_of: date) -> date | None:
    """Return the last day of the first quarter of the pilot that ends after `as_of`; None after the pilot."""
    ends = (period.last for period in _quarters(pilot_start, pilot_end))
    return next((day for day in ends if day > as_of), None)


def passed_quarters(*, pilot_start: date, pilot_end: date, as_of: date) -> tuple[date, ...]:
    """Return the last days of the quarters of the pilot that are over on `as_of`, newest first."""
    return tuple(
        period.last for period in reversed(_quarters(pilot_start, pilot_end)) if period.last <= as_of
    )
