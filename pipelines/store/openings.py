"""Who opened named rows, when, which and why: a file in the private folder that only grows."""

from dataclasses import asdict, dataclass
from datetime import datetime

from pipelines.store.grown_file import add_lines, read_lines
from pipelines.store.home import Home

FILE = "openings.jsonl"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """One look at rows with names. `who`: e-mail address; `what`: code of the figure; `reason`: why.

    `rows`: how many, None where whoever reads this may not know.
    """

    who: str
    at: datetime
    what: str
    rows: int | None
    reason: str


def note_opening(home: Home, opening: Opening) -> None:
    """Add one line and wait until it is on disk; raises StoreProblem when it cannot be written."""
    add_lines(home, FILE, [{**asdict(opening), "at": opening.at.isoformat()}])


def all_openings(home: Home) -> tuple[Opening, ...]:
    """Return all openings, oldest first; none when no row was ever opened."""
    found = read_lines(home, FILE)
    return tuple(Opening(**{**each, "at": datetime.fromisoformat(each["at"])}) for each in found)
