"""Checks on one column, made from its declaration: filled, filled when needed, in range, of the right form."""

from collections.abc import Iterator

from pipelines.schemas.column import Column, Condition, Kind, Need, Record
from pipelines.schemas.registry import RECORDS
from pipelines.schemas.rules.date_range import date_bounds_sql
from pipelines.schemas.rules.rule import TODAY, Level, Rule

NEEDED_FOR_FIGURES = {("jobs", "completed_on"), ("jobs", "hours_worked"), ("jobs", "payer")}  # X06 asks these


def condition_sql(condition: Condition, record: Record) -> str:
    """Return the DuckDB condition under which the other column must be filled; never null."""
    column = f'"{condition.column}"'
    if not condition.values:
        return f"{column} IS {'' if condition.negated else 'NOT '}NULL"
    if record.column(condition.column).kind is Kind.YES_NO:
        held = " OR ".join(
            f"{column} IS {'TRUE' if value == 'ja' else 'FALSE'}" for value in condition.values
        )
    else:
        listed = ", ".join(f"'{value}'" for value in condition.values)
        held = f"coalesce({column} IN ({listed}), FALSE)"
    return f"NOT ({held})" if condition.negated else f"({held})"


def _needed(column: Column, record: Record) -> Iterator[tuple[str, Level, str]]:
    if column.need is Need.REQUIRED:
        yield "verplicht", "error", f'"{column.name}" IS NULL'
    if column.need is Need.CONDITIONAL:
        code = "X06" if (record.table, column.name) in NEEDED_FOR_FIGURES else "voorwaardelijk"
        when = " AND ".join(condition_sql(each, record) for each in column.needed_when)
        yield code, "warning", f'"{column.name}" IS NULL AND {when}'


def _range(column: Column) -> str:
    name, bounds = f'"{column.name}"', []
    if column.low is not None:
        bounds.append(f"{name} {'<=' if column.low_open else '<'} {column.low:g}")
    if column.high is not None:
        bounds.append(f"{name} > {column.high:g}")
    if column.years_before_today is not None:
        bounds.append(f"{name} > year({TODAY}) - {column.years_before_today}")
    outside = " OR ".join(bounds)
    if not column.also:
        return outside
    return f"({outside}) AND {name} NOT IN ({', '.join(str(value) for value in column.also)})"


def _formed(column: Column) -> Iterator[tuple[str, Level, str]]:
    name = f'"{column.name}"'
    if column.low is not None or column.high is not None:
        yield "bereik", "error", _range(column)
    if column.pattern is not None:
        yield "vorm", "error", f"NOT regexp_full_match({name}, '{column.pattern}')"
    if column.monday:
        yield "maandag", "error", f"isodow({name}) <> 1"
    if column.earliest is not None or column.latest is not None:
        early, late = date_bounds_sql(column)
        yield "X20", "error", f"{name} < {early} OR {name} > {late}"


def _of_column(column: Column, record: Record) -> Iterator[Rule]:
    for code, level, breach in (*_needed(column, record), *_formed(column)):
        words = "voorwaardelijk" if code == "X06" else code
        if code == "verplicht" and column.derived_from:
            words = "niet_af_te_leiden"
        other = column.needed_when[0].column if words == "voorwaardelijk" else ""
        yield Rule(
            code=code,
            table=record.table,
            level=level,
            words=words,
            columns=(column.name,),
            breach=breach,
            other=other,
        )


def declared_rules() -> tuple[Rule, ...]:
    """Return the checks within one column for every record that is typed, in the order of the sheets."""
    return tuple(
        rule
        for record in RECORDS
        if not record.generated
        for column in record.columns
        for rule in _of_column(column, record)
    )
