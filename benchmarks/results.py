"""Where results are kept: one section per benchmark in benchmarks/README.md, replaced at every run."""

import re
from pathlib import Path

README = Path(__file__).parent / "README.md"


def write_section(name: str, text: str) -> None:
    """Replace the section between its two marks."""
    marks = f"<!-- {name} -->", f"<!-- end of {name} -->"
    body = README.read_text(encoding="utf-8")
    section = re.compile(f"{re.escape(marks[0])}.*?{re.escape(marks[1])}", re.DOTALL)
    README.write_text(section.sub(lambda _: f"{marks[0]}\n{text}\n{marks[1]}", body), encoding="utf-8")
