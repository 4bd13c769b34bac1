"""Homes of worlds with editions released to somebody outside: made once through the real functions, shared by all tests."""

import shutil
from collections.abc import Sequence
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

from pipelines.release import publishing
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from tests.lib.compiled import compiled_home
from tests.lib.worlds import alone, world_as_of

FIRST_DAY = date(2026, 5, 31)  # of the earlier of two editions; the later one is of the last day of the world
# A world that ends before that has one.
OUTSIDE = tuple(audience for audience in Audience if audience.external)
DONE = "released"


def published_home(world: str, *audiences: Audience) -> Path:
    """Return a home of a world with two editions for these audiences outside, else for all; a test leaves it as it is."""
    source = compiled_home(world)
    name = "-".join(["published", *(audience.value for audience in audiences)])
    home = source.parent / name
    with alone(source.parent / f"{name}.lock"):
        if not (home / DONE).exists():
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(source, home, symlinks=True)
            for audience in audiences or OUTSIDE:
                last = world_as_of(world)
                days = (FIRST_DAY, last) if last > FIRST_DAY else (last,)
                release(home, audience=audience, days=days)
            (home / DONE).touch()
    return home


def release(home: Path, *, audience: Audience, days: Sequence[date]) -> None:
    """Propose and approve an edition for each day."""
    for day in days:
        now = datetime.combine(day, clock(12))
        proposed = publishing.propose(
            Home(home), audience=audience, as_of=day, by="coordinator@voorbeeld", now=now
        )
        publishing.approve(Home(home), proposed.id, by="commissie@voorbeeld", now=now)


def handed_over(home: Path, audience: Audience) -> Path:
    """Return the folder with the files that audience is handed."""
    return home / "editions" / audience.value
