"""The command line: Dutch, the same options everywhere, exit codes, and never a stack trace unasked."""

import json
import re
import socket
import subprocess
import sys
import threading

import pytest
import typer
from typer.main import get_command

from dashboard.cli import app, faults
from dashboard.cli import app as program
from dashboard.cli.dutch import DutchTyper
from pipelines.vocabulary.errors import FileRefused, WrongUse

ENGLISH = re.compile(
    r"\b(usage|options|commands|arguments|show this message|default|required|text|integer|directory|path|error|try)\b",
    re.I,
)


def every_command(command=None, name=()):
    command = command or get_command(app)
    for part, inner in getattr(command, "commands", {}).items():
        yield (*name, part), inner
        yield from every_command(inner, (*name, part))


COMMANDS = [name for name, _ in every_command()]
LEAVES = [(name, command) for name, command in every_command() if not hasattr(command, "commands")]


def run(*arguments, debug=False):
    return faults.run(program, list(arguments), debug=debug)


@pytest.mark.parametrize("name", [(), *COMMANDS], ids=" ".join)
def test_help_is_dutch(name, capsys):
    assert run(*name, "--help") == 0
    shown = capsys.readouterr().out
    assert "Gebruik: werkplaats" in shown
    assert ENGLISH.findall(re.sub(r"--[a-z-]+", "", shown)) == []


@pytest.mark.parametrize(
    ("name", "command"), LEAVES, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_takes_home_json_and_debug(name, command):
    options = {option for parameter in command.params for option in parameter.opts}
    assert {"--home", "--json", "--debug"} <= options, name


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("fietsen",), "De opdracht fietsen bestaat niet."),
        (("app", "--fietsen"), "De optie --fietsen bestaat niet."),
        (("app", "--port", "veel"), "De waarde bij --port klopt niet."),
        (("app", "--port"), "Achter de optie --port hoort een waarde."),
        (("app", "extra"), "Dit hoort niet bij deze opdracht: extra."),
        (("app", "--as-of", "31-12-2026"), "'31-12-2026' is geen datum."),
    ],
)
def test_wrong_use_is_said_in_dutch_and_exits_2(arguments, sentence, capsys):
    assert run(*arguments) == 2
    assert capsys.readouterr().err.startswith(sentence)


def test_wrong_option_shows_the_help_of_that_command(capsys):
    run("app", "--fietsen")
    assert "Gebruik: werkplaats app" in capsys.readouterr().err


def breaking(error):
    made = DutchTyper()
    made.callback()(lambda: None)

    @made.command("stuk", help="Gaat stuk.")
    def _break() -> None:
        raise error

    return made


@pytest.mark.parametrize(
    ("error", "code"), [(FileRefused("Dit kan niet.", action="Doe dat."), 1), (WrongUse("Zo niet."), 2)]
)
def test_refusal_is_one_sentence_and_what_to_do(error, code, capsys):
    assert faults.run(breaking(error), ["stuk"], debug=False) == code
    shown = capsys.readouterr().err
    assert shown.splitlines() == [line for line in (error.sentence, error.action) if line]


def test_command_decides_its_own_exit_code():
    assert faults.run(breaking(typer.Exit(1)), ["stuk"], debug=False) == 1
    assert faults.run(breaking(typer.Exit(0)), ["stuk"], debug=False) == 0


def test_stopping_by_hand_says_so(capsys):
    assert faults.run(breaking(KeyboardInterrupt()), ["stuk"], debug=False) == 130
    assert "Gestopt." in capsys.readouterr().err


BROKEN = (
    "import sys, dashboard.cli as cli; sys.argv = {arguments!r}\n"
    "def run(*_, **__): raise RuntimeError('Jansen')\n"
    "cli.faults.run = run; cli.main()"
)


@pytest.mark.parametrize(("extra", "trace"), [([], False), (["--debug"], True)])
def test_what_nobody_foresaw_shows_a_trace_only_with_debug(extra, trace):
    code = BROKEN.format(arguments=["werkplaats", "doctor", *extra])
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert ("Traceback" in result.stderr) is trace
    assert ("Jansen" in result.stderr) is trace
    assert ("fout in het programma" in result.stderr) is not trace


def test_no_command_at_all_shows_the_help(capsys):
    assert run() == 2
    assert "Opdrachten:" in capsys.readouterr().out


class TestServe:
    """Which address the pages get."""

    def test_free_port_is_taken_as_asked(self):
        from dashboard.cli.address import free_port

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            wanted = probe.getsockname()[1]
        assert free_port(wanted) == wanted

    def test_port_in_use_gives_the_next_free_one_and_says_so(self, capsys):
        from dashboard.cli.address import free_port
        from dashboard.cli.app import _announce

        with socket.socket() as busy:
            busy.bind(("127.0.0.1", 0))
            busy.listen()
            taken = busy.getsockname()[1]
            found = free_port(taken)
        assert found > taken
        _announce(f"http://127.0.0.1:{found}", asked=taken, port=found, as_json=False)
        assert f"Poort {taken} is al in gebruik. Het is poort {found} geworden." in capsys.readouterr().out

    def test_home_without_data_is_no_reason_not_to_open(self, tmp_path):
        from dashboard.cli.app import prepare
        from pipelines.store.home import Home

        prepare(Home(tmp_path), as_of=None)

    def test_json_gives_the_address(self, capsys):
        from dashboard.cli.app import _announce

        _announce("http://127.0.0.1:1", asked=1, port=1, as_json=True)
        assert json.loads(capsys.readouterr().out) == {"address": "http://127.0.0.1:1", "port": 1}

    def test_no_browser_is_opened_without_a_screen(self, monkeypatch):
        from dashboard.cli.app import has_browser

        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setattr(sys, "platform", "linux")
        assert has_browser() is False


def test_the_address_is_told_when_the_server_listens_and_not_before():
    from dashboard.cli.address import Opening
    from dashboard.cli.app import once_listening

    told = threading.Event()
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        place = Opening(host="127.0.0.1", port=server.getsockname()[1], address="")
        waiting = threading.Thread(target=once_listening, args=(place, [told.set]), daemon=True)
        waiting.start()
        assert not told.wait(0.3)
        server.listen()
        assert told.wait(10)
        waiting.join()
