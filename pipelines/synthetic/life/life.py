"""The whole pilot year of a world: every record as it truly was on `as_of`, without a mistake."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life import crew as crews
from pipelines.synthetic.life.asking import AskBook
from pipelines.synthetic.life.care import CareStory, CareYear
from pipelines.synthetic.life.care_year import care_stories
from pipelines.synthetic.life.certificates import vog_checks_of
from pipelines.synthetic.life.checkins import monthly_checkins
from pipelines.synthetic.life.contacts import contacts_received
from pipelines.synthetic.life.days import Days
from pipelines.synthetic.life.decisions import parameters, targets
from pipelines.synthetic.life.feedback import invitations
from pipelines.synthetic.life.homes import Home, homes_of
from pipelines.synthetic.life.job_year import JobYear
from pipelines.synthetic.life.jobs import JobStory
from pipelines.synthetic.life.members import last_seen, member_rows
from pipelines.synthetic.life.needs import Need, care_needs, job_needs
from pipelines.synthetic.life.office import coordination, ledger
from pipelines.synthetic.life.roster import Roster
from pipelines.synthetic.life.speakers import Neighbourhood
from pipelines.synthetic.life.town import Town, town_of
from pipelines.synthetic.life.visits import VisitYear
from pipelines.synthetic.rows_office import Booking, CoordinationWeek, Parameter, Target
from pipelines.synthetic.rows_people import Helper, Member, VogCheck
from pipelines.synthetic.rows_service import CareRequest, CareVisit, Job, Offer
from pipelines.synthetic.rows_voice import Checkin, Contact, Feedback
from pipelines.synthetic.world import World

AROUND = timedelta(days=400)  # days of the calendar before and after the pilot


@dataclass(frozen=True, kw_only=True)
class Year:
    """All records of a world, each in the order of its number; field names are the tables."""

    world: World
    parameters: tuple[Parameter, ...]
    targets: tuple[Target, ...]
    members: tuple[Member, ...] = ()
    helpers: tuple[Helper, ...] = ()
    vog_checks: tuple[VogCheck, ...] = ()
    jobs: tuple[Job, ...] = ()
    care_requests: tuple[CareRequest, ...] = ()
    offers: tuple[Offer, ...] = ()
    care_visits: tuple[CareVisit, ...] = ()
    feedback_clients: tuple[Feedback, ...] = ()
    helper_checkins: tuple[Checkin, ...] = ()
    contacts: tuple[Contact, ...] = ()
    coordination: tuple[CoordinationWeek, ...] = ()
    ledger: tuple[Booking, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Who and where, before anything happens."""

    world: World
    seed: int
    asked: tuple[Need, ...]
    cared: tuple[Need, ...]
    town: Town
    homes: dict[str, Home]
    men: tuple[crews.Crewman, ...]
    days: Days

    @property
    def chance(self) -> Chance:
        """The root of all draws."""
        return Chance(self.seed)


def live(world: World, *, seed: int) -> Year:
    """Return the year of this world; the same seed gives the same year on every machine."""
    scene = _scene(world, seed=seed)
    decided = Year(world=world, parameters=parameters(world, town=scene.town), targets=targets(world))
    if not scene.town.people:
        return decided
    book = AskBook(scene.men)
    roster = Roster()
    jobs = _jobs(scene, book)
    care = _care(scene, book, roster)
    visits = VisitYear(
        world=world, men=scene.men, roster=roster, days=scene.days, chance=scene.chance.fork("visits")
    ).visits(care)
    return _with_voices(_with_people(_with_work(decided, jobs, care, visits), scene), scene, book)


def _scene(world: World, *, seed: int) -> Scene:
    chance = Chance(seed)
    asked, cared = job_needs(world, chance=chance.fork("jobs")), care_needs(world, chance=chance.fork("care"))
    begins = crews.starts(world, chance=chance.fork("starts"))
    people = town_of(world, jobs=asked, care=cared, starts=begins, chance=chance.fork("town"))
    numbers = {key: person.number for key, person in people.people.items() if key in begins}
    return Scene(
        world=world,
        seed=seed,
        asked=asked,
        cared=cared,
        town=people,
        homes=homes_of(people, as_of=world.as_of, seed=seed),
        men=crews.crewmen(world, begins=begins, numbers=numbers, chance=chance.fork("crew")),
        days=Days(world.pilot_start - AROUND, world.pilot_end + AROUND),
    )


def _jobs(scene: Scene, book: AskBook) -> tuple[JobStory, ...]:
    year = JobYear(
        world=scene.world,
        town=scene.town,
        homes=scene.homes,
        book=book,
        days=scene.days,
        chance=scene.chance.fork("job"),
    )
    return year.stories(scene.asked)


def _care(scene: Scene, book: AskBook, roster: Roster) -> tuple[CareStory, ...]:
    year = CareYear(world=scene.world, book=book, roster=roster, days=scene.days)
    return care_stories(
        year, needs=scene.cared, town=scene.town, world=scene.world, chance=scene.chance.fork("request")
    )


def _with_work(
    year: Year, jobs: tuple[JobStory, ...], care: tuple[CareStory, ...], visits: tuple[CareVisit, ...]
) -> Year:
    offers = [offer for job in jobs for offer in job.offers] + [
        offer for story in care for offer in story.offers
    ]
    offers.sort(key=lambda offer: (offer.offered_on, offer.request_id))
    return replace(
        year,
        jobs=tuple(story.job for story in jobs),
        care_requests=tuple(story.request for story in care),
        offers=tuple(replace(offer, offer_id=f"M{place:05d}") for place, offer in enumerate(offers, 1)),
        care_visits=visits,
    )


def _with_people(year: Year, scene: Scene) -> Year:
    helpers = tuple(sorted((man.row for man in scene.men), key=lambda row: row.helper_id))
    rows = member_rows(
        scene.town,
        homes=scene.homes,
        crew=helpers,
        seen=last_seen(_days_of_clients(year), requests=year.care_requests),
        world=scene.world,
        chance=scene.chance.fork("members"),
    )
    checks = vog_checks_of(scene.world, men=scene.men, chance=scene.chance.fork("certificates"))
    return replace(year, members=rows, helpers=helpers, vog_checks=checks)


def _days_of_clients(year: Year) -> dict[str, list[date]]:
    """Days on which something was still going on for each client of a job."""
    found: dict[str, list[date]] = {}
    for job in year.jobs:
        last = (
            job.completed_on or job.closed_on or (job.reported_on if job.duplicate_of else year.world.as_of)
        )
        found.setdefault(job.client_id, []).append(last)
    return found


def _with_voices(year: Year, scene: Scene, book: AskBook) -> Year:
    by_number = {row.member_id: row for row in year.members}
    neighbourhood = Neighbourhood(
        members=by_number,
        helpers=year.helpers,
        jobs=year.jobs,
        requests=year.care_requests,
        offers=year.offers,
        as_of=scene.world.as_of,
    )
    world, chance = scene.world, scene.chance
    paying = sum(row.membership == "lid" for row in year.members)
    return replace(
        year,
        feedback_clients=invitations(
            jobs=year.jobs,
            requests=year.care_requests,
            first_visits=_first_visits(year.care_visits),
            members=by_number,
            world=world,
            chance=chance.fork("feedback"),
        ),
        helper_checkins=monthly_checkins(book, world=world, days=scene.days, chance=chance.fork("checkins")),
        contacts=contacts_received(
            speakers=neighbourhood.speaker, world=world, days=scene.days, chance=chance.fork("contacts")
        ),
        coordination=coordination(world, days=scene.days, chance=chance.fork("coordination")),
        ledger=ledger(
            world, jobs=year.jobs, visits=year.care_visits, members=paying, chance=chance.fork("ledger")
        ),
    )


def _first_visits(visits: tuple[CareVisit, ...]) -> dict[str, date]:
    first: dict[str, date] = {}
    for visit in visits:
        if visit.status == "uitgevoerd":
            first.setdefault(visit.care_id, visit.planned_on)
    return first
