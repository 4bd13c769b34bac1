"""Refusals and notes of the reader, from their code and what was found: never a cell's value, only places."""

from pathlib import Path

from pipelines.ingest.read.delivery import Note
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words.reading import MORE, NOTES, REFUSALS

PLACES_NAMED = 10  # as many places as a person reads at once
HEADING_SHOWN = 60  # characters of a heading that are repeated in a sentence


def refused(code: str, *, path: Path, **found: object) -> FileRefused:
    """Return the refusal of a file, its sentence and action filled in with what was found."""
    sentence, action = REFUSALS[code]
    return FileRefused(sentence.format(file=path.name, **found), action=action)


def noted(code: str, *, sheet: str | None = None, **found: object) -> Note:
    """Return a note about a sheet (or the whole file), its sentence filled in with what was found."""
    return Note(code=code, sheet=sheet, sentence=NOTES[code].format(sheet=sheet, **found))


def named_places(places: list[str]) -> str:
    """Return the first ten places, and how many more there are."""
    named = ", ".join(places[:PLACES_NAMED])
    more = len(places) - PLACES_NAMED
    return f"{named} {MORE.format(count=more)}" if more > 0 else named


def shortened(heading: str) -> str:
    """Return a heading on one line, cut where it is longer than a sentence can carry."""
    line = " ".join(heading.split())
    return line if len(line) <= HEADING_SHOWN else f"{line[:HEADING_SHOWN]}…"
