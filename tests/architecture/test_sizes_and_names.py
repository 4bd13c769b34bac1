"""Files hold one idea, functions are short, names say what is inside."""

import re
import statistics

import pytest

from tests.architecture.source_files import PRODUCT, ROOT, exported_functions, functions, python_files

LONGEST_FILE = 300
LONGEST_PAGE = 60
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 8
SHARE_OVER_25_LINES = 0.03
SAYS_NOTHING = {"utils", "helpers", "common", "misc"}
EVERYWHERE = ("pipelines", "dashboard", "tests", "benchmarks")


@pytest.mark.parametrize("path", python_files(*EVERYWHERE), ids=lambda path: str(path.relative_to(ROOT)))
def test_file_holds_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    assert path.stem not in SAYS_NOTHING
    assert path.stem not in exported_functions(path), "a module bears the name of a function it exports"


@pytest.mark.parametrize("path", python_files("dashboard/pages"), ids=lambda path: path.name)
def test_page_has_no_logic(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE


def test_functions_are_short():
    sizes = {
        f"{path.relative_to(ROOT)}:{name}": lines
        for path in python_files(*PRODUCT)
        for name, lines in functions(path)
    }
    too_long = {name: lines for name, lines in sizes.items() if lines > LONGEST_FUNCTION}
    assert not too_long
    assert statistics.median(sizes.values()) <= MEDIAN_FUNCTION
    long = [name for name, lines in sizes.items() if lines > 25]
    assert len(long) <= SHARE_OVER_25_LINES * len(sizes), long


def test_no_guard_is_an_assert():
    found = [
        str(path)
        for path in python_files(*PRODUCT)
        if re.search(r"^\s*assert ", path.read_text(encoding="utf-8"), re.M)
    ]
    assert not found
