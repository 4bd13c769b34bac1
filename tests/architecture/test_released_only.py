"""Charts, reports and pages take released values only: the types say so, and a released value cannot be made elsewhere."""

import ast
import copy
import inspect
import pickle
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest

import dashboard
from dashboard.charts.growth import Count
from dashboard.exhibit import Exhibit
from pipelines.evaluate.finding import Finding
from pipelines.release.released import Released, ReleasedFinding, SealMissing
from tests.architecture.source_files import ROOT, python_files
from tests.lib.findings import SHARE, released

RUNS = {"dashboard.entry.start"}  # the script Streamlit runs: importing it opens a page
OPENS_THE_DESK = {"dashboard.ask", "dashboard.shown"}
BEHIND_THE_DESK = re.compile(r"pipelines\.(?:evaluate|metrics|release\.(?!edition|released|named_rows))")
WORDS_AND_CHOICES = {
    str,
    bool,
    int,
    date,
    type(None),
    Count,
}  # a count over time is made of released findings
MODULES = sorted({one.name for one in pkgutil.walk_packages(dashboard.__path__, "dashboard.")} - RUNS)
DRAWS = [name for name in MODULES if name.startswith("dashboard.charts.")]


def public_functions(names: list[str]) -> Iterator[tuple[str, Any]]:
    for name in names:
        for label, found in inspect.getmembers(import_module(name), inspect.isfunction):
            if found.__module__ == name and not label.startswith("_"):
                yield f"{name}.{label}", found


def types_in(hint: object) -> set[object]:
    inside = hint if isinstance(hint, list) else get_args(hint)
    if inside or isinstance(hint, list):
        return {found for one in inside for found in types_in(one)}
    return {hint}


def types_of(function: Any) -> dict[str, set[object]]:
    """Return the types of each parameter; of a name that is only known to the type checker, the name."""
    try:
        hints = get_type_hints(function)
    except NameError:
        hints = dict(function.__annotations__)
    return {name: types_in(hint) for name, hint in hints.items()}


def test_no_function_of_the_dashboard_takes_a_finding_that_was_not_released():
    taken = {
        name
        for name, function in public_functions(MODULES)
        for kind in (one for found in types_of(function).values() for one in found)
        if kind is Finding or re.search(r"(?<!Released)Finding\b", kind if isinstance(kind, str) else "")
    }
    assert taken == set()


def test_every_exhibit_is_made_of_released_findings():
    makers = {
        name: {key: kinds for key, kinds in types_of(function).items() if key != "return"}
        for name, function in public_functions(DRAWS)
        if types_of(function).get("return") == {Exhibit}
    }
    assert len(makers) > 8
    for name, taken in makers.items():
        taken.pop("end", None)  # of the axis
        kinds = set().union(*taken.values()) - {Ellipsis}
        assert ReleasedFinding in kinds, name
        assert kinds - {ReleasedFinding} <= WORDS_AND_CHOICES, name


def calls(path: Any, name: str) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        for node in ast.walk(tree)
    )


def test_exhibits_are_made_by_charts_and_handed_out_by_their_one_view():
    made = {str(path.relative_to(ROOT)) for path in python_files("dashboard") if calls(path, "Exhibit")}
    assert all(name.startswith("dashboard/charts/") for name in made)
    handed = {str(path.relative_to(ROOT)) for path in python_files("dashboard") if calls(path, "download")}
    assert handed == {"dashboard/components/exhibit_view.py"}
    drawn = {
        str(path.relative_to(ROOT))
        for path in python_files("dashboard")
        if "altair_chart(" in path.read_text()
    }
    assert drawn == {"dashboard/components/exhibit_view.py"}


def test_picture_is_drawn_from_an_exhibit_and_nothing_else():
    from dashboard.charts.pictures import picture, travelling

    for function in (picture, travelling):
        taken = {name: kinds for name, kinds in types_of(function).items() if name != "return"}
        assert taken == {"exhibit": {Exhibit}, "stamp": {str}}


def test_only_the_ask_and_the_kinds_shown_import_from_behind_the_desk():
    found = {}
    for path in python_files("dashboard"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        imported = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        behind = {one for one in imported if BEHIND_THE_DESK.match(one)}
        if behind and name not in OPENS_THE_DESK:
            found[name] = behind
    assert found == {}


@pytest.fixture
def genuine():
    return released(SHARE)


def told(finding):
    return {field.name: getattr(finding, field.name) for field in fields(Finding)}


ATTEMPTS = {
    "a finding made by hand": lambda one: ReleasedFinding(**told(SHARE)),
    "a finding made by hand with a seal of one's own": lambda one: ReleasedFinding(**told(SHARE), seal=object()),
    "a finding with another number": lambda one: replace(one.findings[0], value=99.0),
    "a finding copied": lambda one: copy.copy(one.findings[0]),
    "a finding copied whole": lambda one: copy.deepcopy(one.findings[0]),
    "a finding sent": lambda one: pickle.dumps(one.findings[0]),
    "a release made by hand": lambda one: Released(
        audience=one.audience, question=one.question, snapshot="s", findings=(SHARE,)
    ),
    "a release for another reader": lambda one: replace(one, findings=one.findings),
    "a release with other findings": lambda one: replace(one, findings=(SHARE,)),
    "a release copied": copy.copy,
    "a release copied whole": copy.deepcopy,
    "a release sent": pickle.dumps,
    "a release out of nothing": lambda one: object.__new__(Released).findings,
}  # fmt: skip


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_released_value_is_made_by_the_desk_only(genuine, attempt):
    with pytest.raises(SealMissing):
        ATTEMPTS[attempt](genuine)


def test_findings_forced_into_a_release_are_not_read(genuine):
    forged = object.__new__(Released)
    for name, value in vars(genuine).items():
        object.__setattr__(forged, name, value)
    with pytest.raises((SealMissing, AttributeError)):
        object.__setattr__(forged, "findings", (SHARE,))
    with pytest.raises(SealMissing):
        forged.finding("B3")
    assert genuine.finding("B3", branch="klus") == SHARE
