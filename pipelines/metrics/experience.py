"""Group G: what clients and helpers say."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import BOTH, KLUS, TOGETHER_ONLY, ZORG, Direction, Measure, figure
from pipelines.metrics.expressions import flag, judged
from pipelines.metrics.signals import HEAVY

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

FAIR = ("onafhankelijk", "zelf")  # who may collect answers that count; Source: DOMAIN 4.2 X17
DISSATISFIED = 5  # or lower; Source: DOMAIN 3 G2
AGREES = 4  # or higher, of 5; Source: DOMAIN 3 G4
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


@figure(
    "G2",
    "job_dissatisfied_share",
    grain="answer",
    direction=Direction.DOWN,
    branches=KLUS,
    parts=("landlord",),
)
def dissatisfied(world: "World") -> Table:
    """Share of grades of 5 or lower after a job, in %.

    One row per answer, as G1: the last per tenant per 90 days, collected independently.
    """
    table = graded(world, "klus")
    return world.rows(
        table,
        case=table.feedback_id,
        person=table.respondent_id,
        named=True,
        branch="klus",
        on=table.answered_on,
        hit=table.grade <= DISSATISFIED,
        landlord=table.landlord,
    )


@figure(
    "G3",
    "care_grade",
    grain="answer",
    measure=Measure.GRADE,
    unit="1-10",
    branches=ZORG,
    parts=("respondent_role",),
    shares_of_all=("grade",),
)
def care_grade(world: "World") -> Table:
    """Average grade by care clients or their carer, 1 to 10, with the whole distribution.

    One row per answer, as G1. Parts: who answered.
    """
    table = graded(world, "zorg")
    return world.rows(
        table,
        case=table.feedback_id,
        person=table.respondent_id,
        named=True,
        branch="zorg",
        on=table.answered_on,
        hit=True,
        score=table.grade,
        grade=table.grade,
        respondent_role=table.respondent_role,
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
        hit=answers.q_quality >= AGREES,
        answer=answers.q_quality,
    )


@figure("G5", "ceo_effect_agree", grain="answer", branches=ZORG, shares_of_all=("answer",))
def effect(world: "World") -> Table:
    """Share of care clients who manage better because of the help (4 or 5 of 5), in %.

    One row per answer to that question, as G4; 9 = n.v.t. is out. No comparison group: contribution, not proof.
    """
    answers = fair_answers(world, "zorg")
    answers = answers.filter(answers.q_manage.between(1, 5))
    return world.rows(
        answers,
        case=answers.feedback_id,
        person=answers.respondent_id,
        branch="zorg",
        on=answers.answered_on,
        hit=answers.q_manage >= AGREES,
        answer=answers.q_manage,
    )


@figure("G6", "feedback_response_rate", grain="invitation", branches=BOTH, parts=("mode", "collected_by"))
def response_rate(world: "World") -> Table:
    """Share of invitations that were answered, in %.

    One row per invitation sent at least 21 days ago (a setting), in any way; every answer counts, whoever collected it.
    """
    table = world.ask(world.feedback, "feedback_wait_days")
    old_enough = table.as_of.delta(table.invited_on, unit="D") >= table.feedback_wait_days
    return world.rows(
        table,
        case=table.feedback_id,
        person=table.respondent_id,
        branch=table.branch,
        on=table.invited_on,
        hit=judged(table.answered_on.notnull(), of=old_enough),
        pending=flag(~old_enough),
        mode=table.mode,
        collected_by=table.collected_by,
    )


@figure(
    "G7", "helper_signal_followup", grain="check-in", branches=TOGETHER_ONLY, norm="norm_helper_callback_wd"
)
def signal_followup(world: "World") -> Table:
    """Share of helper signals called back within 5 working days (a setting), in %.

    One row per answered check that asks for a call, is heavy (4 or 5 of 5) or says asked too often, once old enough.
    """
    checks = world.ask(world.checkins, "norm_helper_callback_wd")
    heavy = (checks.load >= HEAVY).fill_null(False) | (checks.asked_too_often == "ja").fill_null(False)
    table = checks.filter(checks.answered_on.notnull() & (heavy | checks.wants_call.fill_null(False)))
    table = world.indexed(table, "answered_on", "called_on", "as_of")
    old_enough = table.as_of_wd - table.answered_on_wd >= table.norm_helper_callback_wd
    in_time = table.called_on_wd - table.answered_on_wd <= table.norm_helper_callback_wd
    return world.rows(
        table,
        case=table.checkin_id,
        person=table.helper_id,
        branch="beide",
        on=table.answered_on,
        hit=judged(in_time, of=old_enough),
        pending=flag(~old_enough),
    )
