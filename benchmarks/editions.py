"""A year of editions of the synthetic pilot year: how long it takes to weigh and attack one with all that went before.

`python -m benchmarks.editions [--rounds 3]`: every reader outside gets an edition on every day, each composed with all
earlier ones of all of them; once with the four days that are set and once, as the hard case, with every month.
"""

import argparse
import calendar
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measuring import measured, median
from benchmarks.results import write_section
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.composing import Wanted, compose
from pipelines.release.edition import Edition
from pipelines.release.policy import TALKING
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.synthetic.world import World

SCRATCH = Path(__file__).parent / "scratch"
WERKPLAATS = (sys.executable, "-c", "from dashboard.cli import main; main()")
BOUND = 10  # seconds for an edition of the full pilot year
HEAD = (
    "| editions in the year | all, processor seconds | the dearest one | which | times all 58 figures |",
    "|---|---:|---:|---|---:|",
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
    said = (
        f"Each edition at most {BOUND} seconds, the attack included. Medians of {rounds}, processor seconds."
    )
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
    years = [dict(_year(folder, days)) for _ in range(rounds)]
    taken = {name: statistics.median(year[name] for year in years) for name in years[0]}
    dearest = max(taken, key=taken.__getitem__)
    return (
        f"| {len(taken)} | {sum(taken.values()):.1f} | {taken[dearest]:.2f} | {dearest} |"
        f" {taken[dearest] / figures:.2f} |"
    )


def _year(folder: Path, days: Sequence[date]) -> Iterator[tuple[str, float]]:
    """Yield each edition by name with the processor seconds it took."""
    had: list[Edition] = []
    with open_snapshot(Home(folder)) as snapshot:
        for day in days:
            for audience in TALKING:
                wanted = Wanted(
                    audience=audience, as_of=day, had=tuple(had), withdrawn=frozenset(), demo=True
                )
                start = time.process_time()
                had.append(compose(snapshot, wanted, cache=folder / "cache")[0])
                yield had[-1].id, time.process_time() - start


if __name__ == "__main__":
    main()
