"""The door for files: what a path holds, read as the sheets of a delivery or refused in one sentence."""

import stat
from pathlib import Path

from pipelines.ingest.read.csv_file import read_csv_file
from pipelines.ingest.read.delivery import Delivery
from pipelines.ingest.read.refusal import refused


def open_file(path: Path, *, scratch: Path) -> Delivery:
    """Return the file as sheets of text cells. `scratch`: a private folder for copies, cleared by the caller.

    Raises FileRefused: one Dutch sentence, before memory is spent on the file.
    """
    _refuse_what_is_no_file(path)
    return read_csv_file(path, scratch=scratch)


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise refused("is_een_map", path=path)
        if not stat.S_ISREG(found.st_mode):
            raise refused("geen_gewoon_bestand", path=path)
        if not found.st_size:
            raise refused("leeg", path=path)
        with path.open("rb"):
            return
    except PermissionError as problem:
        raise refused("geen_toegang", path=path) from problem
    except (OSError, ValueError) as problem:  # ValueError: a null character in the name
        raise refused("bestaat_niet", path=path) from problem
