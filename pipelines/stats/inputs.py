"""What a statistic accepts: finite numbers, whole counts, a level between 0 and 1. Anything else is refused by name."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = Sequence[float] | NDArray[Any]
MaybeNumbers = Sequence[float | None] | NDArray[Any]


def finite(value: object, name: str) -> float:
    """Return the value as a float; a text, a missing value, NaN or infinity raises ValueError.

    >>> finite(3, "exposure")
    3.0
    """
    if isinstance(value, str | bytes) or value is None:
        raise ValueError(f"{name} must be a number, found {type(value).__name__}")
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError) as problem:
        raise ValueError(f"{name} must be a number, found {type(value).__name__}") from problem
    if not math.isfinite(number):
        raise ValueError(f"{name} must be finite, found {number}")
    return number


def at_least(value: object, name: str, *, lowest: float) -> float:
    """Return the value as a float of at least `lowest`; smaller raises ValueError.

    >>> at_least(0.5, "k", lowest=0)
    0.5
    """
    number = finite(value, name)
    if number < lowest:
        raise ValueError(f"{name} must be at least {lowest:g}, found {number:g}")
    return number


def positive(value: object, name: str) -> float:
    """Return the value as a float of more than 0; else raises ValueError.

    >>> positive(100, "per")
    100.0
    """
    number = finite(value, name)
    if number <= 0:
        raise ValueError(f"{name} must be more than 0, found {number:g}")
    return number


def whole(value: object, name: str, *, lowest: int = 0) -> int:
    """Return the value as a whole number of at least `lowest`; 3.0 is whole, 3.5 raises ValueError.

    >>> whole(3.0, "events")
    3
    """
    number = at_least(value, name, lowest=lowest)
    if number != int(number):
        raise ValueError(f"{name} must be a whole number, found {number:g}")
    return int(number)


def level(value: object, name: str = "confidence") -> float:
    """Return the value as a float strictly between 0 and 1; outside raises ValueError.

    >>> level(0.95)
    0.95
    """
    number = finite(value, name)
    if not 0 < number < 1:
        raise ValueError(f"{name} must lie between 0 and 1, found {number:g}")
    return number


def share(value: object, name: str) -> float:
    """Return the value as a float from 0 to 1, both allowed; outside raises ValueError.

    >>> share(1, "target")
    1.0
    """
    number = finite(value, name)
    if not 0 <= number <= 1:
        raise ValueError(f"{name} must lie from 0 to 1, found {number:g}")
    return number


def one_of(value: str, name: str, *, allowed: Iterable[str]) -> str:
    """Return the value when it is one of `allowed`; another raises ValueError that lists them.

    >>> one_of("plan", "prior", allowed=("jeffreys", "plan"))
    'plan'
    """
    choices = tuple(allowed)
    if value not in choices:
        raise ValueError(f"{name} must be one of {', '.join(choices)}")
    return value


def numbers(values: MaybeNumbers, name: str, *, gaps: bool = False) -> Array:
    """Return the values as a flat float array; with `gaps`, None becomes NaN inside the array.

    A text, an infinity, or (without `gaps`) a missing value raises ValueError that names its zero-based position,
    never its content.

    >>> numbers([1, 2], "values")
    array([1., 2.])
    """
    raw = np.asarray(values)
    if raw.ndim != 1:
        raise ValueError(f"{name} must be a flat list of numbers")
    if raw.dtype.kind in "USmM" or (raw.dtype.kind == "O" and any(isinstance(item, str) for item in raw)):
        raise ValueError(f"{name} must hold numbers, found text or dates")
    try:
        array = raw.astype(np.float64)
    except (TypeError, ValueError) as problem:
        raise ValueError(f"{name} must hold numbers") from problem
    wrong = np.flatnonzero(np.isinf(array) if gaps else ~np.isfinite(array))
    if wrong.size:
        raise ValueError(f"{name}: the item at position {wrong[0]} is missing or not finite")
    return array


def not_negative(values: MaybeNumbers, name: str, *, gaps: bool = False) -> Array:
    """Return the values as a flat float array; a negative one raises ValueError that names its position.

    >>> not_negative([0, 2.5], "hours")
    array([0. , 2.5])
    """
    array = numbers(values, name, gaps=gaps)
    wrong = np.flatnonzero(array < 0)
    if wrong.size:
        raise ValueError(f"{name}: the item at position {wrong[0]} is negative")
    return array


def counts(values: MaybeNumbers, name: str) -> Array:
    """Return the values as a flat float array of whole numbers of 0 or more; others raise ValueError.

    >>> counts([0, 3], "events")
    array([0., 3.])
    """
    array = not_negative(values, name)
    wrong = np.flatnonzero(array != np.floor(array))
    if wrong.size:
        raise ValueError(f"{name}: the item at position {wrong[0]} is not a whole number")
    return array


def same_length(
    first: Sequence[Any] | NDArray[Any], second: Sequence[Any] | NDArray[Any], names: str
) -> None:
    """Raise ValueError when the two do not have one item each for the same cases.

    >>> same_length([1, 2], [True, False], "durations and observed")
    """
    if len(first) != len(second):
        raise ValueError(f"{names} must be equally long, found {len(first)} and {len(second)}")
