"""Group disclosure: a row that tells something of everybody in it, however many they are.

Source: SDC Handbook chapter 5; METHODS 7.2.
"""

from collections.abc import Mapping, Sequence


def all_the_same(rows: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """Return the rows where one answer holds everybody (at least one): who is in the group has that answer."""
    return tuple(name for name, counts in rows.items() if max(counts, default=0) == sum(counts) > 0)


def all_but_one(rows: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """Return the rows where one answer holds everybody but one: that one knows the answer of all others."""
    return tuple(name for name, counts in rows.items() if 0 < max(counts, default=0) == sum(counts) - 1)
