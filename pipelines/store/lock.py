"""One loader at a time: a lock the system lets go of when its process ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER_ONLY = 0o600


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Hold the lock on `path` inside the block; gives False, without waiting, when another process holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
    try:
        yield _taken(descriptor)
    finally:
        os.close(descriptor)  # lets go of the lock


def is_held(path: Path) -> bool:
    """Whether another process holds the lock now."""
    if not path.exists():
        return False
    with held(path) as free:
        return not free


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
