"""How the golden tests read reference values: rows by name, numbers compared at 1e-9 relative."""

import csv
import json
from pathlib import Path

import pytest

VECTORS = Path(__file__).parent / "vectors"
TOLERANCE = 1e-9
UNDEFINED = {"", "NA", "NaN", "Inf"}  # in the references; None with us


def rows(name):
    with (VECTORS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def items(name):
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def by(name, key):
    """Rows of a file grouped by one column, in order."""
    grouped = {}
    for row in rows(name):
        grouped.setdefault(row[key], []).append(row)
    return grouped


def close(text, tolerance=TOLERANCE):
    """What a number printed in a reference may be; None where it prints none."""
    return None if text in UNDEFINED else pytest.approx(float(text), rel=tolerance, abs=1e-12)
