"""Memory stays bounded, however large the file: in place, transcoded, and made regular."""

import tracemalloc

import pytest

from pipelines.ingest.read import open_file
from pipelines.vocabulary.words.records import HEADINGS

HEADING_LINE = ";".join(HEADINGS["ledger"].values()) + "\r\n"
LINE = "B1;3-4-2026;klus;fonds;12,50;café\r\n"
SIZE = 48 << 20
MOST_MEMORY = 36 << 20  # bytes: a few blocks of 4 MB, less than the file

FILES = {
    "in place": (HEADING_LINE + LINE).encode(),
    "transcoded": (HEADING_LINE + LINE).encode("cp1252"),
    "quoted": (HEADING_LINE + LINE.replace("café", '"café; groot"')).encode(),
}


def peak_of(path, scratch):
    tracemalloc.start()
    try:
        sheet = open_file(path, scratch=scratch).sheets[0]
        return tracemalloc.get_traced_memory()[1], sheet.source
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", FILES)
def test_a_large_file_takes_no_more_memory_than_a_few_blocks(tmp_path, name):
    head, _, line = FILES[name].partition(b"\r\n")
    many = (line * ((1 << 20) // len(line))) * (SIZE >> 20)
    (tmp_path / "groot.csv").write_bytes(head + b"\r\n" + many)
    rows = len(many) // len(line)
    del many
    peak, source = peak_of(tmp_path / "groot.csv", tmp_path / "scratch")
    assert peak < MOST_MEMORY
    assert source.rows == rows


def test_an_irregular_file_is_made_regular_row_by_row(tmp_path):
    line = LINE.encode()
    many = line * (500_000 // len(line))
    (tmp_path / "groot.csv").write_bytes(HEADING_LINE.encode() + many + b"B2;kort\r\n" + many)
    peak, source = peak_of(tmp_path / "groot.csv", tmp_path / "scratch")
    assert peak < 10 << 20  # the rows as lists would take twice that
    assert source.rows == 2 * (len(many) // len(line)) + 1
