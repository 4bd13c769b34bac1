"""One loader at a time: a lock the system lets go of when its process ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER_ONLY = 0o600
PATIENCE_SECONDS = 2.0  # a command that only looks whether a load runs holds the lock for an instant
_PAUSE_SECONDS = 0.02


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Hold the lock on `path` inside the block; gives False when another process keeps it longer than an instant."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
    try:
        yield _taken_in_time(descriptor)
    finally:
        os.close(descriptor)  # lets go of the lock


def is_held(path: Path) -> bool:
    """Whether a load holds the lock now; several may look at once."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        return not _taken(descriptor, shared=True)
    finally:
        os.close(descriptor)


def _taken_in_time(descriptor: int) -> bool:
    end = time.monotonic() + PATIENCE_SECONDS
    while not _taken(descriptor, shared=False):
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE_SECONDS)
    return True


if sys.platform == "win32":
    import msvcrt

    def _taken(
        descriptor: int, *, shared: bool
    ) -> bool:  # Windows knows no shared lock here: looking excludes too
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBRLCK if shared else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(descriptor: int, *, shared: bool) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
