"""The parser of each kind of value, with what is said by hand when there is none taken off first."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from pipelines.ingest.clean.blanks import LONGEST_VALUE, as_typed, tidy
from pipelines.ingest.clean.choice import find_choice, parse_choice
from pipelines.ingest.clean.choices import parse_choices
from pipelines.ingest.clean.clock import parse_clock
from pipelines.ingest.clean.day import parse_day
from pipelines.ingest.clean.email import parse_email
from pipelines.ingest.clean.hours import parse_hours
from pipelines.ingest.clean.money import parse_money
from pipelines.ingest.clean.number import parse_decimal
from pipelines.ingest.clean.parsed import Parsed, Parser, fault
from pipelines.ingest.clean.phone import parse_phone
from pipelines.ingest.clean.placeholder import no_value
from pipelines.ingest.clean.postcode import parse_postcode
from pipelines.ingest.clean.record_number import parse_record_number
from pipelines.ingest.clean.running_text import parse_text
from pipelines.ingest.clean.whole import parse_whole
from pipelines.ingest.clean.yes_no import parse_yes_no
from pipelines.schemas.column import Column, Kind
from pipelines.vocabulary.reason import Reason


def _of_cell(parser: Parser) -> Parser:
    """Return the parser for a cell as it comes: tidied, and only read when it holds a value."""

    def parse(text: str, *, column: Column, today: date) -> Parsed:
        cell = tidy(text) if column.kind is Kind.TEXT else as_typed(tidy(text))
        is_listed = not cell.endswith("?") and column.allowed and find_choice(cell, column=column)
        said = None if is_listed else no_value(cell, column=column)
        if said is not None:
            return said
        if len(cell) > LONGEST_VALUE and column.kind is not Kind.TEXT:
            return fault(Reason.TEXT_TOO_LONG)
        return parser(cell, column=column, today=today)

    return parse


PARSERS: Mapping[Kind, Parser] = MappingProxyType(
    {
        kind: _of_cell(parser)
        for kind, parser in {
            Kind.IDENTIFIER: parse_record_number,
            Kind.REFERENCE: parse_record_number,
            Kind.TEXT: parse_text,
            Kind.POSTCODE: parse_postcode,
            Kind.PHONE: parse_phone,
            Kind.EMAIL: parse_email,
            Kind.WHOLE: parse_whole,
            Kind.DECIMAL: parse_decimal,
            Kind.HOURS: parse_hours,
            Kind.MONEY: parse_money,
            Kind.DATE: parse_day,
            Kind.TIME: parse_clock,
            Kind.YES_NO: parse_yes_no,
            Kind.CHOICE: parse_choice,
            Kind.CHOICES: parse_choices,
        }.items()
    }
)


def parse(text: str, *, column: Column, today: date) -> Parsed:
    """Return the value of a cell of the column, with what is wrong with it and what was repaired."""
    return PARSERS[column.kind](text, column=column, today=today)
