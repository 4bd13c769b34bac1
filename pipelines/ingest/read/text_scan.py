"""One look at every byte of a text file: its hash, its encoding, and whether it is regular."""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pipelines.ingest.read.encoding import BLOCK, EncodingScan, blocks
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.regularity import Regularity

# A stretch of this many bytes (a whole part of a block) without a line end is no table: the engine takes lines up
# to 2 MB, a row of 40 full cells is under 0.1 MB.
LONGEST_LINE = 1 << 19
LONGEST_LINE_TEXT = "een halve megabyte"
NUL = 0


@dataclass(frozen=True, kw_only=True)
class TextLook:
    """What the look found. `rows`: records after the headings, None where the file is not regular."""

    sha256: str
    encoding: str
    rows: int | None


def look_at_text(
    path: Path, *, data_start: int, records: Regularity, named: Path, on_windows: Callable[[], None]
) -> TextLook:
    """Read the file once; records begin at byte `data_start`. Raises FileRefused on a giant line.

    `named` is the file as delivered, for the sentence. `on_windows` is called with every block once it is known that
    the text must be decoded as cp1252. A second thread hashes each block while this one looks at it.
    """
    digest, encoding = hashlib.sha256(), EncodingScan()
    at = 0
    with path.open("rb") as stream, ThreadPoolExecutor(max_workers=1) as hasher:
        for block in blocks(stream):
            hashed = hasher.submit(digest.update, block)
            if NUL in block:
                raise refused("geen_tekst", path=named)
            _refuse_giant_line(block, at=at, path=path, named=named)
            encoding.look(block)
            if encoding.is_windows:
                on_windows()
            records.look(block[max(0, data_start - at) :])
            at += len(block)
            hashed.result()
    encoding.look(b"", final=True)
    return TextLook(sha256=digest.hexdigest(), encoding=encoding.encoding, rows=records.rows())


def _refuse_giant_line(block: bytes, *, at: int, path: Path, named: Path) -> None:
    for start in range(0, len(block) - LONGEST_LINE + 1, LONGEST_LINE):
        end = start + LONGEST_LINE
        if block.find(b"\n", start, end) < 0 and block.find(b"\r", start, end) < 0:
            row = _line_number(path, at=at + start)
            raise refused("te_lange_regel", path=named, row=row, limit=LONGEST_LINE_TEXT)


def _line_number(path: Path, *, at: int) -> int:
    with path.open("rb") as stream:
        lines, left = 1, at
        while left > 0 and (block := stream.read(min(left, BLOCK))):
            lines += block.count(b"\n") or block.count(b"\r")
            left -= len(block)
    return lines
