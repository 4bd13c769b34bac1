"""What a command does not use it does not import: each library costs every command that does."""

import subprocess
import sys

from pipelines.vocabulary.words.records import HEADINGS

HEAVY = ("scipy", "pandas", "pyarrow", "openpyxl", "ibis", "streamlit")
SEEN = "print(*(name for name in {heavy} if name in sys.modules))"


def imported(code: str) -> list[str]:
    """Return which heavy libraries are imported after this code in a fresh process."""
    run = f"import sys\n{code}\n{SEEN.format(heavy=HEAVY)}"
    done = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


def test_the_commands_import_no_heavy_library():
    assert imported("import dashboard.cli") == []


def test_a_load_imports_no_pandas(tmp_path):
    file = tmp_path / "relaties.csv"
    file.write_text(";".join(HEADINGS["members"].values()) + "\nR0001" + ";" * (len(HEADINGS["members"]) - 1))
    code = f"from dashboard.cli import app\napp(['check', {str(file)!r}, '--home', {str(tmp_path)!r}], standalone_mode=False)"
    names = imported(code)
    assert "pyarrow" in names
    assert "pandas" not in names


def test_pandas_in_use_stays_and_can_be_imported_afterwards():
    code = "from pipelines.ingest.lean_import import without_pandas\nwith without_pandas(): {}\nimport pandas"
    assert "pandas" in imported(code.format("import pyarrow; pyarrow.array([1])"))
