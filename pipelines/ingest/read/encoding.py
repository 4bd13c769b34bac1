"""Bytes of a text file made readable: which encoding it is, decided over the whole file, and UTF-8 copies."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np

BLOCK = 4 << 20  # bytes read at once: large enough to be fast, small enough to be nothing
CP1252 = "cp1252"
_WINDOWS = bytes(range(256)).decode(CP1252, errors="replace")
# cp1252 leaves five bytes undefined; they stay the control characters they are in latin-1
WINDOWS = "".join(chr(code) if letter == "\ufffd" else letter for code, letter in enumerate(_WINDOWS))
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.3  # share of zero bytes on one side of each pair by which UTF-16 without a mark is known
MIXED = "mixed"  # UTF-8 in which some bytes are Windows text: two files pasted together
SURELY_UTF8 = 20  # that many accented letters read as UTF-8 before the first that does not: no coincidence
_LAST_WINDOWS_ONLY = 0x9F - 0x100  # as a signed byte
PIECE = 1 << 18  # bytes decoded at once: small enough that most pieces hold no sign that makes them slow
_ERRORS = "windows_where_not_utf8"


def _as_windows(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    bad = problem.object[problem.start : problem.end]
    return "".join(WINDOWS[byte] for byte in bad), problem.end


codecs.register_error(_ERRORS, _as_windows)


def wide_encoding(sample: bytes) -> str | None:
    """Return 'utf-16', 'utf-16-le', 'utf-16-be' or 'utf-32' when the file starts so; None for one-byte text."""
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    pairs = len(sample) // 2
    if pairs and sample[1::2].count(0) > _MOSTLY * pairs and not sample[::2].count(0):
        return "utf-16-le"
    if pairs and sample[::2].count(0) > _MOSTLY * pairs and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def has_windows_letters(block: bytes) -> bool:
    """Whether the block holds a byte 0x80-0x9F: letters and signs in cp1252, nothing anyone types in latin-1."""
    return bool((np.frombuffer(block, np.int8) < _LAST_WINDOWS_ONLY + 1).any())


class EncodingScan:
    """Looks at every byte of a one-byte text once: UTF-8 until proven otherwise, wherever that stands."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._extra_bytes = 0  # bytes beyond the first of each character, as far as it reads as UTF-8
        self.is_utf8 = True
        self.is_latin1 = True

    def look(self, block: bytes, *, final: bool = False) -> None:
        """Take in the next block."""
        if block.isascii() and not self._is_halfway:
            return
        self.is_latin1 = self.is_latin1 and not has_windows_letters(block)
        if self.is_utf8:
            self._look_utf8(block, final=final)

    @property
    def _is_halfway(self) -> bool:
        return self.is_utf8 and bool(self._decoder.getstate()[0])

    @property
    def is_windows(self) -> bool:
        """Whether it is Windows text already, whatever follows."""
        return self.encoding == CP1252

    def _look_utf8(self, block: bytes, *, final: bool) -> None:
        try:
            self._extra_bytes += len(block) - len(self._decoder.decode(block, final))
        except UnicodeDecodeError as problem:
            before = problem.object[: problem.start]
            self._extra_bytes += len(before) - len(before.decode("utf-8"))
            self.is_utf8 = False

    @property
    def encoding(self) -> str:
        """Name to decode the whole file with; 'latin-1' when the engine can read it so without a copy."""
        if self.is_utf8:
            return "utf-8"
        if self._extra_bytes >= SURELY_UTF8:
            return MIXED
        return "latin-1" if self.is_latin1 else CP1252


def blocks(stream: BinaryIO) -> Iterator[bytes]:
    """Return the stream's bytes block by block."""
    while block := stream.read(BLOCK):
        yield block


def codec(encoding: str) -> tuple[str, str]:
    """Return the codec and its error handler for an encoding found here, 'mixed' included."""
    if encoding == MIXED:
        return "utf-8", _ERRORS
    return encoding, _ERRORS if encoding == CP1252 else "replace"


def decode_start(sample: bytes) -> str:
    """Return the text of the first bytes of a file, cut at the last line end, for a first look at its shape."""
    end = max(sample.rfind(b"\n"), sample.rfind(b"\r"))
    whole = sample[: end + 1] if end >= 0 else sample
    return whole.decode("utf-8-sig", errors=_ERRORS)


def decoded(stream: BinaryIO, *, encoding: str) -> Iterator[str]:
    """Return the stream's text block by block, with bounded memory; undecodable wide characters become U+FFFD."""
    name, errors = codec(encoding)
    decoder = codecs.getincrementaldecoder(name)(errors)
    for block in blocks(stream):
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def write_utf8(path: Path, *, encoding: str, start: int, target: Path) -> None:
    """Copy the file from byte `start` to `target` as UTF-8."""
    with path.open("rb") as stream, target.open("wb") as out:
        stream.seek(start)
        if encoding == CP1252:
            out.writelines(_windows_as_utf8(stream))
            return
        for text in decoded(stream, encoding=encoding):
            out.write(text.encode("utf-8", errors="replace"))


def _windows_as_utf8(stream: BinaryIO) -> Iterator[bytes]:
    """Return Windows text as UTF-8, each piece in the cheapest way that is right for it."""
    while piece := stream.read(PIECE):
        if piece.isascii():
            yield piece
        elif has_windows_letters(piece):
            yield codecs.charmap_decode(piece, "strict", WINDOWS)[0].encode()
        else:
            yield piece.decode("latin-1").encode()
