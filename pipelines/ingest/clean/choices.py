"""Several of a closed list in one cell, as forms and hands write them; only known labels are split off."""

import re
from collections.abc import Iterator
from datetime import date

from pipelines.ingest.clean.choice import choice_key, find_choice
from pipelines.ingest.clean.parsed import Parsed
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason
from pipelines.vocabulary.words.synonyms import SEVERAL_CHOICES

SEPARATOR = ";"  # between the values in store
_STRONG = re.compile(r"[;\n]")  # never part of a label
_LISTED = re.compile(
    r",|\+|&|\ben\b|(?<!\bt)/"
)  # names apart, as in "ma, vr"; "ma-vr" and "ma t/m vr" are all days between
_WEAK = re.compile(r",|/|\+|&|\ben\b")  # split on only where what remains is known


def parse_choices(text: str, *, column: Column, today: date) -> Parsed:
    """Return the known choices joined by `;`, each once, in the order written; unknown ones are a warning."""
    found: list[str] = []
    is_complete = True
    for part in _parts(text, column=column):
        values = _values(part, column=column)
        is_complete = is_complete and bool(values)
        found += [value for value in values if value not in found]
    value = SEPARATOR.join(found) or None
    repair = None if value == text else _how(text, column=column)
    return Parsed(
        value=value, repair=repair if value else None, fault=None if is_complete else Reason.CHOICE_DROPPED
    )


def _how(text: str, *, column: Column) -> Reason:
    pieces = [find_choice(part, column=column) for part in _parts(text, column=column)]
    is_spelled = all(piece and piece.repair is not Reason.CHOICE_SYNONYM for piece in pieces)
    return Reason.CHOICE_SPELLED if is_spelled else Reason.CHOICE_SYNONYM


def _parts(text: str, *, column: Column) -> Iterator[str]:
    for piece in _STRONG.split(text):
        part = piece.strip(" .")
        if not part:
            continue
        if _values(part, column=column):
            yield part
        else:
            yield from (name for name in (smaller.strip(" .") for smaller in _WEAK.split(part)) if name)


def _values(part: str, *, column: Column) -> tuple[str, ...]:
    known = find_choice(part, column=column)
    if known:
        return (str(known.value),)
    if _LISTED.search(part):
        return ()
    several = SEVERAL_CHOICES.get(column.name, {}).get(choice_key(part), ())
    return tuple(value for value in several if value in column.allowed)
