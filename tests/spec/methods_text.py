"""METHODS.md, put together from docstrings, the catalogue, settings, sources and specs.

`python -m tests.spec.methods_text` writes it; a test compares it with what this makes.
"""

import csv
import inspect
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pipelines import stats
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Direction, Figure, Measure, Period
from pipelines.vocabulary.settings import SETTINGS, TARGETS
from pipelines.vocabulary.words.figures.labels import LABELS
from tests.spec.drawn_boundaries import boundary_cases

SPEC = Path(__file__).parent
PAGE = SPEC.parents[1] / "METHODS.md"


def catalogue(file: str, *, key: str) -> dict[str, dict[str, str]]:
    """Return a table of the specs by its key."""
    lines = (SPEC / file).read_text(encoding="utf-8").splitlines()
    return {row[key]: row for row in csv.DictReader(lines)}


KPIS = catalogue("kpis.csv", key="code")
SOURCES = {number: row["source"] for number, row in catalogue("sources.csv", key="number").items()}
CITED = re.compile(r"\[(\d[\d, b-]*)\]")
DOCTEST = re.compile(r"\n\n?>>> .*", re.S)

# What turns the counts of a figure into its number; compared with what `evaluate` calls in a test.
STATISTICS: dict[Measure, tuple[str, ...]] = {
    Measure.PERSONS: (),
    Measure.CASES: (),
    Measure.SHARE: ("wilson",),
    Measure.IN_TIME: ("wilson", "kaplan_meier", "cumulative_incidence"),
    Measure.WAIT: ("kaplan_meier", "cumulative_incidence"),
    Measure.KEPT: ("kaplan_meier",),
    Measure.LOST: ("kaplan_meier",),
    Measure.GRADE: ("mean_interval",),
    Measure.RATIO: (),
    Measure.RATE: ("poisson_rate",),
    Measure.SUM: (),
    Measure.TOP_SHARE: ("top_share", "gini"),
}
FOR_TARGETS = ("verdict", "cases_until_decided", "enrolment")
PLAIN = {
    Measure.PERSONS: "A count of different persons: what happened, so no interval.",
    Measure.CASES: "A count of cases: what happened, so no interval.",
    Measure.RATIO: "One sum divided by another: no interval, because the parts of one person belong together.",
    Measure.SUM: "A sum: what happened, so no interval.",
}
BETTER = {
    Direction.UP: "higher is better",
    Direction.DOWN: "lower is better",
    Direction.STEER: "neither up nor down: the committee steers",
    Direction.TOWARDS: "as near the target as can be",
}
COUNTED = {
    Period.CASES: "cases dated in the period asked for",
    Period.OWN: "what happened in the period asked for, before it is grouped",
    Period.WINDOW: "a fixed window before the date asked for, whatever the period",
    Period.STANDING: "what stands on the date asked for, whatever the period",
}
HEAD = """# Methods: what each figure means, and how it misleads

Put together by `python -m tests.spec.methods_text` from the docstrings of the figures and statistics, the catalogue \
(`tests/spec/kpis.csv`), the default settings and the drawn tables in `tests/spec/figures`. A test fails when it is not \
current: change those, not this page.

## What holds for all figures
- Every figure is computed for a date (`as_of`). What is dated after it has not happened yet, whenever it was typed.
- A share "within the norm" judges only cases that have had the full norm time. Open cases are counted as waiting.
- A number never stands without its n. A share has its Wilson 95 % interval, a rate its exact Poisson interval, a time \
its curve, a mean grade its t-interval.
- A verdict is *aangetoond gehaald* (proven met), *aangetoond niet gehaald* (proven not met) or *niet te zeggen* \
(undecided, with the direction it points and how many more cases would decide).
- An interval says what to expect of next year. What happened this year is a count and needs none.
- Several jobs of one tenant are not independent: persons stand beside cases.
- Norms and targets are settings. A value here is the default; a row of `parameters` or `targets` comes first.
"""


def methods_page() -> str:
    """Return the whole page as Markdown."""
    groups = groupby(FIGURES.values(), key=lambda figure: figure.id[0])
    chapters = "\n".join(_chapter(letter, tuple(figures)) for letter, figures in groups)
    return f"{HEAD}\n{chapters}\n{_statistics()}\n{_sources(chapters)}"


def source_of(name: str) -> str:
    """Return the source in the docstring of a statistic; `as` another one is followed."""
    text = inspect.getdoc(getattr(stats, name)) or ""
    found = " ".join(DOCTEST.sub("", text.split("Source:")[1]).split())
    follow = re.fullmatch(r"as `(\w+)`\.", found)
    return source_of(follow.group(1)) if follow else found


def cited(text: str) -> set[str]:
    """Return the numbers of the sources a text cites: [13, 14] and [21-23] are two and three."""
    found: set[str] = set()
    for inner in CITED.findall(text):
        for piece in inner.split(","):
            first, _, last = piece.strip().partition("-")
            found |= {str(number) for number in range(int(first), int(last) + 1)} if last else {first}
    return found


def _chapter(letter: str, figures: tuple[Figure, ...]) -> str:
    modules = dict.fromkeys(inspect.getmodule(figure.rows) for figure in figures)
    titles = [(inspect.getdoc(module) or "").split("\n")[0] for module in modules if module]
    title = next((title for title in titles if title.startswith(f"Group {letter}")), f"Group {letter}")
    return f"## {title.rstrip('.')}\n" + "\n".join(_section(figure) for figure in figures)


def _section(figure: Figure) -> str:
    kpi = KPIS[figure.code]
    lines = [
        f"### {figure.id} {LABELS[figure.code]} · `{figure.code}`",
        f"{inspect.getdoc(figure.rows)}\n",
        f"- **Formula**: {_text(figure, kpi['formula'])}",
        f"- **In and out**: {_text(figure, kpi['in_out'])}",
        f"- **Counted**: one row per {figure.grain}, in {figure.unit}; {COUNTED[figure.period]}; {BETTER[figure.direction]}.",
        *_shown(figure),
        f"- **Norm**: {_text(figure, kpi['norm'])}{_norm(figure)}",
        *_target(figure),
        f"- **Misleads**: {_text(figure, kpi['misleads'])}",
        f"- **Statistic**: {_statistic(figure)}",
        "- **Proven on drawn tables**:",
        *(f"  - {case.fact} (`{case.file}`)" for case in boundary_cases(figure.id, figure.code)),
    ]
    return "\n".join(lines) + "\n"


def _text(figure: Figure, text: str) -> str:
    """Return a cell of the catalogue; the one source its list counts differently, and Markdown's own signs."""
    renamed = text.replace("[6]", "[6b]") if figure.id == "I3" else text
    return renamed.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")


def _shown(figure: Figure) -> Iterator[str]:
    parts = [*figure.parts, *(f"{name} (overlapping)" for name in figure.multi), *figure.shares_of_all]
    beside = [*figure.beside, *figure.distinct, *(ratio.name for ratio in figure.ratios)]
    for name, columns in (("Split by", parts), ("Beside it", beside)):
        if columns:
            yield f"- **{name}**: {', '.join(columns)}.".replace("_", " ")


def _norm(figure: Figure) -> str:
    if figure.norm is None:
        return ""
    setting = SETTINGS[figure.norm]
    return f" Setting `{setting.key}`, by default {setting.value} {setting.unit}."


def _target(figure: Figure) -> Iterator[str]:
    target = TARGETS.get(figure.code)
    if target is not None:
        about = "" if figure.target_part is None else f" (about {figure.target_part[1]} only)"
        fixed = (
            "named by the founders"
            if target.fixed_before_start
            else "a proposal, so printed as decided afterwards"
        )
        yield (
            f"- **Target**: {target.target:g}{about}, from {target.min_n} cases, by `{target.evidence_rule}`;"
            f" {fixed}."
        )


def _statistic(figure: Figure) -> str:
    used = STATISTICS[figure.measure]
    if not used:
        return PLAIN[figure.measure]
    exact = " A fact about the organisation: the target is judged by what happened." if figure.exact else ""
    return "; ".join(f"`{name}` ({source_of(name).rstrip('.')})" for name in used) + f".{exact}"


def _statistics() -> str:
    used = dict.fromkeys(name for names in STATISTICS.values() for name in names)
    sections = (
        f"### `{name}`\n{DOCTEST.sub('', inspect.getdoc(getattr(stats, name)) or '')}\n"
        for name in (*used, *FOR_TARGETS)
    )
    return "## The statistics behind them\n" + "\n".join(sections)


def _sources(text: str) -> str:
    lines = (f"- [{number}] {SOURCES[number]}" for number in SOURCES if number in cited(text))
    return "## Sources of norms\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(methods_page(), encoding="utf-8")
