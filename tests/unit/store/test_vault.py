"""Names live in one sealed file: no other key opens it, no changed byte passes, no half file is left."""

import errno
import os
import stat
from pathlib import Path

import pytest

from pipelines.store import atomic
from pipelines.store.vault import Identity, Vault, forget_others, read_vault, vault_file, write_vault
from pipelines.vocabulary.errors import StoreProblem

KEY = bytes(range(32))
SENTINELS = ("Zwaluwstaart", "Wielewaalstraat 12a", "3812ZZ", "0612345678", "wielewaal@example.org", "R0042")
PERSON = Identity(
    member_id="R0042",
    first_name="Wielewaal",
    last_name="Zwaluwstaart",
    street_house="Wielewaalstraat 12a",
    postcode="3812ZZ",
    phone="0612345678",
    email="wielewaal@example.org",
)
ANSWERS = {"Wat is uw naam?": "Zwaluwstaart", "Waar kunnen we u bellen?": "0612345678"}


@pytest.fixture
def written(home):
    home.create()
    return write_vault(home, Vault().having(people={"p1": PERSON}, intake={"7": ANSWERS}), key=KEY)


def test_a_vault_never_written_is_empty(home):
    assert read_vault(home, key=KEY, number=0) == Vault()


def test_what_was_written_is_read_back(home, written):
    assert written.number == 1
    read = read_vault(home, key=KEY, number=1)
    assert read.people == {"p1": PERSON}
    assert read.intake == {"7": ANSWERS}


def test_no_name_address_or_number_stands_in_any_byte_of_the_home(home, written):
    everything = b"".join(file.read_bytes() for file in home.path.rglob("*") if file.is_file())
    assert everything
    for sentinel in SENTINELS:
        for encoding in ("utf-8", "utf-16-le"):
            assert sentinel.encode(encoding) not in everything


def test_printing_a_vault_names_nobody(written):
    shown = f"{written!r} {PERSON!r}"
    assert "Zwaluwstaart" not in shown
    assert "0612345678" not in shown


def test_only_its_owner_can_read_it(home, written):
    assert stat.S_IMODE(vault_file(home, number=1).stat().st_mode) == 0o600
    assert stat.S_IMODE(home.vaults.stat().st_mode) == 0o700
    assert stat.S_IMODE(home.private.stat().st_mode) == 0o700


def test_another_key_is_refused_in_a_sentence(home, written):
    with pytest.raises(StoreProblem, match="past niet bij de sleutel"):
        read_vault(home, key=bytes(32), number=1)


@pytest.mark.parametrize("position", [0, 6, 7, 15, 16, 27, 28, -1])
def test_a_changed_byte_is_refused(home, written, position):
    file = vault_file(home, number=1)
    content = bytearray(file.read_bytes())
    content[position] ^= 1
    file.write_bytes(bytes(content))
    with pytest.raises(StoreProblem, match=r"veranderd of beschadigd"):
        read_vault(home, key=KEY, number=1)


@pytest.mark.parametrize("length", [0, 5, 16, 28, 40])
def test_a_cut_file_is_refused(home, written, length):
    file = vault_file(home, number=1)
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(StoreProblem, match="beschadigd"):
        read_vault(home, key=KEY, number=1)


def test_a_file_of_a_later_version_is_refused(home, written):
    file = vault_file(home, number=1)
    content = bytearray(file.read_bytes())
    content[7] = 9
    file.write_bytes(bytes(content))
    with pytest.raises(StoreProblem, match="nieuwere versie"):
        read_vault(home, key=KEY, number=1)


def test_a_file_cannot_stand_in_for_another_number(home, written):
    vault_file(home, number=1).rename(vault_file(home, number=2))
    with pytest.raises(StoreProblem, match="veranderd of beschadigd"):
        read_vault(home, key=KEY, number=2)


def test_a_missing_file_is_said(home, written):
    with pytest.raises(StoreProblem, match="ontbreekt"):
        read_vault(home, key=KEY, number=2)


def test_every_writing_has_its_own_number_and_the_earlier_one_stays_until_it_is_forgotten(home, written):
    second = write_vault(home, written.having(people={"p2": Identity(member_id="R0002")}), key=KEY)
    assert second.number == 2
    assert set(read_vault(home, key=KEY, number=1).people) == {"p1"}
    assert set(read_vault(home, key=KEY, number=2).people) == {"p1", "p2"}
    forget_others(home, number=2)
    assert [file.name for file in home.vaults.iterdir()] == ["vault-000002.bin"]


@pytest.mark.parametrize("number", [0, 3])
def test_nothing_is_forgotten_when_the_one_to_keep_is_not_there(home, written, number):
    forget_others(home, number=number)
    assert vault_file(home, number=1).is_file()


def test_without_gives_a_vault_that_never_knew_them(home, written):
    left = written.without(people=frozenset({"p1"}), intake=frozenset({"7"}))
    assert (left.people, left.intake) == ({}, {})
    assert set(written.people) == {"p1"}


def test_the_same_vault_never_gives_the_same_bytes(home, written):
    first = vault_file(home, number=1).read_bytes()
    write_vault(home, Vault().having(people={"p1": PERSON}, intake={"7": ANSWERS}), key=KEY)
    assert vault_file(home, number=1).read_bytes()[15:] != first[15:]


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "is vol"), (errno.EACCES, "mag niet")])
def test_a_failed_writing_leaves_the_old_file_and_no_half_one(home, written, monkeypatch, number, said):
    before = vault_file(home, number=1).read_bytes()

    def fail(_descriptor):
        raise OSError(number, "x")

    monkeypatch.setattr(atomic.os, "fsync", fail)
    with pytest.raises(StoreProblem, match=said):
        write_vault(home, Vault(), key=KEY)
    assert vault_file(home, number=1).read_bytes() == before
    assert [file.name for file in home.vaults.iterdir()] == ["vault-000001.bin"]


def test_a_file_readable_by_all_becomes_its_owners_when_replaced(tmp_path: Path):
    target = tmp_path / "file"
    target.write_bytes(b"old")
    target.chmod(0o644)
    before = os.umask(0)
    try:
        atomic.write_atomically(target, b"new")
    finally:
        os.umask(before)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
