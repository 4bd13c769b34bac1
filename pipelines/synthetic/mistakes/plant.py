"""Everything that is wrong in the demo's files, planted in one go."""

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.files.plan import PlannedFile
from pipelines.synthetic.life.life import Year
from pipelines.synthetic.mistakes.catalogue import cell_mistakes
from pipelines.synthetic.mistakes.lines import line_mistakes
from pipelines.synthetic.mistakes.people_lines import PEOPLE_LINES
from pipelines.synthetic.mistakes.planter import Planted, Planter
from pipelines.synthetic.mistakes.work_lines import WORK_LINES


def planted(files: list[PlannedFile], year: Year, *, seed: int) -> list[Planted]:
    """Change the files and return what was planted."""
    chance = Chance(seed, "mistakes")
    planter = Planter(files, chance=chance.fork("cells"))
    for plant in (*WORK_LINES, *PEOPLE_LINES):
        plant(planter, year)
    for mistake in cell_mistakes(planter):
        planter.put(mistake)
    line_mistakes(planter, chance=chance.fork("lines"))
    return planter.planted
