"""From delivered files to stored rows: one transaction over all files of a command, in the order of the records."""

import secrets
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pipelines.ingest.identities import VaultDesk
from pipelines.ingest.load_log import write_load
from pipelines.ingest.marked import write_marked
from pipelines.ingest.name_in_store import stored_name
from pipelines.ingest.progress import Progress, silent
from pipelines.ingest.read import CsvText, Delivery, open_file
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.report import LoadReport
from pipelines.ingest.report_file import write_report
from pipelines.ingest.run import Run
from pipelines.store import keys
from pipelines.store.home import Home
from pipelines.store.load_session import checking, loading
from pipelines.store.names_as_typed import keep_typed
from pipelines.store.problem import problem_of_system
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.errors import FileRefused, StoreProblem, WrongUse
from pipelines.vocabulary.words.load import NO_FILES, NO_FILES_ACTION, READING


@dataclass(frozen=True, kw_only=True)
class Command:
    """What one command delivers, and when."""

    paths: Sequence[Path]
    deliveries: Sequence[Delivery]
    stamps: Sequence[tuple[int, int] | None]  # of each file before it was opened: `_stamp`
    today: date
    now: datetime
    source: str | None
    progress: Progress

    @property
    def readable(self) -> list[Path]:
        """The files on disk that SQL may read."""
        sources = (sheet.source for delivery in self.deliveries for sheet in delivery.sheets)
        return [source.path for source in sources if isinstance(source, CsvText)]

    def refuse_changed(self) -> None:
        """Raise FileRefused when a file is no longer what it was: rows of two states are never mixed."""
        for path, stamp in zip(self.paths, self.stamps, strict=True):
            if _stamp(path) != stamp:
                raise refused("veranderd", path=path)

    def run(self, warehouse: Warehouse, vault: VaultDesk, *, load_id: int) -> LoadReport:
        """Take all sheets in; nothing is saved yet."""
        run = Run(warehouse, vault, load_id, self.today, self.now, self.progress)
        return run.take(self.deliveries)


def load_files(
    home: Home,
    paths: Sequence[Path],
    *,
    today: date,
    now: datetime,
    source: str | None = None,
    progress: Progress = silent,
    save: bool = True,
) -> LoadReport:
    """Load files into the home and return what happened to every row; `save=False` undoes it all (a check).

    Raises FileRefused when a file cannot be taken (nothing of the command is saved) and StoreProblem.
    """
    if not paths:
        raise WrongUse(NO_FILES, action=NO_FILES_ACTION)
    with _scratch(home, save=save) as scratch:
        stamps = [_stamp(path) for path in paths]
        command = Command(
            paths=paths,
            deliveries=_opened(paths, scratch=scratch, progress=progress),
            stamps=stamps,
            today=today,
            now=now,
            source=source,
            progress=progress,
        )
        return _saved(home, command, scratch=scratch) if save else _checked(home, command, scratch=scratch)


def _saved(home: Home, command: Command, *, scratch: Path) -> LoadReport:
    with (
        loading(home, now=command.now, readable=command.readable) as opened,
        ThreadPoolExecutor(max_workers=1) as copier,
    ):
        copied = copier.submit(_copy_raw, home, command, scratch=scratch)
        key = keys.ensure_key(home)
        vault = VaultDesk(home, key.value, opened.vault_number)
        with opened.warehouse.transaction(), _unchanged(command):
            keys.bind_key(opened.warehouse, key=key.value)
            report = command.run(opened.warehouse, vault, load_id=opened.load_id)
            report = write_marked(report, command.paths, command.deliveries, home=home)
            report = write_report(opened.warehouse, report, home=home)
            _keep(copied.result())
            source = None if command.source is None else stored_name(command.source, key=key.value)
            keep_typed(home, _typed(report) | ({} if source is None else {source: str(command.source)}))
            write_load(
                opened.warehouse,
                report,
                command.deliveries,
                started=command.now,
                source=source,
                vault_number=vault.write(),
            )
    notes = (*opened.notes, *report.notes, *((key.note,) if key.note else ()))
    return replace(report, saved=True, notes=notes)


def _typed(report: LoadReport) -> dict[str, str]:
    """Return stored name → name as typed, of every file and sheet."""
    return {
        stored: typed
        for sheet in report.sheets
        for stored, typed in zip(sheet.stored, (sheet.file, sheet.sheet), strict=True)
    }


def _checked(home: Home, command: Command, *, scratch: Path) -> LoadReport:
    key = _key_to_check(home)
    with checking(home, scratch=scratch, readable=command.readable) as warehouse, _unchanged(command):
        return command.run(warehouse, VaultDesk(home, key, _vault_number(warehouse)), load_id=0)


@contextmanager
def _unchanged(command: Command) -> Iterator[None]:
    """Refuse, with nothing saved, a file that changed or went while it was taken in, also where that was the failure."""
    try:
        yield
    except (OSError, StoreProblem):
        command.refuse_changed()
        raise
    command.refuse_changed()


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return when the file was last written (nanoseconds) and its size (bytes); None when it is not there."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError: a null character in the name
        return None
    return found.st_mtime_ns, found.st_size


def _key_to_check(home: Home) -> bytes:
    """Return the key of the home; for a home without data any key will do, and none is made."""
    try:
        return keys.find_key(home)
    except StoreProblem:
        if keys.has_begun(home):
            raise
        return secrets.token_bytes(32)


def _vault_number(warehouse: Warehouse) -> int:
    return int(warehouse.value("SELECT coalesce(max(vault), 0) FROM log.loads") or 0)


def _opened(paths: Sequence[Path], *, scratch: Path, progress: Progress) -> list[Delivery]:
    """Open all files, or refuse them all at once."""
    deliveries, refusals = [], []
    for path in paths:
        progress(READING.format(file=path.name), 0, 0)
        try:
            deliveries.append(open_file(path, scratch=scratch))
        except FileRefused as refusal:
            refusals.append(refusal)
    if refusals:
        raise _all(refusals)
    return deliveries


def _all(refusals: Sequence[FileRefused]) -> FileRefused:
    if len(refusals) == 1:
        return refusals[0]
    return FileRefused("\n".join(f"{each.sentence} {each.action}".strip() for each in refusals))


def _copy_raw(home: Home, command: Command, *, scratch: Path) -> dict[Path, Path]:
    """Copy the files as delivered, each content once; return copy → where it is to be kept. Runs beside the loading."""
    copies = {}
    for path, delivery in zip(command.paths, command.deliveries, strict=True):
        kept = home.raw / f"{delivery.sha256[:12]}-{path.name}"
        if not kept.exists():
            copies[shutil.copyfile(path, scratch / kept.name)] = kept
    return copies


def _keep(copies: dict[Path, Path]) -> None:
    for copy, kept in copies.items():
        copy.replace(kept)


@contextmanager
def _scratch(home: Home, *, save: bool) -> Iterator[Path]:
    """Give a private folder for copies of what was delivered, gone afterwards."""
    import tempfile

    if save:
        home.create()
    inside = home.scratch if home.scratch.is_dir() else None
    try:
        folder = tempfile.TemporaryDirectory(prefix="load-", dir=inside)
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    with folder as name:
        yield Path(name)
