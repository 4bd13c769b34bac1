"""Run charts: whether a series too short or too odd for limits wanders more than chance does."""

import math
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from scipy import special

from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import Array, MaybeNumbers, numbers, whole

FEW_USEFUL = 10  # useful points below which the rules can hardly signal (METHODS, our choice)
CROSSINGS_LEVEL = 0.05  # chance of fewer crossings in a stable series (Anhoej)


@dataclass(frozen=True, kw_only=True)
class RunLimits:
    """Longest run and fewest crossings that chance still explains; None without useful points."""

    longest_run: int | None
    fewest_crossings: int | None


@dataclass(frozen=True, kw_only=True)
class RunChart:
    """A run chart, in the unit of the values. `n` points have a value, `n_useful` of them lie off the median.

    `sides`: per point 1 above, -1 below, 0 on the median, None missing. `signal`: more than chance.
    """

    values: tuple[float | None, ...]
    median: float | None
    sides: tuple[int | None, ...]
    longest_run: int | None
    longest_run_max: int | None
    crossings: int | None
    crossings_min: int | None
    signal: bool
    n: int
    n_useful: int
    method: str = "anhoej"
    caveats: tuple[Caveat, ...] = ()


def anhoej_runs(values: MaybeNumbers) -> RunChart:
    """Return the run chart of values in time order around their median, judged by the Anhoej rules.

    A signal is a run longer, or crossings fewer, than chance gives. Points on the median are left out of the rules,
    missing periods (None) too. All on the median: no signal and no limits. Errors: ValueError for an infinite value.

    Source: Anhoej and Olesen (2014), doi 10.1371/journal.pone.0113825; qicharts2, runs.analysis.

    >>> chart = anhoej_runs([1, 2, 1, 2, 1, 2, 7, 8, 7, 8, 7, 8])
    >>> chart.median, chart.longest_run, chart.crossings, chart.signal
    (4.5, 6, 1, True)
    """
    array = numbers(values, "values", gaps=True)
    known = array[~np.isnan(array)]
    median = float(np.median(known)) if known.size else None
    signs = np.sign(array - median) if median is not None else array
    useful = [int(sign) for sign in signs if sign in (1, -1)]
    limits = anhoej_limits(len(useful))
    longest = max((len(list(run)) for _, run in groupby(useful)), default=None)
    crossings = sum(1 for _ in groupby(useful)) - 1 if useful else None
    return RunChart(
        values=tuple(None if np.isnan(value) else float(value) for value in array),
        median=median,
        sides=_sides(signs),
        longest_run=longest,
        longest_run_max=limits.longest_run,
        crossings=crossings,
        crossings_min=limits.fewest_crossings,
        signal=_signals(longest, crossings, limits),
        n=known.size,
        n_useful=len(useful),
        caveats=_run_caveats(array, len(useful)),
    )


def _sides(signs: Array) -> tuple[int | None, ...]:
    return tuple(None if np.isnan(sign) else int(sign) for sign in signs)


def _signals(longest: int | None, crossings: int | None, limits: RunLimits) -> bool:
    if longest is None or crossings is None or limits.longest_run is None or limits.fewest_crossings is None:
        return False
    return longest > limits.longest_run or crossings < limits.fewest_crossings


def _run_caveats(values: Array, useful: int) -> tuple[Caveat, ...]:
    found = {
        Caveat.NO_DATA: bool(np.isnan(values).all()),
        Caveat.FEW_USEFUL_POINTS: useful < FEW_USEFUL,
        Caveat.MISSING_PERIODS: bool(np.isnan(values).any()),
    }
    return tuple(caveat for caveat, true in found.items() if true)


def anhoej_limits(n_useful: int) -> RunLimits:
    """Return the longest run and the fewest crossings that chance explains for so many points off the median.

    Longest run: round(log2(n)) + 3. Fewest crossings: the 5 % point of a binomial with n - 1 fair throws.

    Source: as `anhoej_runs`.

    >>> anhoej_limits(20)
    RunLimits(longest_run=7, fewest_crossings=6)
    """
    points = whole(n_useful, "n_useful")
    if points == 0:
        return RunLimits(longest_run=None, fewest_crossings=None)
    below = special.bdtr(np.arange(points), points - 1, 0.5)
    crossings = int(np.argmax(below >= CROSSINGS_LEVEL))
    return RunLimits(longest_run=round(math.log2(points)) + 3, fewest_crossings=crossings)
