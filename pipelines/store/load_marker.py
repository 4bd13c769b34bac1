"""The file that stands in the home while a load runs, and stays behind when it was killed."""

import json
from dataclasses import dataclass

from pipelines.store.atomic import write_atomically
from pipelines.store.home import Home
from pipelines.vocabulary.words.store import UNKNOWN_MOMENT


@dataclass(frozen=True)
class Marker:
    """What a running load leaves in the home: which load, since when, by which process."""

    load_id: int
    since: str
    pid: int


def write_marker(home: Home, marker: Marker) -> None:
    """Put the marker in the home."""
    write_atomically(home.marker, json.dumps(vars(marker)).encode())


def read_marker(home: Home) -> Marker | None:
    """Return the marker as it stands; an unreadable one still says that something was interrupted."""
    try:
        found = json.loads(home.marker.read_bytes())
        return Marker(int(found["load_id"]), str(found["since"]), int(found["pid"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return Marker(0, UNKNOWN_MOMENT, 0)
