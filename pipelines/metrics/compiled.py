"""The SQL of the figures, compiled once per version of our code and kept on disk: at installation, else at first use.

A process that finds every statement it needs imports neither ibis nor sqlglot. The SQL of a figure is static: date,
period and settings are its parameters, never literals. `python -m pipelines.metrics.compiled` compiles what an
installation brings along.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache as cached
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.frame import QUESTION
from pipelines.schemas.registry import RECORDS

Kind = Literal["tally", "spread", "rows"]
KINDS: tuple[Kind, ...] = ("tally", "spread", "rows")
Dialect = Literal["duckdb", "pyspark"]
SHIPPED = (
    Path(__file__).parent / "sql"
)  # what the installation compiled (hatch_build.py); not in the repository
READABLE = 0o644
COMPILERS = ("ibis-framework", "sqlglot")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One statement: of which figure, and what it gives (counts, distribution, rows)."""

    code: str
    kind: Kind

    @property
    def key(self) -> str:
        """Name of the statement in the cache."""
        return f"{self.code}.{self.kind}"


def statements(
    wanted: Iterable[Wanted], *, cache: Path | None, dialect: Dialect = "duckdb"
) -> dict[Wanted, str]:
    """Return the SQL of each statement: as installed, or from the cache, else compiled and added to it."""
    asked = tuple(wanted)
    known = _read(SHIPPED / _name(dialect))
    if any(item.key not in known for item in asked):
        known |= _kept([item for item in asked if item.key not in known], cache=cache, dialect=dialect)
    return {item: known[item.key] for item in asked}


def ship(folder: Path = SHIPPED, *, cache: Path | None = None) -> None:
    """Compile every statement, so that neither the first reader of a new home waits nor who makes its first edition."""
    every = statements((item for code in FIGURES for item in all_of(code)), cache=cache)
    file = folder / _name("duckdb")
    _write(file, {item.key: sql for item, sql in every.items()})
    file.chmod(READABLE)  # whoever installed it, all who work here read it


def wanted_for(code: str) -> tuple[Wanted, ...]:
    """Return the statements that a finding of this figure is made from."""
    figure = FIGURES[code]
    kinds: tuple[Kind, ...] = ("tally", "spread") if figure.has_curve or figure.has_scores else ("tally",)
    return tuple(Wanted(code=code, kind=kind) for kind in kinds)


def all_of(code: str) -> tuple[Wanted, ...]:
    """Return every statement of this figure: those of its findings, and the rows behind it that editions weigh."""
    return (*wanted_for(code), Wanted(code=code, kind="rows"))


@cached
def fingerprint() -> str:
    """Return a hash of all that the SQL is made from: our expressions, the records and the compilers' versions."""
    digest = hashlib.sha256(f"{RECORDS!r} {QUESTION!r}".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.name.encode() + file.read_bytes())
    for package in COMPILERS:
        digest.update(f"{package} {version(package)}".encode())
    return digest.hexdigest()[:16]


def _name(dialect: Dialect) -> str:
    return f"figures-{dialect}-{fingerprint()}.json"


def _kept(asked: list[Wanted], *, cache: Path | None, dialect: Dialect) -> dict[str, str]:
    """Return statements from the cache, after compiling those it lacks."""
    file = None if cache is None else cache / _name(dialect)
    known = _read(file)
    missing = [item for item in asked if item.key not in known]
    if missing:
        known |= _compile(missing, dialect=dialect)
        _write(file, known)
    return known


def _compile(missing: list[Wanted], *, dialect: Dialect) -> dict[str, str]:
    from pipelines.metrics.statement import Compiler

    compiler = Compiler(dialect=dialect)
    return {item.key: compiler.sql(FIGURES[item.code], kind=item.kind) for item in missing}


def _read(file: Path | None) -> dict[str, str]:
    if file is None:
        return {}
    try:
        found = file.stat()
        return dict(_parsed(file, changed=(found.st_mtime_ns, found.st_size, found.st_ino)))
    except (OSError, ValueError):  # no cache, or a damaged one: it is made again
        return {}


@lru_cache(maxsize=4)
def _parsed(file: Path, *, changed: tuple[int, int, int]) -> dict[str, str]:
    del changed  # part of the key only: a changed file is read again
    return dict(json.loads(file.read_text(encoding="utf-8")))


def _write(file: Path | None, known: dict[str, str]) -> None:
    """Replace the cache in one rename; without a place to write, the next process compiles again."""
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for old in file.parent.glob(f"{file.name.rsplit('-', 1)[0]}-*.json"):
            if old != file:
                old.unlink(missing_ok=True)
        handle, part = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(known, stream)
        Path(part).replace(file)
    except OSError:
        return


if __name__ == "__main__":
    ship()
