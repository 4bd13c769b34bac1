"""Raw hours, amounts, counts, scores and years as they arrive, and what becomes of them."""

from datetime import date

import pytest

from pipelines.ingest.clean import PARSERS, Reason
from pipelines.schemas.registry import record

TODAY = date(2026, 11, 27)
HOURS = record("jobs").column("hours_worked")
MONEY = record("ledger").column("amount_eur")
DECIMAL = record("targets").column("target")
GRADE = record("feedback_clients").column("grade")
COUNT = record("helpers").column("max_asks_4w")
YEAR = record("members").column("birth_year")

READ = [
    # column, raw, value, repair
    (HOURS, "1,5", 1.5, None),
    (HOURS, "1.5", 1.5, Reason.NUMBER_SPELLED),
    (HOURS, "1u30", 1.5, Reason.HOURS_SPELLED),
    (HOURS, "1 uur 30 min", 1.5, Reason.HOURS_SPELLED),
    (HOURS, "1:30", 1.5, Reason.HOURS_FROM_CLOCK),
    (HOURS, "01:30:00", 1.5, Reason.HOURS_FROM_CLOCK),
    (HOURS, "26:00:00", 26.0, Reason.HOURS_FROM_CLOCK),
    (HOURS, "'1,5", 1.5, None),
    (HOURS, "2 u", 2.0, Reason.HOURS_SPELLED),
    (HOURS, "2u", 2.0, Reason.HOURS_SPELLED),
    (HOURS, "2,5 uur", 2.5, Reason.HOURS_SPELLED),
    (HOURS, "90 min", 1.5, Reason.HOURS_SPELLED),
    (HOURS, "anderhalf", 1.5, Reason.HOURS_SPELLED),
    (HOURS, "1½", 1.5, Reason.HOURS_SPELLED),
    (HOURS, "0", 0.0, None),
    (HOURS, "-", None, Reason.NOT_APPLICABLE),
    (HOURS, "1.25", 1.25, Reason.NUMBER_SPELLED),
    (MONEY, "12,50", 12.5, None),
    (MONEY, "-85", -85.0, None),
    (MONEY, "€ 1.250,00", 1250.0, Reason.NUMBER_SPELLED),
    (MONEY, "1.250,00", 1250.0, Reason.NUMBER_SPELLED),
    (MONEY, "1.250", 1250.0, Reason.NUMBER_SPELLED),
    (MONEY, "1,250.00", 1250.0, Reason.NUMBER_SPELLED),
    (MONEY, "12,-", 12.0, Reason.NUMBER_SPELLED),
    (MONEY, "€12,-", 12.0, Reason.NUMBER_SPELLED),
    (MONEY, "- € 12,50", -12.5, Reason.NUMBER_SPELLED),
    (MONEY, "€ -12,50", -12.5, Reason.NUMBER_SPELLED),
    (MONEY, "−12,50", -12.5, Reason.NUMBER_SPELLED),
    (MONEY, "12,50 euro", 12.5, Reason.NUMBER_SPELLED),
    (MONEY, "17.50 p/u", 17.5, Reason.UNIT_DROPPED),
    (MONEY, "gratis", 0.0, Reason.FREE_OF_CHARGE),
    (MONEY, "€ -", None, Reason.NOT_APPLICABLE),
    (MONEY, "n.v.t.", None, Reason.NOT_APPLICABLE),
    (DECIMAL, "0,85", 0.85, None),
    (DECIMAL, "12.5", 12.5, Reason.NUMBER_SPELLED),
    (DECIMAL, "10 000", 10000.0, Reason.NUMBER_SPELLED),
    (GRADE, "8", 8, None),
    (GRADE, "8,0", 8, None),
    (GRADE, "11", 11, None),  # the range of the column makes it an error
    (COUNT, "4", 4, None),
    (YEAR, "1948", 1948, None),
    (YEAR, "12-3-1948", 1948, Reason.YEAR_FROM_DATE),
    (YEAR, "1948-03-12", 1948, Reason.YEAR_FROM_DATE),
    (YEAR, "1900", 1900, None),
]

NOT_READ = [
    (HOURS, "2 x 1,5", Reason.SUM_TYPED),
    (HOURS, "1,5 + 2", Reason.SUM_TYPED),
    (HOURS, "4-6", Reason.RANGE),
    (HOURS, "3 à 4 uur", Reason.RANGE),
    (HOURS, "± 3", Reason.APPROXIMATE),
    (HOURS, "flexibel", Reason.NUMBER_IN_WORDS),
    (HOURS, "om de week", Reason.NUMBER_IN_WORDS),
    (HOURS, "1x p.w. 2 uur", Reason.NUMBER_IN_WORDS),
    (HOURS, "2026-05-03", Reason.DATE_IN_NUMBER),  # 3-5, as Excel turned it into 3 May
    (HOURS, "3-mei", Reason.DATE_IN_NUMBER),
    (HOURS, "1.30", Reason.NUMBER_AMBIGUOUS),
    (HOURS, "1.250", Reason.NUMBER_AMBIGUOUS),
    (HOURS, "!!", Reason.NUMBER_UNREADABLE),
    (HOURS, "2,5?", Reason.UNCERTAIN),
    (MONEY, "in overleg", Reason.NUMBER_IN_WORDS),
    (MONEY, "2 x 12,50", Reason.SUM_TYPED),
    (MONEY, "10-15", Reason.RANGE),
    (MONEY, "9" * 30, Reason.NUMBER_TOO_LARGE),
    (DECIMAL, "85%", Reason.NUMBER_AMBIGUOUS),
    (DECIMAL, "1.000", Reason.NUMBER_AMBIGUOUS),
    (DECIMAL, "NaN", Reason.NUMBER_IN_WORDS),
    (DECIMAL, "1e3", Reason.NUMBER_IN_WORDS),
    (DECIMAL, "1_000", Reason.NUMBER_UNREADABLE),
    (GRADE, "8-", Reason.SCORE_UNCLEAR),
    (GRADE, "8/10", Reason.SCORE_UNCLEAR),
    (GRADE, "ruim voldoende", Reason.SCORE_UNCLEAR),
    (GRADE, "7,5", Reason.NOT_WHOLE),
    (GRADE, "7-8", Reason.RANGE),
    (GRADE, "?", Reason.UNKNOWN),
    (COUNT, "12.7", Reason.NOT_WHOLE),
    (COUNT, "3-5-2026", Reason.DATE_IN_NUMBER),
    (YEAR, "78", Reason.AGE_TYPED),
    (YEAR, "12-3-48", Reason.YEAR_MISSING),
    (YEAR, "#DEEL/0!", Reason.ERROR_CELL),
]


@pytest.mark.parametrize(
    ("column", "raw", "value", "repair"), READ, ids=lambda part: getattr(part, "name", str(part))[:30]
)
def test_a_written_number_is_read(column, raw, value, repair):
    parsed = PARSERS[column.kind](raw, column=column, today=TODAY)
    assert (parsed.value, parsed.repair, parsed.fault) == (value, repair, None)
    assert type(parsed.value) is type(value)


@pytest.mark.parametrize(
    ("column", "raw", "reason"), NOT_READ, ids=lambda part: getattr(part, "name", str(part))[:30]
)
def test_what_is_no_single_number_gives_none_and_says_why(column, raw, reason):
    parsed = PARSERS[column.kind](raw, column=column, today=TODAY)
    assert (parsed.value, parsed.fault) == (None, reason)
