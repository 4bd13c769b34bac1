"""What readers get leaves through one door: only the desk makes a Released, and nobody else opens the drawers behind it."""

import re

import pytest

from tests.architecture.source_files import PRODUCT, ROOT, python_files

DESK = {"pipelines/release/desk.py", "pipelines/release/released.py"}
DRAWS = ("dashboard/charts", "dashboard/pages", "dashboard/components", "dashboard/cli")
MAY_IMPORT = {"pipelines.release.edition"}  # what an edition is; not how one is made or opened


def named(path):
    return str(path.relative_to(ROOT))


def test_only_the_desk_holds_the_seal():
    held = {
        named(path)
        for path in python_files(*PRODUCT)
        if re.search(r"SEAL|_REGISTER", path.read_text(encoding="utf-8"))
    }
    assert held == DESK


def test_only_the_desk_makes_a_released_value():
    made = {
        named(path)
        for path in python_files(*PRODUCT)
        if re.search(r"(?<!class )\bReleased\(", path.read_text(encoding="utf-8"))
    }
    assert made == {"pipelines/release/desk.py"}


@pytest.mark.parametrize("path", python_files(*DRAWS), ids=named)
def test_what_draws_or_prints_opens_no_drawer_of_the_desk(path):
    text = path.read_text(encoding="utf-8")
    imported = set(re.findall(r"(?:from|import) (pipelines\.release[.\w]*)", text))
    assert imported <= MAY_IMPORT
