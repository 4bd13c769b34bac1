"""PRIVACY.md names the test that guards each place where privacy can break, and those tests exist."""

import re

from tests.architecture.source_files import ROOT

PAGE = (ROOT / "PRIVACY.md").read_text(encoding="utf-8")
GUARDS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE)))
ROW = re.compile(r"^\| (?!where |---|what )(.+) \|$", re.M)


def section(title):
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def test_every_test_it_names_exists():
    assert GUARDS
    assert [name for name in GUARDS if not (ROOT / name).is_file()] == []


def test_every_place_where_it_can_break_has_a_guard():
    rows = ROW.findall(section("Where it can break, and what guards it"))
    assert len(rows) >= 15
    assert [row for row in rows if "`tests/" not in row.split(" | ")[-1]] == []


def test_every_folder_of_the_home_is_in_it():
    from dashboard import rules_file
    from pipelines.store import names_as_typed, openings
    from pipelines.store.home import Home

    home = Home(ROOT)
    kept = section("What is kept, where and how long")
    folders = (
        "private", "vaults", "raw", "marked", "scratch", "snapshots", "reports", "cache", "warehouse", "editions",
        "drafts", "release_ledger", "salt",
    )  # fmt: skip
    names = [getattr(home, name).relative_to(ROOT).as_posix() for name in folders]
    names += [f"private/{name}" for name in (openings.FILE, names_as_typed.FILE, rules_file.FILE)]
    assert [name for name in names if f"`{name}" not in kept] == []
