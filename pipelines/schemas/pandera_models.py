"""One pandera model per record, made from the declarations: for analysts, and the oracle of the loader's SQL.

Importing this takes seconds (pandas, pandera): nothing on the path of load, figures or status may do so.
"""

from collections.abc import Callable
from functools import partial

import pandas as pd
import pandera.pandas as pa

from pipelines.schemas.checks import Moment, ValueCheck, column_checks
from pipelines.schemas.column import Column, Condition, Kind, Need, Record
from pipelines.schemas.comparison import COMPLAINT_DAYS, row_checks
from pipelines.schemas.rules.date_order import LONG_DAYS, ORDERS
from pipelines.vocabulary.words.records import DESCRIPTIONS, HEADINGS, RECORD_DESCRIPTIONS, RECORD_TITLES

DTYPES = {
    "string": pd.StringDtype(),
    "int64": pd.Int64Dtype(),
    "float64": pd.Float64Dtype(),
    "date": "datetime64[us]",
    "boolean": pd.BooleanDtype(),
    "time": None,  # pandas has no time of day: datetime.time objects
}


def _some_of(values: "pd.Series[str]", *, allowed: tuple[str, ...]) -> "pd.Series[bool]":
    return values.map(lambda text: set(text.split(";")) <= set(allowed))


def _in_range(values: "pd.Series[float]", *, column: Column, check: ValueCheck) -> "pd.Series[bool]":
    low, high = float(str(check.low)), float(str(check.high)) if check.high is not None else float("inf")
    inside = (values > low if column.low_open else values >= low) & (values <= high)
    return inside | values.isin(column.also)


def _in_period(values: "pd.Series[pd.Timestamp]", *, check: ValueCheck) -> "pd.Series[bool]":
    return values.between(pd.Timestamp(str(check.low)), pd.Timestamp(str(check.high)))


def _on_monday(values: "pd.Series[pd.Timestamp]") -> "pd.Series[bool]":
    return values.dt.day_of_week == 0


def _check(check: ValueCheck, test: Callable[..., object], *, whole_row: bool = False) -> pa.Check:
    """Wrap a test as a pandera check that carries its description and examples."""
    statistics = {"good": dict(check.good), "bad": dict(check.bad)}
    limits = {"pattern": check.pattern, "min_value": check.low, "max_value": check.high}
    return pa.Check(
        test,
        name=check.name,
        error=check.name,
        title=check.code,
        description=check.description,
        ignore_na=not whole_row,
        statistics=statistics | {key: value for key, value in limits.items() if value not in {None, ""}},
    )


def _of_values(check: ValueCheck, column: Column) -> Callable[..., object]:
    """Return the test of one column's values, empty ones left out."""
    if check.code == "keuze":
        several = column.kind is Kind.CHOICES
        return (
            partial(_some_of, allowed=column.allowed)
            if several
            else lambda values: values.isin(column.allowed)
        )
    if check.pattern:
        return lambda values: values.str.fullmatch(check.pattern.strip("^$"))
    tests: dict[str, Callable[..., object]] = {
        "lengte": lambda values: values.str.len() <= column.max_length,
        "bereik": partial(_in_range, column=column, check=check),
        "X20": partial(_in_period, check=check),
        "maandag": _on_monday,
    }
    return tests[check.code]


def _holds(frame: pd.DataFrame, condition: Condition) -> "pd.Series[bool]":
    values = frame[condition.column]
    if not condition.values:
        return values.isna() if condition.negated else values.notna()
    wanted = [value == "ja" for value in condition.values] if values.dtype == "boolean" else condition.values
    held = values.isin(wanted).fillna(value=False).astype(bool)
    return ~held if condition.negated else held


def _filled_when_needed(frame: pd.DataFrame, *, column: Column) -> "pd.Series[bool]":
    needed = pd.Series(data=True, index=frame.index)
    for condition in column.needed_when:
        needed &= _holds(frame, condition)
    return frame[column.name].notna() | ~needed


def _in_order(frame: pd.DataFrame, *, check: ValueCheck, table: str) -> "pd.Series[bool]":
    days = (frame[check.column] - frame[check.other]).dt.days
    if check.code == "X05_lang":
        return ~(days > LONG_DAYS)
    if check.code == "X05_termijn":
        return ~(days > COMPLAINT_DAYS)
    strict = any(
        o.strict for o in ORDERS if (o.table, o.earlier, o.later) == (table, check.other, check.column)
    )
    return ~(days <= 0 if strict else days < 0)


def _not_itself(frame: pd.DataFrame, *, check: ValueCheck) -> "pd.Series[bool]":
    return ~(frame[check.column] == frame[check.other]).fillna(value=False).astype(bool)


def _not_the_tenant(frame: pd.DataFrame) -> "pd.Series[bool]":
    landlords = (frame["landlord_at_report"] == "portaal") & (frame["responsibility"] == "verhuurder")
    return ~(landlords & (frame["payer"] == "huurder")).fillna(value=False).astype(bool)


def _numbered(frame: pd.DataFrame) -> "pd.Series[bool]":
    return frame["member_no"].notna() | (frame["membership"] != "lid").fillna(value=True).astype(bool)


def _of_row(check: ValueCheck, record: Record) -> Callable[..., object]:
    tests: dict[str, Callable[..., object]] = {
        "X01": partial(_not_itself, check=check),
        "X18": _not_the_tenant,
        "X23": _numbered,
    }
    return tests.get(check.code, partial(_in_order, check=check, table=record.table))


def _column(column: Column, record: Record, *, moment: Moment) -> pa.Column:
    checks = [
        _check(check, _of_values(check, column))
        for check in column_checks(column, record, moment=moment)
        if check.code not in {"verplicht", "voorwaardelijk"}
    ]
    return pa.Column(
        DTYPES[column.kind.storage],
        checks,
        nullable=column.need is not Need.REQUIRED,
        coerce=column.kind.storage != "time",
        title=HEADINGS[record.table][column.name],
        description=DESCRIPTIONS[record.table][column.name],
        metadata={
            "need": column.need.value,
            "privacy": column.privacy.value,
            "kind": column.kind.parser,
            "person": column.person,
            "vault": column.vault,
            "free_text": column.free_text,
            "refers_to": list(column.refers_to),
        },
    )


def record_model(record: Record, *, moment: Moment) -> pa.DataFrameSchema:
    """Return the model of a record as it is delivered: one row per row of the sheet, typed, empty cells null."""
    needed = [
        _check(check, partial(_filled_when_needed, column=column), whole_row=True)
        for column in record.columns
        for check in column_checks(column, record, moment=moment)
        if check.code == "voorwaardelijk"
    ]
    compared = [_check(check, _of_row(check, record), whole_row=True) for check in row_checks(record)]
    return pa.DataFrameSchema(
        {column.name: _column(column, record, moment=moment) for column in record.columns},
        checks=needed + compared,
        strict=True,
        name=record.table,
        title=RECORD_TITLES[record.table],
        description=RECORD_DESCRIPTIONS[record.table],
        unique=list(record.key),
    )


def faults(model: pa.DataFrameSchema, frame: pd.DataFrame) -> set[tuple[int, str]]:
    """Return (row position, name of the check) of everything in the frame that breaks the model.

    An empty required cell is named `verplicht.<column>`, a key that comes twice `dubbel`.
    """
    try:
        model.validate(frame.reset_index(drop=True), lazy=True)
    except pa.errors.SchemaErrors as broken:
        cases = broken.failure_cases
        return {_fault(*row) for row in cases[["index", "check", "column"]].itertuples(index=False)}
    return set()


def _fault(index: int, check: str, column: str) -> tuple[int, str]:
    named = {"not_nullable": f"verplicht.{column}", "multiple_fields_uniqueness": "dubbel"}
    return int(index), named.get(check, check)
