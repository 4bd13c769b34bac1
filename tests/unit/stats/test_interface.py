"""What others build on: names, arguments, doctests, sources, and that importing costs nothing."""

import ast
import doctest
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from pipelines import stats

FOLDER = Path(stats.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
FUNCTIONS = sorted(name for name in stats.WHERE if inspect.isfunction(getattr(stats, name)))
SIGNATURES = {
    "wilson": "(k, n, *, confidence)",
    "poisson_rate": "(events, exposure, *, per, confidence)",
    "kaplan_meier": "(durations, observed, *, confidence)",
    "xmr": "(values, *, improvement, target, rebase, fix_after, screen, near_includes_outside)",
    "continuity": "(carers)",
    "gini": "(values, *, seed)",
    "enrolment": "(target, horizon, elapsed, observed, *, prior, plan_weight, pool)",
    "posterior": "(x, n, target, *, prior)",
}


def arguments(function):
    parts = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        parts.append(parameter.name)
    return f"({', '.join(parts)})"


@pytest.mark.parametrize("name", SIGNATURES)
def test_signature_is_the_agreed_one_with_options_by_keyword_only(name):
    assert arguments(getattr(stats, name)) == SIGNATURES[name]


def test_every_public_name_loads_and_type_checkers_see_the_same_ones():
    declared = [
        line.split(" as ")[1] for line in (FOLDER / "__init__.pyi").read_text().splitlines() if " as " in line
    ]
    assert sorted(declared) == sorted(stats.WHERE) == dir(stats)
    assert all(
        getattr(stats, name).__module__ == f"pipelines.stats.{stats.WHERE[name]}" for name in stats.WHERE
    )


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'mode'"):
        stats.mode  # noqa: B018


@pytest.mark.parametrize("module", MODULES)
def test_doctests_of_a_module_hold(module):
    assert doctest.testmod(import_module(f"pipelines.stats.{module}")).failed == 0


@pytest.mark.parametrize("module", MODULES)
def test_every_public_function_shows_an_example(module):
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if ">>>" not in (ast.get_docstring(node) or "")] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_exported_function_names_its_source(name):
    assert "Source:" in getattr(stats, name).__doc__


def loaded_after(statement):
    code = f"{statement}; import sys; print(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=FOLDER.parents[1]
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_no_library():
    assert loaded_after("import pipelines.stats") & {"numpy", "scipy"} == set()


def test_a_share_and_a_curve_load_only_numpy_and_scipy_special():
    loaded = loaded_after("from pipelines.stats import kaplan_meier, wilson")
    assert loaded & {"scipy.stats", "scipy.optimize", "scipy.linalg", "pandas", "duckdb", "ibis"} == set()
    assert {"numpy", "scipy.special"} <= loaded


def test_a_control_chart_needs_no_scipy():
    assert "scipy.special" not in loaded_after("from pipelines.stats import xmr")
