"""The form of a record's declaration: what a column holds, when it must be filled, who it may name."""

from dataclasses import dataclass, field
from enum import Enum

ROLE_CODE = r"^[A-QS-Z][0-9]{1,2}$"  # K1: a letter and a number; never R, so that no person's number fits
REQUEST_NUMBER = r"^[KZ][0-9]{4,}$"  # of a job or of a care request
SETTING_KEY = r"^[a-z][a-z0-9_]*(:[A-Z][0-9]{1,2})?$"  # role_member:K1
FIGURE_CODE = r"^[a-z][a-z0-9_]*$"


class Kind(Enum):
    """What a cell holds. One parser of `ingest/clean` per kind; the value is the warehouse type (Ibis names)."""

    IDENTIFIER = ("identifier", "string")  # a record number: letter + digits, e.g. K0042
    REFERENCE = ("reference", "string")  # a record number of another (or the same) table
    TEXT = ("text", "string")
    POSTCODE = ("postcode", "string")
    PHONE = ("phone", "string")
    EMAIL = ("email", "string")
    WHOLE = ("whole", "int64")
    DECIMAL = ("decimal", "float64")
    HOURS = ("hours", "float64")
    MONEY = ("money", "float64")
    DATE = ("date", "date")
    TIME = ("time", "time")
    YES_NO = ("yes_no", "boolean")
    CHOICE = ("choice", "string")  # one of `allowed`
    CHOICES = ("choices", "string")  # several of `allowed`, joined by ";"

    @property
    def parser(self) -> str:
        """Name of the parser for this kind."""
        return self.value[0]

    @property
    def storage(self) -> str:
        """Ibis type name of the warehouse column: string, int64, float64, date, time or boolean."""
        return self.value[1]


class Need(Enum):
    """When a cell must be filled. CONDITIONAL: `Column.needed_when` says when. DERIVED: never typed, computed at load."""

    REQUIRED = "J"
    OPTIONAL = "N"
    CONDITIONAL = "C"
    DERIVED = "derived"


class Privacy(Enum):
    """Personal-data class of a column (0 none, 1 pseudonymous, 2 direct identifier, 3 special category)."""

    NONE = 0
    PSEUDONYMOUS = 1
    DIRECT = 2
    SPECIAL = 3


@dataclass(frozen=True, kw_only=True)
class Condition:
    """`column` holds one of `values` (no values: is filled); the other column must then be filled.

    `negated`: the condition holds when the column does not hold one of `values` (no values: is empty).
    For a yes/no column the values are "ja" and "nee".
    """

    column: str
    values: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a record. Heading and description stand in `vocabulary/words/records.py`.

    `low`/`high` are inclusive bounds of a number. `earliest`/`latest` are the date range as `records.csv` writes it
    (`pilot_start-12m`, `today`, `today+12m`, `2010-01-01`). `prefix`/`digits`: form of a record number, at least
    `digits` digits. `refers_to`: tables a reference may point to. `person`: a pseudonym in the warehouse.
    `vault`: stays in the vault, absent from the warehouse. `free_text`: absent until it can be de-identified. `own_words`: stored as far as
    it is in our own words, since who decided may be typed as a name.
    """

    name: str
    kind: Kind
    need: Need = Need.OPTIONAL
    needed_when: tuple[Condition, ...] = ()  # all of them must hold
    allowed: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    low_open: bool = False  # the lower bound itself is not allowed
    also: tuple[int, ...] = ()  # whole numbers allowed outside low..high (9 = n.v.t.)
    earliest: str | None = None
    latest: str | None = None
    prefix: str | None = None
    digits: int | None = None
    pattern: str | None = None
    max_length: int | None = None
    refers_to: tuple[str, ...] = ()
    privacy: Privacy = Privacy.NONE
    person: bool = False
    vault: bool = False
    free_text: bool = False
    own_words: bool = False
    blank_means: str | None = None  # what an empty cell is: "nee" for a yes/no that defaults to no
    monday: bool = False  # a date that must be a Monday
    years_before_today: int | None = None  # a year at least this many years before the year of today
    derived_from: tuple[str, ...] = ()  # columns an empty record number is derived from, if all are filled
    person_after: str | None = None  # the value is a Relatienr (a pseudonym in store) where the key starts so


@dataclass(frozen=True, kw_only=True)
class Record:
    """One table: its columns in the order of the coordinator's sheet, and the columns of its key."""

    table: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    protected: bool = False  # stands in the second, protected workbook
    generated: bool = False  # made by the product, never read from a file
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})

    def column(self, name: str) -> Column:
        """Return the column of that name; KeyError when there is none."""
        return self.by_name[name]

    @property
    def stored(self) -> tuple[Column, ...]:
        """Columns that exist in the warehouse, in order (`postcode` stands there as `postcode4`)."""
        return tuple(column for column in self.columns if not column.vault)
