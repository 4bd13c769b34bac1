"""Asks a figure of drawn tables, the way the command line asks it of a snapshot."""

from datetime import date
from pathlib import Path
from tempfile import gettempdir

from pipelines.evaluate.answers import answer
from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.finding import Finding, Part
from pipelines.evaluate.frame import read_frame
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.tables import Drawn, drawn

AS_OF = date(2026, 6, 30)  # a Tuesday
CACHE = Path(gettempdir()) / "werkplaats-test-figures"  # compiled once, shared by all tests of this version


def ask(code: str, *, as_of: date | str = AS_OF, since: str | None = None, **drawings: str) -> Finding:
    """Return the finding of a figure (all branches together) over drawn tables."""
    return ask_all(code, as_of=as_of, since=since, **drawings)[0]


def ask_all(
    code: str, *, as_of: date | str = AS_OF, since: str | None = None, **drawings: str
) -> tuple[Finding, ...]:
    """Return the findings of a figure, together and per branch, over drawn tables."""
    with drawn(**drawings) as warehouse:
        return findings(warehouse, code, as_of=as_of, since=since)


def findings(
    warehouse: Drawn, *codes: str, as_of: date | str = AS_OF, since: str | None = None
) -> tuple[Finding, ...]:
    """Return the findings of figures over a warehouse already drawn."""
    return answer(warehouse, question=_question(as_of, since), codes=codes, cache=CACHE)


def rows(code: str, *, as_of: date | str = AS_OF, **drawings: str) -> list[dict[str, object]]:
    """Return the drill-down of a figure over drawn tables."""
    question = _question(as_of, None)
    with drawn(**drawings) as warehouse:
        frame = read_frame(warehouse, question=question, audience=Audience.COMMISSIE)
        return rows_of(warehouse, frame=frame, code=code, cache=CACHE)


def part(finding: Finding, by: str, key: str) -> Part:
    """Return one part of a finding; a test fails when it is not there."""
    found = [one for one in finding.parts if one.by == by and one.key == key]
    assert len(found) == 1, f"{finding.code} has {len(found)} parts {by}={key}"
    return found[0]


def counted(finding: Finding) -> tuple[float | None, float | None]:
    """Return k of n."""
    return finding.k, finding.n


def _question(as_of: date | str, since: str | None) -> Question:
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return Question(as_of=day, period_from=None if since is None else date.fromisoformat(since))
