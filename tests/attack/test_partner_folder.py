"""A partner's folder of editions: whatever is done to the files, nothing is shown that was not sent like this."""

import shutil
from dataclasses import replace
from datetime import date, datetime

import pytest

from pipelines.evaluate.finding import Finding
from pipelines.release.canonical import as_bytes, from_bytes
from pipelines.release.edition import Edition
from pipelines.release.handover import Message, Signature, hand_over
from pipelines.release.ledger import Act, Entry, sha256
from pipelines.release.shelf import VARIABLE, open_shelf
from pipelines.release.signing import public_text, signed, signing_key
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import FileRefused

OURS, OTHERS = signing_key(b"a" * 32), signing_key(b"b" * 32)
NOW = datetime(2026, 2, 1)  # noqa: DTZ001 - the ledger tells Dutch time
CHANGED, STRANGER, GAP = "is veranderd", "iemand anders ondertekend", "ontbreekt bestand"
OLDER, MIXED = "eerder een nieuwer bestand", "voor verschillende lezers"


def edition(number, *, audience=Audience.PORTAAL, value=40):
    finding = Finding(
        id="B5", code="jobs_completed", branch="klus", value=value, k=value, n=value, low=None, high=None,
        unit="jobs", as_of=date(2026, 1, number),
    )  # fmt: skip
    return Edition(
        id=f"{audience.value}-2026-{number}", audience=audience, as_of=date(2026, 1, number), definitions=(),
        data="d", previous=None, findings=(finding,), pilot_start=date(2025, 8, 31), pilot_end=date(2026, 8, 30),
    )  # fmt: skip


def entry(act, made):
    return Entry(
        act=act, edition=made.id, audience=made.audience, as_of=made.as_of, digest=sha256(as_bytes(made)),
        by="marja@example.org", at=NOW, reason="Verkeerd bestand van Jansen",
    )  # fmt: skip


def sent(home, *editions, withdrawn=(), key=OURS):
    """Return the folder of files that follow from these releases and withdrawals."""
    told = [entry(Act.APPROVED, one) for one in editions] + [entry(Act.WITHDRAWN, one) for one in withdrawn]
    hand_over(Home(home), tuple(told), editions={sha256(as_bytes(one)): one for one in editions}, key=key)
    return Home(home).editions / editions[0].audience.value


@pytest.fixture(autouse=True)
def _own_memory(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "state"))


@pytest.fixture
def folder(tmp_path):
    """Give the folder of a partner who opened the first two of three files."""
    made = sent(tmp_path / "home", *map(edition, (1, 2, 3)))
    own = tmp_path / "partner"
    own.mkdir()
    for file in sorted(made.iterdir())[:2]:
        shutil.copy(file, own)
    assert [one.id for one in open_shelf(own).editions] == ["portaal-2026-1", "portaal-2026-2"]
    return own


def files(folder):
    return sorted(folder.iterdir())


def refused(folder, sentence):
    with pytest.raises(FileRefused, match=sentence):
        open_shelf(folder)


def test_files_name_nobody_and_no_reason(tmp_path):
    content = b"".join(
        file.read_bytes() for file in files(sent(tmp_path / "home", edition(1), withdrawn=[edition(1)]))
    )
    for word in (b"marja", b"Jansen", b"2026-02-01"):
        assert word not in content


def test_every_changed_byte_is_noticed(folder):
    newest = files(folder)[-1]
    whole = newest.read_bytes()
    for place in range(0, len(whole), 7):
        newest.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        refused(folder, CHANGED)
    for content in (
        b"",
        whole[:-2],
        whole + b"\n",
        whole + whole,
        whole.replace(b"\n", b"\r\n"),
        b" " + whole,
        b"[" * 100_000 + b"\n{}\n",
    ):
        newest.write_bytes(content)
        refused(folder, CHANGED)


def test_number_changed_and_signed_with_another_key_is_refused(folder):
    forge(files(folder)[-1], key=OTHERS)
    refused(folder, STRANGER)


def test_whole_folder_signed_with_another_key_is_refused(folder, tmp_path):
    for file in files(sent(tmp_path / "other", *map(edition, (1, 2, 3)), key=OTHERS)):
        shutil.copy(file, folder)
    refused(folder, STRANGER)


def test_key_of_ours_beside_a_signature_of_another_is_refused(folder):
    file = files(folder)[-1]
    line = file.read_bytes().splitlines(keepends=True)[0]
    file.write_bytes(line + as_bytes(Signature(key=public_text(OURS), signature=signed(line, key=OTHERS))))
    refused(folder, CHANGED)


def forge(file, *, key):
    """Write another number into a file and sign it."""
    message = from_bytes(file.read_bytes().splitlines(keepends=True)[0], Message)
    line = as_bytes(replace(message, edition=edition(message.number, value=41)))
    file.write_bytes(line + as_bytes(Signature(key=public_text(key), signature=signed(line, key=key))))


def test_second_version_of_a_file_that_was_seen_is_refused(folder):
    forge(files(folder)[-1], key=OURS)
    refused(folder, OLDER)


def test_first_file_is_not_replaced_under_the_second(folder):
    forge(files(folder)[0], key=OURS)
    refused(folder, GAP)


def test_missing_swapped_and_doubled_files_are_refused(folder, tmp_path):
    first, second = files(folder)
    third = sorted(tmp_path.glob("home/editions/portaal/*"))[2]
    kept = second.read_bytes()
    second.write_bytes(first.read_bytes())
    refused(folder, GAP)
    second.write_bytes(third.read_bytes())
    refused(folder, GAP)
    second.write_bytes(kept)
    shutil.copy(first, folder / "kopie.editie")
    refused(folder, GAP)


def test_what_a_computer_lays_beside_the_files_is_passed_over(folder):
    before = open_shelf(folder)
    for name in ("._001-portaal-2026-1.editie", ".DS_Store", "Thumbs.db", "lees mij.txt"):
        (folder / name).write_bytes(b"\0")
    (folder / "oud.editie").mkdir()
    (folder / "weg.editie").symlink_to(folder / "nergens")
    assert open_shelf(folder) == before
    for file in folder.glob("00*.editie"):
        file.rename(file.with_suffix(".EDITIE"))
    assert open_shelf(folder) == before


def test_older_folder_put_back_is_refused(folder):
    files(folder)[-1].unlink()
    refused(folder, OLDER)


def test_files_of_another_reader_are_refused_beside_and_instead_of_the_own_ones(folder, tmp_path):
    (strange,) = files(sent(tmp_path / "other", edition(1, audience=Audience.GEMEENTE)))
    shutil.copy(strange, folder)
    refused(folder, MIXED)
    for file in files(folder):
        file.unlink()
    shutil.copy(strange, folder)
    refused(folder, OLDER)


def test_withdrawn_edition_is_gone_and_does_not_come_back(folder, tmp_path):
    made = sent(tmp_path / "home", *map(edition, (1, 2, 3)), withdrawn=[edition(3), edition(2)])
    for file in files(made):
        shutil.copy(file, folder)
    assert [one.id for one in open_shelf(folder).editions] == ["portaal-2026-1"]
    for file in folder.glob("*ingetrokken*"):
        file.unlink()
    refused(folder, OLDER)
