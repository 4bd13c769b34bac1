"""One pass over a sheet: every cell in canonical form becomes its value, of any other cell the text is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.ingest.canonical_forms import believed, canonical, keeps_text
from pipelines.ingest.read.delivery import ArrowText, CsvText, Sheet
from pipelines.schemas.column import Column, Need, Record
from pipelines.store.connection import sql_path
from pipelines.store.warehouse import Warehouse

ROW_GROUP = 122_880  # rows DuckDB writes together
ROWS_PER_BATCH = ROW_GROUP  # small enough to stand beside DuckDB's 512 MB, large enough to be fast
_CELLS = "sheet_cells"
_SPACES = "' ' || chr(9) || chr(10) || chr(13) || chr(160)"

RAW = "raw:"  # prefix of the column with the texts in doubt, where the value is no text itself
DOUBT = "doubt"  # a bit per column of the record: the cell is not in canonical form
BLANK = "blank"
BROKEN = "broken"
ROW = "source_row"


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """A sheet of one record to be scanned."""

    sheet: Sheet
    record: Record

    def cell(self, column: Column) -> str | None:
        """Return SQL of the text in this column, None when the sheet does not have it."""
        if column.name not in self.sheet.columns:
            return None
        return f"c{self.sheet.columns.index(column.name)}"

    @property
    def width(self) -> int:
        """Number of cells per row, those of unknown columns included."""
        source = self.sheet.source
        return source.width if isinstance(source, CsvText) else source.table.num_columns


def batches(warehouse: Warehouse, scanned: Scanned) -> Iterator[Any]:
    """Yield pyarrow Tables of about `ROWS_PER_BATCH` rows in the order of the sheet.

    Columns: under its name the value of each column (of one that keeps texts: the text, also when in doubt),
    `raw:` texts in doubt of the others, `doubt`, `blank`, `broken` and `source_row`.
    """
    import pyarrow as pa

    source = scanned.sheet.source
    if isinstance(source, ArrowText):
        yield from _in_memory(warehouse, scanned, source)
        return
    row = source.first_row
    for parts in _gathered(warehouse.batches(_scan(scanned, _csv(source)), rows=ROW_GROUP)):
        table = pa.Table.from_batches(parts)
        yield _numbered(table, range(row, row + table.num_rows))
        row += table.num_rows


def _gathered(parts: Iterator[Any]) -> Iterator[list[Any]]:
    """Yield the parts together, each time until there are enough rows: two threads make smaller ones than asked for."""
    gathered: list[Any] = []
    for part in parts:
        gathered.append(part)
        if sum(each.num_rows for each in gathered) >= ROWS_PER_BATCH:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _in_memory(warehouse: Warehouse, scanned: Scanned, source: ArrowText) -> Iterator[Any]:
    if source.table.num_rows == 0:
        return
    warehouse.register(_CELLS, source.table)
    try:
        table = warehouse.arrow(_scan(scanned, _CELLS))
    finally:
        warehouse.unregister(_CELLS)
    for start in range(0, table.num_rows, ROWS_PER_BATCH):
        numbers = source.row_numbers.slice(start, ROWS_PER_BATCH)
        yield _numbered(table.slice(start, ROWS_PER_BATCH), numbers)


def _numbered(table: Any, numbers: Any) -> Any:
    import numpy as np
    import pyarrow as pa

    if isinstance(numbers, range):
        numbers = pa.array(np.arange(numbers.start, numbers.stop, dtype=np.int64))
    return table.append_column(ROW, numbers.cast(pa.int64()))


def _csv(source: CsvText) -> str:
    columns = ", ".join(f"'c{position}': 'VARCHAR'" for position in range(source.width))
    lines = {"\n": "\\n", "\r\n": "\\r\\n", "\r": "\\r"}[source.new_line]
    return f"""read_csv({_literal(sql_path(source.path))}, columns = {{{columns}}}, auto_detect = false,
        delim = {_literal(source.delimiter)}, quote = {_literal(source.quote)}, escape = {_literal(source.quote)},
        header = false, skip = {source.skip_lines}, new_line = '{lines}', encoding = '{source.encoding}')"""


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _scan(scanned: Scanned, source: str) -> str:
    """Return the query: cells → values → the believed ones → which cells are in doubt → their texts beside them."""
    columns = scanned.record.columns
    values = ", ".join(f'{_value(each, scanned.cell(each))} AS "{each.name}"' for each in columns)
    sure = ", ".join(
        f'{believed(each)} AS "{each.name}"' for each in columns if believed(each) != f'"{each.name}"'
    )
    doubts = {bit: doubt for bit, each in enumerate(columns) if (doubt := _doubt(each, scanned.cell(each)))}
    marked = " + ".join(f"CASE WHEN {doubt} THEN {1 << bit} ELSE 0 END" for bit, doubt in doubts.items())
    raws = [
        f"CASE WHEN {DOUBT} & {1 << bit} <> 0 THEN coalesce({scanned.cell(columns[bit])}, '') END"
        f' AS "{RAW}{columns[bit].name}"'
        for bit in doubts
        if not keeps_text(columns[bit])
    ]
    names = ", ".join(f'"{each.name}"' for each in columns)
    flags = f'{DOUBT}, {_blank(scanned.width)} AS "{BLANK}", {_broken(scanned)} AS "{BROKEN}"'
    believed_rows = f"SELECT * REPLACE ({sure}) FROM (SELECT *, {values} FROM {source})"
    return f"""SELECT {", ".join((names, flags, *raws))}
        FROM (SELECT *, CAST({marked} AS UBIGINT) AS {DOUBT} FROM ({believed_rows}))"""


def _value(column: Column, cell: str | None) -> str:
    if cell is not None and keeps_text(column):
        return cell
    return canonical(column, cell)


def _doubt(column: Column, cell: str | None) -> str | None:
    if cell is None or column.need is Need.DERIVED:
        return None
    if column.blank_means is not None:
        return f'"{column.name}" IS NULL'
    value = canonical(column, cell) if keeps_text(column) else f'"{column.name}"'
    return f"{cell} IS NOT NULL AND {value} IS NULL"


def _blank(width: int) -> str:
    """Return SQL for whether all cells are empty; a first cell that begins with a sign settles it at once."""
    empty = " AND ".join(f"coalesce(trim(c{position}, {_SPACES}), '') = ''" for position in range(width))
    return f"CASE WHEN ascii(c0) BETWEEN 33 AND 126 THEN FALSE WHEN {empty} THEN TRUE ELSE FALSE END"


def _broken(scanned: Scanned) -> str:
    source = scanned.sheet.source
    if isinstance(source, CsvText) and source.broken is not None:
        return f"c{source.broken} IS NOT NULL"
    return "FALSE"


def doubted(table: Any, record: Record) -> Iterator[tuple[Column, Any]]:
    """Yield each column with cells in doubt, and a mask of them."""
    import numpy as np

    bits = table[DOUBT].to_numpy()
    present = int(np.bitwise_or.reduce(bits)) if len(bits) else 0
    for bit, column in enumerate(record.columns):
        if present >> bit & 1:
            yield column, (bits >> np.uint64(bit) & np.uint64(1)).astype(bool)


def in_doubt(table: Any, column: Column, mask: Any) -> Any:
    """Return the texts in doubt of a column, in order, as a pyarrow array."""
    import numpy as np
    import pyarrow.compute as pc

    name = column.name if keeps_text(column) else f"{RAW}{column.name}"
    texts = table[name].take(np.flatnonzero(mask)).combine_chunks()
    return pc.fill_null(texts, "")


def texts(warehouse: Warehouse, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Yield row number and trimmed cells of a small sheet (a form), empty cells as empty texts."""
    source = sheet.source
    if isinstance(source, CsvText):
        tables = warehouse.batches(f"SELECT * FROM {_csv(source)}", rows=ROWS_PER_BATCH)
        numbers = iter(range(source.first_row, source.first_row + source.rows))
    else:
        tables, numbers = iter([source.table]), iter(source.row_numbers.to_pylist())
    for table in tables:
        for cells in zip(*(column.to_pylist() for column in table.columns), strict=True):
            yield next(numbers), [(cell or "").strip() for cell in cells]
