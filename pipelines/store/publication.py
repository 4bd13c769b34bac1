"""The numbered copies of the warehouse: made after a load, pointed to in one rename, old ones let go."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from pipelines.store.atomic import write_atomically
from pipelines.store.home import Home
from pipelines.store.problem import FULL, problem_of_system, store_problem
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.words import store as words

KEPT = 3  # snapshots that stay, so that a reader who just chose one still finds it
POINTER = "current.json"


def publish(home: Home, *, now: datetime | None = None) -> Path:
    """Copy the closed, checkpointed warehouse to the next numbered snapshot and point readers to it in one rename."""
    number = _last_number(home) + 1
    target = home.snapshots / f"snapshot-{number:06d}.duckdb"
    moment = now or datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    pointer = {"snapshot": target.name, "published_at": moment.isoformat(sep=" ")}
    try:
        _copy(home.warehouse, target=target)
        write_atomically(home.snapshots / POINTER, json.dumps(pointer).encode())
    except OSError as error:
        if error.errno in FULL:
            raise store_problem(words.DISK_FULL_AFTER, home=home.path) from None
        raise problem_of_system(error, home=home.path) from None
    _forget_old(home)
    return target


def current(home: Home) -> Path | None:
    """File of the snapshot readers should open; None when nothing was ever published."""
    name = _pointer(home).get("snapshot")
    return home.snapshots / Path(name).name if name else None


def published_at(home: Home) -> datetime | None:
    """When the current snapshot was published, in Dutch time; None when there is none."""
    moment = _pointer(home).get("published_at")
    return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(AMSTERDAM) if moment else None


def _pointer(home: Home) -> dict[str, str]:
    try:
        text = (home.snapshots / POINTER).read_text(encoding="utf-8")
        return dict(json.loads(text))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    except ValueError:
        raise store_problem(words.DAMAGED, file=home.snapshots / POINTER) from None


def _copy(source: Path, *, target: Path) -> None:
    """Copy by way of a temporary name, so that no half snapshot ever bears a snapshot's name."""
    part = target.with_suffix(".part")
    try:
        shutil.copyfile(source, part)
        with part.open("rb+") as copied:
            os.fsync(copied.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _numbers(home: Home) -> list[int]:
    return sorted(
        int(file.stem.removeprefix("snapshot-")) for file in home.snapshots.glob("snapshot-*.duckdb")
    )


def _last_number(home: Home) -> int:
    return max(_numbers(home), default=0)


def _forget_old(home: Home) -> None:
    """Remove all but the last snapshots, and what killed loads left half written."""
    for part in (*home.path.glob("*.part"), *home.snapshots.glob("*.part")):
        part.unlink(missing_ok=True)
    for number in _numbers(home)[:-KEPT]:
        try:
            (home.snapshots / f"snapshot-{number:06d}.duckdb").unlink(missing_ok=True)
        except PermissionError:  # Windows keeps a file that a reader has open; the next load removes it
            continue
