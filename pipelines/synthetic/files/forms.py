"""Form exports of the last weeks: a time stamp, question sentences, columns nobody named, a blank row."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from pipelines.synthetic.files.delimited import FORM, Dialect
from pipelines.synthetic.files.grid import Cell, Grid, Line
from pipelines.synthetic.life.life import Year
from pipelines.synthetic.voices.forms import FORMS, form_answers

NAMELESS = ("Kolom 10", "Kolom 11")  # what is left of questions that were taken off the form
TABLES = {
    "klusaanvraag": "jobs",
    "zorgvraag": "care_requests",
    "terugkoppeling": "feedback_clients",
    "maandcheck": "helper_checkins",
    "melding": "contacts",
}
HALF_LISTED = 2  # in worlds without mistakes only so many answers per form


def form_grids(year: Year) -> Iterator[tuple[str, Grid, Dialect]]:
    """Yield each form's name, its rows and how the form site writes CSV."""
    for form in FORMS:
        questions, answers = form_answers(form)
        if not year.world.mistakes:
            answers = answers[:HALF_LISTED]
        headings = ("Tijdstempel", *questions, *NAMELESS)
        yield (
            form,
            Grid(
                name=form,
                table=TABLES[form],
                columns=headings,
                headings=headings,
                lines=[_line(year, place, answer) for place, answer in enumerate(answers)],
            ),
            FORM,
        )


def _line(year: Year, place: int, answer: tuple[str, ...]) -> Line:
    """Return one row of the export; answers lie some days apart, the last on the last day."""
    if not answer:
        return Line(loose=())
    day = year.world.as_of - timedelta(days=2 * (9 - place))
    stamp: Cell = datetime.combine(day, time(9 + place, 7 * place, 31))
    return Line(loose=(stamp, *answer))
