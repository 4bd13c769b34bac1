"""Write the files of a world as a coordinator would deliver them, with a manifest of what is wrong in them."""

from datetime import date
from pathlib import Path

from pipelines.synthetic.checksums import write_checksums
from pipelines.synthetic.files.delimited import write_csv
from pipelines.synthetic.files.grid import Grid
from pipelines.synthetic.files.habits import EXPLANATION
from pipelines.synthetic.files.plan import PlannedFile, planned_files
from pipelines.synthetic.files.xlsx import Tab, write_workbook
from pipelines.synthetic.hostile import write_hostile
from pipelines.synthetic.life.life import live
from pipelines.synthetic.manifest import NAME, Manifest
from pipelines.synthetic.mistakes.expectations import manifest_of
from pipelines.synthetic.mistakes.plant import planted
from pipelines.synthetic.world import WORLDS, World

SEED = 76  # of the demo: of a hundred seeds the one whose figures lie nearest those of DOMAIN 5


def write_year(folder: Path, *, seed: int = SEED, world: str = "on_course") -> Manifest:
    """Write the world's files, `manifest.json` and `sha256sums` into the folder and return the manifest.

    The same seed and world give the same bytes. Raises KeyError for a world that does not exist.
    """
    folder.mkdir(parents=True, exist_ok=True)
    chosen = WORLDS[world]
    manifest = (
        write_hostile(folder, chosen, seed=seed) if world == "hostile" else _written(folder, chosen, seed)
    )
    (folder / NAME).write_text(manifest.as_text(), encoding="utf-8", newline="\n")
    write_checksums(folder, manifest.files)
    return manifest


def _written(folder: Path, world: World, seed: int) -> Manifest:
    year = live(world, seed=seed)
    files = planned_files(year)
    plants = planted(files, year, seed=seed) if world.mistakes else []
    for file in files:
        _write(folder / file.path, file, saved_on=world.as_of)
    return manifest_of(files, plants, year=year, seed=seed)


def _write(path: Path, file: PlannedFile, *, saved_on: date) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if file.dialect is not None:
        write_csv(path, file.grids[0], dialect=file.dialect)
        return
    tabs = [_tab(grid) for grid in file.grids]
    if len(tabs) > 1:
        uitleg = Tab(name="Uitleg", rows=[list(line) for line in EXPLANATION])
        tabs = [uitleg, *tabs, Tab(name="Blad1", rows=[])]
    write_workbook(path, tabs, saved_on=saved_on)


def _tab(grid: Grid) -> Tab:
    first = grid.first_row
    return Tab(
        name=grid.name,
        rows=grid.rows(),
        heading_row=first - 1,
        hidden_rows=frozenset(first + place for place, line in enumerate(grid.lines) if line.hidden),
        colours={first + place: line.colour for place, line in enumerate(grid.lines) if line.colour},
        is_protected=grid.is_protected,
    )
