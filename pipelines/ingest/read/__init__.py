"""Files become sheets of text cells, matched to our records; nothing is interpreted here."""

from pipelines.ingest.read.delivery import (
    ArrowText,
    CsvText,
    Delivery,
    FormQuestion,
    Note,
    Sheet,
    TextSource,
)
from pipelines.ingest.read.opening import open_file

__all__ = [
    "ArrowText",
    "CsvText",
    "Delivery",
    "FormQuestion",
    "Note",
    "Sheet",
    "TextSource",
    "open_file",
]
