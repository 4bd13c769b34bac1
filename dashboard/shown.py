"""The kinds of values pages and charts show; only the release desk fills them for an audience."""

from pipelines.evaluate.finding import Block, Curve, CurvePoint, Month, Part, Projection, Verdict
from pipelines.release.edition import Change, Edition, HeldBack, Kind, Standing, State
from pipelines.release.named_rows import Case, NamedRows
from pipelines.release.readable_policy import Decided, Seen
from pipelines.release.released import Released
from pipelines.release.released import ReleasedFinding as Finding
from pipelines.store.openings import Opening

__all__ = [
    "Block",
    "Case",
    "Change",
    "Curve",
    "CurvePoint",
    "Decided",
    "Edition",
    "Finding",
    "HeldBack",
    "Kind",
    "Month",
    "NamedRows",
    "Opening",
    "Part",
    "Projection",
    "Released",
    "Seen",
    "Standing",
    "State",
    "Verdict",
]
