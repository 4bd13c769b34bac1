"""The names of files, sheets and deliverers as they were typed: they may name people, so they stand in the private folder.

The warehouse holds what `ingest/name_in_store.py` makes of them; this file leads back, for the coordinator alone.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.store.home import Home
from pipelines.store.problem import problem_of_system

FILE = "typed_names.jsonl"
OWNER_ONLY = 0o600


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
    if not fresh:
        return
    lines = "".join(
        json.dumps({"stored": stored, "typed": typed}, ensure_ascii=False) + "\n"
        for stored, typed in fresh.items()
    )
    try:
        file = os.open(home.private / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
        try:
            os.write(file, lines.encode())
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None


def typed_names(home: Home) -> TypedNames:
    """Return all names kept so far; none before the first one that had to be kept apart."""
    try:
        lines = (home.private / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return TypedNames()
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    found = (json.loads(line) for line in lines)
    return TypedNames({each["stored"]: each["typed"] for each in found})
