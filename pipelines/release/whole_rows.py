"""Turns published statements into rows of whole numbers, so that no rounding of a computer decides an attack."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Number = int | float
Bound = int | None

LARGEST_DENOMINATOR = 10**6  # 100/12 per cent is 25/3; finer fractions are taken as the decimals they print
LAST_DIGITS = Fraction(
    1, 2**50
)  # relative: what a float may be off; far below the 1e-9 that marks "less than"
NOTHING = Fraction(0)


class Contradiction(Exception):
    """No whole numbers fit the rows."""


@dataclass(frozen=True)
class Row:
    """`low` ≤ sum of weight × unknown ≤ `high`, in whole numbers; `terms` are (position of the unknown, weight)."""

    terms: tuple[tuple[int, int], ...]
    low: Bound
    high: Bound


def whole_row(terms: Mapping[int, Number], *, low: Number | None, high: Number | None) -> Row:
    """Return the row with whole weights without common divisor, its limits rounded inward.

    Raises Contradiction where no whole number lies between the limits (2x = 3).
    """
    ordered = [(place, weight) for place, weight in sorted(terms.items()) if weight]
    if all(isinstance(weight, int) for _, weight in ordered):
        plain = tuple((place, int(weight)) for place, weight in ordered)
        return tidy(Row(plain, round_up(low), round_down(high)))
    weights = {place: exact(weight) for place, weight in ordered}
    scale = math.lcm(*(weight.denominator for weight in weights.values()))
    whole = tuple((place, int(weight * scale)) for place, weight in weights.items())
    size = max(map(abs, weights.values()), default=NOTHING)
    return tidy(Row(whole, round_up(low, scale=scale, size=size), round_down(high, scale=scale, size=size)))


def tidy(row: Row) -> Row:
    """Return the row with its common divisor taken out and its first weight positive; limits rounded inward."""
    if not row.terms:
        if (row.low or 0) > 0 or (row.high or 0) < 0:
            raise Contradiction
        return row
    divisor = math.gcd(*(weight for _, weight in row.terms))
    if divisor == 1 and row.terms[0][1] > 0 and (row.low is None or row.high is None or row.low <= row.high):
        return row
    low = None if row.low is None else -(-row.low // divisor)
    high = None if row.high is None else row.high // divisor
    if low is not None and high is not None and low > high:
        raise Contradiction
    if row.terms[0][1] < 0:
        divisor, low, high = -divisor, _minus(high), _minus(low)
    return Row(tuple((place, weight // divisor) for place, weight in row.terms), low, high)


def merged(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows with those about the same sum made into one; empty rows are gone."""
    found: dict[tuple[tuple[int, int], ...], Row] = {}
    for row in rows:
        if row.terms:
            other = found.get(row.terms)
            found[row.terms] = row if other is None else _both(row, other)
    return tuple(found.values())


def exact(value: Number, *, size: Fraction = NOTHING) -> Fraction:
    """Return the fraction a number stands for: 8.333333333333334 is 25/3, 33.499999999 is as printed.

    `size`: of the numbers it was computed from; 0.3 - 3 × 0.1 leaves a speck of that size that means nothing.
    """
    if isinstance(value, int):
        return Fraction(value)
    if not math.isfinite(value):
        message = "a weight or limit that is no finite number"
        raise ValueError(message)
    near = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    speck = max(abs(Fraction(value)), size) * LAST_DIGITS
    return near if abs(near - Fraction(value)) <= speck else Fraction(repr(float(value)))


def round_up(limit: Number | None, *, scale: int = 1, size: Fraction = NOTHING) -> Bound:
    """Return the smallest whole number that is not below limit × scale; None for no limit."""
    if limit is None or isinstance(limit, int):
        return limit if limit is None else limit * scale
    return None if math.isinf(limit) else math.ceil(exact(limit, size=size) * scale)


def round_down(limit: Number | None, *, scale: int = 1, size: Fraction = NOTHING) -> Bound:
    """Return the largest whole number that is not above limit × scale; None for no limit."""
    if limit is None or isinstance(limit, int):
        return limit if limit is None else limit * scale
    return None if math.isinf(limit) else math.floor(exact(limit, size=size) * scale)


def _minus(limit: Bound) -> Bound:
    return None if limit is None else -limit


def _both(row: Row, other: Row) -> Row:
    lows = [limit for limit in (row.low, other.low) if limit is not None]
    highs = [limit for limit in (row.high, other.high) if limit is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        raise Contradiction
    return Row(row.terms, low, high)
