"""A year of editions of the synthetic pilot year: how long it takes to weigh and attack one with all that went before.

`python -m benchmarks.editions [--rounds 3]`: every reader outside gets an edition on every day; those of the last day are
made again, each in a process of its own, with all earlier ones of all readers. Once with the four days that are set
and once, as the hard case, with every month.
"""

import argparse
import calendar
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

from benchmarks.measuring import measured, median
from benchmarks.results import write_section
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.canonical import as_bytes, from_bytes
from pipelines.release.composing import Wanted, compose
from pipelines.release.edition import Edition
from pipelines.release.policy import TALKING
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.synthetic.world import World
from pipelines.vocabulary.audiences import Audience

SCRATCH = Path(__file__).parent / "scratch"
WERKPLAATS = (sys.executable, "-c", "from dashboard.cli import main; main()")
BOUND = 10  # seconds for an edition of the full pilot year
HEAD = (
    f"| editions in the year | the last for {' | for '.join(one.value for one in TALKING)} | dearest, times all 58 figures |",
    "|---:|---:|---:|---:|---:|",
)


def main() -> None:
    """Run the benchmark, print the table and keep it in benchmarks/README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    home = SCRATCH / "editions"
    shutil.rmtree(home, ignore_errors=True)
    measured((*WERKPLAATS, "demo", "--no-app", "--home", str(home)))
    ask = (*WERKPLAATS, "figures", "--json", "--home", str(home), *FIGURES)
    figures = median([measured(ask) for _ in range(rounds)]).cpu
    lines = [_line(home, days, rounds=rounds, figures=figures) for days in (_days(every=3), _days(every=1))]
    said = f"As they are set each edition at most {BOUND} seconds, the attack included. Medians of {rounds}, processor seconds."
    text = "\n".join([said, "", *HEAD, *lines])
    print(text)
    write_section("editions", text)


def _days(*, every: int) -> tuple[date, ...]:
    """Return the last day of every so many months of the pilot year, and its own last day."""
    world = World(name="on_course")
    months = sorted({(day.year, day.month) for day in _each_day(world.pilot_start, world.pilot_end)})
    ends = [date(year, month, calendar.monthrange(year, month)[1]) for year, month in months]
    return tuple(min(end, world.pilot_end) for end in ends[every - 1 :: every])


def _each_day(first: date, last: date) -> Iterator[date]:
    yield from (first + timedelta(days=count) for count in range((last - first).days + 1))


def _line(folder: Path, days: Sequence[date], *, rounds: int, figures: float) -> str:
    names, files = _year(folder, days)
    taken: dict[str, float] = {}
    for place in range(len(names) - len(TALKING), len(names)):
        found = [_alone(folder, *names[place], had=files[:place]) for _ in range(rounds)]
        taken[names[place][0].value] = statistics.median(found)
    dearest = max(taken, key=taken.__getitem__)
    cells = (*(f"{seconds:.1f}" for seconds in taken.values()), f"{taken[dearest] / figures:.1f}")
    return f"| {len(names)} | {' | '.join(cells)} |"


def _year(folder: Path, days: Sequence[date]) -> tuple[list[tuple[Audience, date]], list[bytes]]:
    """Return for whom and of which day each edition is, and the editions."""
    names = [(audience, day) for day in days for audience in TALKING]
    files: list[bytes] = []
    for audience, day in names:
        files.append(_composed(folder, audience, day, had=files))
    return names, files


def _alone(folder: Path, audience: Audience, day: date, *, had: Sequence[bytes]) -> float:
    """Return the processor seconds of one edition in a process of its own, as `werkplaats publish` is."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(_seconds, folder, audience, day, had=had).result()


def _seconds(folder: Path, audience: Audience, day: date, *, had: Sequence[bytes]) -> float:
    start = time.process_time()
    _composed(folder, audience, day, had=had)
    return time.process_time() - start


def _composed(folder: Path, audience: Audience, day: date, *, had: Sequence[bytes]) -> bytes:
    earlier = tuple(from_bytes(file, Edition) for file in had)
    wanted = Wanted(audience=audience, as_of=day, had=earlier, withdrawn=frozenset(), demo=True)
    with open_snapshot(Home(folder)) as snapshot:
        return as_bytes(compose(snapshot, wanted, cache=folder / "cache")[0])


if __name__ == "__main__":
    main()
