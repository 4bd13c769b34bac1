"""Hides what is too small, and a second cell beside a single hidden one, so that it cannot be subtracted."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from pipelines.evaluate.finding import Curve, Finding, Month, Part
from pipelines.release.policy import MOST_HIDDEN, Policy

Cell = TypeVar("Cell", Part, Month)

TOO_FEW_TO_SHOW = "te_weinig_om_te_tonen"
BREAKDOWN_LEFT_OUT = "uitsplitsing_weggelaten"
CURVE_CUT = "curve_afgekapt"
MOST_TOLD = 3  # of a hidden number readers may know where in a stretch this wide it lies. Source: METHODS 7.3
HIDDEN_BESIDE = "niet_getoond"  # so that nothing else can be computed back


def hide_cells(cells: Sequence[Part], *, policy: Policy, additive: bool = True) -> tuple[Part, ...] | None:
    """Return a breakdown with its small cells hidden; None when too much of it would be hidden.

    `additive`: the cells add up to a shown total, so the next smallest are hidden too until no hidden one is pinned
    down by what is left of the total.
    """
    hidden = {position for position, cell in enumerate(cells) if policy.too_few(cell.persons)}
    if additive and hidden:
        hidden |= _beside(cells, hidden)
    if additive and len(hidden) > MOST_HIDDEN * len(cells):
        return None
    return tuple(_hidden(cell) if position in hidden else cell for position, cell in enumerate(cells))


def _beside(cells: Sequence[Part], small: set[int]) -> set[int]:
    """Return which others to hide: at least one, and as many as leave room for every hidden cell."""
    shown = sorted(
        (position for position, cell in enumerate(cells) if position not in small and cell.persons),
        key=lambda position: cells[position].persons or 0,
    )
    hidden = set(small)
    while shown and (
        len(hidden) < 2 or sum(_cases(cells[place]) for place in hidden) - len(hidden) < MOST_TOLD
    ):
        hidden.add(shown.pop(0))
    return hidden - small


def _cases(cell: Part) -> float:
    return cell.n if cell.n is not None else float(cell.persons or 0)


def hide_months(months: Sequence[Month], *, hidden: Collection[date]) -> tuple[Month, ...] | None:
    """Return the months with those in `hidden` without numbers; None when too many of them would be."""
    gone = [month.start in hidden for month in months]
    if sum(gone) > MOST_HIDDEN * len(months):
        return None
    return tuple(_hidden(month) if hide else month for month, hide in zip(months, gone, strict=True))


def _hidden(cell: Cell) -> Cell:
    return (
        replace(cell, value=None, k=None, n=None, persons=None, hidden=True)
        if isinstance(cell, Month)
        else replace(cell, value=None, k=None, n=None, persons=None, low=None, high=None, hidden=True)
    )


def hidden_part(part: Part) -> Part:
    """Return a part with a mark instead of its numbers: the same mark whatever the reason."""
    return _hidden(part)


def hide_finding(finding: Finding, *, caveat: str = TOO_FEW_TO_SHOW) -> Finding:
    """Return the finding without any number. `caveat`: too few persons, or else something could be computed back."""
    return replace(
        finding,
        value=None,
        k=None,
        n=None,
        low=None,
        high=None,
        verdict=None,
        leaning=None,
        more_needed=None,
        persons=None,
        pending=0,
        parts=(),
        curve=None,
        series=(),
        blocks=(),
        projection=None,
        hidden=True,
        caveats=(caveat,),
    )


def cut_curve(curve: Curve, *, policy: Policy) -> Curve | None:
    """Return the curve up to where too few cases still wait; None when that is at its very beginning.

    How many wait, withdrew or got there is left out where it is a small group: a count like any other.
    """
    if policy.smallest is None:
        return curve
    points = curve.points
    enough = next(
        (position for position, point in enumerate(points) if point.at_risk < policy.smallest), len(points)
    )
    kept = points[:enough]
    if not kept:
        return None
    last = kept[-1].time
    within = _within(last)
    return replace(
        curve,
        points=kept,
        median=within(curve.median),
        median_low=within(curve.median_low),
        median_high=within(curve.median_high),
        events=_enough(curve.events, policy=policy),
        open_cases=_enough(curve.open_cases, policy=policy),
        withdrawn=_enough(curve.withdrawn, policy=policy),
        cut=len(kept) < len(points),
    )


def _enough(cases: int | None, *, policy: Policy) -> int | None:
    return None if policy.too_few(cases) else cases


def _within(last: float) -> Callable[[float | None], float | None]:
    return lambda time: time if time is not None and time <= last else None
