"""A figure with everything needed to read it honestly: n, interval, target, verdict, caveats, parts."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Verdict(Enum):
    """Whether a target is proven met; the value is the Dutch word on screen (RULES 5: three states, no colours)."""

    MET = "aangetoond gehaald"
    NOT_MET = "aangetoond niet gehaald"
    UNDECIDED = "niet te zeggen"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One cell of a breakdown: `by` is what it is split by (`landlord`), `key` the value (`portaal`).

    `value` has the unit of the finding. `persons`: distinct persons behind it. Hidden: the desk took the numbers out.
    """

    by: str
    key: str
    value: float | None
    k: float | None = None
    n: float | None = None
    persons: int | None = None
    low: float | None = None
    high: float | None = None
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class Month:
    """The figure over the cases of one calendar month; `start` is its first day, `complete` once it is over."""

    start: date
    value: float | None
    k: float | None = None
    n: float | None = None
    persons: int | None = None
    complete: bool = True
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class Block(Month):
    """The figure over cases in a row within one month: of the days `start` to `last`, both with cases in it.

    `complete` once no case can join it any more.
    """

    last: date


@dataclass(frozen=True, kw_only=True)
class CurvePoint:
    """Share (0 to 1) answered within `time`, with its 95 % limits and the cases still waiting just before it."""

    time: float
    answered: float
    low: float
    high: float
    at_risk: int


@dataclass(frozen=True, kw_only=True)
class Curve:
    """How long it takes, open cases included. `unit` is `workdays` or `days`; `norm` is the promised time.

    `median` None: not reached yet. `events` were answered, `open_cases` wait, `withdrawn` ended without an answer
    (a competing event); None where the desk took them out. `cut`: the last points were left out because too few persons were still waiting.
    """

    unit: str
    points: tuple[CurvePoint, ...]
    median: float | None
    median_low: float | None
    median_high: float | None
    norm: float | None
    events: int | None
    open_cases: int | None
    withdrawn: int | None
    cut: bool = False


@dataclass(frozen=True, kw_only=True)
class Projection:
    """Where a count with a target will end: probability of reaching it and the 10, 50, 90 % of the final total."""

    target: float
    horizon: date
    p_reach: float
    total_low: float
    total_mid: float
    total_high: float


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The answer of one figure for one branch (None: both together, or a figure without branches).

    `value`, `low`, `high`, `target` and `floor` are in `unit`: persons, jobs, `%` (0 to 100), days, grade, ...; None
    where undefined. `k` of `n`: the cases that count of the cases judged. `persons`: distinct persons behind n.
    `pending`: cases too young to judge. `leaning`: True points to the target, None where nothing points.
    `more_needed`: cases (or persons) more until a verdict can fall, if the share stays as it is; None where none can.
    A caveat says where that is more than a pilot year, or the figure's own window, can bring.
    `norm`: the promised time, in `norm_unit` (`workdays`, `days`), where there is one; it stays when the curve does not.
    `caveats` are codes; their sentences stand in `vocabulary/words/figures.py`. `retrospective`: the target was set
    after the start. `series`: one entry per calendar month. `blocks`: the same cases in more and smaller points, for
    figures that have them, of a question about the whole pilot.
    """

    id: str
    code: str
    branch: str | None
    value: float | None
    k: float | None
    n: float | None
    low: float | None
    high: float | None
    unit: str
    as_of: date
    target: float | None = None
    floor: float | None = None
    verdict: Verdict | None = None
    leaning: bool | None = None
    more_needed: int | None = None
    retrospective: bool = False
    caveats: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    persons: int | None = None
    pending: int = 0
    curve: Curve | None = None
    series: tuple[Month, ...] = ()
    blocks: tuple[Block, ...] = ()
    projection: Projection | None = None
    norm: float | None = None
    norm_unit: str | None = None
    hidden: bool = False
