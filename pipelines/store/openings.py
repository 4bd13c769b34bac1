"""Who opened named rows, when, which and why: a file in the private folder that only grows."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime

from pipelines.store.home import Home
from pipelines.store.problem import problem_of_system

FILE = "openings.jsonl"
OWNER_ONLY = 0o600


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
    line = json.dumps({**asdict(opening), "at": opening.at.isoformat()}, ensure_ascii=False) + "\n"
    try:
        home.private.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(home.private / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
        try:
            os.write(file, line.encode())
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None


def all_openings(home: Home) -> tuple[Opening, ...]:
    """Return all openings, oldest first; none when no row was ever opened."""
    try:
        lines = (home.private / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    found = (json.loads(line) for line in lines)
    return tuple(Opening(**{**each, "at": datetime.fromisoformat(each["at"])}) for each in found)
