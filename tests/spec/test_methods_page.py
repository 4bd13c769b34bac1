"""METHODS.md is current, and says of each of the 58 figures what a reader needs."""

import re
from pathlib import Path

import pytest

from pipelines import evaluate, stats
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Measure
from tests.spec.drawn_boundaries import boundary_cases
from tests.spec.methods_text import (
    FOR_TARGETS,
    KPIS,
    PAGE,
    PLAIN,
    SOURCES,
    STATISTICS,
    cited,
    methods_page,
    source_of,
)

EVALUATED = "".join(path.read_text(encoding="utf-8") for path in Path(evaluate.__file__).parent.glob("*.py"))
CALLED_AS = {
    "kaplan_meier": "kaplan_meier_from_counts",
    "mean_interval": "mean_from_counts",
}  # the same, from counts


def section(code):
    return next(
        part for part in PAGE.read_text(encoding="utf-8").split("\n### ") if f"· `{code}`\n" in part[:120]
    )


def test_the_page_is_what_docstrings_catalogue_and_specs_make():
    assert PAGE.read_text(encoding="utf-8") == methods_page(), "run: python -m tests.spec.methods_text"


@pytest.mark.parametrize("code", FIGURES)
def test_a_figure_says_what_it_means_and_how_it_misleads(code):
    text = section(code)
    for word in (
        "Formula",
        "In and out",
        "Counted",
        "Norm",
        "Misleads",
        "Statistic",
        "Proven on drawn tables",
    ):
        assert f"**{word}**: " in text or f"**{word}**:\n" in text
    assert not re.search(r"\*\*: *\n- ", text), "an empty entry"


@pytest.mark.parametrize("code", FIGURES)
def test_a_figure_is_defended_by_drawn_tables(code):
    assert len(boundary_cases(FIGURES[code].id, code)) >= 2


def test_every_measure_has_a_statistic_that_the_evaluation_calls_or_says_why_it_has_none():
    assert set(STATISTICS) == set(Measure)
    assert set(PLAIN) == {measure for measure, used in STATISTICS.items() if not used}
    for name in {name for used in STATISTICS.values() for name in used} | set(FOR_TARGETS):
        assert f"{CALLED_AS.get(name, name)}(" in EVALUATED, name


def test_every_statistic_has_a_source_one_can_look_up():
    for name in stats.WHERE:
        if name[0].islower():
            assert len(source_of(name)) > 10, name


def test_every_cited_source_is_listed():
    for code, kpi in KPIS.items():
        numbers = cited(" ".join(kpi.values())) - ({"6"} if code == "own_income_share" else set())
        assert numbers <= set(SOURCES), code
