"""Numbers of several figures together: which has to step back, and when none can or need."""

from pipelines.release.all_together import ALL, few_together
from pipelines.release.case_sets import Count, Numbered, Row
from pipelines.release.units import Unit

SMALLEST = 10
JOBS = "jobs_completed"


def told(*printed):
    """Return the last number and the others of every small group. `printed`: figure, cases, fixed; one person a case."""
    numbered = Numbered()
    rows = [
        Row(
            numbered.cases(
                [Unit(name=str(case), person=str(case), values=(), hit=True) for case in cases], names=True
            ),
            Count(figure=figure, place="klus", side=ALL, source="portaal-2026-1"),
            fixed,
        )
        for figure, cases, fixed in printed
    ]
    found = few_together(rows, numbered=numbered, smallest=SMALLEST)
    return {(last.figure, frozenset(one.figure for one in others)) for last, others in found}


def test_of_overlapping_numbers_the_last_steps_back():
    open_, closed, either = range(20), range(17, 40), range(40)
    numbers = [("open", open_, False), ("closed", closed, False), ("either", either, False)]
    assert told(*numbers) == {("either", frozenset({"open", "closed"}))}


def test_any_number_of_numbers_is_taken_together():
    parts = [(f"part {number}", range(20 * number, 20 * number + 20), False) for number in range(7)]
    whole = ("whole", range(143), False)
    assert {last for last, _ in told(*parts, whole)} == {"whole"}
    assert told(*parts, ("whole", range(150), False)) == set()


def test_what_was_known_before_is_no_reason_to_step_back():
    assert told(("a", range(20), True), ("b", range(23), True), ("c", range(100, 120), False)) == set()


def test_numbers_of_one_figure_are_weighed_there():
    assert told((JOBS, range(20), False), (JOBS, range(23), False)) == set()
