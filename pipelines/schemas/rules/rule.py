"""The form of a rule: which rows of a load it finds, and how heavily that weighs."""

from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "finding", "rule"]

TODAY = "(SELECT day FROM today_is)"
NOT_HELD = "('afgezegd_client', 'afgezegd_helper', 'vervallen')"  # visits that were called off in time


def setting(key: str, *, as_type: str) -> str:
    """Return SQL for the value of a setting as of today; null when it is empty.

    The loader writes the value itself in its place, so that no row of a batch pays for looking it up.
    """
    return f"(SELECT TRY_CAST(value AS {as_type}) FROM settings WHERE param_key = '{key}')"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A named check on the rows of one table.

    `code`: X01…X24, or the name of a check on one column (`verplicht`, `voorwaardelijk`, `bereik`, `vorm`,
    `maandag`; too long a text is told by its parser). `level`: error puts the row aside, warning keeps and lists it, finding keeps it and
    shows it where it belongs, rule is applied by figures only. `words`: key of its Dutch sentence, which
    may name `column` and `other`. `breach`: for a check within one row, the DuckDB condition under which the
    row breaks it (null: it does not); `sql` is then made from it.
    `sql` selects `source_row, "column"` of breaching rows of `incoming`; `needs` are the other tables it reads.
    An empty `sql`: judged on the vault. Error rules run before the rows of their table are merged,
    the others after all tables are.
    """

    code: str
    table: str
    level: Level
    words: str
    columns: tuple[str, ...]
    sql: str = ""
    other: str = ""
    needs: tuple[str, ...] = ()
    breach: str = ""
    name: str = field(init=False)

    def __post_init__(self) -> None:
        parts = (self.code, self.table, self.words, *self.columns, self.other)
        object.__setattr__(self, "name", ".".join(filter(None, parts)))
        if self.breach and not self.sql:
            sql = f"""SELECT source_row, '{self.columns[0]}' AS "column" FROM incoming WHERE {self.breach}"""
            object.__setattr__(self, "sql", sql)
