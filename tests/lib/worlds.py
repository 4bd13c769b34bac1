"""Loaded homes for the named worlds: written and loaded once, shared by all tests and all workers.

A home lives in the temporary folder, under a name that changes with the sources it was made by. Tests read it and
leave it as it is; a test that loads or erases takes a copy.
"""

import getpass
import hashlib
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from datetime import time as clock
from functools import cache
from pathlib import Path

from pipelines.ingest.load import load_files
from pipelines.store.home import Home
from pipelines.store.keys import make_demo_key
from pipelines.store.lock import held
from pipelines.synthetic.manifest import Manifest
from pipelines.synthetic.world import WORLDS
from pipelines.synthetic.year import write_year

ROOT = Path(__file__).parents[2]
MADE_BY = ("synthetic", "ingest", "schemas", "store", "vocabulary")  # folders of pipelines a home depends on
SUFFIXES = {".py", ".tsv", ".sql"}
KEPT_SECONDS = 4 * 3600
DONE = "done"


def world_home(name: str) -> Path:
    """Return the loaded home of a world; `hostile` and its refused files leave a home without data."""
    return _world(name) / "home"


def world_files(name: str) -> Path:
    """Return the folder with the files the home was loaded from."""
    return _world(name) / "files"


def world_manifest(name: str) -> Manifest:
    """Return what is wrong in those files, on purpose."""
    return Manifest.read(world_files(name))


def world_report(name: str) -> dict:
    """Return what the load said, in the form of `load --json`."""
    return json.loads((_world(name) / "report.json").read_text(encoding="utf-8"))


def world_as_of(name: str) -> date:
    """Return the last day of the world: the `as_of` to ask its figures for."""
    return WORLDS[name].as_of


def world_copy(name: str, folder: Path) -> Path:
    """Return a copy of the home that a test may change."""
    return Path(shutil.copytree(world_home(name), folder / f"home-{name}"))


def load_world(name: str, *, files: Path, home: Path) -> dict:
    """Write a world's files, load them into the home, and return what the load said."""
    manifest = write_year(files, world=name)
    make_demo_key(Home(home))
    if manifest.refusals:
        return {"files": []}
    report = load_files(
        Home(home),
        manifest.paths(files),
        today=manifest.load_day,
        now=datetime.combine(manifest.load_day, clock(9)),
        source=name,
    )
    return report.as_json()


@cache
def _world(name: str) -> Path:
    root = Path(tempfile.gettempdir()) / f"werkplaats-worlds-{getpass.getuser()}"
    folder = root / f"{name}-{_sources()}"
    root.mkdir(mode=0o700, exist_ok=True)
    with alone(root / f"{name}.lock"):
        if not (folder / DONE).exists():
            _forget_old(root)
            shutil.rmtree(folder, ignore_errors=True)
            said = load_world(name, files=folder / "files", home=folder / "home")
            (folder / "report.json").write_text(json.dumps(said), encoding="utf-8")
            (folder / DONE).touch()
    return folder


@cache
def _sources() -> str:
    digest = hashlib.sha256(sys.version.encode())
    paths = (path for part in MADE_BY for path in (ROOT / "pipelines" / part).rglob("*"))
    for path in sorted(path for path in paths if path.suffix in SUFFIXES):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock, so that of several workers one builds and the others wait."""
    while True:
        with held(path) as mine:
            if mine:
                yield
                return


def _forget_old(root: Path) -> None:
    for folder in root.iterdir():
        if folder.is_dir() and time.time() - folder.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
