"""What may and may not stand in the repository."""

import re
import subprocess
import tomllib

from tests.architecture.source_files import ROOT

REGISTRY = re.compile(r"https?://[a-z.-]*(?:p[y]pi|p[y]thonhosted|n[p]mjs|d[e]bian)\.(?:org|com|net)")
MACHINE_PATH = re.compile(r"/(?:wo[r]k|ro[o]t|ho[m]e/[a-z]+)/")
UNFINISHED = re.compile(r"raise NotImplemented[E]rror|\bTO[D]O\b|\bFIX[M]E\b|\bXX[X]\b")
SECRET = re.compile(r"secrets\.toml$|\.key$|\.pem$|\.duckdb$|\.wal$")
LARGEST_FILE = 2_000_000
TEXT = {".py", ".md", ".toml", ".txt", ".in", ".js", ".css", ".html", ".csv", ".json", ".ipynb", ".sql", ""}


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]


def found_in_text(pattern):
    texts = [path for path in tracked() if path.suffix in TEXT]
    return [
        str(path.relative_to(ROOT))
        for path in texts
        if pattern.search(path.read_text(encoding="utf-8", errors="replace"))
    ]


def test_no_registry_address_stands_in_a_file():
    assert found_in_text(REGISTRY) == []


def test_no_machine_path_stands_in_a_file():
    assert found_in_text(MACHINE_PATH) == []


def test_nothing_is_left_unfinished():
    assert [name for name in found_in_text(UNFINISHED) if name.endswith(".py")] == []


def test_no_secret_and_no_large_file_is_committed():
    assert [str(path) for path in tracked() if SECRET.search(path.name)] == []
    assert [str(path) for path in tracked() if path.stat().st_size > LARGEST_FILE] == []


def test_requirements_are_pinned_and_hashed():
    for name in ("runtime.txt", "dev.txt", "spark-build.txt", "spark.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9._-]+(?:\[[a-z,]+\])?==", text, re.M)
        requirements = re.findall(r"^[a-z0-9]", text, re.M)
        assert len(pins) == len(requirements)
        assert text.count("--hash=sha256:") >= len(pins)


def test_declared_dependencies_are_the_pinned_ones():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    inputs = (ROOT / "requirements" / "runtime.in").read_text(encoding="utf-8").split()
    assert set(declared) == set(inputs) - {"hatchling", "editables"}
