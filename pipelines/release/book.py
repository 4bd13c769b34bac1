"""The figures and what is behind them, on every date an edition was made for; kept while the program runs."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from pipelines.evaluate.answers import answer
from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.finding import Finding
from pipelines.evaluate.frame import Frame, read_frame
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Figure
from pipelines.release.units import Unit, units_of
from pipelines.store.snapshot import Snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question

Key = TypeVar("Key")
Value = TypeVar("Value")
WORKERS = 4  # statements at the same time
MOST_KEPT = 2_000  # per kind: a year of monthly editions, all figures
_KEPT: "OrderedDict[tuple[str, date, str], tuple[Unit, ...]]" = OrderedDict()
_ANSWERED: "OrderedDict[tuple[str, date, str, str], tuple[Finding, ...]]" = OrderedDict()


@dataclass(frozen=True, kw_only=True)
class Book:
    """One snapshot to make editions from. `name`: hash of the data, so that what was read before is read once."""

    snapshot: Snapshot
    name: str
    cache: Path | None
    frames: dict[date, Frame] = field(default_factory=dict)

    def findings(
        self, codes: Sequence[str], *, as_of: date, audience: Audience
    ) -> Mapping[tuple[str, str | None], Finding]:
        """Return the findings of the whole pilot on a date, by figure and branch."""
        frame = read_frame(self.snapshot, question=Question(as_of=as_of), audience=audience)
        targets = repr(sorted(frame.targets.items()))  # all that findings know of who reads them
        missing = [code for code in codes if (self.name, as_of, targets, code) not in _ANSWERED]
        if missing:
            found = answer(
                self.snapshot,
                question=Question(as_of=as_of),
                codes=missing,
                audience=audience,
                cache=self.cache,
                workers=WORKERS,
            )
            for code, own in groupby(found, key=lambda finding: finding.code):
                _remember(_ANSWERED, (self.name, as_of, targets, code), tuple(own))
        known = (one for code in codes for one in _ANSWERED[self.name, as_of, targets, code])
        return {(finding.code, finding.branch): finding for finding in known}

    def frame(self, as_of: date) -> Frame:
        """Return the settings as they hold on a date."""
        if as_of not in self.frames:
            question = Question(as_of=as_of)
            self.frames[as_of] = read_frame(self.snapshot, question=question, audience=Audience.COMMISSIE)
        return self.frames[as_of]

    def units(self, code: str, *, as_of: date) -> tuple[Unit, ...]:
        """Return what a figure counts on a date, both branches together."""
        key = (self.name, as_of, code)
        if key not in _KEPT:
            rows = rows_of(self.snapshot, frame=self.frame(as_of), code=code, cache=self.cache)
            _remember(_KEPT, key, units_of(FIGURES[code], rows, columns=split_columns(FIGURES[code])))
        return _KEPT[key]


def _remember(kept: "OrderedDict[Key, Value]", key: Key, value: Value) -> None:
    kept[key] = value
    while len(kept) > MOST_KEPT:
        kept.popitem(last=False)


def split_columns(figure: Figure) -> tuple[str, ...]:
    """Return the columns a figure can be split by."""
    return (*figure.parts, *figure.multi, *figure.shares_of_all)
