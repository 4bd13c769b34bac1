"""What people filled in on the web forms in the last weeks, question by question."""

from functools import cache
from importlib.resources import files

FORMS = ("klusaanvraag", "zorgvraag", "terugkoppeling", "maandcheck", "melding")


@cache
def form_answers(form: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the questions of a form and one tuple of answers per row; an empty tuple is a blank row."""
    text = files("pipelines.synthetic.voices").joinpath(f"form_{form}.tsv").read_text(encoding="utf-8")
    questions, *rows = text.splitlines()
    return tuple(questions.split("\t")), tuple(_answers(row) for row in rows)


def _answers(row: str) -> tuple[str, ...]:
    return tuple(cell.replace("\\n", "\n") for cell in row.split("\t")) if row else ()
