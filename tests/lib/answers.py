"""All findings and all drill-down rows of a world, asked once per process and shared by the tests that compare them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pipelines.evaluate.answers import answer
from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.finding import Finding
from pipelines.evaluate.frame import Frame, read_frame
from pipelines.metrics.catalogue import FIGURES
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.compiled import compiled_home
from tests.lib.figures import CACHE
from tests.lib.worlds import world_as_of

ALL = tuple(FIGURES)


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What a world says: its findings by figure and branch, and the cases behind each figure."""

    frame: Frame
    findings: tuple[Finding, ...]
    rows: dict[str, list[dict[str, Any]]]

    def of(self, code: str) -> dict[str | None, Finding]:
        """Return the findings of a figure by branch."""
        return {finding.branch: finding for finding in self.findings if finding.code == code}


@cache
def world_answers(world: str) -> Answers:
    """Return every finding of a world on its last day, as the coordinator sees it, with the rows behind them."""
    question = Question(as_of=world_as_of(world))
    with open_snapshot(Home(compiled_home(world))) as snapshot:
        frame = read_frame(snapshot, question=question, audience=Audience.COORDINATOR)
        findings = answer(snapshot, question=question, codes=ALL, audience=Audience.COORDINATOR, cache=CACHE)
        rows = {code: rows_of(snapshot, frame=frame, code=code, cache=CACHE) for code in ALL}
    return Answers(frame=frame, findings=findings, rows=rows)
