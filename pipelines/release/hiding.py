"""Hides what is too small, and a second cell beside a single hidden one, so that it cannot be subtracted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from pipelines.evaluate.finding import Curve, Finding, Month, Part
from pipelines.release.policy import MOST_HIDDEN, Policy

Cell = TypeVar("Cell", Part, Month)

TOO_FEW_TO_SHOW = "te_weinig_om_te_tonen"
BREAKDOWN_LEFT_OUT = "uitsplitsing_weggelaten"
CURVE_CUT = "curve_afgekapt"
HIDDEN_BESIDE = "niet_getoond"  # so that nothing else can be computed back


def hide_cells(cells: Sequence[Cell], *, policy: Policy, additive: bool = True) -> tuple[Cell, ...] | None:
    """Return a breakdown with its small cells hidden; None when too much of it would be hidden.

    `additive`: the cells add up to a shown total, so a single hidden one takes the next smallest with it.
    """
    hidden = {position for position, cell in enumerate(cells) if policy.too_few(cell.persons)}
    if additive and len(hidden) == 1:
        shown = [position for position, cell in enumerate(cells) if position not in hidden and cell.persons]
        if shown:
            hidden.add(min(shown, key=lambda position: cells[position].persons or 0))
    if additive and len(hidden) > MOST_HIDDEN * len(cells):
        return None
    return tuple(_hidden(cell) if position in hidden else cell for position, cell in enumerate(cells))


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
        projection=None,
        hidden=True,
        caveats=(caveat,),
    )


def cut_curve(curve: Curve, *, policy: Policy) -> Curve | None:
    """Return the curve up to where too few cases still wait; None when that is at its very beginning."""
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
        cut=len(kept) < len(points),
    )


def _within(last: float) -> Callable[[float | None], float | None]:
    return lambda time: time if time is not None and time <= last else None
