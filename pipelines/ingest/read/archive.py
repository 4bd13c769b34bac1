"""The archive an .xlsx is, looked at before anything is unpacked into memory: real sizes, no tricks.

The Excel reader unpacks whole parts and lays cells out as one block; it cannot be stopped while it does. So the
parts it will read are unpacked here first, piece by piece, counted and thrown away.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from pipelines.ingest.read.refusal import refused

MOST_UNPACKED = 400_000_000  # bytes of all parts read together: half a million rows of 26 cells
MOST_UNPACKED_TEXT = "400 MB"
MOST_PARTS = 10_000
PIECE = 1 << 18  # bytes unpacked at once
_END_OF_DIRECTORY = b"PK\x05\x06"
_ZIP64 = b"PK\x06\x07"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 0x1


def part_name(name: str) -> str:
    """Return the name of a part as the Excel reader looks it up: case and direction of slashes do not count."""
    return name.replace("\\", "/").lower().lstrip("/")


class Archive:
    """An opened archive whose parts are unpacked against one budget for the whole file."""

    def __init__(self, path: Path) -> None:
        """Open the archive; raises FileRefused when it is broken, encrypted or has absurdly many parts."""
        self.path = path
        _refuse_endless_directory(path)
        try:
            with zipfile.ZipFile(path) as directory:
                entries = [info for info in directory.infolist() if not info.is_dir()]
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
            raise refused("kapot", path=path) from problem
        self.parts = {part_name(info.filename): info for info in entries}
        if len(self.parts) < len(entries):
            raise refused("kapot", path=path)  # two parts of one name: which one is read is anyone's guess
        if sum(info.file_size for info in entries) > MOST_UNPACKED:
            raise refused("te_groot_uitgepakt", path=path, limit=MOST_UNPACKED_TEXT)
        self._unpacked = 0
        self._raw: BinaryIO = path.open("rb")

    def __enter__(self) -> Self:
        """Return the archive itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._raw.close()

    def unpacked(self, name: str) -> Iterator[bytes]:
        """Return the bytes of a part piece by piece. Raises FileRefused when it is missing, broken or too much."""
        info = self.parts.get(part_name(name))
        if info is None:
            raise refused("kapot", path=self.path)
        if info.flag_bits & _ENCRYPTED:
            raise refused("versleuteld", path=self.path)
        try:
            for piece in self._pieces(info):
                self._unpacked += len(piece)
                if self._unpacked > MOST_UNPACKED:
                    raise refused("te_groot_uitgepakt", path=self.path, limit=MOST_UNPACKED_TEXT)
                yield piece
        except (zlib.error, struct.error, OSError) as problem:
            raise refused("kapot", path=self.path) from problem

    def _pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """Unpack what is really there: the size the directory claims may be a lie."""
        self._raw.seek(info.header_offset)
        _, name_length, extra_length = _LOCAL_HEADER.unpack(self._raw.read(_LOCAL_HEADER.size))
        self._raw.seek(name_length + extra_length, 1)
        left = info.compress_size
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        while left and (packed := self._raw.read(min(PIECE, left))):
            left -= len(packed)
            if info.compress_type == zipfile.ZIP_STORED:
                yield packed
                continue
            while packed and not inflate.eof:
                yield inflate.decompress(packed, PIECE)
                packed = inflate.unconsumed_tail


def _refuse_endless_directory(path: Path) -> None:
    """Raise FileRefused before a directory of millions of entries is read into memory."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - (1 << 16) - 22))
        tail = stream.read()
    at = tail.rfind(_END_OF_DIRECTORY)
    if at < 0 or len(tail) - at < 22:
        raise refused("kapot", path=path)
    parts = int.from_bytes(tail[at + 10 : at + 12], "little")
    if parts > MOST_PARTS or tail[max(0, at - 20) : at].startswith(_ZIP64):
        raise refused("kapot", path=path)
