"""Invitations to clients and what came back: more silence than answers, grades that follow the service."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.rows_people import Member
from pipelines.synthetic.rows_service import CareRequest, Job
from pipelines.synthetic.rows_voice import Feedback
from pipelines.synthetic.voices.answers import GLAD, SOUR
from pipelines.synthetic.world import World

ANSWERS = {"klus": 0.47, "zorg": 0.6}
GRADES = {10: 9.0, 9: 24.0, 8: 38.0, 7: 16.0, 6: 5.5, 5: 3.0, 4: 1.5, 3: 1.5, 1: 1.5}
COLLECTED_BY = {"onafhankelijk": 60.0, "zelf": 26.0, "coordinator": 9.0, "helper": 5.0}
MODES = {
    "onafhankelijk": {"telefonisch": 8.0, "gesprek": 2.0},
    "zelf": {"online": 7.0, "papier": 3.0},
    "coordinator": {"telefonisch": 1.0},
    "helper": {"gesprek": 1.0},
}
ROLES = {
    "klus": {"klant": 95.0, "samen_met_helper": 3.0, "anders": 2.0},
    "zorg": {"klant": 64.0, "mantelzorger": 28.0, "samen_met_helper": 6.0, "anders": 2.0},
}
QUIET = timedelta(days=21)  # nobody is invited again sooner
CARE_EVERY = timedelta(days=84)
SLOW_START = 28  # days from the request to the first visit
ANSWER_DAYS = {0: 4.0, 2: 4.0, 5: 3.0, 9: 2.0, 15: 1.0}


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """A reason to invite somebody: which service, who, when at the earliest."""

    branch: str
    about: str
    client: str
    day: date
    landlord: str | None
    slow: bool


def invitations(
    *,
    jobs: tuple[Job, ...],
    requests: tuple[CareRequest, ...],
    first_visits: dict[str, date],
    members: dict[str, Member],
    world: World,
    chance: Chance,
) -> tuple[Feedback, ...]:
    """Return every invitation sent by `as_of`, answered or not, numbered by day."""
    occasions = [*_after_jobs(jobs), *_during_care(requests, first_visits, world=world)]
    occasions.sort(key=lambda occasion: (occasion.day, occasion.about))
    last: dict[str, date] = {}
    told: list[Feedback] = []
    for turn, occasion in enumerate(occasions):
        own = chance.fork(turn)
        invited = occasion.day + timedelta(days=own.between(2, 6))
        due = last.get(occasion.client, date.min) <= invited - QUIET if occasion.branch == "klus" else True
        if due and invited <= world.as_of and _may_be_asked(members[occasion.client], invited):
            last[occasion.client] = invited
            told.append(_invitation(occasion, invited, world=world, chance=own))
    told.sort(key=lambda row: row.invited_on)
    return tuple(replace(row, feedback_id=f"F{place:05d}") for place, row in enumerate(told, 1))


def _after_jobs(jobs: tuple[Job, ...]) -> Iterator[Occasion]:
    for job in jobs:
        if job.completed_on:
            yield Occasion(
                branch="klus",
                about=job.job_id,
                client=job.client_id,
                day=job.completed_on,
                landlord=job.landlord_at_report,
                slow=(job.completed_on - job.reported_on).days > 16 or bool(job.redo_of),
            )


def _during_care(
    requests: tuple[CareRequest, ...], first_visits: dict[str, date], *, world: World
) -> Iterator[Occasion]:
    for request in requests:
        first = first_visits.get(request.care_id)
        day = first + timedelta(days=42) if first else date.max
        while day <= min(request.ended_on or world.as_of, world.as_of):
            slow = first is not None and (first - request.requested_on).days > SLOW_START
            yield Occasion(
                branch="zorg",
                about=request.care_id,
                client=request.client_id,
                day=day,
                landlord=None,
                slow=slow,
            )
            day += CARE_EVERY


def _may_be_asked(member: Member, day: date) -> bool:
    withdrawn = member.consent_withdrawn_on and member.consent_withdrawn_on <= day
    left = member.ended_on and member.ended_on <= day
    return member.consent_survey and not withdrawn and not left


def _invitation(occasion: Occasion, invited: date, *, world: World, chance: Chance) -> Feedback:
    collected = chance.weighted(COLLECTED_BY)
    anonymous = collected == "zelf" and chance.happens(0.18)
    row = Feedback(
        feedback_id="",
        branch=occasion.branch,
        about_id=None if anonymous else occasion.about,
        respondent_id=None if anonymous else occasion.client,
        respondent_role=chance.weighted(ROLES[occasion.branch]),
        landlord=occasion.landlord,
        invited_on=invited,
        mode=chance.weighted(MODES[collected]),
        collected_by=collected,
        anonymous=anonymous,
    )
    answered = invited + timedelta(days=chance.weighted(ANSWER_DAYS))
    if not chance.happens(ANSWERS[occasion.branch]) or answered > world.as_of:
        return row
    return _answered(row, answered, slow=occasion.slow, world=world, chance=chance.fork("answer"))


def _answered(row: Feedback, day: date, *, slow: bool, world: World, chance: Chance) -> Feedback:
    grade = max(1, chance.weighted(GRADES) + world.grade_shift - (slow and chance.happens(0.5)))
    return replace(
        row,
        answered_on=day,
        grade=grade if chance.happens(0.96) else None,
        q_quality=_agrees(grade, chance=chance),
        q_fits=_agrees(grade, chance=chance),
        q_manage=_manages(row, grade, chance=chance),
        q_quick=_agrees(grade - 2 * slow, chance=chance),
        q_serious=_agrees(grade + 1, chance=chance),
        again="ja" if grade >= 7 else chance.pick(("nee", "weet_niet", "ja")),
        comment=chance.pick(GLAD if grade >= 7 else SOUR) if chance.happens(0.4) else None,
    )


def _manages(row: Feedback, grade: int, *, chance: Chance) -> int | None:
    """Asked of care clients only; 9 is "not for me"."""
    if row.branch == "klus":
        return None
    return 9 if chance.happens(0.08) else _agrees(grade, chance=chance)


def _agrees(grade: int, *, chance: Chance) -> int:
    """How much somebody who gives this grade agrees with a good thing said, 1 to 5."""
    return min(5, max(1, (grade + chance.between(0, 2)) // 2))
