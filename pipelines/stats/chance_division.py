"""How unequal a division looks when only chance divides: the baseline that a Gini needs beside it.

The inequality of a division is its sum of differences over all pairs of workers; for whole jobs a whole number, so
that comparing with what was seen needs no rounding.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import special

from pipelines.stats.inputs import Array

DRAWS = 20_000  # seeded draws when exact counting would take too long
EXACT_CELLS = 60_000  # jobs x jobs x (workers - 1) up to which equal chances are counted exactly
EXACT_DIVISIONS = 20_000  # divisions up to which unequal chances are counted exactly
CHUNK = 2_000_000  # numbers drawn at once, so that many workers do not fill the memory
WINDOW = 40  # standard deviations around the mean beyond which a binomial adds nothing to a float
ROUNDING = 1e-12  # an inequality this little below the one seen is the same one

Inequality = Callable[[Array], Array]


@dataclass(frozen=True, kw_only=True)
class Chance:
    """`expected` inequality by chance, and `p`: chance of at least the inequality seen. `exact` or from draws.

    `p` None: it needed draws, and none were asked for.
    """

    expected: float
    p: float | None
    exact: bool


def pair_differences(values: Array) -> float:
    """Return the sum of absolute differences over all pairs, in the unit of the values.

    >>> pair_differences(np.array([0.0, 0.0, 3.0]))
    6.0
    """
    n = values.size
    return float(np.sort(values) @ (2 * np.arange(1, n + 1) - n - 1))


def expected_differences(jobs: int, workers: int) -> float:
    """Return the exact expected sum of pair differences when each job falls to each worker with equal chance.

    Two workers together get K jobs, binomial; given K, their mean difference is that of K fair throws.

    Source: direct sum; checked against full enumeration.

    >>> expected_differences(1, 4)
    3.0
    """
    if workers < 2 or jobs == 0:
        return 0.0
    mean, reach = 2 * jobs / workers, WINDOW * math.sqrt(2 * jobs / workers) + WINDOW
    shared = np.arange(max(1, int(mean - reach)), min(jobs, int(mean + reach)) + 1)
    log_chance = _log_binomial(np.full(shared.size, jobs), shared) + special.xlogy(shared, 2 / workers)
    log_chance += special.xlogy(jobs - shared, 1 - 2 / workers)
    half = (shared - 1) // 2
    log_difference = np.log(shared) + _log_binomial(shared - 1, half) - (shared - 1) * np.log(2)
    return float(math.comb(workers, 2) * np.exp(log_chance + log_difference).sum())


def _log_binomial(n: NDArray[np.int64], k: NDArray[np.int64]) -> Array:
    result: Array = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
    return result


def equal_chances(jobs: int, workers: int, seen: int, *, seed: int | None) -> Chance:
    """Return how `seen` pair differences compare with dividing the jobs by equal chance over the workers.

    Exact when small, else p from 20,000 seeded draws (no seed: no draws); the expectation is always exact.

    Source: counting over how many workers have at least 1, 2, 3, ... jobs; draws as Phipson and Smyth (2010).

    >>> f"{equal_chances(20, 5, 80, seed=1).p:.5e}"
    '5.24288e-14'
    """
    expected = expected_differences(jobs, workers)
    if jobs * jobs * (workers - 1) <= EXACT_CELLS:
        return Chance(expected=expected, p=min(1.0, _exact_tail(jobs, workers, seen)), exact=True)
    if seed is None:
        return Chance(expected=expected, p=None, exact=True)
    order = 2 * np.arange(1, workers + 1) - workers - 1
    found = _drawn(jobs, np.full(workers, 1 / workers), lambda rows: np.sort(rows, axis=1) @ order, seed)
    return Chance(expected=expected, p=_share_of_draws(int(np.count_nonzero(found >= seen))), exact=False)


def _drawn(jobs: int, chances: Array, inequality: Inequality, seed: int) -> Array:
    """Inequality of 20,000 divisions drawn with this seed, a chunk at a time."""
    source, at_once = np.random.default_rng(seed), max(1, CHUNK // chances.size)
    sizes = [min(at_once, DRAWS - done) for done in range(0, DRAWS, at_once)]
    drawn = [inequality(source.multinomial(jobs, chances, size=size).astype(np.float64)) for size in sizes]
    return np.concatenate(drawn)


def _share_of_draws(reached: int) -> float:
    """Never 0: the division seen is itself one of the possible ones."""
    return (reached + 1) / (DRAWS + 1)


def _exact_tail(jobs: int, workers: int, seen: int) -> float:
    """P(pair differences >= seen), from weights per number still receiving, jobs given out and pair differences.

    Poisson weights, normalised at the end: that conditions on all jobs being given, and keeps digits in tiny tails.
    """
    receiving = [np.zeros((jobs + 1, jobs * (workers - 1) + 1)) for _ in range(workers + 1)]
    receiving[workers][0, 0] = 1.0
    for given in range(jobs + 1):
        weight = (
            math.exp(given * math.log(jobs / workers) - jobs / workers - math.lgamma(given + 1))
            if jobs
            else 1.0
        )
        receiving = _next_level(receiving, weight, reachable=jobs // (given + 1))
    done = receiving[0][jobs]
    return float(done[seen:].sum() / done.sum())


def _next_level(receiving: list[Array], weight: float, *, reachable: int) -> list[Array]:
    """Let some workers stop at this number of jobs; each of the `left` others gets one more.

    The differences then grow by left x (workers - left): all pairs of one that got it and one that did not.
    """
    workers = len(receiving) - 1
    following = [receiving[0], *(np.zeros_like(table) for table in receiving[1:])]
    for count, table in enumerate(receiving[1:], start=1):
        if not table.any():
            continue
        for left in range(min(count, reachable) + 1):
            right, factor = left * (workers - left), math.comb(count, left) * weight ** (count - left)
            rows, columns = table.shape[0] - left, table.shape[1] - right
            following[left][left:, right:] += factor * table[:rows, :columns]
    return following


def unequal_chances(jobs: int, chances: Array, seen: float, *, inequality: Inequality, seed: int) -> Chance:
    """Return how the inequality `seen` compares with dividing the jobs by these chances (they add up to 1).

    `inequality` gives one number per division (row). Exact over all divisions when there are few, else 20,000 draws.

    Source: as `equal_chances`.

    >>> difference = lambda rows: np.abs(rows[:, 0] - rows[:, 1])
    >>> round(unequal_chances(2, np.array([0.5, 0.5]), 2, inequality=difference, seed=1).p, 12)
    0.5
    """
    if math.comb(jobs + chances.size - 1, chances.size - 1) > EXACT_DIVISIONS:
        drawn = _drawn(jobs, chances, inequality, seed)
        reached = int(np.count_nonzero(drawn >= seen - ROUNDING))
        return Chance(expected=float(drawn.mean()), p=_share_of_draws(reached), exact=False)
    rows = np.array(list(_divisions(jobs, chances.size)), dtype=np.float64)
    logs = special.xlogy(rows, chances).sum(axis=1) - special.gammaln(rows + 1).sum(axis=1)
    weights, found = np.exp(logs + special.gammaln(jobs + 1)), inequality(rows)
    p = min(1.0, float(weights[found >= seen - ROUNDING].sum()))
    return Chance(expected=float(weights @ found), p=p, exact=True)


def _divisions(jobs: int, workers: int) -> Iterator[list[int]]:
    """All ways to divide the jobs, as bars between stars."""
    for bars in combinations(range(jobs + workers - 1), workers - 1):
        edges = (-1, *bars, jobs + workers - 1)
        yield [after - before - 1 for before, after in pairwise(edges)]
