"""Seeded draws that are the same on every machine and every Python version."""

import hashlib
from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of draws named by a key; another key is another stream, so one change does not shift the rest.

    Only `Random.random` is used: Python promises its sequence for a seed, not that of `choice` or `shuffle`.
    """

    def __init__(self, *key: object) -> None:
        name = "/".join(str(part) for part in key)
        self._key = key
        self._random = Random(int(hashlib.sha256(name.encode()).hexdigest()[:16], 16))  # noqa: S311 - no secret

    def fork(self, *key: object) -> "Chance":
        """Return the stream below this one with that name; draws here do not touch it."""
        return Chance(*self._key, *key)

    def share(self) -> float:
        """Return a number from 0 up to 1."""
        return self._random.random()

    def happens(self, probability: float) -> bool:
        """Return whether an event of this probability happens."""
        return self.share() < probability

    def between(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def pick(self, things: Sequence[T]) -> T:
        """Return one of the things, each as likely."""
        return things[int(self.share() * len(things))]

    def weighted(self, weights: Mapping[T, float]) -> T:
        """Return one of the keys, as likely as its weight is heavy."""
        mark = self.share() * sum(weights.values())
        for thing, weight in weights.items():
            mark -= weight
            if mark < 0:
                return thing
        return next(reversed(list(weights)))

    def some(self, things: Sequence[T], *, count: int) -> list[T]:
        """Return that many different things (all when there are fewer), in random order."""
        left = list(things)
        taken: list[T] = []
        while left and len(taken) < count:
            taken.append(left.pop(int(self.share() * len(left))))
        return taken
