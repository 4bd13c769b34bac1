"""Laws of the CSV reader: whatever stands below the headings, every record is one row of the engine's strict reader."""

import csv
import io
import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ingest.read import open_file
from pipelines.ingest.read.regularity import Regularity
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words.records import HEADINGS
from tests.unit.read.delivered_rows import csv_rows

LAW = settings(max_examples=40, deadline=None)
HEADING_LINE = ";".join(HEADINGS["ledger"].values())
LINE_END = re.compile(r"\r\n?")  # within a cell every line end is one line feed
WIDTH = len(HEADINGS["ledger"])

cells = st.text(st.sampled_from("aé€\"; ,\n'x0"), max_size=6)
tables = st.lists(st.lists(cells, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=8)
mess = st.text(st.sampled_from('ab;;;;;"\n\n\r€é'), max_size=80)


def as_written(rows, line_end):
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator=line_end).writerows(rows)
    return out.getvalue()


def opened(content, folder):
    path = Path(folder) / "kas.csv"
    path.write_bytes(content)
    return open_file(path, scratch=Path(folder) / "scratch").sheets[0]


def filled(rows):
    """Return the rows without blank ones at the end, empty cells as ''."""
    rows = [[cell or "" for cell in row] for row in rows]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


@LAW
@given(rows=tables, line_end=st.sampled_from(["\n", "\r\n"]), encoding=st.sampled_from(["utf-8", "cp1252"]))
def test_what_a_program_writes_is_read_back_cell_for_cell(rows, line_end, encoding):
    with tempfile.TemporaryDirectory() as folder:
        sheet = opened((HEADING_LINE + line_end + as_written(rows, line_end)).encode(encoding), folder)
        found = csv_rows(sheet.source)
        assert filled(row[:WIDTH] for row in found) == filled(rows)
        assert len(found) == sheet.source.rows


@LAW
@given(text=mess)
def test_no_mess_makes_the_strict_reader_stumble_or_lose_a_row(text):
    with tempfile.TemporaryDirectory() as folder:
        try:
            sheet = opened(f"{HEADING_LINE}\n{text}".encode(), folder)
        except FileRefused:
            return
        found = csv_rows(sheet.source)
        assert len(found) == sheet.source.rows
        expected = [
            [*(LINE_END.sub("\n", cell) for cell in row), *[""] * (WIDTH - len(row))]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")
        ]
        assert filled(row[:WIDTH] for row in found) == filled(row[:WIDTH] for row in expected)


@LAW
@given(text=mess, cuts=st.lists(st.integers(min_value=0, max_value=80), max_size=6))
def test_where_the_blocks_of_a_file_end_changes_nothing(text, cuts):
    content = text.encode()
    edges = [0, *sorted(min(cut, len(content)) for cut in cuts), len(content)]
    whole, parts = (Regularity(delimiter=";", quote='"', width=3, new_line="\n") for _ in range(2))
    whole.look(content)
    for start, end in zip(edges, edges[1:], strict=False):
        parts.look(content[start:end])
    assert whole.rows() == parts.rows()
