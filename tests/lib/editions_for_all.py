"""A home of a world with editions for everybody: two for Portaal, one for the others, and one proposal that waits for approval."""

import hashlib
import shutil
import tempfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from dashboard.access import DEMO_READERS
from dashboard.releasing import OUTSIDE
from pipelines.release import publishing
from pipelines.store.home import Home
from pipelines.store.lock import held
from pipelines.vocabulary.audiences import Audience
from tests.lib.compiled import compiled_home
from tests.lib.worlds import ROOT

FIRST, SECOND = date(2026, 5, 31), date(2026, 8, 30)  # ends of quarters of the pilot
RELEASED = [(FIRST, audience) for audience in OUTSIDE] + [(SECOND, Audience.PORTAAL)]
WAITING = (SECOND, Audience.GEMEENTE)
NOW = datetime(2026, 9, 2, 9, tzinfo=UTC)
MADE_BY = (
    "release",
    "evaluate",
    "metrics",
    "stats",
)  # folders of pipelines an edition depends on, beside the home
BY, APPROVED_BY = DEMO_READERS[Audience.COORDINATOR].email, DEMO_READERS[Audience.COMMISSIE].email


def desk_home(world: str) -> Path:
    """Return a home of a world in which every audience outside has an edition; tests leave it as it is."""
    return _desk(world)


@cache
def _desk(world: str) -> Path:
    loaded = compiled_home(world)
    folder = loaded.parent / f"desk-{_rules()}"
    while True:
        with held(Path(tempfile.gettempdir()) / f"werkplaats-desk-{world}.lock") as mine:
            if mine:
                if not (folder / "done").exists():
                    _publish(loaded, folder)
                return folder / "home"


def _publish(loaded: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    home = Home(Path(shutil.copytree(loaded, folder / "home", symlinks=True)))
    for day, audience in (*RELEASED, WAITING):
        made = publishing.propose(home, audience=audience, as_of=day, by=BY, now=NOW)
        if (day, audience) != WAITING:
            publishing.approve(home, made.id, by=APPROVED_BY, now=NOW)
    (folder / "done").touch()


@cache
def _rules() -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(path for part in MADE_BY for path in (ROOT / "pipelines" / part).rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
