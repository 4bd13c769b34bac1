"""All jobs of the year in order of the day: new ones, work done again, the same question twice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.asking import AskBook
from pipelines.synthetic.life.days import Days
from pipelines.synthetic.life.homes import Home
from pipelines.synthetic.life.job_text import Question, Questions
from pipelines.synthetic.life.jobs import JobStory, job_story, reported
from pipelines.synthetic.life.needs import Need
from pipelines.synthetic.life.town import Town
from pipelines.synthetic.rows_service import Job
from pipelines.synthetic.world import World

REDO_SHARE = 0.04
TWICE_SHARE = 0.013  # phoned and filled in the form


@dataclass(frozen=True, kw_only=True)
class Redo:
    """Work that was done and has to be done again."""

    job: Job


class JobYear:
    """Lives through the year; what later days need to know is kept here."""

    def __init__(
        self, *, world: World, town: Town, homes: dict[str, Home], book: AskBook, days: Days, chance: Chance
    ) -> None:
        self._world, self._town, self._homes, self._book, self._days = world, town, homes, book, days
        self._chance = chance
        self._questions = Questions()
        self._by_number = {person.number: person for person in town.people.values()}
        self._redos: list[tuple[Need, Redo]] = []

    def stories(self, needs: tuple[Need, ...]) -> tuple[JobStory, ...]:
        """Return every job reported by `as_of` with its offers, numbered in order of the report."""
        told: list[JobStory] = []
        for turn, (need, redo) in enumerate(self._in_order(needs)):
            if redo and not self._questions.free(redo.job.client_id, redo.job.category, day=need.day):
                continue  # asked the same again meanwhile
            told += self._live(f"j{turn}", need, redo, chance=self._chance.fork(turn))
        told.sort(key=lambda story: story.job.reported_on)
        return _numbered(told)

    def _in_order(self, needs: tuple[Need, ...]) -> Iterator[tuple[Need, Redo | None]]:
        for need in needs:
            while self._redos and self._redos[0][0].day <= need.day:
                yield self._redos.pop(0)
            if need.day <= self._world.as_of:
                yield need, None

    def _live(self, number: str, need: Need, redo: Redo | None, *, chance: Chance) -> list[JobStory]:
        person = self._town.asker(need.person)
        home = self._homes[person.key]
        job = reported(
            number,
            client=person.number,
            day=need.day,
            landlord=home.landlord_on(need.day),
            question=self._question(person.number, need.day, redo, rents=home.rents, chance=chance),
            chance=chance.fork("in"),
        )
        story = job_story(
            replace(job, redo_of=redo.job.job_id if redo else None),
            book=self._book,
            world=self._world,
            days=self._days,
            barred=frozenset({person.number}),
            chance=chance.fork("story"),
        )
        self._maybe_again(story.job, need, chance=chance.fork("redo"))
        return [story, *self._told_twice(story.job, chance=chance.fork("twice"))]

    def _question(
        self, client: str, day: date, redo: Redo | None, *, rents: bool, chance: Chance
    ) -> Question:
        if redo:
            return self._questions.again(client, day, job=redo.job)
        helper = self._town.people[chance.pick(self._book.men).key].short_name
        return self._questions.new(client, day, rents=rents, helper=helper, chance=chance.fork("words"))

    def _maybe_again(self, job: Job, need: Need, *, chance: Chance) -> None:
        if job.status != "afgerond" or not job.completed_on or job.redo_of or not chance.happens(REDO_SHARE):
            return
        day = max(
            job.completed_on + timedelta(days=chance.between(2, 38)), job.reported_on + timedelta(days=9)
        )
        if day <= self._world.as_of and self._questions.free(job.client_id, job.category, day=day):
            self._redos.append((Need(day=day, person=need.person), Redo(job=job)))
            self._redos.sort(key=lambda waiting: waiting[0].day)

    def _told_twice(self, job: Job, *, chance: Chance) -> list[JobStory]:
        """Return the same question by phone and through the form: marked as double by the coordinator."""
        day = job.reported_on + timedelta(days=chance.between(0, 1))
        if job.channel == "formulier" or day > self._world.as_of or not chance.happens(TWICE_SHARE):
            return []
        again = Job(
            job_id=f"{job.job_id}b",
            client_id=job.client_id,
            reported_on=day,
            reported_daypart="avond",
            channel="formulier",
            landlord_at_report=job.landlord_at_report,
            category=job.category,
            description=job.description,
            urgency=job.urgency,
            responsibility=job.responsibility,
            status="dubbel",
            duplicate_of=job.job_id,
        )
        return [JobStory(job=again)]


def _numbered(stories: list[JobStory]) -> tuple[JobStory, ...]:
    numbers = {story.job.job_id: f"K{place:04d}" for place, story in enumerate(stories, 1)}
    return tuple(_with_numbers(story, numbers) for story in stories)


def _with_numbers(story: JobStory, numbers: dict[str, str]) -> JobStory:
    number = numbers[story.job.job_id]
    job = replace(
        story.job,
        job_id=number,
        redo_of=numbers.get(story.job.redo_of or ""),
        duplicate_of=numbers.get(story.job.duplicate_of or ""),
    )
    return JobStory(job=job, offers=tuple(replace(offer, request_id=number) for offer in story.offers))
