"""Dominance: when hours or euros of a cell say too much about the largest contributors.

Exact decimal arithmetic: the boundary itself is safe. A cell of zeros passes every formula: the threshold in persons
decides there. Source: SDC Handbook chapter 4; METHODS 7.1.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from pipelines.release.whole_rows import Number

DECIMALS = 6  # of an amount; what a sum of floats is off by is below it
P = 10  # per cent; how close to the largest one the second largest may get by subtraction. Source: METHODS 7.2


def guessable(amounts: Sequence[Number], *, p: Number = P) -> bool:
    """Whether the second largest can guess the largest within p per cent: the p% rule.

    Raises ValueError for an amount below zero.
    """
    largest_first = sorted((Fraction(str(amount)) for amount in amounts), reverse=True)
    if not largest_first:
        return False
    if largest_first[-1] < 0:
        message = "a contribution below zero"
        raise ValueError(message)
    return 100 * sum(largest_first[2:]) < Fraction(str(p)) * largest_first[0]


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
