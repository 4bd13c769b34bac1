"""What a file is by its first bytes, whatever its name says."""

from pathlib import Path

from pipelines.ingest.read.refusal import refused

ZIP = b"PK\x03\x04"
TEXT_SUFFIXES = {".csv", ".tsv", ".txt", ".tab"}
# a name that promises a workbook the content is not
WRONG_SUFFIX = {
    ".xlsx": "kapot",
    ".xlsm": "kapot",
    ".xls": "oud_excel",
    ".xlsb": "kapot",
    ".ods": "opendocument",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls and of encrypted .xlsx
_ENCRYPTED = "EncryptedPackage".encode(
    "utf-16-le"
)  # the entry of the container that holds an encrypted .xlsx
_DIRECTORY_LOOK = 1 << 20  # bytes at either end in which the container keeps its directory
_BOM = b"\xef\xbb\xbf"
_ODD_SHARE = 0.05  # of control characters by which a text is none
_PRINTABLE = bytes(range(32, 256)) + b"\t\n\r\f\x1a"


def refuse_no_text(sample: bytes, *, path: Path) -> None:
    """Raise FileRefused when the first bytes are nothing at all, or hold what no text holds."""
    text = sample.removeprefix(_BOM)
    if not text.strip():
        raise refused("leeg", path=path)
    odd = len(text.translate(None, _PRINTABLE))
    if b"\0" in text or text.startswith((b"%PDF-", b"{\\rtf")) or odd > _ODD_SHARE * len(text):
        raise refused("geen_tekst", path=path)


def old_office_kind(path: Path) -> str:
    """Return why a file in the old container cannot be read: encrypted, or a workbook of before 2007."""
    with path.open("rb") as stream:
        start = stream.read(_DIRECTORY_LOOK)
        stream.seek(max(0, path.stat().st_size - _DIRECTORY_LOOK))
        names = start + stream.read(_DIRECTORY_LOOK)
    return "versleuteld" if _ENCRYPTED in names else "oud_excel"
