"""The project's own source files as the tests look at them."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("pipelines", "dashboard")
LEFT_OUT = {".venv", "node_modules", "output", "scratch", "home"}


def python_files(*folders: str) -> list[Path]:
    """Return every Python file below the folders, sorted."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if not LEFT_OUT & set(path.relative_to(ROOT).parts))


def functions(path: Path) -> list[tuple[str, int]]:
    """Return name and number of lines of each function in the file, its docstring left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [(node.name, _code_lines(node)) for node in ast.walk(tree) if isinstance(node, kinds)]


def _code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    has_doc = ast.get_docstring(node, clean=False) is not None
    doc = (first.end_lineno or first.lineno) - first.lineno + 1 if has_doc else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - doc


def exported_functions(path: Path) -> set[str]:
    """Return names of the functions defined at the top of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
