"""`python -m pipelines.synthetic FOLDER [WORLD]`: write a world's files, as those in `data/demo` were written."""

import sys
from pathlib import Path

from pipelines.synthetic.year import write_year

write_year(Path(sys.argv[1]), world=sys.argv[2] if len(sys.argv) > 2 else "on_course")
