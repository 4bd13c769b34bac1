"""Which record a row of headings is about: the one that knows most of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipelines.ingest.read.delivery import FormQuestion
from pipelines.ingest.read.form import best_form, is_unasked
from pipelines.ingest.read.heading import (
    bare_heading_key,
    columns_by_heading,
    heading_key,
    is_nameless,
    readable_tables,
)
from pipelines.schemas.column import Need
from pipelines.schemas.registry import record
from pipelines.vocabulary.words.records import HEADINGS, RECORD_TITLES

LEAST_KNOWN = 2  # headings a row must share with a record before it can be that record's heading row


@dataclass(frozen=True, kw_only=True)
class Match:
    """What a row of headings is: the table, our column per position, and which required columns are missing.

    `missing` holds Dutch headings. `known`: how many different columns (or form questions) were recognised.
    """

    table: str
    columns: tuple[str | None, ...]
    known: int
    missing: tuple[str, ...]
    is_form: bool = False
    questions: tuple[FormQuestion, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether these can be the headings of that record: at least two known, and half of all or of its own."""
        if self.is_form:
            return self.known >= LEAST_KNOWN
        named = sum(column is not None for column in self.columns)
        required = len(required_columns(self.table))
        return self.known >= LEAST_KNOWN and 2 * (required - len(self.missing)) >= required and named > 0

    @property
    def recognised(self) -> tuple[str, ...]:
        """The columns that were recognised, each once, by their own Dutch headings."""
        return tuple(HEADINGS[self.table][name] for name in dict.fromkeys(self.columns) if name is not None)

    def widened(self, width: int) -> "Match":
        """Return the match with unknown columns added up to `width`: rows may be wider than their headings."""
        more = width - len(self.columns)
        questions = self.questions + (FormQuestion(),) * more if self.is_form else ()
        return replace(self, columns=self.columns + (None,) * more, questions=questions)


def required_columns(table: str) -> tuple[str, ...]:
    """Return the columns whose heading must be there. A number the loader can derive may be left out."""
    return tuple(
        column.name
        for column in record(table).columns
        if column.need is Need.REQUIRED and not column.derived_from
    )


def match_table(headings: Sequence[str], *, table: str) -> Match:
    """Return the headings as those of one table."""
    columns = _columns(headings, names=columns_by_heading(table))
    present = set(columns) - {None}
    missing = tuple(HEADINGS[table][name] for name in required_columns(table) if name not in present)
    return Match(table=table, columns=columns, known=len(present), missing=missing)


def _columns(headings: Sequence[str], *, names: Mapping[str, str]) -> tuple[str | None, ...]:
    """Return our column per heading, also of one with a format or unit behind it: `Datum melding (dd-mm-jjjj)`.

    Such a one is taken when no other heading names that column: two of them may well be a day and its time.
    """
    exact = [names.get(heading_key(heading)) for heading in headings]
    bare = [names.get(bare_heading_key(heading)) for heading in headings]
    times = Counter(bare)
    return tuple(
        column or (other if times[other] == 1 and other not in exact else None)
        for column, other in zip(exact, bare, strict=True)
    )


def best_match(headings: Sequence[str], *, sheet: str = "") -> Match:
    """Return the record or form that knows most of these headings; a tie goes to fewest missing, then the name."""
    form = best_form(headings)
    if form is not None:
        return Match(
            table=form.table,
            columns=form.columns,
            known=form.known,
            missing=(),
            is_form=True,
            questions=form.questions,
        )
    matches = [match_table(headings, table=table) for table in readable_tables()]
    return max(matches, key=lambda match: _rank(match, sheet=sheet))


def _rank(match: Match, *, sheet: str) -> tuple[int, int, bool, float]:
    named = heading_key(RECORD_TITLES[match.table]) in heading_key(sheet)
    return match.known, -len(match.missing), named, match.known / len(record(match.table).columns)


def unknown_headings(match: Match, *, headings: Sequence[str]) -> tuple[str, ...]:
    """Return the headings that fit nothing, without the columns a form export has besides its questions."""
    known = [question.known for question in match.questions] or [name is not None for name in match.columns]
    return tuple(
        heading.strip()
        for heading, is_known in zip(headings, known, strict=True)
        if not is_known and not is_nameless(heading) and not (match.is_form and is_unasked(heading))
    )
