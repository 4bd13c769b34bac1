"""How long the attack takes on a full pilot year: quarterly editions as set, and monthly ones as the hard case.

`python -m benchmarks.attack`: forty tables of random counts, printed in every edition and full of hidden cells; more than
any real edition holds. Nothing is chosen here, so that much is found out.
"""

import random
import time
from collections.abc import Iterator

from benchmarks.results import write_section
from pipelines.release.knowledge import Said, Secret, hidden_small, printed
from pipelines.release.narrowness import Demand, judge

BOUND = 10  # seconds for an edition of the full pilot year. Source: issue of the release desk
OUTSIDE = Demand(smallest=10, width=5, reaches=True, contributors=5)
TABLES = ((8, 1),) * 20 + ((4, 5),) * 20  # breakdowns of one dimension, and crossed with every margin
HEAD = (
    "| editions, who attacks | statements | finest cells | secrets | attacks | found out | processor seconds |",
    "|---|---:|---:|---:|---:|---:|---:|",
)
PERSONS = 50  # insiders, each in one cell of some tables


def year(editions: int, *, seed: int) -> tuple[list[Said], list[Secret], list[dict[str, int]]]:
    """Return what cumulative editions print of every table, what they hide, and what each person adds."""
    drawn = random.Random(seed)  # noqa: S311 - a benchmark, no secret
    said: list[Said] = []
    secrets: list[Secret] = []
    insiders: list[dict[str, int]] = [{} for _ in range(PERSONS)]
    for number, (rows, columns) in enumerate(TABLES):
        new = {
            (row, column, month): drawn.choice([0, 0, 1, 2, 3, 5, 8])
            for row in range(rows)
            for column in range(columns)
            for month in range(editions)
        }
        for month in range(editions):
            _one_edition(new, month, number=number, rows=rows, columns=columns, said=said, secrets=secrets)
        filled = [key for key, count in new.items() if count]
        for insider in insiders:
            row, column, month = drawn.choice(filled)
            insider[f"t{number}-{row}-{column}-{month}"] = 1
    return said, secrets, insiders


def _one_edition(
    new: dict[tuple[int, int, int], int],
    month: int,
    *,
    number: int,
    rows: int,
    columns: int,
    said: list[Said],
    secrets: list[Secret],
) -> None:
    source = f"edition {month + 1}, table {number}"

    def cells(row: int, column: int) -> list[str]:
        return [f"t{number}-{row}-{column}-{so_far}" for so_far in range(month + 1)]

    total = {
        (row, column): sum(new[row, column, so_far] for so_far in range(month + 1))
        for row in range(rows)
        for column in range(columns)
    }
    for (row, column), count in total.items():
        if 0 < count < OUTSIDE.smallest:
            said.append(hidden_small(cells(row, column), smallest=OUTSIDE.smallest, source=source))
            secrets.append(Secret(name=f"{source}: {row} {column}", cells=tuple(cells(row, column))))
        else:
            said.append(printed(cells(row, column), count, source=source))
    lines = [[(row, column) for column in range(columns)] for row in range(rows) if columns > 1]
    lines += [[(row, column) for row in range(rows)] for column in range(columns)]
    for line in lines:
        names = [name for key in line for name in cells(*key)]
        said.append(printed(names, sum(total[key] for key in line), source=source))


def main() -> None:
    """Run the benchmark, print the table and keep it in benchmarks/README.md."""
    lines = [
        line for title, editions in (("quarterly", 4), ("monthly", 12)) for line in _lines(title, editions)
    ]
    text = "\n".join([f"Each line at most {BOUND} processor seconds.", "", *HEAD, *lines])
    print(text)
    write_section("attack", text)


def _lines(title: str, editions: int) -> Iterator[str]:
    said, secrets, insiders = year(editions, seed=3)
    finest = {name for one in said for name, _ in one.weights}
    for who, records in (("readers", []), ("readers and insiders", insiders)):
        start = time.process_time()
        found = judge(said, secrets=secrets, demand=OUTSIDE, insiders=records)
        seconds = time.process_time() - start
        counts = (len(said), len(finest), len(secrets), found.attacks, len(found.breaches))
        yield f"| {title}, {who} | {' | '.join(f'{count:,}' for count in counts)} | {seconds:.1f} |"


if __name__ == "__main__":
    main()
