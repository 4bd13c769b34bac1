"""The figures beside starting Python, beside SQL written by hand and beside pandas: ratios within one run.

`python -m benchmarks.figures [--rounds 3] [--jobs 1000000] [--visits 5000000] [--without-pilot]`
"""

import argparse
import gc
import platform
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from benchmarks.figures_data import write_records
from benchmarks.figures_pandas import Frames
from benchmarks.figures_ways import CODES, Lines, Records, by_figure, by_hand, by_pandas, write_parquet
from benchmarks.measuring import measured, median
from benchmarks.results import write_section
from pipelines.metrics.catalogue import FIGURES

JOBS, VISITS = 1_000_000, 5_000_000  # the large size: a federation of neighbourhoods
SCRATCH = Path(__file__).parent / "scratch"
WERKPLAATS = (sys.executable, "-c", "from dashboard.cli import main; main()")
START = (sys.executable, "-c", "import ibis, duckdb, typer")
BOUNDS = (
    "All 58 at pilot size at most 6 × starting Python with ibis, duckdb and typer; at the large size all ten figures"
    " together at most 1.3 × the SQL written by hand, and pandas at least 5 × the figures."
)


def main() -> None:
    """Run the benchmark and print the tables; a whole run at the large size goes into benchmarks/README.md."""
    options = _options()
    parts = [f"{_machine()} {BOUNDS} Medians of {options.rounds}."]
    if not options.without_pilot:
        parts.append(_pilot(options.rounds))
    parts.append(_ten_figures(jobs=options.jobs, visits=options.visits, rounds=options.rounds))
    text = "\n\n".join(parts)
    print(text)
    if (options.jobs, options.visits) == (JOBS, VISITS) and not options.without_pilot:
        write_section("figures", text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=JOBS)
    parser.add_argument("--visits", type=int, default=VISITS)
    parser.add_argument("--without-pilot", action="store_true")
    return parser.parse_args()


def _pilot(rounds: int) -> str:
    """Measure all 58 figures of the synthetic year in a fresh process, start-up in turn with it."""
    home = SCRATCH / "pilot"
    shutil.rmtree(home, ignore_errors=True)
    measured((*WERKPLAATS, "demo", "--no-app", "--home", str(home)))
    ask = (*WERKPLAATS, "figures", *FIGURES, "--json", "--home", str(home))
    first = measured(ask)
    turns = [(measured(START), measured(ask)) for _ in range(rounds)]
    start, all_58 = (median([turn[place] for turn in turns]) for place in (0, 1))
    lines = [
        "| what, at pilot size | seconds | processor seconds | peak MB | times starting |",
        "|---|---:|---:|---:|---:|",
    ]
    named = (
        ("starting Python, ibis, duckdb, typer", start),
        ("all 58 figures", all_58),
        ("the same, nothing compiled yet", first),
    )
    for name, run in named:
        lines.append(
            f"| {name} | {run.wall:.2f} | {run.cpu:.2f} | {run.peak_mb:.0f} | {run.wall / start.wall:.2f} |"
        )
    return "\n".join(lines)


def _ten_figures(*, jobs: int, visits: int, rounds: int) -> str:
    """Measure ten figures three ways over the same records, in turn; the counts must be equal."""
    file, folder = _records(jobs=jobs, visits=visits)
    records, lines, totals = Records(file), [], [0.0, 0.0, 0.0, 0.0]
    for code in CODES:
        taken = _turns(records, folder, code, rounds=rounds)
        totals = [total + seconds for total, seconds in zip(totals, taken, strict=True)]
        lines.append(_line(f"{FIGURES[code].id} {code}", taken))
    head = [
        f"| {jobs:,} jobs, {visits:,} visits | figure, s | SQL by hand, s | pandas from files, s | pandas in memory, s"
        " | figure / SQL | pandas / figure | in memory / figure |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    return "\n".join([*head, *lines, _line("all ten", totals)])


def _line(name: str, taken: list[float]) -> str:
    figure, sql, files, memory = taken
    ratios = (figure / sql, files / figure, memory / figure)
    return (
        f"| {name} | "
        + " | ".join([*(f"{one:.2f}" for one in taken), *(f"{one:.2f}" for one in ratios)])
        + " |"
    )


def _turns(records: Records, folder: Path, code: str, *, rounds: int) -> list[float]:
    """Return the median seconds of each way; in memory, the frames were read and prepared by an untimed run."""
    frames = Frames(folder)
    ways: tuple[Callable[[], Lines], ...] = (
        lambda: by_figure(records, code),
        lambda: by_hand(records, code),
        lambda: by_pandas(folder, code),
        lambda: by_pandas(folder, code, frames=frames),
    )
    answers = [way() for way in ways]
    if any(answer != answers[0] for answer in answers):
        raise ValueError(f"the ways give different counts for {code}")
    turns = [[_seconds(way) for way in ways] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*turns, strict=True)]


def _seconds(way: Callable[[], Lines]) -> float:
    gc.collect()
    start = time.perf_counter()
    way()
    return time.perf_counter() - start


def _records(*, jobs: int, visits: int) -> tuple[Path, Path]:
    file, folder = SCRATCH / f"figures-{jobs}-{visits}.duckdb", SCRATCH / f"figures-{jobs}-{visits}"
    if not folder.exists():
        file.unlink(missing_ok=True)
        write_records(file, jobs=jobs, visits=visits)
        write_parquet(file, folder)
    return file, folder


def _machine() -> str:
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("duckdb", "ibis-framework", "pandas", "pyarrow")
    )
    return f"Python {platform.python_version()}, {packages}."


if __name__ == "__main__":
    main()
