"""Numbers as an edition prints them: whole percentages and whole hours and euros, everything else from those.

Nothing is printed finer than what it is computed from, so a printed share tells no more than its k and n.
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
Shown = TypeVar("Shown", Finding, Part)


def as_printed(finding: Finding) -> Finding:
    """Return a finding, its parts too, with every number as it is printed; what is exact for everyone stays exact."""
    if finding.code in EXACT:
        return finding
    parts = tuple(_rounded(part, unit=finding.unit) for part in finding.parts)
    return replace(_rounded(finding, unit=finding.unit), parts=parts)


def _rounded(shown: Shown, *, unit: str) -> Shown:
    decimals = _decimals(unit, is_sum=shown.k is None)
    return replace(
        shown,
        value=_round(shown.value, decimals),
        low=_round(shown.low, decimals),
        high=_round(shown.high, decimals),
        k=_round(shown.k, 0),
        n=_round(shown.n, 0),
    )


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
