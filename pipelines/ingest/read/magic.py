"""What a file is by its first bytes, whatever its name says."""

from pathlib import Path

from pipelines.ingest.read.refusal import refused

ZIP = b"PK"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls and of encrypted .xlsx
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
