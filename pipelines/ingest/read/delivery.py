"""What was delivered: a file, its sheets, and the text of their cells as the loader reads it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa

Encoding = Literal["utf-8", "latin-1"]


@dataclass(frozen=True, kw_only=True)
class CsvText:
    """A CSV file on disk: every record has `width` cells, none is a blank line, lines end in `new_line`.

    `skip_lines` (0 or 1): the heading line, still to be skipped. The record after it stands in row
    `first_row` of the file as delivered; one record is one row. `broken`: position of an extra last cell
    that is filled where the cells of a row could not be told apart; the row is then `Reason.ROW_BROKEN`.
    `temporary`: a copy in the scratch folder, to be deleted after loading.
    """

    path: Path
    delimiter: str
    quote: str
    skip_lines: int
    width: int
    encoding: Encoding
    new_line: str
    first_row: int
    rows: int
    broken: int | None = None
    temporary: bool = False


@dataclass(frozen=True, kw_only=True)
class ArrowText:
    """Cells of a worksheet as text: one string column per position (c0, c1, …), empty cells null.

    `row_numbers`: the row in the worksheet, as a person sees it (1 is the first), one per row of `table`.
    """

    table: "pa.Table" = field(repr=False)  # a message about a sheet must not show a cell
    row_numbers: "pa.Array" = field(repr=False)


TextSource = CsvText | ArrowText


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something worth telling about a file or sheet that is no fault: `code` and the finished Dutch sentence."""

    code: str
    sheet: str | None
    sentence: str


@dataclass(frozen=True, kw_only=True)
class FormQuestion:
    """What a form's column answers: the columns it helps to fill, and whether the answer names a person.

    A column of another table is written `members.privacy_notice_on`. An identifying answer belongs in the
    vault; so does one to an unknown question (`known` is False).
    """

    columns: tuple[str, ...] = ()
    identifying: bool = True
    known: bool = False


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table of a file. `columns`: our column per position (None: unknown, ignored), beside its heading.

    `header_row`: the row of the headings, 1 is the first. `unknown`: headings that fit nothing.
    `questions`: for a form, what each position answers; empty for the coordinator's own sheets.
    """

    name: str
    table: str
    is_form: bool
    columns: tuple[str | None, ...]
    headings: tuple[str, ...]
    unknown: tuple[str, ...]
    source: TextSource
    header_row: int
    hidden_rows: int = 0
    questions: tuple[FormQuestion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A file as delivered: its name without folder, the SHA-256 of its bytes in hex, and its sheets."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()
