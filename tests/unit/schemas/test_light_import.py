"""What the loader and the command line import of the records costs nothing: no pandas, no pandera, no engine."""

import subprocess
import sys

HEAVY = ("pandas", "pandera", "numpy", "duckdb", "ibis", "pyarrow", "openpyxl")
LIGHT = "pipelines.schemas.registry, pipelines.schemas.rules, pipelines.schemas.storage, pipelines.schemas.allowed"


def test_records_and_rules_import_no_heavy_library():
    code = f"import sys, {LIGHT}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
