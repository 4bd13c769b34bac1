"""A figure over cases in a row: a point per ten cases or more, so that a year has points enough for limits.

A block holds whole days of one calendar month, and every case of a month that has blocks is in one of them. So blocks
add up to months, and what is shown of months and of blocks differs by whole blocks only. Cases that were too young to
be judged when their month ended are kept apart from the others where they are enough for a block of their own: the
figure as it stood at the end of that month does not have them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from pipelines.evaluate.finding import Block
from pipelines.evaluate.measured import share

Row = Mapping[str, Any]
OldEnough = Callable[[date, date], bool]

LEAST_CASES = 10  # of a block. Source: DOMAIN B3, "XmR per month or per 10 jobs"
LEAST_PERSONS = 5  # behind a block, for every reader: one figure has one chart. Source: RULES 4, commissie


def blocks(
    rows: Sequence[Row], *, old_enough: OldEnough, as_of: date, smallest: int | None
) -> tuple[Block, ...]:
    """Return the share of hits per block, oldest first. `rows`: judged cases, with `happened_on`, `person`, `hit`.

    `old_enough`: whether a case of the first day had its full norm time on the second; `smallest`: fewest persons in
    a shown group, where that is more than a block needs anyway. The last block of a month that may still get cases is
    not complete. A month too small for one block has none.
    """
    persons = max(LEAST_PERSONS, smallest or 0)
    dated = sorted((row for row in rows if row["happened_on"]), key=lambda row: row["happened_on"])
    found: list[Block] = []
    for month, cases in groupby(dated, key=lambda row: row["happened_on"].replace(day=1)):
        end = _end_of(month)
        cut = _cut(list(cases), end=end, old_enough=old_enough, persons=persons)
        settled = end <= as_of and old_enough(end, as_of)
        found += [_block(own, complete=settled or own is not cut[-1]) for own in cut]
    return tuple(found)


def _cut(cases: list[Row], *, end: date, old_enough: OldEnough, persons: int) -> list[list[Row]]:
    early = [row for row in cases if old_enough(row["happened_on"], end)]
    late = [row for row in cases if not old_enough(row["happened_on"], end)]
    first, last = _filled(early, persons=persons), _filled(late, persons=persons)
    if early and not first:
        return [cases] if _is_enough(cases, persons=persons) else []
    if first and not last:
        first[-1] += late
    return first + last


def _filled(cases: Sequence[Row], *, persons: int) -> list[list[Row]]:
    """Return blocks of whole days; what is left over joins the last one."""
    found: list[list[Row]] = []
    own: list[Row] = []
    for _, day in groupby(cases, key=lambda row: row["happened_on"]):
        own += day
        if _is_enough(own, persons=persons):
            found.append(own)
            own = []
    if found:
        found[-1] += own
    return found


def _is_enough(cases: Sequence[Row], *, persons: int) -> bool:
    return len(cases) >= LEAST_CASES and len({row["person"] for row in cases}) >= persons


def _block(cases: Sequence[Row], *, complete: bool) -> Block:
    measured = share(sum(bool(row["hit"]) for row in cases), len(cases))
    return Block(
        start=cases[0]["happened_on"],
        last=cases[-1]["happened_on"],
        value=measured.value,
        k=measured.k,
        n=measured.n,
        persons=len({row["person"] for row in cases}),
        complete=complete,
    )


def _end_of(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
