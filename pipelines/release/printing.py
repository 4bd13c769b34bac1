"""Numbers as an edition prints them: whole percentages and whole hours and euros, everything else from those.

Nothing is printed finer than what it is computed from, so a printed share tells no more than its k and n. A share that is
not everybody is never printed as 100 %, nor one that is somebody as 0 %; its limits may reach that far outward.
"""

from dataclasses import replace
from typing import TypeVar

from pipelines.evaluate.finding import Finding, Part
from pipelines.release.policy import EXACT

PERCENT = "%"
GRADE = "1-10"
EUROS_AND_HOURS = {"euro", "hours", "hours per week"}
GRADE_DECIMALS = 1
AMOUNT_DECIMALS = 2
SPECK = 1e-9  # what a sum of shares may be off
Shown = TypeVar("Shown", Finding, Part)


def as_printed(finding: Finding) -> Finding:
    """Return a finding, its parts too, with every number as it is printed; what is exact for everyone stays exact."""
    if finding.code in EXACT:
        return finding
    parts = tuple(_rounded(part, unit=finding.unit) for part in finding.parts)
    return replace(_rounded(finding, unit=finding.unit), parts=parts)


def _rounded(shown: Shown, *, unit: str) -> Shown:
    decimals = _decimals(unit, is_sum=shown.k is None)
    value, low, high = (_round(number, decimals) for number in (shown.value, shown.low, shown.high))
    if unit == PERCENT:
        value = None if value is None else inside(value, shown.value)
        low = None if low is None else inside(low, shown.low, nothing=True)
        high = None if high is None else inside(high, shown.high, everybody=True)
    return replace(shown, value=value, low=low, high=high, k=_round(shown.k, 0), n=_round(shown.n, 0))


def inside(
    rounded: float,
    share: float | None,
    *,
    whole: float = 100,
    step: float = 1,
    nothing: bool = False,
    everybody: bool = False,
) -> float:
    """Return a rounded share, kept `step` off nobody and off the `whole` where it is neither.

    `nothing`, `everybody`: whether it may be printed as that all the same, as a limit may.
    """
    if share is None or not SPECK < share < whole - SPECK:
        return rounded
    return min(max(rounded, 0 if nothing else step), whole if everybody else whole - step)


def _decimals(unit: str, *, is_sum: bool) -> int:
    if unit == PERCENT:
        return 0
    if unit == GRADE:
        return GRADE_DECIMALS
    if unit in EUROS_AND_HOURS:
        return 0 if is_sum else AMOUNT_DECIMALS
    return AMOUNT_DECIMALS


def _round(number: float | None, decimals: int) -> float | None:
    """Round halves up; a whole number comes back as one."""
    if number is None:
        return None
    per = 10**decimals
    rounded = int(number * per + (0.5 + 1e-9 if number >= 0 else -0.5 - 1e-9)) / per
    return int(rounded) if rounded.is_integer() else rounded
