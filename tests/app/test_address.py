"""Where the pages may be opened: real data for nobody who comes by, editions without anything else."""

import os

import pytest

from dashboard import access
from dashboard.cli import app as program
from dashboard.cli import faults
from dashboard.cli.address import opening
from pipelines.store.home import Home
from pipelines.vocabulary.errors import AccessRefused, WerkplaatsError, WrongUse
from tests.lib.browser import free_port
from tests.lib.worlds import world_copy, world_home

ANYWHERE = "0.0.0.0"  # noqa: S104 - it is refused
PUBLIC = """
[inloggen]
adres = "https://cijfers.example.org"
provider = "https://inloggen.example.org/.well-known/openid-configuration"
client_id = "werkplaats"
client_secret = "geheim"
"""


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """Leave the environment as it was: opening a place writes what the pages read."""
    for name in (
        access.ON_THIS_MACHINE,
        access.BY_LOG_IN,
        access.EDITIONS,
        access.VARIABLE,
        "WERKPLAATS_HOME",
    ):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.fixture
def real(tmp_path):
    home = Home(world_copy("nothing_yet", tmp_path))
    home.demo_key.unlink()
    return home


def place(home, *, host="127.0.0.1", coordinator_here=False, port=None):
    return opening(home, host=host, port=port or free_port(), coordinator_here=coordinator_here)


def test_demo_opens_on_this_computer():
    port = free_port()
    assert place(Home(world_home("nothing_yet")), port=port).address == f"http://127.0.0.1:{port}"


def test_home_without_anything_opens_on_this_computer(tmp_path):
    assert place(Home(tmp_path / "leeg")).host == "127.0.0.1"


def test_real_data_open_for_nobody(real):
    with pytest.raises(AccessRefused, match="--coordinator-on-this-machine"):
        place(real)


def test_real_data_open_for_the_coordinator_here(real):
    assert place(real, coordinator_here=True).host == "127.0.0.1"
    assert access.ON_THIS_MACHINE in os.environ
    with pytest.raises(AccessRefused):
        place(real)
    assert access.ON_THIS_MACHINE not in os.environ


@pytest.mark.parametrize("host", [ANYWHERE, "192.168.1.5", "cijfers.example.org", "::"])
@pytest.mark.parametrize("coordinator_here", [False, True])
def test_no_other_address_without_log_in(host, coordinator_here, real):
    for home in (real, Home(world_home("nothing_yet"))):
        with pytest.raises(AccessRefused, match="Zonder inloggen"):
            place(home, host=host, coordinator_here=coordinator_here)


def test_log_in_opens_elsewhere_too(real):
    access.rules_file(real).write_text(PUBLIC, encoding="utf-8")
    found = place(real, host=ANYWHERE)
    assert (found.host, found.address) == (ANYWHERE, "https://cijfers.example.org")
    with pytest.raises(WrongUse):
        place(real, coordinator_here=True)


@pytest.mark.parametrize("left", ["", '[personen]\n"commissie@voorbeeld" = "commissie"', None])
def test_file_of_roles_that_is_emptied_while_people_log_in_opens_nothing(left, tmp_path):
    demo = Home(world_copy("nothing_yet", tmp_path))
    access.rules_file(demo).write_text(PUBLIC, encoding="utf-8")
    place(demo, host=ANYWHERE)
    access.rules_file(demo).unlink()
    if left is not None:
        access.rules_file(demo).write_text(left, encoding="utf-8")
    assert not any(access.may_see(one, home=demo) for one in access.DEMO_READERS.values())
    access.rules_file(demo).unlink(missing_ok=True)
    place(demo)
    assert all(access.may_see(one, home=demo) for one in access.DEMO_READERS.values())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (PUBLIC.replace('client_secret = "geheim"', ""), "client_secret"),
        (PUBLIC.replace('client_id = "werkplaats"', ""), "client_id"),
        (PUBLIC.replace("https://cijfers", "http://cijfers"), "https"),
        (PUBLIC.replace("https://inloggen", "http://inloggen"), "https"),
        (PUBLIC.replace("cijfers.example.org", "cijfers.example.org/werkplaats"), "adres"),
    ],
)
def test_log_in_that_is_not_whole_opens_nothing(real, wrong, says):
    access.rules_file(real).write_text(wrong, encoding="utf-8")
    with pytest.raises(WerkplaatsError, match=says):
        place(real)


def test_secret_may_stand_in_the_environment(real, monkeypatch):
    access.rules_file(real).write_text(PUBLIC.replace('client_secret = "geheim"', ""), encoding="utf-8")
    monkeypatch.setenv("WERKPLAATS_CLIENT_SECRET", "geheim")
    assert place(real).address == "https://cijfers.example.org"


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (("--editions", "{empty}"), (1, "{empty}")),
        (("--editions", "{empty}/weg"), (1, "weg")),
        (("--editions", "{empty}", "--home", "{empty}"), (2, "niet allebei")),
        (("--home", "{real}"), (1, "echte mensen")),
        (("--home", "{real}", "--host", ANYWHERE), (1, "Zonder inloggen")),
    ],
)
def test_command_says_in_one_sentence_why_not(arguments, refusal, real, tmp_path, capsys):
    code, says = refusal
    empty = tmp_path / "leeg"
    empty.mkdir()
    known = {"empty": empty, "real": real.path}
    given = [argument.format(**known) for argument in arguments]
    assert faults.run(program, ["app", "--no-browser", *given], debug=False) == code
    assert says.format(**known) in capsys.readouterr().err.replace("\n", " ")
