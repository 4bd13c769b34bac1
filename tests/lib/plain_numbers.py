"""What every finding must be, whatever the data: numbers one can read, or nothing and the reason in words."""

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from pipelines.evaluate.finding import Finding
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Measure

COUNTS = {Measure.PERSONS, Measure.CASES}


def unreadable(found: object, name: str = "finding") -> Iterator[str]:
    """Yield where a result holds a number that is not one (NaN, infinite)."""
    if isinstance(found, float) and not math.isfinite(found):
        yield f"{name}={found}"
    elif isinstance(found, tuple):
        for place, inner in enumerate(found):
            yield from unreadable(inner, f"{name}[{place}]")
    elif is_dataclass(found):
        for field in fields(found):
            yield from unreadable(getattr(found, field.name), f"{name}.{field.name}")


def unsaid(finding: Finding) -> Iterator[str]:
    """Yield what a finding leaves unsaid: no value without a reason, a zero of nothing, a hole in an interval."""
    if finding.value is None and not finding.caveats:
        yield "no value and no reason"
    is_count = FIGURES[finding.code].measure in COUNTS
    if finding.value == 0 and not finding.n and (not is_count or "nothing_counted" not in finding.caveats):
        yield "a bare zero"
    if finding.value is not None and finding.n is None:
        yield "a number without its n"
    if not _holds(finding):
        yield "an interval beside its value"
    if finding.target is not None and finding.verdict is None:
        yield "a target without a verdict"
    yield from (f"part {part.by}={part.key} without n" for part in finding.parts if _bare(part.value, part.n))


def _bare(value: float | None, n: float | None) -> bool:
    return value is not None and n is None


def _holds(finding: Finding) -> bool:
    if finding.value is None or finding.low is None or finding.high is None:
        return True
    return finding.low - 1e-9 <= finding.value <= finding.high + 1e-9
