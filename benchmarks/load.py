"""Loading a federation's jobs file, beside its floor and its peer: ratios within one run, medians of three.

`python -m benchmarks.load [--rounds 3] [--rows 1000000 5000000] [--without-peer]`
"""

import argparse
import platform
import shutil
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from benchmarks.load_files import write_jobs, write_members
from benchmarks.measuring import Measured, measured, median
from benchmarks.results import write_section

SCRATCH = Path(__file__).parent / "scratch"
KEY = {"WERKPLAATS_KEY": "ab" * 32}
PYTHON = (sys.executable, "-m")
PEER = "pandas + pandera"
LOAD = (sys.executable, "-c", "from dashboard.cli import main; main()")
HEADER = "| rows | what | seconds | processor seconds | peak MB | times the floor |\n|---:|---|---:|---:|---:|---:|"
BOUNDS = "At the largest size: load at most 2.0 × the floor, peak at most 1.5 GB and less than 1.2 × that of the smallest, the peer at least 3 × the load."


def main() -> None:
    """Run the benchmark, print the table and write it to benchmarks/README.md."""
    options = _options()
    table = [HEADER]
    for rows in options.rows:
        ways = _ways(*_files(rows))
        if options.without_peer:
            del ways[PEER]
        runs = [_round(rows, number + 1, ways) for number in range(options.rounds)]
        table += _lines(rows, {name: median([each[name] for each in runs]) for name in ways})
    text = "\n".join((f"{_machine()} {BOUNDS} Medians of {options.rounds}.", "", *table))
    print(text)
    write_section("load", text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 5_000_000])
    parser.add_argument("--without-peer", action="store_true")
    return parser.parse_args()


def _ways(jobs: Path, members: Path) -> dict[str, Callable[[], Measured]]:
    """Return what is measured, by name; the home with the clients is made once."""
    _say("clients", jobs.name)
    filled = _fresh("home-with-clients")
    measured((*LOAD, "load", str(members), "--home", str(filled)), env=KEY)
    return {
        "floor": lambda: _floor(jobs),
        "load": lambda: _load(jobs, filled),
        PEER: lambda: _peer(jobs, members),
    }


def _round(rows: int, number: int, ways: dict[str, Callable[[], Measured]]) -> dict[str, Measured]:
    """Measure each way once, one after the other, and say how far it is."""
    taken = {}
    for name, way in ways.items():
        taken[name] = each = way()
        _say(
            f"{rows:,} rows, round {number}", f"{name} {each.wall:.1f} s ({each.cpu:.1f} s of processor)",
            f"{each.peak_mb:.0f} MB",
        )  # fmt: skip
    return taken


def _say(*parts: str) -> None:
    print(": ".join(parts), file=sys.stderr, flush=True)


def _files(rows: int) -> tuple[Path, Path]:
    SCRATCH.mkdir(exist_ok=True)
    jobs, members = SCRATCH / f"klussen-{rows}.csv", SCRATCH / f"relaties-{rows}.csv"
    _say("writing", jobs.name)
    write_members(members, jobs=rows)
    write_jobs(jobs, rows=rows)
    return jobs, members


def _floor(jobs: Path) -> Measured:
    with_folder = _fresh("floor")
    return measured((*PYTHON, "benchmarks.load_floor", str(jobs), str(with_folder)))


def _load(jobs: Path, filled: Path) -> Measured:
    """Measure loading the jobs into a home that holds their clients."""
    home = shutil.copytree(filled, _fresh("home"))
    return measured((*LOAD, "load", str(jobs), "--home", str(home)), env=KEY)


def _peer(jobs: Path, members: Path) -> Measured:
    return measured((*PYTHON, "benchmarks.load_peer", str(jobs), str(members), str(_fresh("peer"))))


def _fresh(name: str) -> Path:
    folder = SCRATCH / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _lines(rows: int, medians: dict[str, Measured]) -> list[str]:
    floor = medians["floor"].wall
    return [
        f"| {rows:,} | {name} | {each.wall:.1f} | {each.cpu:.1f} | {each.peak_mb:.0f} | {each.wall / floor:.2f} |"
        for name, each in medians.items()
    ]


def _machine() -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "pandas", "pandera", "pyarrow"))
    return f"Python {platform.python_version()}, {versions}."


if __name__ == "__main__":
    main()
