"""What is wrong in the files, on purpose: for each cell the rule and level a load must report."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Literal

NAME = "manifest.json"
Level = Literal["fix", "warning", "finding", "error", "kept"]


@dataclass(frozen=True, kw_only=True)
class Expected:
    """One cell and what must be said of it; level `kept`: looks wrong, is right, nothing may be said.

    `row`: as a person sees it. `column`: ours; empty for a fault of the whole row. `why`: the mistake in words.
    """

    file: str
    sheet: str
    row: int
    column: str
    rule: str
    level: Level
    why: str


@dataclass(frozen=True, kw_only=True)
class SheetCount:
    """How many rows a sheet holds and how many must end where."""

    file: str
    sheet: str
    table: str
    rows: int
    rejected: int
    blank: int
    intake: int


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A file that must be refused whole, and why."""

    file: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """All of it: the world, its files in order of delivery, and what a load of them must say."""

    world: str
    seed: int
    as_of: date
    load_day: date
    files: tuple[str, ...]
    expected: tuple[Expected, ...] = ()
    sheets: tuple[SheetCount, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def as_text(self) -> str:
        """Return the manifest as JSON."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False, default=date.isoformat) + "\n"

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Return the manifest that was written beside the files."""
        held = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return cls(
            world=held["world"],
            seed=held["seed"],
            as_of=date.fromisoformat(held["as_of"]),
            load_day=date.fromisoformat(held["load_day"]),
            files=tuple(held["files"]),
            expected=tuple(Expected(**each) for each in held["expected"]),
            sheets=tuple(SheetCount(**each) for each in held["sheets"]),
            refusals=tuple(Refusal(**each) for each in held["refusals"]),
        )

    def paths(self, folder: Path) -> list[Path]:
        """Return where the files stand below a folder, in order of delivery."""
        return [folder / name for name in self.files]
