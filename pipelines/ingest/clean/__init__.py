"""Text of a cell becomes a value: one small pure parser per kind, which says what it repaired or doubts."""

from pipelines.ingest.clean.parsed import Parsed, Parser
from pipelines.vocabulary.reason import Reason

__all__ = ["Parsed", "Parser", "Reason"]
