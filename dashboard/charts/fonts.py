"""Our own letters for pictures: the web font unpacked to the form the picture maker reads."""

import struct
import tempfile
import zlib
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parents[1] / "static" / "fonts"
WOFF_HEADER = struct.Struct(">4s4sLHHLHHLLLLL")
WOFF_TABLE = struct.Struct(">4sLLLL")
TABLE = struct.Struct(">4sLLL")


@cache
def font_folder() -> Path:
    """Return a folder with the fonts as TrueType files; made once per process, gone with it."""
    keeper = tempfile.TemporaryDirectory(prefix="werkplaats-fonts-")
    _KEPT.append(keeper)
    folder = Path(keeper.name)
    for packed in sorted(FONTS.glob("*.woff")):
        (folder / f"{packed.name.split('.')[0]}.ttf").write_bytes(truetype(packed.read_bytes()))
    return folder


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def truetype(woff: bytes) -> bytes:
    """Return the font inside a WOFF file as a TrueType file; raises ValueError when it is no WOFF.

    Source: W3C, WOFF File Format 1.0, sections 3 to 5.
    """
    signature, flavour, _length, count, *_rest = WOFF_HEADER.unpack_from(woff)
    if signature != b"wOFF":
        raise ValueError("not a WOFF file")
    entries = [
        WOFF_TABLE.unpack_from(woff, WOFF_HEADER.size + index * WOFF_TABLE.size) for index in range(count)
    ]
    largest = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">4sHHHH", flavour, count, largest * 16, count.bit_length() - 1, (count - largest) * 16
    )
    offset = len(head) + count * TABLE.size
    directory, body = b"", b""
    for tag, start, packed_size, size, checksum in entries:
        packed = woff[start : start + packed_size]
        data = packed if packed_size == size else zlib.decompress(packed)
        directory += TABLE.pack(tag, checksum, offset + len(body), size)
        body += data + b"\0" * (-size % 4)
    return head + directory + body
