"""The folder that holds one neighbourhood's data: where everything in it stands."""

import os
from dataclasses import dataclass
from pathlib import Path

from pipelines.store.problem import problem_of_system, store_problem
from pipelines.vocabulary.words import store as words

VARIABLE = "WERKPLAATS_HOME"
DEFAULT = Path("data") / "home"


@dataclass(frozen=True)
class Home:
    """One data folder. `private` holds what names people; nothing else in it does."""

    path: Path

    @property
    def warehouse(self) -> Path:
        """The database the loader owns."""
        return self.path / "warehouse.duckdb"

    @property
    def snapshots(self) -> Path:
        """Folder of the numbered copies readers open."""
        return self.path / "snapshots"

    @property
    def private(self) -> Path:
        """Folder of what names people: vault, raw files, marked copies."""
        return self.path / "private"

    @property
    def vaults(self) -> Path:
        """Folder of the encrypted vault files."""
        return self.private / "vault"

    @property
    def raw(self) -> Path:
        """Folder of files as delivered."""
        return self.private / "raw"

    @property
    def marked(self) -> Path:
        """Folder of workbook copies with their faulty cells marked."""
        return self.private / "marked"

    @property
    def demo_key(self) -> Path:
        """The demo's own key; a home that has one holds invented people only."""
        return self.private / "demo.key"

    @property
    def salt(self) -> Path:
        """What a passphrase is stretched with; not secret, but needed."""
        return self.private / "salt"

    @property
    def reports(self) -> Path:
        """Folder of load reports."""
        return self.path / "reports"

    @property
    def scratch(self) -> Path:
        """Folder of work files that may be thrown away; the only one SQL may read while loading.

        Private, because what a killed load leaves in it may hold names.
        """
        return self.private / "scratch"

    @property
    def cache(self) -> Path:
        """Folder of what can be computed again."""
        return self.path / "cache"

    @property
    def marker(self) -> Path:
        """File that exists while a load runs, and stays when it was killed."""
        return self.path / "loading.json"

    @property
    def lock(self) -> Path:
        """File that the one loader at a time holds a lock on."""
        return self.path / "loading.lock"

    @property
    def editions(self) -> Path:
        """Folder of the signed files that are handed over, one folder per audience."""
        return self.path / "editions"

    @property
    def drafts(self) -> Path:
        """Folder of every edition ever proposed, with what was held back: for the coordinator's eyes only."""
        return self.private / "editions"

    @property
    def release_ledger(self) -> Path:
        """File of who proposed, approved and withdrew what, and when."""
        return self.drafts / "ledger.jsonl"

    @property
    def release_lock(self) -> Path:
        """File that whoever changes the ledger holds a lock on."""
        return self.path / "releasing.lock"

    @property
    def is_demo(self) -> bool:
        """Whether the people in this home are invented."""
        return self.demo_key.is_file()

    def create(self) -> None:
        """Make the folders that are missing, for their owner only."""
        folders = (self.path, self.snapshots, self.private, self.vaults, self.raw, self.marked)
        try:
            for folder in (*folders, self.reports, self.scratch, self.cache):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise problem_of_system(error, home=self.path) from None


def repository() -> Path | None:
    """Return the folder of the checkout this program runs from; None when it was installed without one."""
    root = Path(__file__).resolve().parents[2]
    return root if (root / "pyproject.toml").is_file() else None


def resolve_home(option: str | Path | None = None) -> Home:
    """Return the home that `--home` names, else WERKPLAATS_HOME, else `data/home` of the checkout or current folder."""
    named = option or os.environ.get(VARIABLE)
    path = Path(named).expanduser() if named else (repository() or Path.cwd()) / DEFAULT
    path = path.absolute()
    if path.exists() and not path.is_dir():
        raise store_problem(words.NOT_A_FOLDER, home=path)
    return Home(path)
