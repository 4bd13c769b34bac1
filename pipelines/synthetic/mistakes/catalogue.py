"""The list of mistakes in single cells (`cells.tsv`): what is typed where, and what a load must say of it.

`where`: conditions on the line, all of them: `filled`, `empty` (the cell itself), `alone` (no row points to this one),
`column=value`, `column!=value` (nothing after the sign is an empty cell; a space in a value is written as such).
`to`: the text to type; `none`, `int:0`, `time:01:30`, `date:2026-05-03` for a cell of that type; `@name` for the value
that stood there written another way. `also`: what else a load must say, as column:rule:level.
"""

import csv
from collections.abc import Callable
from datetime import date, time
from functools import cache
from importlib.resources import files

from pipelines.synthetic.files.grid import Cell, Line
from pipelines.synthetic.mistakes.planter import Mistake, Planter, To, Where
from pipelines.synthetic.mistakes.spellings import SPELLINGS

_TYPED: dict[str, Callable[[str], Cell]] = {
    "int": int,
    "time": time.fromisoformat,
    "date": date.fromisoformat,
}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("pipelines.synthetic.mistakes").joinpath("cells.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def cell_mistakes(planter: Planter) -> list[Mistake]:
    """Return all mistakes of the list, in its order."""
    return [_mistake(row, planter) for row in _rows()]


def _mistake(row: dict[str, str], planter: Planter) -> Mistake:
    return Mistake(
        table=row["table"],
        column=row["column"],
        file=row["file"],
        why=row["why"],
        rule=row["rule"],
        level=row["level"],  # type: ignore[arg-type]
        to=_to(row["to"], row["column"]),
        where=_where(row["where"], column=row["column"], planter=planter),
        also=tuple(tuple(each.split(":")) for each in row["also"].split(",") if each),  # type: ignore[misc]
    )


def _to(written: str, column: str) -> To:
    if written.startswith("@"):
        spelling = SPELLINGS[written[1:]]
        return lambda line: spelling(line, column)
    kind, _, text = written.partition(":")
    cell: Cell = None if written == "none" else _TYPED[kind](text) if kind in _TYPED else written
    return lambda line: cell


def _where(written: str, *, column: str, planter: Planter) -> Where:
    checks = [_check(token, column=column, planter=planter) for token in _tokens(written)]
    return lambda line: all(check(line) for check in checks)


def _tokens(written: str) -> list[str]:
    """Split at blanks, but not within a value: `status=niet voor ons alone` is two conditions."""
    tokens: list[str] = []
    for word in written.split(" "):
        if tokens and "=" not in word and word not in ("filled", "empty", "alone"):
            tokens[-1] += f" {word}"
        else:
            tokens.append(word)
    return tokens


def _check(token: str, *, column: str, planter: Planter) -> Where:
    match token:
        case "filled":
            return lambda line: line.cells[column] is not None
        case "empty":
            return lambda line: line.cells[column] is None
        case "alone":
            return planter.is_alone
    name, is_unequal, value = token.replace("!=", "\0").replace("=", "\1").partition("\0")
    if is_unequal:
        return lambda line: _text(line, name) != value
    name, _, value = token.partition("=")
    return lambda line: _text(line, name) == value


def _text(line: Line, column: str) -> str:
    cell = line.cells[column]
    return "" if cell is None else str(cell)
