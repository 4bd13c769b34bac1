"""Where the key may stand, in which order, and what is refused."""

import stat
import subprocess
import sys
import time

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordSetError

from pipelines.store import key_places
from pipelines.store.home import repository
from pipelines.store.keys import bind_key, ensure_key, find_key, has_begun, located_key, make_demo_key
from pipelines.store.person_code import pseudonym, pseudonyms
from pipelines.store.vault import Vault, write_vault
from pipelines.store.warehouse import memory_warehouse
from pipelines.vocabulary.errors import StoreProblem

HEX = "ab" * 32
OTHER = "cd" * 32


class InMemory(KeyringBackend):
    priority = 1
    stored = HEX

    def get_password(self, service, username):
        return self.stored if (service, username) == ("werkplaats", "key") else None

    def set_password(self, service, username, password):
        raise PasswordSetError

    def delete_password(self, service, username):
        raise PasswordSetError


class Hanging(InMemory):
    def get_password(self, service, username):
        time.sleep(60)
        return HEX


@pytest.fixture
def keyring_with(monkeypatch):
    def use(backend):
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "chosen by name")
        monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
        monkeypatch.setattr(keyring, "get_password", backend.get_password)

    return use


@pytest.fixture
def key_file(tmp_path):
    file = tmp_path / "config" / "werkplaats" / "key"
    file.parent.mkdir(parents=True)
    file.write_text(OTHER + "\n")
    file.chmod(0o600)
    return file


def refused(home, match):
    with pytest.raises(StoreProblem, match=match) as problem:
        find_key(home)
    assert problem.value.action
    return problem.value


def test_without_a_key_it_is_said_where_one_may_stand(home):
    assert "WERKPLAATS_KEY" in refused(home, "geen sleutel gevonden").action


def test_sixty_four_hexadecimal_characters_are_the_key(home, monkeypatch):
    monkeypatch.setenv("WERKPLAATS_KEY", HEX.upper())
    assert find_key(home) == bytes.fromhex(HEX)


def test_a_passphrase_is_stretched_with_the_salt_of_its_home(home, tmp_path, monkeypatch):
    monkeypatch.setattr(key_places, "SCRYPT_COST", 2**4)
    monkeypatch.setenv("WERKPLAATS_KEY", "zestien tekens!!")
    first = find_key(home)
    assert len(first) == 32
    assert find_key(home) == first
    assert stat.S_IMODE(home.salt.stat().st_mode) == 0o600
    assert find_key(type(home)(tmp_path / "another")) != first


def test_stretching_is_slow_on_purpose():
    before = time.perf_counter()
    key_places.stretched("zestien tekens!!", salt=bytes(16))
    assert time.perf_counter() - before > 0.05


def test_a_lost_salt_is_said_and_not_made_anew(home, monkeypatch):
    home.create()
    write_vault(home, Vault(), key=bytes(32))
    monkeypatch.setenv("WERKPLAATS_KEY", "zestien tekens!!")
    refused(home, "ontbreekt")
    assert not home.salt.exists()


@pytest.mark.parametrize("text", ["kort", "abcdef0123", "vijftien tekens"])
def test_a_short_passphrase_is_refused_without_repeating_it(home, monkeypatch, text):
    monkeypatch.setenv("WERKPLAATS_KEY", text)
    assert text not in str(refused(home, "ten minste 16 tekens"))


def test_the_order_is_variable_keyring_file(home, monkeypatch, keyring_with, key_file):
    assert find_key(home) == bytes.fromhex(OTHER)
    keyring_with(InMemory())
    assert located_key(home).place == "de sleutelbos van het systeem"
    monkeypatch.setenv("WERKPLAATS_KEY", "12" * 32)
    assert located_key(home).place == "WERKPLAATS_KEY"


def test_a_keyring_that_waits_for_nobody_is_given_up(home, monkeypatch, keyring_with, key_file):
    monkeypatch.setattr(key_places, "KEYRING_SECONDS", 0.1)
    keyring_with(Hanging())
    before = time.monotonic()
    assert find_key(home) == bytes.fromhex(OTHER)
    assert time.monotonic() - before < 5


def test_a_keyring_that_holds_something_else_is_said(home, monkeypatch, keyring_with):
    monkeypatch.setattr(InMemory, "stored", "geen sleutel")
    keyring_with(InMemory())
    assert "geen sleutel" not in str(refused(home, "onleesbaar"))


@pytest.mark.parametrize(
    ("variables", "usable"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, False),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:x"}, False),
        ({"DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": "unix:x"}, True),
        ({"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}, True),
    ],
)
def test_the_keyring_is_asked_only_where_somebody_can_answer(monkeypatch, variables, usable):
    monkeypatch.setattr(key_places.sys, "platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert key_places.keyring_is_usable() is usable


def test_without_a_desktop_the_keyring_is_not_even_imported(home, key_file):
    code = (
        "import sys; from pathlib import Path; from pipelines.store.keys import find_key;"
        f"from pipelines.store.home import Home; find_key(Home(Path({str(home.path)!r}))); print('keyring' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_file_others_can_read_is_refused(home, key_file, mode):
    key_file.chmod(mode)
    assert "chmod 600" in refused(home, "te lezen door anderen").action


def test_a_key_file_in_the_data_folder_or_the_repository_is_refused(home, monkeypatch, tmp_path):
    home.create()
    inside = home.private / "key"
    inside.write_text(HEX)
    inside.chmod(0o600)
    link = tmp_path / "link"
    link.symlink_to(inside)
    for file in (inside, link):
        monkeypatch.setenv("WERKPLAATS_KEY_FILE", str(file))
        refused(home, "in de map van het programma of van de gegevens")
    with pytest.raises(StoreProblem, match="in de map van het programma"):
        key_places.refuse_place(repository() / "key", home=home)


def test_a_key_file_that_was_named_and_is_not_there_is_said(home, monkeypatch, tmp_path):
    monkeypatch.setenv("WERKPLAATS_KEY_FILE", str(tmp_path / "gone"))
    refused(home, "bestaat niet")


def test_an_unreadable_key_file_is_said_without_its_text(home, key_file):
    key_file.write_text("abc")
    assert "abc" not in refused(home, "onleesbaar").sentence.replace(str(key_file), "")
    key_file.write_bytes(b"\xff\xfe")
    refused(home, "kan niet worden gelezen")


def test_the_first_load_makes_a_key_file_and_says_so_once(home):
    made = ensure_key(home)
    assert "Bewaar daar een kopie van" in made.note
    assert stat.S_IMODE(key_places.key_file().stat().st_mode) == 0o600
    again = ensure_key(home)
    assert (again.value, again.note) == (made.value, None)


def test_a_home_with_data_gets_no_new_key(home):
    home.create()
    write_vault(home, Vault(), key=bytes(32))
    with pytest.raises(StoreProblem, match="geen sleutel gevonden"):
        ensure_key(home)
    assert not key_places.key_file().exists()


def test_a_key_is_never_printed(home):
    made = ensure_key(home)
    assert made.value.hex() not in repr(made)
    assert repr(made.value) not in repr(made)


def test_the_demo_uses_its_own_key_whatever_else_is_set(home, monkeypatch, key_file):
    monkeypatch.setenv("WERKPLAATS_KEY", HEX)
    own = make_demo_key(home)
    assert make_demo_key(home) == find_key(home) == own
    assert own not in (bytes.fromhex(HEX), bytes.fromhex(OTHER))
    assert home.is_demo
    assert stat.S_IMODE(home.demo_key.stat().st_mode) == 0o600


def test_a_home_with_real_data_never_becomes_a_demo(home):
    home.create()
    assert not has_begun(home)
    write_vault(home, Vault(), key=bytes(32))
    with pytest.raises(StoreProblem, match="al echte gegevens"):
        make_demo_key(home)
    assert not home.is_demo


def test_a_store_belongs_to_the_key_of_its_first_load():
    with memory_warehouse() as warehouse:
        bind_key(warehouse, key=bytes(32))
        bind_key(warehouse, key=bytes(32))
        with pytest.raises(StoreProblem, match="past niet bij de gegevens"):
            bind_key(warehouse, key=bytes(31) + b"\1")
        assert warehouse.execute("SELECT count(*) FROM log.store WHERE name = 'key_check'") == [(1,)]


def test_a_pseudonym_is_the_same_for_one_key_and_tells_nothing():
    key, other = bytes(32), bytes(31) + b"\1"
    assert pseudonym(key, "R0042") == pseudonyms(key, ["R0042"])["R0042"] == "pd5684b826320f81c0fb1"
    assert len(pseudonym(key, "R0042")) == 21
    assert pseudonym(key, "R0042") != pseudonym(other, "R0042")
    assert len(set(pseudonyms(key, (f"R{n:04}" for n in range(5000))).values())) == 5000
