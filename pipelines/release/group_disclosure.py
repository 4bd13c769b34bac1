"""Group disclosure: a group that tells something of everybody in it, however many they are.

Source: SDC Handbook chapter 5; METHODS 7.2.
"""

from collections.abc import Mapping, Sequence

from pipelines.release.groups import Known


def all_the_same(rows: Mapping[str, Sequence[float]]) -> tuple[str, ...]:
    """Return the rows where one answer holds everybody (at least one): who is in the group has that answer."""
    return tuple(name for name, counts in rows.items() if max(counts, default=0) == sum(counts) > 0)


def all_but_one(rows: Mapping[str, Sequence[float]]) -> tuple[str, ...]:
    """Return the rows where one answer holds everybody but one: that one knows the answer of all others."""
    return tuple(name for name, counts in rows.items() if 0 < max(counts, default=0) == sum(counts) - 1)


def tells_of_everybody(groups: Known) -> bool:
    """Whether of any of these groups all, or all but one, are in the numerator, or all in the rest."""
    counts = {str(label): (group.k, group.n - group.k) for label, group in groups.items()}
    return bool(all_the_same(counts) or all_but_one(counts))
