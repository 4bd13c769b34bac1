"""`publish`, `approve`, `withdraw` on the command line: who may do what, for which day, and what is said about it."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from dashboard.cli import app as program
from dashboard.cli import faults
from tests.lib.editions_for_all import desk_home

TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()


@pytest.fixture
def command(tmp_path, capsys):
    home = shutil.copytree(desk_home("on_course"), tmp_path / "home", symlinks=True)

    def run(*arguments):
        code = faults.run(program, [*arguments, "--home", str(home)], debug=False)
        said = capsys.readouterr()
        return code, said.out, said.err.replace("\n", " ")

    return run


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("publish", "portaal", "--as-of", TOMORROW), 2, "ligt na vandaag"),
        (("publish", "portaal", "--as-of", "31-05-2026"), 2, "31-05-2026"),
        (("publish", "commissie"), 2, "Kies uit: portaal"),
        (("publish", "portaal", "--by", "commissie@voorbeeld"), 1, "rol coördinator"),
        (("approve", "gemeente-2026-2", "--by", "Coordinator@voorbeeld"), 1, "rol commissie"),
        (("approve", "gemeente-2026-1"), 1, "kan niet meer worden vrijgegeven"),
        (("approve", "../gemeente-2026-2"), 1, "bestaat niet"),
        (("withdraw", "gemeente-2026-1", "--reason", " "), 1, "met een reden"),
        (("withdraw", "gemeente-2026-2", "--reason", "fout"), 1, "Intrekken kan alleen na vrijgeven"),
    ],
)
def test_what_may_not_be_done_is_said_with_what_to_do(command, arguments, code, says):
    done, _, error = command(*arguments)
    assert (done, says in error) == (code, True)


def test_withdrawing_says_which_file_to_send(command):
    code, out, _ = command("withdraw", "gemeente-2026-1", "--reason", "dubbel geteld")
    assert (code, "Stuur ook het nieuwe bestand" in out) == (0, True)
    refused, _, says = command("withdraw", "gemeente-2026-1", "--reason", "nog eens")
    assert (refused, "is ingetrokken" in says) == (1, True)


def test_the_committee_may_withdraw_too(command):
    code, out, _ = command("withdraw", "portaal-2026-1", "--reason", "fout", "--by", "commissie@voorbeeld")
    assert (code, "is ingetrokken" in out) == (0, True)


def test_for_machines_it_is_one_object(command):
    _, out, _ = command("withdraw", "gemeente-2026-1", "--reason", "dubbel geteld", "--json")
    told = json.loads(out)
    assert (told["id"], told["state"], told["reason"]) == ("gemeente-2026-1", "ingetrokken", "dubbel geteld")
