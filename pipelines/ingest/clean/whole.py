"""Whole numbers: counts, numbers, years and scores. A half is not rounded and a doubtful score not taken."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.day import read_day
from pipelines.ingest.clean.number import no_number, read_number
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

FIRST_YEAR = 1_000  # a lower bound from here on says the number is a year
OLDEST_AGE = 130  # a "year" up to here is an age or a year of two digits
HIGHEST_SCORE = 10  # a number bounded by this is a score: 1-5, 0-9 or a grade

_DOUBTFUL_SCORE = re.compile(r"[0-9]{1,2} ?[-+]+|[0-9]{1,2} ?/ ?[0-9]{1,2}|[0-9]{1,2}½")


def parse_whole(text: str, *, column: Column, today: date) -> Parsed:
    """Return the whole number as written. `8-`, `8/10` and words for a score are a warning and no number."""
    line = on_one_line(text)
    if _is_score(column) and _DOUBTFUL_SCORE.fullmatch(line):
        return fault(Reason.SCORE_UNCLEAR)
    if _is_year(column) and read_number(line) is None:
        return _year_of_day(line)
    number = read_number(line)
    if number is None:
        return _why_not(line, column=column)
    return _as_whole(number, column=column)


def _is_score(column: Column) -> bool:
    return column.high is not None and column.high <= HIGHEST_SCORE


def _is_year(column: Column) -> bool:
    return column.low is not None and column.low >= FIRST_YEAR


def _as_whole(number: Parsed, *, column: Column) -> Parsed:
    if not isinstance(number.value, float):
        return number
    if not number.value.is_integer():
        return fault(Reason.NOT_WHOLE)
    if _is_year(column) and 0 <= number.value <= OLDEST_AGE:
        return fault(Reason.AGE_TYPED)
    return repaired(int(number.value), number.repair)


def _why_not(line: str, *, column: Column) -> Parsed:
    reason = no_number(line)
    in_words = reason.fault is Reason.NUMBER_IN_WORDS and _is_score(column)
    return fault(Reason.SCORE_UNCLEAR) if in_words else reason


def _year_of_day(line: str) -> Parsed:
    """Return the year of a full date; a birth date typed with two digits for the year does not say which."""
    day = read_day(line)
    if not isinstance(day.value, date):
        return no_number(line)
    if day.repair is Reason.YEAR_COMPLETED:
        return fault(Reason.YEAR_MISSING)
    return repaired(day.value.year, Reason.YEAR_FROM_DATE)
