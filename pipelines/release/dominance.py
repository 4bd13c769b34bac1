"""Dominance: when hours or euros of a cell say too much about the largest contributors.

Exact decimal arithmetic: the boundary itself is safe. A cell of zeros passes every formula: the threshold in persons
decides there. Source: SDC Handbook chapter 4; METHODS 7.1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipelines.release.whole_rows import Number

DECIMALS = 6  # of an amount; what a sum of floats is off by is below it
P = 10  # per cent; how close to the largest one the second largest may get by subtraction. Source: METHODS 7.2


@dataclass(frozen=True)
class Contributions:
    """What each contributor adds to one cell, largest first, none negative."""

    largest_first: tuple[Fraction, ...]

    @property
    def total(self) -> Fraction:
        """Return all together."""
        return sum(self.largest_first, Fraction(0))

    def top(self, count: int) -> Fraction:
        """Return the largest so many together."""
        return sum(self.largest_first[:count], Fraction(0))


def contributions(amounts: Sequence[Number]) -> Contributions:
    """Return amounts ordered for the rules; raises ValueError for a negative one."""
    exact = sorted((Fraction(str(amount)) for amount in amounts), reverse=True)
    if exact and exact[-1] < 0:
        message = "a contribution below zero"
        raise ValueError(message)
    return Contributions(tuple(exact))


def dominated(amounts: Sequence[Number], *, n: int, k: Number) -> bool:
    """Whether the n largest hold more than k per cent of the cell: the (n, k) rule."""
    cell = contributions(amounts)
    return 100 * cell.top(n) > Fraction(str(k)) * cell.total


def guessable(amounts: Sequence[Number], *, p: Number = P) -> bool:
    """Whether the second largest can guess the largest within p per cent: the p% rule."""
    cell = contributions(amounts)
    return 100 * (cell.total - cell.top(2)) < Fraction(str(p)) * cell.top(1)


def of_one_person(added: Iterable[tuple[str, Sequence[float]]]) -> bool:
    """Whether one person's are nearly all hours or euros of a group. `added`: per case its person and amounts.

    Each amount (above the line, below it) is summed per person and judged by itself.
    """
    sums: dict[str, list[float]] = {}
    for person, amounts in added:
        before = sums.get(person, [0.0] * len(amounts))
        sums[person] = [total + abs(amount) for total, amount in zip(before, amounts, strict=True)]
    return any(
        guessable([round(amount, DECIMALS) for amount in own]) for own in zip(*sums.values(), strict=True)
    )


def too_few_contributors(amounts: Sequence[Number], *, least: int) -> bool:
    """Whether fewer than `least` contribute; a zero is a contribution, no contributor at all is a fact."""
    return 0 < len(amounts) < least


def upper_protection(amounts: Sequence[Number], *, p: Number = P) -> float:
    """Return how far above the cell's total its hidden interval must reach under the p% rule; 0 when safe."""
    cell = contributions(amounts)
    return float(max(Fraction(0), Fraction(str(p)) * cell.top(1) / 100 - (cell.total - cell.top(2))))


def upper_protection_dominance(amounts: Sequence[Number], *, n: int, k: Number) -> float:
    """Return how far above the cell's total its hidden interval must reach under the (n, k) rule; 0 when safe."""
    cell = contributions(amounts)
    return float(max(Fraction(0), 100 * cell.top(n) / Fraction(str(k)) - cell.total))
