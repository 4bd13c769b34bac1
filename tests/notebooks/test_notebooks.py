"""The notebooks run from top to bottom, define nothing, hold no outputs, and become pages that open anywhere."""

import ast
import re

import jupytext
import nbformat
import pytest

from notebooks.as_html import HERE, executed, notebooks, page
from pipelines.metrics.catalogue import FIGURES, HEADLINE
from tests.lib.answers import world_answers
from tests.lib.compiled import compiled_home

pytestmark = pytest.mark.xdist_group(
    "answers-on_course"
)  # the evaluation is compared with that world's findings

NAMES = [path.stem for path in notebooks()]
NOT_A_NUMBER = re.compile(r"\b(nan|inf|infinity)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Run each notebook once in the pilot year of the world that is on course."""
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WERKPLAATS_HOME", str(compiled_home("on_course")))
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        for path in notebooks():
            made[path.stem] = page(executed(path))
    return made


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<(style|details).*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL))


def plain(count):
    return "" if count is None else f"{count:.0f}"


def test_four_notebooks_are_there_at_least():
    assert {
        "the_thirteen_figures",
        "evaluation_of_the_pilot_year",
        "what_small_numbers_can_prove",
        "add_your_own_figure",
    } <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_and_its_script_are_the_same(name):
    notebook = nbformat.read(HERE / f"{name}.ipynb", as_version=4)
    assert jupytext.writes(notebook, fmt="py:percent") == (HERE / f"{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_kept_without_outputs(name):
    code = [
        cell for cell in nbformat.read(HERE / f"{name}.ipynb", as_version=4).cells if cell.cell_type == "code"
    ]
    assert code
    assert not [cell for cell in code if cell.outputs or cell.execution_count]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_imports_and_never_defines(name):
    tree = ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    assert not [node.name for node in ast.walk(tree) if isinstance(node, kinds)]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens_without_anything_else(name, pages):
    html = pages[name]
    assert html.startswith("<!doctype html>")
    assert not re.search(r'(?:src|href)="(?!data:)', html)
    assert "<script" not in html
    assert not NOT_A_NUMBER.findall(text_of(html))
    assert all(re.search(r'alt="[^"]+"', image) for image in re.findall(r"<img[^>]+>", html))


def test_the_thirteen_figures_are_those_of_every_other_route(pages):
    table = pages["the_thirteen_figures"].split("<table")[1].split("</table>")[0]
    rows = [re.findall(r"<td>(.*?)</td>", row) for row in table.split("<tbody>")[1].split("<tr>")[1:]]
    expected = [found for code in HEADLINE for found in world_answers("on_course").of(code).values()]
    assert re.findall(r">([A-J]\d)</th>", table) == [FIGURES[code].id for code in HEADLINE]
    assert [(row[0], row[2], row[3], row[-1]) for row in rows] == [
        (f"{found.value:.1f}", plain(found.k), plain(found.n), found.verdict.value if found.verdict else "")
        for found in expected
    ]


def test_the_evaluation_says_of_every_target_what_was_found(pages):
    said = text_of(pages["evaluation_of_the_pilot_year"])
    for heading in ("Aangetoond gehaald", "Aangetoond niet gehaald", "Niet te zeggen", "Alle cijfers"):
        assert heading in said
    lead_time = world_answers("on_course").of("job_lead_time")["klus"]
    assert f"({lead_time.k} van {lead_time.n})" in said
    assert lead_time.verdict.value in said
    assert f"Doorlooptijd klus, klussen: {round(lead_time.value)}\u00a0%".replace("\u00a0", " ") in said


def test_simulated_pilots_agree_with_the_exact_sums(pages):
    said = text_of(pages["what_small_numbers_can_prove"])
    gap = float(
        re.search(r"Largest difference between simulation and exact sum: ([\d.]+) points", said).group(1)
    )
    assert 0 < gap < 2.5
    assert re.search(r"True share 75 %, 20 answers: 4[01234] % of pilots still show 80 % or more", said)
    assert re.search(r"True share 85 %, 20 answers: 1[5678]|19 % of pilots show less than 80 %", said)
    assert "impossible" in said


def test_an_own_figure_counts_to_its_rows(pages):
    said = text_of(pages["add_your_own_figure"])
    hits, k = re.search(r"(\d+) rows with a hit, k = (\d+);", said).groups()
    assert hits == k != "0"
