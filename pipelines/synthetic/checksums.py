"""Which files are ours, byte for byte: only those may be loaded beside the invented people of a demo."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

NAME = "sha256sums"  # beside the files, in the form of the program of that name
DEPTH = 2  # folders above a file in which its list may stand


def write_checksums(folder: Path, names: Iterable[str]) -> None:
    """Write the checksums of the files of a world beside them."""
    lines = "".join(f"{_checksum(folder / name)}  {name}\n" for name in names)
    (folder / NAME).write_text(lines, encoding="utf-8", newline="\n")


def is_invented(path: Path) -> bool:
    """Return whether a file is one the program wrote itself and nobody changed since.

    It stands in a list of checksums beside it or above it, under its own name. A file that cannot be read is not ours.
    """
    place = path.absolute()
    try:
        return any(
            f"{_checksum(place)}  {place.relative_to(folder).as_posix()}" in _listed(folder)
            for folder in place.parents[:DEPTH]
            if (folder / NAME).is_file()
        )
    except OSError:
        return False


def _listed(folder: Path) -> list[str]:
    return (folder / NAME).read_text(encoding="utf-8").splitlines()


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
