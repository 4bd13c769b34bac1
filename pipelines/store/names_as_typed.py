"""The names of files, sheets and deliverers as they were typed: they may name people, so they stand in the private folder.

The warehouse holds what `ingest/name_in_store.py` makes of them; this file leads back, for the coordinator alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.store.grown_file import add_lines, read_lines
from pipelines.store.home import Home

FILE = "typed_names.jsonl"


@dataclass(frozen=True)
class TypedNames:
    """Stored name → the name as typed."""

    names: Mapping[str, str] = field(default_factory=dict, repr=False)

    def of(self, stored: str) -> str:
        """Return the name as typed; the stored one where that is all there is."""
        return self.names.get(stored, stored)


def keep_typed(home: Home, names: Mapping[str, str]) -> None:
    """Add the names that are stored as something else, each once; raises StoreProblem when it cannot be written."""
    known = typed_names(home).names
    fresh = {
        stored: typed for stored, typed in names.items() if stored != typed and known.get(stored) != typed
    }
    if fresh:
        add_lines(home, FILE, ({"stored": stored, "typed": typed} for stored, typed in fresh.items()))


def typed_names(home: Home) -> TypedNames:
    """Return all names kept so far; none before the first one that had to be kept apart."""
    return TypedNames({each["stored"]: each["typed"] for each in read_lines(home, FILE)})
