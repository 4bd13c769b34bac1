"""A month as it stood on its last day, beside what is told of it today: who was too young then is nobody or enough persons."""

from datetime import date, timedelta

import pytest

from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.frame import read_frame
from pipelines.release.desk import answer_for
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.compiled import compiled_home
from tests.lib.figures import CACHE

TODAY = date(2026, 8, 30)
CODES = ("job_first_response", "job_lead_time", "complaint_in_term", "helper_signal_followup")
SMALLEST = 5


@pytest.fixture(scope="module")
def snapshot():
    with open_snapshot(Home(compiled_home("on_course"))) as opened:
        yield opened


def judged(snapshot, code, *, first, as_of, last):
    """Return whose case each judged case of those days is, as known on a date."""
    frame = read_frame(snapshot, question=Question(as_of=as_of), audience=Audience.COMMISSIE)
    rows = rows_of(snapshot, frame=frame, code=code, cache=CACHE)
    return {
        row["case_id"]: row["person"]
        for row in rows
        if row["hit"] is not None and first <= row["happened_on"] <= last
    }


def shown(snapshot, question):
    found = answer_for(snapshot, audience=Audience.COMMISSIE, question=question, codes=CODES, cache=CACHE)
    return {
        finding.code for finding in found.findings if finding.branch in {None, "klus"} and not finding.hidden
    }


@pytest.mark.parametrize("month", [11, 12])
def test_no_month_that_is_shown_differs_by_a_few_persons_from_today(snapshot, month):
    first = date(2025, month, 1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    question = Question(as_of=last, period_from=first, known_on=TODAY)
    told = shown(snapshot, question)
    few = set()
    for code in CODES:
        then = judged(snapshot, code, first=first, as_of=last, last=last)
        today = judged(snapshot, code, first=first, as_of=TODAY, last=last)
        late = {(then | today)[case] for case in then.keys() ^ today.keys()}
        few |= {code} if 0 < len(late) < SMALLEST else set()
    assert few
    assert not told & few
    assert "job_lead_time" in told
