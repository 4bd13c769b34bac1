"""Group G: what clients and helpers say."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import KLUS, ZORG, Measure, figure

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

FAIR = ("onafhankelijk", "zelf")  # who may collect answers that count; Source: DOMAIN 4.2 X17
REPEAT_DAYS = 90  # one answer per tenant; Source: DOMAIN 3 G1


def fair_answers(world: "World", branch: str) -> Table:
    """Answers of a branch that count: not collected by coordinator or helper, not filled in with the helper."""
    answers = world.feedback.filter((world.feedback.branch == branch) & world.feedback.answered_on.notnull())
    return answers.filter(answers.collected_by.isin(FAIR) & (answers.respondent_role != "samen_met_helper"))


def last_per_person(world: "World", answers: Table) -> Table:
    """Leave out an answer when the same person gave a later one within 90 days. Anonymous answers all stay."""
    named = world.named(answers, "respondent_id")
    person = named.respondent_id.fill_null(named.feedback_id)
    later = named.answered_on.lead().over(group_by=person, order_by=[named.answered_on, named.feedback_id])
    table = named.mutate(later_on=later)
    soon = table.later_on.delta(table.answered_on, unit="D") < REPEAT_DAYS
    return table.filter(~soon.fill_null(False))


def graded(world: "World", branch: str) -> Table:
    """Grades of a branch that count, the last per person per 90 days."""
    answers = fair_answers(world, branch)
    return last_per_person(world, answers.filter(answers.grade.notnull()))


@figure(
    "G1",
    "job_grade",
    tier=1,
    grain="answer",
    measure=Measure.GRADE,
    unit="1-10",
    branches=KLUS,
    parts=("landlord",),
    shares_of_all=("grade",),
)
def job_grade(world: "World") -> Table:
    """Average grade tenants gave after a job, 1 to 10, with the whole distribution.

    One row per answer, dated at the answer; the last per tenant per 90 days. Left out: collected by the coordinator
    or a helper, or filled in together with the helper. An anonymous answer is a person of its own.
    """
    table = graded(world, "klus")
    return world.rows(
        table,
        case=table.feedback_id,
        person=table.respondent_id,
        named=True,
        branch="klus",
        on=table.answered_on,
        hit=True,
        score=table.grade,
        grade=table.grade,
        landlord=table.landlord,
    )


@figure("G4", "ceo_quality_agree", tier=1, grain="answer", branches=ZORG, shares_of_all=("answer",))
def quality(world: "World") -> Table:
    """Share of care clients who agree that the help is good (4 or 5 of 5), in %.

    One row per answer to that question; "n.v.t." is out, as are answers collected by the coordinator or a helper.
    """
    answers = fair_answers(world, "zorg")
    answers = answers.filter(answers.q_quality.between(1, 5))
    return world.rows(
        answers,
        case=answers.feedback_id,
        person=answers.respondent_id,
        branch="zorg",
        on=answers.answered_on,
        hit=answers.q_quality >= 4,
        answer=answers.q_quality,
    )
