"""Rows of a sheet as the loader gets them: CSV through the engine's strict reader, worksheets from memory."""

from functools import cache

import duckdb

from pipelines.ingest.read import ArrowText, CsvText


def rows_of(source):
    """Return (row number, cells) of every row, empty cells as ''."""
    if isinstance(source, ArrowText):
        numbers, table = source.row_numbers.to_pylist(), source.table.to_pylist()
        return [
            (number, [cell or "" for cell in row.values()])
            for number, row in zip(numbers, table, strict=True)
        ]
    return list(enumerate(([cell or "" for cell in row] for row in csv_rows(source)), start=source.first_row))


@cache
def engine():
    return duckdb.connect()


def csv_rows(source: CsvText):
    columns = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(source.width))
    line_end = {"\n": "\\n", "\r\n": "\\r\\n"}[source.new_line]
    return (
        engine()
        .execute(
            f"""SELECT * FROM read_csv(?, columns = {{{columns}}}, auto_detect = false, delim = '{source.delimiter}',
            quote = '{source.quote}', escape = '{source.quote}', header = false, skip = {source.skip_lines},
            new_line = '{line_end}', encoding = '{source.encoding}')""",
            [str(source.path)],
        )
        .fetchall()
    )
