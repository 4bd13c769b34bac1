"""Rounding rules of statistics offices: what a count is printed as, and which counts a printed number may stand for.

Source: METHODS 7.1; tests/golden/vectors/release/sdc_rounding_rules.csv holds the rules number by number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Rounding:
    """A rule: counts from `hides[0]` to `hides[1]` are printed as `mark`, others as `rounded` gives them."""

    name: str
    mark: str
    hides: tuple[int, int] | None
    rounded: Callable[[int], int]
    source: str

    def printed(self, count: int) -> int | None:
        """Return what a count is printed as; None where it is hidden."""
        if self.hides is not None and self.hides[0] <= count <= self.hides[1]:
            return None
        return self.rounded(count)

    def behind(self, printed: int | None) -> tuple[int, int]:
        """Return smallest and largest count that is printed so. Raises ValueError for a number it never prints."""
        if printed is None and self.hides is not None:
            return self.hides
        if printed is None:
            message = f"{self.name} hides nothing"
            raise ValueError(message)
        candidates = range(
            2 * printed + 2 * self.rounded(10**3)
        )  # no rule moves a count by more than half of it
        first = bisect_left(candidates, printed, key=self.rounded)
        last = bisect_right(candidates, printed, key=self.rounded)
        counts = [count for count in candidates[first:last] if self.printed(count) == printed]
        if not counts:
            message = f"{self.name} never prints {printed}"
            raise ValueError(message)
        return counts[0], counts[-1]


def nearest(base: int) -> Callable[[int], int]:
    """Return the rounding to the nearest multiple of a base, halves up."""
    return lambda count: (2 * count + base) // (2 * base) * base


def midpoint_six(count: int) -> int:
    """Return the middle of the group of six a count is in: 1 to 6 is 3, 7 to 12 is 9; 0 stays 0."""
    return -(-count // 6) * 6 - 3 if count else 0


def significant(count: int) -> int:
    """Return a count rounded more coarsely the larger it is, halves to even. Source: US Census DRB."""
    steps = ((100, 10), (1_000, 50), (10_000, 100), (100_000, 500), (1_000_000, 1_000))
    base = next((base for end, base in steps if count < end), 10 ** (len(str(count)) - 4))
    return round(count / base) * base


RULES = (
    Rounding(
        name="opensafely_le7_redact_then_round5",
        mark="[REDACTED]",
        hides=(1, 7),
        rounded=nearest(5),
        source="OpenSAFELY docs/outputs/sdc.md",
    ),
    Rounding(
        name="opensafely_midpoint6",
        mark="",
        hides=None,
        rounded=midpoint_six,
        source="OpenSAFELY, midpoint 6",
    ),
    Rounding(
        name="nhs_hes_1to7_star_else_round5",
        mark="*",
        hides=(1, 7),
        rounded=nearest(5),
        source="NHS Digital HES from 2018",
    ),
    Rounding(
        name="cbs_income_round100", mark="", hides=None, rounded=nearest(100), source="CBS longread 2021, 5"
    ),
    Rounding(
        name="threshold10_acro",
        mark="suppress",
        hides=(1, 9),
        rounded=lambda count: count,
        source="ACRO default.yaml",
    ),
    Rounding(
        name="us_census_drb_rounding", mark="N<15", hides=(0, 14), rounded=significant, source="US Census DRB"
    ),
)
ROUNDING = {rule.name: rule for rule in RULES}
