"""CSV files as programs and people write them: delimiters, encodings, quotes, lines above the headings."""

import csv
import io

import pytest

from pipelines.ingest.read import csv_file, open_file, windows_copy
from pipelines.ingest.read.encoding import write_utf8
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words.records import HEADINGS
from tests.unit.read.delivered_rows import rows_of

LEDGER = ["Boeking", "Datum", "Tak", "Soort", "Bedrag (€)", "Naar wijkbewoner"]
ROWS = [["B1", "3-4-2026", "klus", "fonds", "12,50", "J"], ["B2", "4-4-2026", "zorg", "overig", "-3", ""]]


def text_of(rows, delimiter=";", line_end="\r\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)
    return out.getvalue()


@pytest.fixture
def opened(tmp_path):
    def open_text(content, name="Kasboek.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return open_file(path, scratch=tmp_path / "scratch").sheets[0]

    return open_text


def numbered(rows, first=2):
    return list(enumerate(rows, start=first))


def without_broken(sheet):
    width = len(sheet.columns)
    return [(number, cells[:width]) for number, cells in rows_of(sheet.source)]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_each_delimiter_and_line_end_is_read(opened, delimiter, line_end):
    sheet = opened(text_of([LEDGER, *ROWS], delimiter, line_end))
    assert sheet.columns == tuple(HEADINGS["ledger"])
    assert without_broken(sheet) == numbered(ROWS)


@pytest.mark.parametrize(
    ("encoding", "in_place"),
    [("utf-8", True), ("utf-8-sig", True), ("cp1252", False), ("utf-16", False), ("utf-16-le", False)],
)
def test_each_encoding_is_read(opened, encoding, in_place):
    rows = [["B1", "3-4-2026", "klus", "fonds", "€ 12,50", "café “Zoë”"], *ROWS]
    sheet = opened(text_of([LEDGER, *rows]).encode(encoding))
    assert rows_of(sheet.source) == numbered(rows)
    assert sheet.source.temporary is not in_place


@pytest.mark.parametrize(
    "changed", [{}, {"__name__": "no_such_module"}, {"sys.executable": "no such program"}]
)
def test_large_windows_text_is_read_whether_or_not_another_process_copies_it(opened, monkeypatch, changed):
    rows = [["B1", "3-4-2026", "klus", "fonds", "€ 12,50", "café “Zoë”"], *ROWS]
    monkeypatch.setattr(windows_copy, "LARGE", 0)
    for name, value in changed.items():
        monkeypatch.setattr(f"{windows_copy.__name__}.{name}", value)
    copied = []
    monkeypatch.setattr(
        csv_file, "write_utf8", lambda *_, **there: copied.append(there) or write_utf8(*_, **there)
    )
    sheet = opened(text_of([LEDGER, *rows]).encode("cp1252"))
    assert rows_of(sheet.source) == numbered(rows)
    assert len(copied) == len(changed)


def test_a_file_without_windows_letters_is_read_in_place(opened):
    rows = [["B1", "3-4-2026", "klus", "fonds", "12,50", "café Zoë"]]
    sheet = opened(text_of([[*LEDGER[:4], "Bedrag", LEDGER[5]], *rows]).encode("latin-1"))
    assert (sheet.source.encoding, sheet.source.temporary) == ("latin-1", False)
    assert rows_of(sheet.source) == numbered(rows)


def test_the_encoding_is_right_when_the_first_accent_stands_at_the_end(opened):
    many = [["B1", "3-4-2026", "klus", "fonds", "12,50", "J"]] * 20_000
    last = ["B2", "4-4-2026", "klus", "fonds", "1", "één “jaar” €"]
    headings = [*LEDGER[:4], "Bedrag", LEDGER[5]]
    for encoding in ("utf-8", "cp1252"):
        sheet = opened(text_of([headings, *many, last]).encode(encoding))
        assert rows_of(sheet.source)[-1] == (20_002, last)


def test_two_encodings_pasted_together_are_each_read_their_own_way(opened):
    accents = ["B1", "3-4-2026", "klus", "fonds", "1", "éèëïöüéèëïöüéèëïöüéèëïöü"]
    content = text_of([LEDGER, accents]).encode() + text_of([accents]).encode("cp1252")
    sheet = opened(content)
    assert [cells for _, cells in rows_of(sheet.source)] == [accents, accents]
    assert "gemengde_tekens" in {note.code for note in sheet.notes}


def test_quotes_delimiters_and_line_breaks_in_cells_stay_in_their_cell(opened):
    rows = [["B1", "3-4-2026", "klus", "fonds", "1", 'zegt "ja"; echt\nwaar'], *ROWS]
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
        sheet = opened(text_of([LEDGER, *rows], quoting=quoting))
        assert rows_of(sheet.source) == numbered(rows)
        assert not sheet.source.temporary


def test_a_loose_quote_in_a_cell_is_text(opened):
    line = 'B1;3-4-2026;klus;fonds;1;buis van 5" lang\r\n'
    sheet = opened(text_of([LEDGER]) + line + text_of(ROWS))
    assert without_broken(sheet)[0][1][5] == 'buis van 5" lang'
    assert [cells for _, cells in without_broken(sheet)][1:] == ROWS


def test_lines_above_the_headings_are_skipped_and_rows_keep_their_number(opened):
    sheet = opened("sep=;\r\nKasboek 2026\r\n\r\n" + text_of([LEDGER, *ROWS]))
    assert sheet.header_row == 4
    assert rows_of(sheet.source) == numbered(ROWS, first=5)
    assert "regels_voor_de_koppen" in {note.code for note in sheet.notes}


def test_blank_lines_and_short_rows_keep_their_number(opened):
    sheet = opened(
        text_of([LEDGER, ROWS[0], [], ["B3", "5-4-2026", "klus", "fonds", "2"], [], ROWS[1]]) + "\r\n\r\n"
    )
    blank = [""] * 6
    short = ["B3", "5-4-2026", "klus", "fonds", "2", ""]
    assert without_broken(sheet) == numbered([ROWS[0], blank, short, blank, ROWS[1]])
    assert sheet.source.rows == 5


def test_a_row_with_too_many_cells_is_marked_and_the_others_are_read(opened):
    sheet = opened(text_of([LEDGER, [*ROWS[0], "te veel"], ROWS[1]]))
    marks = [cells[sheet.source.broken] for _, cells in rows_of(sheet.source)]
    assert marks == ["1", ""]


def test_rows_swallowed_by_a_stray_quote_are_marked(opened):
    lines = 'B1;3-4-2026;klus;fonds;1;"kapot\r\nB2;3-4-2026;klus;fonds;1;J\r\nB3;3-4-2026;klus";x;y;z;1;J\r\n'
    sheet = opened(text_of([LEDGER]) + lines)
    assert [cells[sheet.source.broken] for _, cells in rows_of(sheet.source)] == ["1"]


def test_a_delimiter_after_the_last_cell_of_every_row_adds_nothing(opened):
    sheet = opened(text_of([LEDGER, *([*row, ""] for row in ROWS)]))
    assert sheet.columns == (*HEADINGS["ledger"], None)
    assert [cells[:6] for _, cells in rows_of(sheet.source)] == ROWS


def test_decimal_commas_between_commas_break_their_rows_also_when_every_row_has_one(opened):
    headings, rows = ["Boeking", "Datum", "Tak", "Soort", "Bedrag (€)"], [row[:5] for row in ROWS]
    halves = [[*row[:4], "12,50"] for row in rows]
    sheet = opened("\r\n".join(",".join(row) for row in [headings, *halves]))
    assert [cells[sheet.source.broken] for _, cells in rows_of(sheet.source)] == ["1", "1"]


@pytest.mark.parametrize(
    "ends", [["\r", "\n", "\n"], ["\n", "\n", "\r"], ["\n", "\r\n", "\n"], ["\r", "\r", ""]]
)
@pytest.mark.parametrize("count", [1, 2])
def test_no_row_is_lost_where_lines_end_in_more_than_one_way(opened, ends, count):
    lines = [text_of([row], line_end="") for row in [LEDGER, *ROWS[:count]]]
    sheet = opened("".join(line + end for line, end in zip(lines, [*ends[:count], ends[-1]], strict=True)))
    assert without_broken(sheet) == numbered(ROWS[:count])


def test_a_file_with_only_headings_has_no_rows(opened):
    for ending in ("\r\n", ""):
        sheet = opened(text_of([LEDGER]).strip() + ending)
        assert rows_of(sheet.source) == []


def test_a_file_without_a_last_line_end_keeps_its_last_row(opened):
    sheet = opened(text_of([LEDGER, *ROWS]).rstrip("\r\n"))
    assert rows_of(sheet.source) == numbered(ROWS)
    assert sheet.source.rows == 2


def test_an_open_quote_is_refused_with_its_line(opened):
    content = text_of([LEDGER, ROWS[0]]) + 'B2;4-4-2026;"nooit dicht;x;1;J\r\n' + text_of(ROWS * 1000)
    with pytest.raises(FileRefused, match="regel 3"):
        opened(content)


def test_a_copy_is_left_nowhere_when_the_file_is_refused(opened, tmp_path):
    with pytest.raises(FileRefused):
        opened(text_of([["Naam", "Soort"], ["x", "y"]]).encode("utf-16"))
    assert list((tmp_path / "scratch").iterdir()) == []
