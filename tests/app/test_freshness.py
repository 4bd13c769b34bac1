"""The banner above every page: until when, when next, and when it says that the figures are old (1.5 times the rhythm)."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.components.frame import freshness_lines
from dashboard.session import open_visit
from pipelines.store.home import Home
from pipelines.store.publication import POINTER
from tests.lib.worlds import world_copy

LOADED = datetime(2025, 9, 29, 22, 30, tzinfo=UTC)  # half past midnight in Amsterdam, a day later
LOADED_ON = date(2025, 9, 30)
NEXT = "Volgende keer: 30 oktober 2025."
OLD = (
    "Deze cijfers zijn oud. De laatste update was op 30 september 2025. "
    "We verwachtten nieuwe cijfers op 30 oktober 2025."
)


@pytest.fixture
def lines(tmp_path, monkeypatch):
    home = Home(world_copy("first_month", tmp_path))

    def on(today, *, loaded=LOADED):
        pointer = json.loads((home.snapshots / POINTER).read_text())
        pointer["published_at"] = f"{loaded:%Y-%m-%d %H:%M:%S}"
        (home.snapshots / POINTER).write_text(json.dumps(pointer))
        monkeypatch.setenv("WERKPLAATS_HOME", str(home.path))
        monkeypatch.setenv("WERKPLAATS_AS_OF", today.isoformat())
        return freshness_lines(open_visit())

    return on


def test_the_moment_of_loading_is_said_in_dutch_time(lines):
    assert "Bijgewerkt op 30 september, 00.30 uur." in lines(LOADED_ON)[0]


@pytest.mark.parametrize(
    ("days", "said", "unsaid"),
    [
        (0, NEXT, "oud"),
        (30, NEXT, "oud"),
        (31, "", "Volgende keer"),
        (45, "", "oud"),  # one and a half times thirty days: not yet
        (46, OLD, "Volgende keer"),
        (400, OLD, "Volgende keer"),  # the pilot is over, but its last months were never loaded
    ],
)
def test_figures_are_old_after_one_and_a_half_times_the_rhythm(lines, days, said, unsaid):
    told = " ".join(lines(LOADED_ON + timedelta(days=days)))
    assert said in told
    assert unsaid not in told


def test_figures_of_the_whole_pilot_never_grow_old(lines):
    told = " ".join(lines(date(2030, 1, 1), loaded=datetime(2026, 12, 1, 9, tzinfo=UTC)))
    assert "oud" not in told
    assert "Volgende keer" not in told
