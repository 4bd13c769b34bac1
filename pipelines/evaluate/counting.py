"""Runs the statements of a figure and gives their lines a form: counts per group and distributions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pipelines.evaluate.engine import Engine, Line, dialect_of, run, run_all
from pipelines.evaluate.frame import Frame, Reader
from pipelines.metrics.compiled import Wanted, statements, wanted_for
from pipelines.metrics.declaration import BESIDE

DECIMALS = (
    6  # hours and euros have at most four; beyond that a sum shows only the order in which it was added up
)
_WHOLE = ("cases", "n", "k", "persons", "persons_hit", "pending")
_COUNTED = {"branch", "by", "key", *_WHOLE}


@dataclass(frozen=True, kw_only=True)
class Group:
    """Which cases a line is about: a branch ("" together), what it is split by ("" all), and the value of that."""

    branch: str = ""
    by: str = ""
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class Count:
    """What was counted in a group. `sums`: the sums of columns, for figures that have them."""

    cases: int = 0
    n: int = 0
    k: int = 0
    persons: int = 0
    persons_hit: int = 0
    pending: int = 0
    sums: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Held:
    """So many cases had this value (a duration or score) and outcome (0 open, 1 answered, 2 ended otherwise)."""

    value: float
    outcome: int
    cases: int


@dataclass(frozen=True, kw_only=True)
class Counted:
    """All lines of one figure."""

    counts: Mapping[Group, Count]
    held: Mapping[Group, tuple[Held, ...]]

    def count(self, *, branch: str, by: str = "", key: str = "") -> Count:
        """Return the count of a group; zeros when no case is in it."""
        return self.counts.get(Group(branch=branch, by=by, key=key), Count())

    def distribution(self, *, branch: str, by: str = "", key: str = "") -> tuple[Held, ...]:
        """Return the distribution of a group; empty when no case is in it."""
        return self.held.get(Group(branch=branch, by=by, key=key), ())

    def keys(self, *, branch: str, by: str) -> tuple[str, ...]:
        """Return the values a figure is split by in that branch, sorted."""
        return tuple(sorted(group.key for group in self.counts if group.branch == branch and group.by == by))


def count(
    reader: Reader,
    *,
    frame: Frame,
    codes: Iterable[str],
    cache: Path | None,
    workers: int = 1,
    engine: Engine | None = None,
) -> dict[str, Counted]:
    """Return the lines of each figure. `workers`: statements run at the same time, for a reader that allows it."""
    asked = tuple(codes)
    wanted = [item for code in asked for item in wanted_for(code)]
    compiled = statements(wanted, cache=cache, dialect=dialect_of(engine))
    lines = run_all(reader, list(compiled.values()), frame=frame, workers=workers, engine=engine)
    by_statement = dict(zip(compiled, lines, strict=True))
    return {
        code: Counted(
            counts=_counts(by_statement[Wanted(code=code, kind="tally")]),
            held=_held(by_statement.get(Wanted(code=code, kind="spread"), [])),
        )
        for code in asked
    }


def rows_of(
    reader: Reader, *, frame: Frame, code: str, cache: Path | None, engine: Engine | None = None
) -> list[Line]:
    """Return the cases behind a figure: the drill-down, whose hits count to the figure."""
    item = Wanted(code=code, kind="rows")
    compiled = statements([item], cache=cache, dialect=dialect_of(engine))
    return run(reader, compiled[item], frame=frame, engine=engine)


def _counts(lines: list[Line]) -> dict[Group, Count]:
    found = {group: count for line in lines for group, count in _beside(line)}
    return found | {
        _group(line): Count(
            **{name: _whole(line[name]) for name in _WHOLE},
            sums={
                name: value
                for name in line
                if name not in _COUNTED and "__" not in name
                if (value := _number(line[name])) is not None
            },
        )
        for line in lines
    }


def _beside(line: Line) -> Iterator[tuple[Group, Count]]:
    """Yield a group for each count that stands beside the figure in this line."""
    for name, value in line.items():
        key, _, what = name.rpartition("__")
        if what == "k" and value is not None:
            k, persons = _whole(value), _whole(line.get(f"{key}__persons"))
            n = _whole(line.get(f"{key}__n", value))
            yield (
                Group(branch=str(line["branch"]), by=BESIDE, key=key),
                Count(cases=_whole(line["cases"]), n=n, k=k, persons=persons, persons_hit=persons),
            )


def _held(lines: list[Line]) -> dict[Group, tuple[Held, ...]]:
    found: dict[Group, list[Held]] = defaultdict(list)
    for line in lines:
        value = _number(line["value"])
        if value is not None:
            found[_group(line)].append(
                Held(value=value, outcome=_whole(line["outcome"]), cases=_whole(line["cases"]))
            )
    return {
        group: tuple(sorted(held, key=lambda item: (item.value, item.outcome)))
        for group, held in found.items()
    }


def _group(line: Line) -> Group:
    return Group(branch=str(line["branch"]), by=str(line["by"]), key=str(line["key"]))


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float | Decimal) else 0


def _number(value: object) -> float | None:
    """Return a number of the engine as a float: DuckDB and Spark give a written 1.0 back as a decimal."""
    return round(float(value), DECIMALS) if isinstance(value, int | float | Decimal) else None
