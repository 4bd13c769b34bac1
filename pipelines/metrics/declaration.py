"""What a figure of the catalogue declares beside its expression, and the register they enter."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Rows = Callable[
    ["World"], Any
]  # a World in, an Ibis table of rows out: one row per case at the declared grain

MONTH, BESIDE, TOGETHER = "calendar_month", "beside", ""  # what a line of counts is about
SCORED, SERVICES = 1, 2  # what a value of divided work is: hours, or a number of services
KLUS = ("klus",)
ZORG = ("zorg",)
BOTH = ("klus", "zorg")
TOGETHER_ONLY = ("",)  # asked for the organisation as a whole: its one finding has no branch


class Measure(Enum):
    """How rows become one value. Each reads the columns named here beside those every figure has (see `World.rows`)."""

    PERSONS = "persons"  # distinct persons with hit
    CASES = "cases"  # rows with hit
    SHARE = "share"  # rows with hit, of the rows where hit is known, in %
    IN_TIME = "in_time"  # as SHARE, with the curve of `duration` and `outcome` beside it
    WAIT = "wait"  # median of `duration` from the curve; `outcome` 0 open, 1 answered, 2 ended otherwise
    KEPT = "kept"  # share of cases that lasted longer than the first of `horizons`, in %, from the curve
    LOST = "lost"  # share of cases that ended within the first of `horizons`, in %, from the curve
    GRADE = "grade"  # mean of `score`
    RATIO = "ratio"  # sum of `upper` by sum of `lower`, over rows with hit
    RATE = "rate"  # events by exposure: sum of `upper` per 100 of the sum of `lower`
    SUM = "sum"  # sum of `upper`
    TOP_SHARE = "top_share"  # share of the sum of `score` that the three busiest persons have, in %; `services` beside


class Direction(Enum):
    """Which way is better. STEER: neither up nor down, the committee steers; TOWARDS: as near the target as can be."""

    UP = "up"
    DOWN = "down"
    STEER = "steer"
    TOWARDS = "towards"


class Period(Enum):
    """Which cases a question about a period means."""

    CASES = "cases"  # those that happened from its first day on
    OWN = "own"  # the expression takes the period itself, before it groups
    WINDOW = "window"  # a fixed window before the date asked for, whatever the period
    STANDING = "standing"  # what stands on the date asked for, whatever the period


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """A second line beside a figure: the sum of one column by the sum of another, times `factor`.

    `setting`: what the line cannot be without; empty while nobody has said it.
    """

    name: str
    upper: str
    lower: str
    factor: float = 100.0
    setting: str | None = None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number of the catalogue: what it counts, in which unit, which way is better, what it can be split by.

    `branches`: one for a figure of one branch; two where it is asked for both together and for each. `parts`: columns
    to split by; `multi`: columns with several values in a cell, whose parts overlap; `shares_of_all`: columns whose
    parts are shares of the whole (reasons). `beside`: yes/no columns shown beside the value as a count, or as a share
    where the column also says no; `distinct`: columns whose different values are counted beside it; `ratios`: other
    sums shown beside it. `norm`: setting with the promised time. `horizons`: times (in `time_unit`) a lasting share is
    read at, the first one for the value. `factor`: what a ratio is multiplied by. `exact`: a fact about the
    organisation, judged without an interval. `total_setting`: setting that is the n of a share of something not in
    the records (homes). `target_part`: what the target is about where it is not the value (no red signals).
    `second_clock`: column with the wait counted from another day, shown as a second line. `in_blocks`: drawn over
    cases in a row, where its cases are many enough; its `norm` is in working days.
    """

    id: str
    code: str
    grain: str
    branches: tuple[str, ...]
    rows: Rows
    tier: int = 2
    measure: Measure = Measure.SHARE
    unit: str = "%"
    direction: Direction = Direction.UP
    period: Period = Period.CASES
    parts: tuple[str, ...] = ()
    multi: tuple[str, ...] = ()
    shares_of_all: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    horizons: tuple[int, ...] = ()
    norm: str | None = None
    time_unit: str | None = None
    factor: float = 100.0
    exact: bool = False
    total_setting: str | None = None
    target_part: tuple[str, str] | None = None
    second_clock: str | None = None
    in_blocks: bool = False

    @property
    def has_curve(self) -> bool:
        """Whether the rows carry `duration` and `outcome`."""
        return self.measure in {Measure.IN_TIME, Measure.WAIT, Measure.KEPT, Measure.LOST}

    @property
    def is_whole(self) -> bool:
        """Whether it is asked for the organisation as a whole, never for one branch."""
        return self.branches == TOGETHER_ONLY

    @property
    def has_window(self) -> bool:
        """Whether a question about a period does not change which cases count."""
        return self.period in {Period.WINDOW, Period.STANDING}

    @property
    def adds_up(self) -> bool:
        """Whether it counts persons that come in over the whole pilot, towards a number of them."""
        return self.measure is Measure.PERSONS and self.direction is Direction.UP and not self.has_window

    @property
    def has_scores(self) -> bool:
        """Whether the rows carry `score`."""
        return self.measure in {Measure.GRADE, Measure.TOP_SHARE}

    @property
    def sums(self) -> tuple[str, ...]:
        """Columns whose sums are needed."""
        own = {Measure.RATIO: ("upper", "lower"), Measure.RATE: ("upper", "lower"), Measure.SUM: ("upper",)}
        beside = (name for ratio in self.ratios for name in (ratio.upper, ratio.lower))
        return tuple(dict.fromkeys((*own.get(self.measure, ()), *beside)))


REGISTER: dict[str, Figure] = {}


def figure(identity: str, code: str, **declared: Any) -> Callable[[Rows], Rows]:
    """Enter a function `World -> rows` in the register as the figure with this id and code name."""

    def enter(rows: Rows) -> Rows:
        REGISTER[code] = Figure(id=identity, code=code, rows=rows, **declared)
        return rows

    return enter
