"""The next batches are made while the last one is judged: two processors instead of one."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

AHEAD = (
    2  # with one, both threads wait for each other in turn: some batches take long to make, others to store
)

Item = TypeVar("Item")


def made_ahead(items: Iterator[Item]) -> Iterator[Item]:
    """Yield the items in order, the next two being made in a second thread meanwhile; at most three exist at once."""
    end = object()
    with ThreadPoolExecutor(max_workers=1) as worker:
        coming = deque(worker.submit(next, items, end) for _ in range(AHEAD))
        while (item := coming.popleft().result()) is not end:
            coming.append(worker.submit(next, items, end))
            yield item  # type: ignore[misc]
