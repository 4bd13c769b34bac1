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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from benchmarks.figures_data import write_records
from benchmarks.figures_pandas import Frames
from benchmarks.figures_ways import (
    CODES,
    Lines,
    by_figure,
    by_hand,
    by_pandas,
    from_parquet,
    stored,
    write_parquet,
)
from benchmarks.measuring import Measured, measured, median
from benchmarks.results import write_section
from pipelines.metrics.catalogue import FIGURES

JOBS, VISITS = 1_000_000, 5_000_000  # the large size: a federation of neighbourhoods
STARTS = 5  # rounds at pilot size
SCRATCH = Path(__file__).parent / "scratch"
WERKPLAATS = (sys.executable, "-c", "from dashboard.cli import main; main()")
START = (sys.executable, "-c", "import ibis, duckdb, typer")
# What a process does that finds nothing compiled, neither by the installation nor in the home.
NOTHING = (
    sys.executable,
    "-c",
    "import pathlib; from pipelines.metrics import compiled; compiled.SHIPPED = pathlib.Path('nowhere');"
    "from dashboard.cli import main; main()",
)
BOUNDS = (
    "At pilot size the 13 headline figures take at most 3 × starting Python with ibis, duckdb and typer, all 58 at most"
    " 6 ×. At the large size the ten figures together take at most 1.3 × the SQL written by hand, both on the store;"
    " pandas takes at least 5 × the figures, both from the same Parquet files in one go."
)
BUSY = "On a busy machine the processor seconds say more than the seconds."


@dataclass(frozen=True)
class Taken:
    """Seconds on the clock and of processor."""

    wall: float
    cpu: float


def main() -> None:
    """Run the benchmark and print the tables; a whole run at the large size goes into benchmarks/README.md."""
    options = _options()
    parts = [f"{_machine()} {BOUNDS} Medians of {options.rounds} (pilot size: {STARTS}). {BUSY}"]
    if not options.without_pilot:
        parts.append(_pilot())
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


def _pilot() -> str:
    """Measure the figures of the synthetic year, each time in a fresh process, start-up in turn with them."""
    home = SCRATCH / "pilot"
    shutil.rmtree(home, ignore_errors=True)
    measured((*WERKPLAATS, "demo", "--no-app", "--home", str(home)))
    ask = ("figures", "--json", "--home", str(home))
    named: dict[
        str, tuple[tuple[str, ...], bool]
    ] = {  # the command, and whether the home's cache is emptied first
        "starting Python, ibis, duckdb, typer": (START, False),
        "the 13 headline figures, in a new home": ((*WERKPLAATS, *ask), True),
        "the 13 once more": ((*WERKPLAATS, *ask), False),
        "all 58 figures, in a new home": ((*WERKPLAATS, *ask, *FIGURES), True),
        "all 58 once more": ((*WERKPLAATS, *ask, *FIGURES), False),
        "the 13, nothing compiled at installation": ((*NOTHING, *ask), True),
    }
    runs: dict[str, list[Measured]] = {name: [] for name in named}
    for _ in range(STARTS):
        for name, (command, is_new) in named.items():
            if is_new:
                shutil.rmtree(home / "cache", ignore_errors=True)
            runs[name].append(measured(command))
    start, *_ = medians = [median(found) for found in runs.values()]
    head = (
        "| what, at pilot size | seconds | processor seconds | peak MB | times starting | in processor seconds |",
        "|---|---:|---:|---:|---:|---:|",
    )
    lines = (
        f"| {name} | {run.wall:.2f} | {run.cpu:.2f} | {run.peak_mb:.0f} | {run.wall / start.wall:.2f} |"
        f" {run.cpu / start.cpu:.2f} |"
        for name, run in zip(named, medians, strict=True)
    )
    return "\n".join([*head, *lines])


def _ten_figures(*, jobs: int, visits: int, rounds: int) -> str:
    """Measure ten figures five ways over the same records, in turn; the counts must be equal."""
    file, folder = _records(jobs=jobs, visits=visits)
    kept, files, frames = stored(file), from_parquet(folder), Frames(folder)
    taken = {
        code: _turns(
            (
                partial(by_figure, kept, code),
                partial(by_hand, kept, code),
                partial(by_figure, files, code),
                partial(by_pandas, folder, code),
                partial(by_pandas, folder, code, frames=frames),
            ),
            code=code,
            rounds=rounds,
        )
        for code in CODES
    }
    columns = list(zip(*taken.values(), strict=True))
    head = [
        f"| {jobs:,} jobs, {visits:,} visits; seconds | figure | SQL by hand | figure from Parquet | pandas from Parquet"
        " | pandas in memory | figure / SQL | pandas / figure, from Parquet | in memory / figure |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    lines = [_line(f"{FIGURES[code].id} {code}", [one.wall for one in ways]) for code, ways in taken.items()]
    lines += [_line("all ten", [sum(one.wall for one in column) for column in columns])]
    lines += [_line("all ten, processor seconds", [sum(one.cpu for one in column) for column in columns])]
    return "\n".join([*head, *lines])


def _line(name: str, taken: list[float]) -> str:
    figure, sql, from_files, pandas_files, pandas_memory = taken
    numbers = (*taken, figure / sql, pandas_files / from_files, pandas_memory / figure)
    return f"| {name} | {' | '.join(f'{number:.2f}' for number in numbers)} |"


def _turns(ways: Sequence[Callable[[], Lines]], *, code: str, rounds: int) -> list[Taken]:
    """Return the median of each way; the untimed first run compiles, and reads and prepares the frames in memory."""
    answers = [way() for way in ways]
    if any(answer != answers[0] for answer in answers):
        raise ValueError(f"the ways give different counts for {code}")
    turns = [[_taken(way) for way in ways] for _ in range(rounds)]
    return [
        Taken(statistics.median(one.wall for one in column), statistics.median(one.cpu for one in column))
        for column in zip(*turns, strict=True)
    ]


def _taken(way: Callable[[], Lines]) -> Taken:
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    way()
    return Taken(time.perf_counter() - wall, time.process_time() - cpu)


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
