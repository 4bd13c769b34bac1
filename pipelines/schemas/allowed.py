"""What a column may hold, in Dutch sentences made from its declaration."""

from pipelines.schemas import column as forms
from pipelines.schemas.column import Column, Condition, Kind, Need, Record
from pipelines.vocabulary.words import allowed as words
from pipelines.vocabulary.words.records import CHOICE_LABELS, HEADINGS, RECORD_TITLES

_PATTERN_SENTENCES = {getattr(forms, name): sentence for name, sentence in words.PATTERNS.items()}


def number_text(value: float) -> str:
    """Return a number as Dutch people write it: 0,25."""
    return f"{value:g}".replace(".", ",")


def condition_text(condition: Condition, record: Record) -> str:
    """Return when the condition holds: ‘Status’ afgerond is."""
    heading = HEADINGS[record.table][condition.column]
    if not condition.values:
        return (words.IS_EMPTY if condition.negated else words.IS_FILLED).format(column=heading)
    yes_no = record.column(condition.column).kind is Kind.YES_NO
    labels = words.YES_NO_LETTER if yes_no else CHOICE_LABELS
    spoken = [labels[value] for value in condition.values]
    template = words.IS_NOT if condition.negated else words.IS
    listed = words.OR.join(filter(None, (", ".join(spoken[:-1]), spoken[-1])))
    return template.format(column=heading, values=listed)


def need_text(column: Column, record: Record) -> str:
    """Return when the cell must be filled; empty when it never has to be."""
    if column.need is Need.CONDITIONAL:
        parts = (condition_text(condition, record) for condition in column.needed_when)
        return words.NEEDED_WHEN.format(when=words.AND.join(parts))
    if column.need is Need.REQUIRED and not (column.blank_means or column.derived_from):
        return words.REQUIRED
    return ""


def range_text(column: Column) -> str:
    """Return the bounds of a number; empty when there are none."""
    if column.low is None:
        return ""
    low, high = number_text(column.low), number_text(column.high) if column.high is not None else ""
    if column.years_before_today is not None:
        return words.YEARS_AGO.format(low=low, years=column.years_before_today)
    if not high:
        return words.AT_LEAST.format(low=low)
    text = (words.ABOVE_TO if column.low_open else words.BETWEEN).format(low=low, high=high)
    return f"{text} {words.ALSO.format(also=column.also[0])}" if column.also else text


def form_text(column: Column) -> str:
    """Return the form of the value: a date, J of N, one of a list, K and at least 4 digits."""
    if column.allowed:
        template = words.CHOOSE if column.kind is Kind.CHOICE else words.CHOOSE_SEVERAL
        return template.format(values=", ".join(CHOICE_LABELS[value] for value in column.allowed))
    if column.pattern is not None:
        return _PATTERN_SENTENCES[column.pattern]
    if column.prefix is not None and column.digits is not None:
        example = f"{column.prefix}{'42'.zfill(column.digits)}"
        return words.NUMBER_FORM.format(prefix=column.prefix, digits=column.digits, example=example)
    return words.KINDS[column.kind.name]


def dates_text(column: Column) -> str:
    """Return the range of a date; empty when there is none."""
    if column.earliest is None or column.latest is None:
        return ""
    return words.DATES.format(earliest=words.BOUNDS[column.earliest], latest=words.BOUNDS[column.latest])


def reference_text(column: Column) -> str:
    """Return on which sheet the number must stand; empty when it points nowhere."""
    titles = words.OR.join(RECORD_TITLES[table] for table in column.refers_to)
    return words.OTHER_NUMBER.format(titles=titles) if titles else ""


def length_text(column: Column) -> str:
    """Return how long a text may be; empty when there is no limit."""
    return words.LENGTH.format(length=column.max_length) if column.max_length is not None else ""


def allowed_text(column: Column, record: Record) -> str:
    """Return all that is allowed in the cell, in one or more sentences."""
    if column.need is Need.DERIVED:
        return words.DERIVED
    monday = words.MONDAY if column.monday else ""
    parts = (
        form_text(column),
        reference_text(column),
        range_text(column),
        length_text(column),
        dates_text(column),
        monday,
        need_text(column, record),
    )
    return " ".join(part for part in parts if part)
