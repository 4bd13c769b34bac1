"""The door for files: what a path holds, read as the sheets of a delivery or refused in one sentence."""

import stat
from pathlib import Path

from pipelines.ingest.read.csv_file import read_csv_file
from pipelines.ingest.read.delivery import Delivery
from pipelines.ingest.read.magic import OLD_OFFICE, TEXT_SUFFIXES, WRONG_SUFFIX, ZIP, old_office_kind
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.workbook import read_workbook

LOCK_FILE = "~$"  # begins the name of what Excel leaves beside a workbook while it is open


def open_file(path: Path, *, scratch: Path) -> Delivery:
    """Return the file as sheets of text cells. `scratch`: a private folder for copies, cleared by the caller.

    Raises FileRefused: one Dutch sentence, before memory is spent on the file.
    """
    _refuse_what_is_no_file(path)
    start = _start(path)
    if start.startswith(OLD_OFFICE):
        raise refused(old_office_kind(path), path=path)
    if start.startswith(ZIP):
        return read_workbook(path)
    if path.suffix.casefold() not in TEXT_SUFFIXES:
        raise refused(WRONG_SUFFIX.get(path.suffix.casefold(), "geen_werkmap"), path=path)
    return read_csv_file(path, scratch=scratch)


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(len(OLD_OFFICE))


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise refused("is_een_map", path=path)
        if not stat.S_ISREG(found.st_mode):
            raise refused("geen_gewoon_bestand", path=path)
        if path.name.startswith(LOCK_FILE):
            raise refused("tijdelijk", path=path)
        if not found.st_size:
            raise refused("leeg", path=path)
        with path.open("rb"):
            return
    except PermissionError as problem:
        raise refused("geen_toegang", path=path) from problem
    except (OSError, ValueError) as problem:  # ValueError: a null character in the name
        raise refused("bestaat_niet", path=path) from problem
