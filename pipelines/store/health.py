"""Whether a home can be worked with: what `doctor` looks at."""

import os
import shutil
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pipelines.store import connection, load_session, migration
from pipelines.store.home import Home
from pipelines.store.installed import minimum_python, misfits, version_of
from pipelines.store.keys import fits, has_begun, known_key, located_key
from pipelines.store.problem import plain
from pipelines.store.publication import current, published_at
from pipelines.store.snapshot import open_snapshot
from pipelines.store.vault import read_vault
from pipelines.store.warehouse import refuse_newer
from pipelines.vocabulary.errors import StoreProblem
from pipelines.vocabulary.words import doctor as words
from pipelines.vocabulary.words.store import WRONG_KEY

LEAST_FREE_BYTES = 1_000_000_000
ROOM_PER_STORED_BYTE = (
    4  # a load may write the warehouse anew and copies it to a snapshot; three snapshots stay
)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Status(Enum):
    """How a check came out."""

    OK = "ok"
    ATTENTION = "attention"
    FAULT = "fault"


@dataclass(frozen=True)
class Check:
    """One thing looked at: its code, how it came out, what was found and what to do, in Dutch."""

    name: str
    status: Status
    text: str
    action: str = ""


def examine(home: Home) -> tuple[Check, ...]:
    """Look at everything a command needs, in the order in which to mend it."""
    looks: tuple[Callable[[Home], Check], ...] = (
        _python,
        _packages,
        _home,
        _permissions,
        _space,
        _loading,
        _warehouse,
        _snapshot,
        _key,
        _vault,
    )
    return tuple(_looked(look, home) for look in looks)


def _looked(look: Callable[[Home], Check], home: Home) -> Check:
    """Return the check; a problem met on the way is what it found."""
    try:
        return look(home)
    except StoreProblem as problem:
        return Check(look.__name__.lstrip("_"), Status.FAULT, problem.sentence, problem.action)


def _python(_: Home) -> Check:
    found, needed = version_of(sys.version_info[:3]), minimum_python()
    if needed and sys.version_info[:2] < needed:
        text = words.PYTHON_OLD.format(found=found, needed=version_of(needed))
        return Check("python", Status.FAULT, text, words.PYTHON_ACTION)
    return Check("python", Status.OK, words.PYTHON_FITS.format(found=found))


def _packages(_: Home) -> Check:
    found = misfits()
    if found is None:
        return Check("packages", Status.ATTENTION, words.PACKAGES_UNKNOWN)
    if found.wrong:
        text = words.PACKAGES_WRONG.format(names=", ".join(found.wrong))
        return Check("packages", Status.FAULT, text, words.PACKAGES_ACTION)
    return Check("packages", Status.OK, words.PACKAGES_FIT.format(count=found.count, duckdb=found.duckdb))


def _home(home: Home) -> Check:
    if not home.path.is_dir():
        return Check("home", Status.OK, words.HOME_ABSENT.format(home=home.path))
    if not os.access(home.path, os.R_OK | os.W_OK | os.X_OK):
        return Check("home", Status.FAULT, words.HOME_CLOSED.format(home=home.path), words.HOME_ACTION)
    text = words.HOME_IS_DEMO if home.is_demo else words.HOME_IS
    return Check("home", Status.OK, text.format(home=home.path))


def _permissions(home: Home) -> Check:
    for folder in (home.private, home.vaults):
        if sys.platform != "win32" and folder.is_dir() and folder.stat().st_mode & _OTHERS:
            text = words.PERMISSIONS_OPEN.format(folder=folder)
            return Check("permissions", Status.FAULT, text, words.PERMISSIONS_ACTION.format(folder=folder))
    return Check("permissions", Status.OK, words.PERMISSIONS_FIT)


def _space(home: Home) -> Check:
    free = shutil.disk_usage(_existing(home.path)).free
    needed = max(LEAST_FREE_BYTES, ROOM_PER_STORED_BYTE * _size(home.warehouse))
    if free < needed:
        text = words.SPACE_SHORT.format(free=_in_words(free), needed=_in_words(needed))
        return Check("space", Status.ATTENTION, text, words.SPACE_ACTION)
    return Check("space", Status.OK, words.SPACE_IS.format(free=_in_words(free)))


def _loading(home: Home) -> Check:
    told = load_session.notice(home)
    if told:
        return Check("loading", Status.ATTENTION, told)
    return Check("loading", Status.OK, words.LOADING_IDLE)


def _warehouse(home: Home) -> Check:
    if not home.warehouse.is_file():
        return Check("warehouse", Status.OK, words.WAREHOUSE_ABSENT)
    if load_session.state(home) is load_session.State.BUSY:
        return Check("warehouse", Status.OK, words.WAREHOUSE_BUSY)
    with (
        plain(home.path, file=home.warehouse),
        connection.reader(home.warehouse, scratch=home.scratch) as opened,
    ):
        refuse_newer(opened, home=home)
        number = migration.applied_number(opened)
    text = words.WAREHOUSE_FITS.format(number=number, size=_in_words(_size(home.warehouse)))
    return Check("warehouse", Status.OK, text)


def _snapshot(home: Home) -> Check:
    moment = published_at(home)
    if current(home) is None or moment is None:
        return Check("snapshot", Status.OK, words.WAREHOUSE_ABSENT)
    with open_snapshot(home) as opened:
        text = words.SNAPSHOT_FITS.format(name=opened.name, moment=f"{moment:%d-%m-%Y %H:%M}")
    return Check("snapshot", Status.OK, text)


def _key(home: Home) -> Check:
    if not home.path.is_dir():
        return Check("key", Status.OK, words.KEY_UNUSED)
    if known_key(home) is None and not has_begun(home):
        return Check("key", Status.OK, words.KEY_LATER)
    key = located_key(home)
    if current(home) is not None:
        with open_snapshot(home) as opened:
            checks = opened.run("SELECT value FROM log.store WHERE name = 'key_check'").rows
        if checks and not fits(key.value, check=checks[0][0]):
            text = WRONG_KEY.sentence.format(home=home.path)
            return Check("key", Status.FAULT, text, WRONG_KEY.action)
    return Check("key", Status.OK, words.KEY_FOUND.format(place=key.place))


def _vault(home: Home) -> Check:
    if current(home) is None:
        return Check("vault", Status.OK, words.VAULT_EMPTY)
    with open_snapshot(home) as opened:
        number = opened.run("SELECT coalesce(max(vault), 0) FROM log.loads").rows[0][0]
    if not number:
        return Check("vault", Status.OK, words.VAULT_EMPTY)
    vault = read_vault(home, key=located_key(home).value, number=number)
    return Check("vault", Status.OK, words.VAULT_FITS.format(people=len(vault.people)))


def _existing(path: Path) -> Path:
    return path if path.exists() else _existing(path.parent)


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


def _in_words(size: int) -> str:
    """Return a size as Dutch people read it: megabytes or gigabytes, decimal comma."""
    if size < LEAST_FREE_BYTES:
        return f"{max(1, round(size / 1e6))} MB"
    return f"{size / 1e9:.1f} GB".replace(".", ",")
