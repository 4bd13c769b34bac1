"""From what went wrong underneath to the sentence a person gets."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipelines.vocabulary.errors import StoreProblem
from pipelines.vocabulary.words import store as words

CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
# What DuckDB's message holds → what the person is told.
KNOWN = (
    (("Could not set lock on file", "used by another process"), words.LOCKED),
    (
        ("No space left on device", "File too large", "Disk quota exceeded", "not enough space on the disk"),
        words.DISK_FULL,
    ),
    (("with version number",), words.NEWER_FILE),
    (
        (
            "not a valid DuckDB database file",
            "Corrupt database file",
            "Could not read enough bytes from file",
            "Failed to load metadata pointer",
            "Failure while replaying WAL",
        ),
        words.DAMAGED,
    ),
    (("Permission denied",), words.NOT_ALLOWED),
)
# Messages of these name tables, columns and files. Those of others hold the value that did not fit, which may be a
# person's name, and are dropped.
TELLING = (
    duckdb.BinderException,
    duckdb.CatalogException,
    duckdb.ParserException,
    duckdb.PermissionException,
    duckdb.TransactionException,
)


def store_problem(problem: words.Problem, **fields: object) -> StoreProblem:
    """Return the error for a problem, with its fields filled in."""
    return StoreProblem(problem.sentence.format(**fields), action=problem.action.format(**fields))


def problem_of_system(error: OSError, *, home: Path) -> StoreProblem:
    """Return the error for a failed file operation: disk full, not allowed, or not a folder."""
    if error.errno in FULL:
        return store_problem(words.DISK_FULL, home=home)
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return store_problem(words.NOT_A_FOLDER, home=home)
    if error.errno in CLOSED:
        return store_problem(words.NOT_ALLOWED, home=home)
    failed = store_problem(words.STATEMENT_FAILED, kind=type(error).__name__)
    failed.add_note(f"{error.strerror}: {error.filename}")
    return failed


def problem_of_engine(
    error: duckdb.Error, *, home: Path, file: Path, sql: str = "", full: words.Problem = words.DISK_FULL
) -> StoreProblem:
    """Return the error for a failed DuckDB call; the statement travels as a note, a value from a row never does."""
    text = str(error)
    found = next((problem for parts, problem in KNOWN if any(part in text for part in parts)), None)
    if found is None and isinstance(error, duckdb.OutOfMemoryException):
        found = words.MEMORY_FULL
    if found is not None:
        pid = re.search(r"PID (\d+)", text)
        process = words.PROCESS.format(pid=pid.group(1)) if pid else ""
        return store_problem(
            full if found is words.DISK_FULL else found, home=home, file=file, process=process
        )
    return _failed(error, sql=sql)


def _failed(error: duckdb.Error, *, sql: str) -> StoreProblem:
    failed = store_problem(words.STATEMENT_FAILED, kind=type(error).__name__)
    if isinstance(error, TELLING):
        failed.add_note(str(error))
    if sql:
        failed.add_note(sql)
    return failed


@contextmanager
def plain(home: Path, *, file: Path, sql: str = "", full: words.Problem = words.DISK_FULL) -> Iterator[None]:
    """Turn DuckDB's and the system's errors inside the block into a StoreProblem; `full` is said of a full disk."""
    try:
        yield
    except duckdb.Error as error:
        raise problem_of_engine(error, home=home, file=file, sql=sql, full=full) from None
    except OSError as error:
        raise problem_of_system(error, home=home) from None
