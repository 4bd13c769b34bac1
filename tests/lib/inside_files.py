"""What is in a file, also where it is packed: members of a zip, pictures' own texts, streams of a PDF, escapes of JSON."""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress

PNG = b"\x89PNG\r\n\x1a\n"


def everything_in(content: bytes) -> bytes:
    """Return the bytes of a file followed by all that is packed in them."""
    return b"\n".join([content, *_packed(content)])


def _packed(content: bytes) -> Iterator[bytes]:
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield everything_in(packed.read(name))
    elif content.startswith(b"%PDF"):
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.S):
            with suppress(zlib.error):
                yield zlib.decompress(stream)
    elif content.startswith(PNG):
        yield from (text for kind, text in chunks(content) if kind in {b"tEXt", b"zTXt", b"iTXt", b"eXIf"})
    else:
        for line in content.splitlines():
            with suppress(ValueError):  # the bytes may be written with escapes
                yield json.dumps(json.loads(line), ensure_ascii=False).encode()


def chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of each chunk of a PNG."""
    place = len(PNG)
    while place < len(picture):
        size = int.from_bytes(picture[place : place + 4])
        yield picture[place + 4 : place + 8], picture[place + 8 : place + 8 + size]
        place += size + 12
