"""Files in the private folder that only grow: one JSON object a line, each on disk before the caller goes on."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipelines.store.home import Home
from pipelines.store.problem import problem_of_system

OWNER_ONLY = 0o600
LINE_END = b"\n"


def add_lines(home: Home, name: str, objects: Iterable[Mapping[str, object]]) -> None:
    """Add a line per object and wait until all are on disk; raises StoreProblem when they cannot be written."""
    lines = b"".join(json.dumps(each, ensure_ascii=False).encode() + LINE_END for each in objects)
    path = home.private / name
    try:
        home.private.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY), "ab") as file:
            file.write((b"" if _ends_whole(path) else LINE_END) + lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None


def read_lines(home: Home, name: str) -> list[dict[str, Any]]:
    """Return the objects, oldest first; none where the file is not there yet. Raises StoreProblem when unreadable.

    A line half written (a full disk, a power cut) was never said to be kept: it is passed over.
    """
    try:
        lines = (home.private / name).read_bytes().split(LINE_END)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    return list(_whole(lines))


def _ends_whole(path: Path) -> bool:
    size = path.stat().st_size
    if size == 0:
        return True
    with path.open("rb") as file:
        file.seek(size - 1)
        return file.read() == LINE_END


def _whole(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            yield found
