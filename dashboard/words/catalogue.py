"""Dutch texts of the screens and the command line, read from the catalogue beside this file."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).parent / "nl"


@cache
def texts(part: str) -> dict[str, Any]:
    """Return one part of the catalogue: a table of texts, possibly with tables inside."""
    return tomllib.loads((CATALOGUE / f"{part}.toml").read_text(encoding="utf-8"))


def say(key: str, **values: object) -> str:
    """Return the text with this dotted key, its gaps filled; raises KeyError when there is none."""
    part, *steps = key.split(".")
    found: Any = texts(part)
    for step in steps:
        found = found[step]
    return str(found).strip().format(**values) if values else str(found).strip()
