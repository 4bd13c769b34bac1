"""A file that only grows keeps every whole line, also after a write that was cut off."""

from datetime import UTC, datetime
from pathlib import Path

from pipelines.store.grown_file import add_lines, read_lines
from pipelines.store.home import Home
from pipelines.store.openings import Opening, all_openings, note_opening

FILE = "lines.jsonl"


def _opening(reason: str) -> Opening:
    return Opening(
        who="marja@example.org", at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC), what="A1", rows=3, reason=reason
    )


def test_nothing_is_there_before_the_first_line(tmp_path: Path) -> None:
    assert read_lines(Home(tmp_path), FILE) == []


def test_lines_come_back_in_order_and_only_the_owner_reads_them(tmp_path: Path) -> None:
    home = Home(tmp_path)
    add_lines(home, FILE, [{"a": "één\u2028regel"}, {"a": 2}])
    add_lines(home, FILE, [{"a": 3}])
    assert [each["a"] for each in read_lines(home, FILE)] == ["één\u2028regel", 2, 3]
    assert (home.private / FILE).stat().st_mode & 0o077 == 0


def test_a_line_cut_off_takes_no_other_line_with_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    note_opening(home, _opening("een vraag van mevrouw"))
    path = home.private / "openings.jsonl"
    path.write_bytes(path.read_bytes() + b'{"who": "marja@exam\xc3')
    assert [each.reason for each in all_openings(home)] == ["een vraag van mevrouw"]
    note_opening(home, _opening("een klacht"))
    assert [each.reason for each in all_openings(home)] == ["een vraag van mevrouw", "een klacht"]
