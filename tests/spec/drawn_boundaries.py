"""Which drawn tables defend a figure: the tests in tests/spec/figures that ask for it, their names as sentences."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "figures"
NOT_ONE_FIGURE = {"test_bad_input.py"}  # about all figures


@dataclass(frozen=True, kw_only=True)
class BoundaryCase:
    """A test of a figure: the file it stands in and what it says is true."""

    file: str
    fact: str


def boundary_cases(*names: str) -> tuple[BoundaryCase, ...]:
    """Return the tests that name one of these (id, code), themselves or in what they call, in the order of the files."""
    return tuple(
        BoundaryCase(file=path.name, fact=_fact(node.name))
        for path in sorted(FOLDER.glob("test_*.py"))
        if path.name not in NOT_ONE_FIGURE
        for node in _functions(path)
        if node.name.startswith("test_") and set(names) & _texts(node, _functions(path))
    )


@cache
def _functions(path: Path) -> tuple[ast.FunctionDef, ...]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return tuple(node for node in tree.body if isinstance(node, ast.FunctionDef))


@cache
def _texts(node: ast.FunctionDef, functions: tuple[ast.FunctionDef, ...]) -> frozenset[str]:
    parts = tuple(ast.walk(node))
    used = {part.id for part in parts if isinstance(part, ast.Name)}
    own = {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    called = (_texts(other, functions) for other in functions if other.name in used and other is not node)
    return frozenset(own).union(*called)


def _fact(name: str) -> str:
    words = name.removeprefix("test_").replace("_", " ")
    return words[:1].upper() + words[1:]
