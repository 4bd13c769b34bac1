import os
import subprocess
import sys

import pytest

from pipelines.store.home import Home


@pytest.fixture
def home(tmp_path):
    """An empty home with a space and a bracket in its path."""
    return Home(tmp_path / "wijk [1]" / "home")


@pytest.fixture(autouse=True)
def _no_key_of_this_machine(tmp_path, monkeypatch):
    for name in ("WERKPLAATS_KEY", "WERKPLAATS_KEY_FILE", "WERKPLAATS_HOME", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def other_process(home):
    """Start Python with `code` in another process; `HOME_PATH` is the home, and it says `ready` when it is."""
    started = []

    def start(code):
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "HOME_PATH": str(home.path)},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()
