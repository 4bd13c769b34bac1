"""Which of the first rows holds the headings: the one a record or form recognises most of."""

from collections.abc import Sequence

from pipelines.ingest.read.match import Match, best_match

ROWS_BEFORE_HEADINGS = 40  # rows with a title, a date or a filter above the headings that are skipped at most


def find_heading_row(rows: Sequence[Sequence[str]], *, sheet: str) -> tuple[int, Match]:
    """Return the zero-based row and what its headings are; the first of equals. `rows` is not empty."""
    matches = [best_match(row, sheet=sheet) for row in rows[:ROWS_BEFORE_HEADINGS]]
    at = max(range(len(matches)), key=lambda index: (matches[index].fits, matches[index].known, -index))
    if not matches[at].known:
        at = next((index for index, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)
    return at, matches[at]
