"""How unequally work is divided: the Gini coefficient, always beside what chance alone would give."""

from dataclasses import dataclass

import numpy as np

from pipelines.stats.chance_division import Chance, equal_chances, pair_differences, unequal_chances
from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import Array, Numbers, not_negative, same_length, whole


@dataclass(frozen=True, kw_only=True)
class Concentration:
    """A Gini coefficient from 0 (all the same) to 1 (one does all); None where undefined.

    `corrected`: times n / (n - 1), for few workers. `expected_by_chance`: mean of `gini` when each job falls to a
    worker by chance; `p_value`: chance of at least this `gini` then. `n` workers; `left_out` without capacity.
    """

    gini: float | None
    corrected: float | None
    expected_by_chance: float | None
    p_value: float | None
    n: int
    total: float
    left_out: int = 0
    method: str = "gini"
    caveats: tuple[Caveat, ...] = ()


def gini(values: Numbers, *, seed: int | None = 1) -> Concentration:
    """Return the Gini coefficient (0 to 1) of work per worker, with small-n correction and chance baseline.

    Give every available worker, those with nothing too. Whole numbers (jobs) get the baseline and its p: exact when
    small, else p from 20,000 draws with this seed (None: no draws, then no p). Hours do not: chance is defined for jobs. All zero: undefined.
    One worker: 0, the corrected one undefined. Errors: ValueError when a value is negative or missing.

    Source: Gini (1912); corrected form Deltas (2003), doi 10.1162/rest.2003.85.1.226; as R's ineq.

    >>> answer = gini([0, 0, 1, 1, 2, 2, 2, 3, 4, 5])
    >>> round(answer.gini, 2), round(answer.expected_by_chance, 2), round(answer.p_value, 2)
    (0.43, 0.35, 0.19)
    """
    array = not_negative(values, "values")
    total, workers = float(array.sum()), array.size
    if total == 0:
        return _nothing(workers, 0, "gini")
    differences = pair_differences(array)
    raw = max(0.0, differences) / (workers * total)
    if np.any(array != np.floor(array)):
        return _concentration(raw, None, None, workers=workers, total=total, caveats=(Caveat.NOT_WHOLE,))
    chance = equal_chances(int(total), workers, round(differences), seed=seed)
    found = {Caveat.ONE_CASE: workers == 1, Caveat.SIMULATED: not chance.exact}
    caveats = tuple(caveat for caveat, true in found.items() if true)
    expected = chance.expected / (workers * total)
    return _concentration(raw, expected, chance.p, workers=workers, total=total, caveats=caveats)


def capacity_gini(jobs: Numbers, capacity: Numbers, *, seed: int = 1) -> Concentration:
    """Return the Gini coefficient (0 to 1) of jobs against offered hours: 0 when all do their share of the offer.

    Workers who offer no hours are left out and counted. Chance: each job falls to a worker with a chance
    proportional to the hours offered. The correction for few workers does not apply: `corrected` is None.
    Errors: ValueError when a value is negative or missing, or the lists are not equally long.

    Source: Lorenz curve of jobs against hours, sorted by jobs per hour; our choice for unequal offers.

    >>> round(capacity_gini([2, 4, 10, 4], [4, 8, 8, 20]).gini, 6)
    0.39
    """
    array, hours = not_negative(jobs, "jobs"), not_negative(capacity, "capacity")
    same_length(array, hours, "jobs and capacity")
    used, left_out = hours > 0, int(np.count_nonzero(hours == 0))
    done, offered = array[used], hours[used]
    total = float(done.sum())
    if total == 0:
        return _nothing(done.size, left_out, "capacity_gini")
    weights = offered / offered.sum()

    def inequality(rows: Array) -> Array:
        return _weighted(rows, weights)

    raw = float(inequality(done[None, :])[0])
    whole_jobs = bool(np.all(done == np.floor(done)))
    chance = (
        unequal_chances(int(total), weights, raw, inequality=inequality, seed=seed) if whole_jobs else None
    )
    return Concentration(
        gini=raw,
        corrected=None,
        expected_by_chance=chance.expected if chance else None,
        p_value=chance.p if chance else None,
        n=done.size,
        total=total,
        left_out=left_out,
        method="capacity_gini",
        caveats=_capacity_caveats(chance, left_out),
    )


def _capacity_caveats(chance: Chance | None, left_out: int) -> tuple[Caveat, ...]:
    found = {
        Caveat.NOT_WHOLE: chance is None,
        Caveat.SIMULATED: chance is not None and not chance.exact,
        Caveat.NO_CAPACITY: left_out > 0,
    }
    return tuple(caveat for caveat, true in found.items() if true)


def _weighted(rows: Array, weights: Array) -> Array:
    """Capacity-weighted Gini per row: half the sum over all pairs of |jobs_i w_j - jobs_j w_i|, over all jobs."""
    total = np.zeros(rows.shape[0])
    for first in range(weights.size):
        others = slice(first + 1, None)
        total += np.abs(rows[:, [first]] * weights[others] - rows[:, others] * weights[first]).sum(axis=1)
    summed: Array = total / rows.sum(axis=1)
    return summed


def _concentration(
    raw: float,
    expected: float | None,
    p: float | None,
    *,
    workers: int,
    total: float,
    caveats: tuple[Caveat, ...],
) -> Concentration:
    return Concentration(
        gini=raw,
        corrected=raw * workers / (workers - 1) if workers > 1 else None,
        expected_by_chance=expected,
        p_value=p,
        n=workers,
        total=total,
        caveats=caveats,
    )


def _nothing(workers: int, left_out: int, method: str) -> Concentration:
    return Concentration(
        gini=None,
        corrected=None,
        expected_by_chance=None,
        p_value=None,
        n=workers,
        total=0.0,
        left_out=left_out,
        method=method,
        caveats=(
            Caveat.ALL_ZERO if workers else Caveat.NO_DATA,
            *((Caveat.NO_CAPACITY,) if left_out else ()),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class TopShare:
    """`share` (0 to 1) of all work done by the `top` busiest of `n` workers; `fair` is what equal work would give."""

    share: float | None
    fair: float | None
    top: int
    n: int
    total: float
    method: str = "top_share"
    caveats: tuple[Caveat, ...] = ()


def top_share(values: Numbers, *, top: int = 3) -> TopShare:
    """Return the share (0 to 1) of all work that the busiest `top` workers did, beside the fair share top / n.

    Workers with nothing count in n. All zero: undefined. Errors: ValueError when a value is negative or missing.

    Source: concentration ratio CR3.

    >>> answer = top_share([10, 8, 2, 0, 0, 0])
    >>> answer.share, answer.fair
    (1.0, 0.5)
    """
    array, wanted = not_negative(values, "values"), whole(top, "top", lowest=1)
    total, workers = float(array.sum()), array.size
    empty = (Caveat.ALL_ZERO if workers else Caveat.NO_DATA,)
    return TopShare(
        share=float(np.sort(array)[-wanted:].sum()) / total if total else None,
        fair=min(1.0, wanted / workers) if workers else None,
        top=wanted,
        n=workers,
        total=total,
        caveats=() if total else empty,
    )
