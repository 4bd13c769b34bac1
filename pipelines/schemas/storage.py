"""What stands in the warehouse: the columns of a record without the vault's, and where each row came from."""

from pipelines.schemas.column import Column, Record

PROVENANCE = {"source_file": "string", "source_row": "int64", "loaded_at": "timestamp"}

_RENAMED = {"postcode": "postcode4"}  # only the four digits leave the vault


def stored_name(column: Column) -> str:
    """Return the name the column has in the warehouse."""
    return _RENAMED.get(column.name, column.name)


def storage_columns(record: Record) -> dict[str, str]:
    """Return warehouse column → Ibis type name, in the order of the sheet, provenance last.

    Names, street, phone and e-mail are absent; person columns hold a pseudonym; free text is null.
    """
    columns = {stored_name(column): column.kind.storage for column in record.stored}
    return columns | PROVENANCE
