"""Raw dates and times as they arrive (the table of what really arrives), and what becomes of them."""

from datetime import date, time

import pytest

from pipelines.ingest.clean import PARSERS, Reason
from pipelines.schemas.registry import record

TODAY = date(2026, 11, 27)
WANTED = record("jobs").column("wanted_by")
CLOCK = record("jobs").column("reported_time")
APRIL_3 = date(2026, 4, 3)

DATES = [
    # raw, value, repair
    ("2026-04-03", APRIL_3, None),
    ("2026-04-03 00:00:00", APRIL_3, None),
    ("2026-04-03 14:05:33", APRIL_3, Reason.TIME_DROPPED),
    ("2026-04-03T14:05:33Z", APRIL_3, Reason.TIME_DROPPED),
    ("3-4-2026", APRIL_3, None),
    ("03-04-2026", APRIL_3, None),
    ("3-4-2026 14:05:33", APRIL_3, Reason.TIME_DROPPED),
    ("3-4-26", APRIL_3, Reason.YEAR_COMPLETED),
    ("03-04-26", APRIL_3, Reason.YEAR_COMPLETED),
    ("03/04/2026", APRIL_3, Reason.DATE_SPELLED),
    ("3.4.2026", APRIL_3, Reason.DATE_SPELLED),
    ("3 apr 2026", APRIL_3, Reason.DATE_SPELLED),
    ("3 mrt 2026", date(2026, 3, 3), Reason.DATE_SPELLED),
    ("3 mei '26", date(2026, 5, 3), Reason.YEAR_COMPLETED),
    ("1 april 2026", date(2026, 4, 1), Reason.DATE_SPELLED),
    ("3-mei-2026", date(2026, 5, 3), Reason.DATE_SPELLED),
    ("vrijdag 3 april 2026", APRIL_3, Reason.DATE_SPELLED),
    ("vr 3-4-2026", APRIL_3, Reason.DATE_SPELLED),
    ("\u00a03-4-2026 ", APRIL_3, None),
    ("20260403", APRIL_3, Reason.DATE_SPELLED),
    ("2026/04/03", APRIL_3, Reason.DATE_SPELLED),
    ("2026/04/03 2:05:33 p.m. CEST", APRIL_3, Reason.DATE_SPELLED),  # Google Forms, downloaded as .csv
    ("3–4–2026", APRIL_3, Reason.DATE_SPELLED),
    ("3‑4‑2026", APRIL_3, None),
    ('="3-4-2026"', APRIL_3, None),
    ("46115", APRIL_3, Reason.EXCEL_DAY),
    ("46115,587", APRIL_3, Reason.EXCEL_DAY),
    ("3-4-50", date(2050, 4, 3), Reason.YEAR_COMPLETED),  # the range of the column refuses it
    ("0", None, Reason.EMPTY_DATE_CELL),
    ("00-01-1900", None, Reason.EMPTY_DATE_CELL),
    ("1-1-1900", None, Reason.EMPTY_DATE_CELL),
    ("31-12-1899", None, Reason.EMPTY_DATE_CELL),
    ("1900-01-01", None, Reason.EMPTY_DATE_CELL),
    ("00:00:00", None, Reason.EMPTY_DATE_CELL),
    ("", None, None),
    ("-", None, Reason.NOT_APPLICABLE),
    ("n.v.t.", None, Reason.NOT_APPLICABLE),
    ("geen", None, Reason.NONE_WRITTEN),
]

NO_DATES = [
    ("wk 14", Reason.DATE_IN_WORDS),
    ("half april", Reason.DATE_IN_WORDS),
    ("± 3 weken", Reason.APPROXIMATE),
    ("z.s.m.", Reason.DATE_IN_WORDS),
    ("na vakantie", Reason.DATE_IN_WORDS),
    ("volgt", Reason.UNKNOWN),
    ("?", Reason.UNKNOWN),
    ("nog niet", Reason.UNKNOWN),
    ("ja", Reason.DATE_IN_WORDS),
    ("elke di", Reason.DATE_IN_WORDS),
    ("doorlopend", Reason.DATE_IN_WORDS),
    ("x", Reason.CROSS),
    ("3 apr", Reason.YEAR_MISSING),
    ("3-5", Reason.YEAR_MISSING),
    ("april 2026", Reason.DAY_MISSING),
    ("2026", Reason.DAY_MISSING),
    ("3-4-2026?", Reason.UNCERTAIN),
    ("3-4-2026 t/m 5-4-2026", Reason.RANGE),
    ("3-4-2026 en 5-4-2026", Reason.SEVERAL),
    ("uiterlijk 3-4-2026", Reason.DATE_IN_WORDS),
    ("04/13/2026", Reason.DATE_IMPOSSIBLE),  # month first is never tried
    ("31-02-2026", Reason.DATE_IMPOSSIBLE),
    ("2026-13-01", Reason.DATE_IMPOSSIBLE),
    ("za 3-4-2026", Reason.DATE_CONTRADICTS),
    ("12345678", Reason.DATE_UNREADABLE),
    ("#N/A", Reason.ERROR_CELL),
    ("=NOW()", Reason.FORMULA_EMPTY),
    ("asdf", Reason.TEST_ROW),
]

TIMES = [
    ("14:05", time(14, 5), None),
    ("9:30", time(9, 30), None),
    ("14:05:33", time(14, 5, 33), None),
    ("14.05", time(14, 5), Reason.TIME_SPELLED),
    ("14u05", time(14, 5), Reason.TIME_SPELLED),
    ("9 uur", time(9), Reason.TIME_SPELLED),
    ("2026-04-03 14:05:33", time(14, 5, 33), Reason.DATE_DROPPED),
    ("3-4-2026 9:05", time(9, 5), Reason.DATE_DROPPED),
    ("2026/04/03 2:05:33 p.m. CET", time(14, 5, 33), Reason.DATE_DROPPED),
    ("2026/04/03 10:51:37 AM GMT+1", time(10, 51, 37), Reason.DATE_DROPPED),
    ("8:30 AM", time(8, 30), Reason.TIME_SPELLED),
    ("12:10 pm", time(12, 10), Reason.TIME_SPELLED),
    ("12:10 am", time(0, 10), Reason.TIME_SPELLED),
    ("0,5", time(12), Reason.EXCEL_DAY),
    ("00:00", None, Reason.MIDNIGHT_UNKNOWN),
    ("00:00:00", None, Reason.MIDNIGHT_UNKNOWN),
    ("2026-04-03 00:00:00", None, Reason.MIDNIGHT_UNKNOWN),
    ("", None, None),
    ("nvt", None, Reason.NOT_APPLICABLE),
]

NO_TIMES = [
    ("'s middags", Reason.TIME_IN_WORDS),
    ("na 18u", Reason.TIME_IN_WORDS),
    ("9-12", Reason.RANGE),
    ("9:00 - 12:00", Reason.RANGE),
    ("~9:00", Reason.APPROXIMATE),
    ("± 9:00", Reason.APPROXIMATE),
    ("14:05 pm", Reason.TIME_UNREADABLE),
    ("2026/04/03 2:05:33 p.m. EST", Reason.TIME_IN_WORDS),  # another clock than ours
    ("24:00", Reason.TIME_UNREADABLE),
    ("25:10", Reason.TIME_UNREADABLE),
    ("14", Reason.TIME_UNREADABLE),
    ("onbekend", Reason.UNKNOWN),
]


@pytest.mark.parametrize(("raw", "value", "repair"), DATES)
def test_a_written_date_is_read(raw, value, repair):
    parsed = PARSERS[WANTED.kind](raw, column=WANTED, today=TODAY)
    assert (parsed.value, parsed.repair, parsed.fault) == (value, repair, None)


@pytest.mark.parametrize(("raw", "reason"), NO_DATES)
def test_what_is_no_date_gives_no_date_and_says_why(raw, reason):
    parsed = PARSERS[WANTED.kind](raw, column=WANTED, today=TODAY)
    assert (parsed.value, parsed.fault) == (None, reason)


@pytest.mark.parametrize(("raw", "value", "repair"), TIMES)
def test_a_written_time_is_read_and_midnight_is_unknown(raw, value, repair):
    parsed = PARSERS[CLOCK.kind](raw, column=CLOCK, today=TODAY)
    assert (parsed.value, parsed.repair, parsed.fault) == (value, repair, None)


@pytest.mark.parametrize(("raw", "reason"), NO_TIMES)
def test_what_is_no_time_gives_no_time_and_says_why(raw, reason):
    parsed = PARSERS[CLOCK.kind](raw, column=CLOCK, today=TODAY)
    assert (parsed.value, parsed.fault) == (None, reason)
