"""Laws of the parsers: they never raise, never answer what was not written, and say what they repaired."""

import re
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ingest.clean import PARSERS, parse
from pipelines.ingest.clean.day import MONTHS, SPREADSHEET_ZERO
from pipelines.schemas.column import Kind
from pipelines.schemas.registry import RECORDS, record

TODAY = date(2026, 11, 27)
COLUMNS = [column for table in RECORDS for column in table.columns]
BY_KIND = {
    kind: next(column for column in COLUMNS if column.kind is kind) for kind in Kind if kind in PARSERS
}
TYPES = {
    **dict.fromkeys((Kind.WHOLE,), int),
    **dict.fromkeys((Kind.DECIMAL, Kind.HOURS, Kind.MONEY), float),
    Kind.DATE: date,
    Kind.TIME: time,
    Kind.YES_NO: bool,
}
DATE, HOURS = BY_KIND[Kind.DATE], BY_KIND[Kind.HOURS]
LAW = settings(max_examples=60, deadline=None)

PIECES = [
    *(
        "1",
        "03",
        "12",
        "31",
        "2026",
        "26",
        "'26",
        "46115",
        "0",
        "-",
        "/",
        ".",
        ":",
        ",",
        " ",
        "?",
        "€",
        "%",
        "½",
    ),
    *(
        "apr",
        "mei",
        "maandag",
        "uur",
        "u",
        "min",
        "t/m",
        "±",
        "x",
        "n.v.t.",
        "R0042",
        "K",
        "3812",
        "AB",
        "ja",
        "nee",
    ),
    *(
        "portaal",
        "Portaal",
        "; ",
        "\n",
        "en",
        "@",
        "voorbeeld.nl",
        "06",
        "12345678",
        "+31",
        "=",
        "#N/A",
        "\u00a0",
    ),
]
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
columns = st.sampled_from(COLUMNS)
days = st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31))


def letters_and_figures(text):
    return re.sub(r"[\W_]", "", text).casefold()


@LAW
@given(text=st.lists(texts, min_size=15, max_size=15), column=st.lists(columns, min_size=15, max_size=15))
def test_no_text_makes_a_parser_raise_and_an_error_has_no_value(text, column):
    for raw, field in zip(text, column, strict=True):
        parsed = parse(raw, column=field, today=TODAY)
        assert parsed.value is None or type(parsed.value) is TYPES.get(field.kind, str)
        assert parsed.level != "error" or parsed.value is None


@LAW
@given(text=st.lists(texts, min_size=15, max_size=15), column=st.lists(columns, min_size=15, max_size=15))
def test_what_is_kept_otherwise_than_written_says_so(text, column):
    for raw, field in zip(text, column, strict=True):
        parsed = parse(raw, column=field, today=TODAY)
        said = parsed.repair or parsed.fault
        if isinstance(parsed.value, str):
            same = letters_and_figures(parsed.value) == letters_and_figures(raw)
            label_of = field.kind in {Kind.CHOICE, Kind.CHOICES}
            assert same or said or label_of
        elif parsed.value is None:
            assert said or not letters_and_figures(raw)
        elif isinstance(parsed.value, float):
            assert said or float(raw.strip().replace(",", ".")) == parsed.value


@LAW
@given(text=st.lists(texts, min_size=20, max_size=20))
def test_a_date_that_was_not_written_is_never_answered(text):
    for raw in text:
        found = parse(raw, column=DATE, today=TODAY).value
        if isinstance(found, date):
            figures = re.findall(r"[0-9]+", raw)
            names = {MONTHS[name] for name in MONTHS if name in raw.casefold()}
            is_serial = str((found - SPREADSHEET_ZERO).days) in figures
            has_day = str(found.day) in {figure.lstrip("0") for figure in figures}
            has_month = found.month in names or str(found.month) in {figure.lstrip("0") for figure in figures}
            has_year = str(found.year) in figures or f"{found.year % 100:02d}" in figures
            assert is_serial or (has_day and has_month and has_year) or f"{found:%Y%m%d}" in figures


@LAW
@given(day=days)
def test_each_way_of_writing_a_date_gives_that_date(day):
    written = (
        f"{day}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
    )
    assert {parse(text, column=DATE, today=TODAY).value for text in written} == {day}
    if day.year >= 2000:
        assert parse(f"{day:%d-%m-%y}", column=DATE, today=TODAY).value == day
    serial = str((day - SPREADSHEET_ZERO).days)
    assert len(serial) < 5 or parse(serial, column=DATE, today=TODAY).value == day


@LAW
@given(day=days, other=st.dates(min_value=date(1990, 1, 1)))
def test_today_changes_no_date(day, other):
    text = f"{day.day}-{day.month}-{day.year % 100:02d}"
    assert parse(text, column=DATE, today=day) == parse(text, column=DATE, today=other)


@LAW
@given(minutes=st.integers(min_value=1, max_value=60_000))
def test_hours_are_the_same_however_written(minutes):
    hours, rest = divmod(minutes, 60)
    written = (
        f"{hours}:{rest:02d}",
        f"{hours}:{rest:02d}:00",
        f"{hours}u{rest:02d}",
        f"{hours} uur {rest} min",
    )
    assert {parse(text, column=HOURS, today=TODAY).value for text in written} == {hours + rest / 60}


@LAW
@given(cents=st.integers(min_value=-10_000_000, max_value=10_000_000))
def test_an_amount_is_the_same_with_and_without_dutch_signs(cents):
    amount = f"{abs(cents) / 100:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    sign = "-" if cents < 0 else ""
    column = record("ledger").column("amount_eur")
    written = (
        f"{sign}{amount}",
        f"{sign}{amount.replace('.', '')}",
        f"€ {sign}{amount}",
        f"{sign}€ {amount}",
    )
    assert {parse(text, column=column, today=TODAY).value for text in written} == {cents / 100}


@LAW
@given(number=st.integers(min_value=1, max_value=999_999))
def test_a_record_number_is_the_same_however_short(number):
    column = record("members").column("member_id")
    written = (f"R{number:04d}", f"{number}", f"r{number}", f"R {number:03d}")
    assert {parse(text, column=column, today=TODAY).value for text in written} == {f"R{number:04d}"}


@LAW
@given(data=st.data())
def test_a_value_of_the_list_is_itself_and_several_are_joined(data):
    column = data.draw(st.sampled_from([each for each in COLUMNS if each.kind is Kind.CHOICES]))
    chosen = data.draw(st.lists(st.sampled_from(column.allowed), min_size=1, unique=True))
    parsed = parse(";".join(chosen), column=column, today=TODAY)
    assert (parsed.value, parsed.repair, parsed.fault) == (";".join(chosen), None, None)
    assert parse(", ".join(chosen), column=column, today=TODAY).value == ";".join(chosen)


def test_every_value_of_every_list_and_its_label_is_read_as_itself():
    for column in (each for each in COLUMNS if each.kind is Kind.CHOICE):
        for value in column.allowed:
            parsed = parse(value, column=column, today=TODAY)
            assert (parsed.value, parsed.repair, parsed.fault) == (value, None, None), (column.name, value)
