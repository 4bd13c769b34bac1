"""Text of a cell becomes a value: one small pure parser per kind, which says what it repaired or doubts."""

from pipelines.ingest.clean.parsed import Parsed, Parser, Value
from pipelines.ingest.clean.parsers import PARSERS, parse
from pipelines.ingest.clean.row import row_fault
from pipelines.vocabulary.reason import Reason

__all__ = ["PARSERS", "Parsed", "Parser", "Reason", "Value", "parse", "row_fault"]
