"""A load from its first byte to its snapshot: one at a time, and a killed one is told of by the next command."""

import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from pipelines.store import connection, lock, publication
from pipelines.store.home import Home
from pipelines.store.load_marker import Marker, read_marker, write_marker
from pipelines.store.problem import problem_of_system, store_problem
from pipelines.store.vault import forget_others
from pipelines.store.warehouse import Warehouse, memory_warehouse, open_warehouse
from pipelines.vocabulary.errors import StoreProblem, WerkplaatsError
from pipelines.vocabulary.words import store as words

MEMORY_LIMIT = "160MB"  # of the engine; twice as much is in use for the rows on their way to it
DAY_SECONDS = 24 * 60 * 60


@dataclass(frozen=True)
class Loading:
    """An open load: its number, the warehouse, and what the person should hear of an earlier one."""

    load_id: int
    vault_number: int  # of the vault that belongs to what is stored now; the load's own is one higher
    warehouse: Warehouse
    notes: tuple[str, ...]


class State(Enum):
    """Whether a load is under way."""

    IDLE = "idle"
    BUSY = "busy"
    INTERRUPTED = "interrupted"


@contextmanager
def loading(
    home: Home, *, now: datetime, readable: Sequence[Path] = (), memory_limit: str = MEMORY_LIMIT
) -> Iterator[Loading]:
    """Open the warehouse for one load, and publish a snapshot when the block ends well.

    The block writes inside `warehouse.transaction()`, with a row in `log.loads`; the vault, whose number stands in that
    row, before it commits. When the block raises, what was not committed is gone and no snapshot is made. Work files
    that killed loads left in the scratch folder are removed. `readable`: files SQL may read, by `connection.sql_path`. Raises StoreProblem when
    another load runs, and as `open_warehouse`.
    """
    home.create()
    with _only_loader(home):
        before, left_before = read_marker(home), _leftover_time(home)
        with open_warehouse(home, create=True, readable=readable, memory_limit=memory_limit) as warehouse:
            last, number = _last_load(warehouse), _vault_number(warehouse)
            forget_others(home, number=number)
            opened = Loading(last + 1, number, warehouse, _told(before, last=last))
            write_marker(
                home, Marker(opened.load_id, f"{now.day}-{now.month}-{now.year} {now:%H:%M}", os.getpid())
            )
            try:
                yield opened
            except WerkplaatsError as refusal:
                if not isinstance(
                    refusal, StoreProblem
                ):  # a refused file was no interruption, a full disk was
                    home.marker.unlink(missing_ok=True)
                raise
            finally:
                _sweep(home.scratch, before=left_before, killed=before)
            number = _vault_number(warehouse)
        publication.publish(home)
        forget_others(home, number=number)
        home.marker.unlink(missing_ok=True)


@contextmanager
def checking(
    home: Home, *, scratch: Path, readable: Sequence[Path] = (), memory_limit: str = connection.MEMORY_LIMIT
) -> Iterator[Warehouse]:
    """Open the warehouse inside a transaction that is always undone: to try a load without saving anything.

    Without a store it is an empty one in memory. `scratch`: folder SQL may read and spill to.
    """
    if not home.warehouse.is_file():
        with memory_warehouse(scratch=scratch, readable=readable, memory_limit=memory_limit) as warehouse:
            yield warehouse
        return
    with (
        _only_loader(home),
        open_warehouse(home, readable=readable, memory_limit=memory_limit) as warehouse,
        warehouse.undone(),
    ):
        yield warehouse


def refresh(home: Home) -> None:
    """Bring an older store up to date and publish it again; for readers that found the snapshot outdated."""
    with _only_loader(home):
        with open_warehouse(home):
            pass
        publication.publish(home)


def state(home: Home) -> State:
    """Whether a load runs now, was interrupted, or neither."""
    if not home.path.is_dir():
        return State.IDLE
    if lock.is_held(home.lock):
        return State.BUSY
    return State.INTERRUPTED if home.marker.is_file() else State.IDLE


def notice(home: Home) -> str | None:
    """Sentence any command shows when a load runs or was killed; None when there is nothing to say.

    A load that was saved before it was killed gets its snapshot here; one that was not is told of until the next load.
    """
    now = state(home)
    if now is State.IDLE:
        return None
    marker = read_marker(home)
    if now is State.BUSY:
        return words.BUSY.format(since=marker.since if marker else words.UNKNOWN_MOMENT)
    try:
        return _recovered(home)
    except StoreProblem as problem:
        return str(problem)


@contextmanager
def _only_loader(home: Home) -> Iterator[None]:
    try:
        with lock.held(home.lock) as free:
            if not free:
                marker = read_marker(home)
                process = words.PROCESS.format(pid=marker.pid) if marker else ""
                raise store_problem(words.LOCKED, home=home.path, process=process)
            yield
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None


def _recovered(home: Home) -> str | None:
    with _only_loader(home):
        before = read_marker(home)
        if before is None or not home.warehouse.is_file():
            return words.INTERRUPTED.format(since=before.since) if before else None
        with open_warehouse(home) as warehouse:
            last = _last_load(warehouse)
        if before.load_id <= last:
            publication.publish(home)
            home.marker.unlink(missing_ok=True)
        return _told(before, last=last)[0]


def _leftover_time(home: Home) -> float:
    """Return until when a work file was made to be certainly left over: by the load that was killed, or a day ago.

    Younger ones may be of a command that is still reading its files and waits for this load.
    """
    if home.marker.is_file():
        return home.marker.stat().st_mtime
    return time.time() - DAY_SECONDS


def _sweep(folder: Path, *, before: float, killed: Marker | None) -> None:
    """Remove work files from before that time and what the killed load spilled; what cannot be removed stays."""
    spilled = connection.spill_prefix(killed.pid) if killed else None
    for entry in folder.iterdir():
        if entry.stat().st_mtime > before and not (spilled and entry.name.startswith(spilled)):
            continue
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)


def _told(before: Marker | None, *, last: int) -> tuple[str, ...]:
    if before is None:
        return ()
    sentence = words.RECOVERED if before.load_id <= last else words.INTERRUPTED
    return (sentence.format(since=before.since),)


def _last_load(warehouse: Warehouse) -> int:
    return int(warehouse.value("SELECT coalesce(max(load_id), 0) FROM log.loads"))


def _vault_number(warehouse: Warehouse) -> int:
    return int(warehouse.value("SELECT coalesce(max(vault), 0) FROM log.loads"))
