"""How large a month of a ratio is: the persons below its line, for those are what its n tells."""

from datetime import date

from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.frame import read_frame
from pipelines.release.behind import Behind
from pipelines.release.periods import Calendar
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.compiled import compiled_home
from tests.lib.figures import CACHE

CALENDAR = Calendar(start=date(2025, 9, 1), end=date(2026, 8, 30), smallest=5)
APRIL = date(2026, 4, 1)


def test_a_month_of_asks_is_as_large_as_those_who_said_yes():
    with open_snapshot(Home(compiled_home("on_course"))) as snapshot:
        question = Question(as_of=CALENDAR.end)
        frame = read_frame(snapshot, question=question, audience=Audience.COMMISSIE)
        sizes = Behind(snapshot, frame=frame, cache=CACHE).sizes("offers_per_match", calendar=CALENDAR)
        rows = rows_of(snapshot, frame=frame, code="offers_per_match", cache=CACHE)
    april = [row for row in rows if row["branch"] == "zorg" and row["happened_on"].replace(day=1) == APRIL]
    asked, yes = (
        {row["person"] for row in april if row["lower"] or everybody} for everybody in (True, False)
    )
    assert 0 < len(yes) < CALENDAR.smallest <= len(asked)
    assert sizes["zorg"]["month", APRIL].persons == len(yes)
