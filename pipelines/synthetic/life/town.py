"""The people of the neighbourhood: who they are, where they live, when they came, under which number."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.needs import Need
from pipelines.synthetic.voices.people import (
    CARE_CLIENTS,
    CARE_CREW,
    CARERS,
    COORDINATORS,
    JOB_CREW,
    ONLOOKERS,
    STREETS,
    TENANTS,
    Name,
)
from pipelines.synthetic.world import World

BIRTH_YEARS = {"tenant": (1938, 1999), "care": (1928, 1953), "crew": (1956, 2001), "other": (1950, 1990)}
OLD_ENOUGH_FOR_CARE = 1958
ALSO_TENANTS = 12  # care clients who also ask for jobs


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person as the neighbourhood knows them; `roles` of tenant, care, klus, zorg, carer, office."""

    key: str
    name: Name
    birth_year: int
    street_house: str
    postcode: str
    roles: frozenset[str]
    came_on: date
    household: str | None = None
    cares_for: str | None = None
    number: str = ""

    @property
    def short_name(self) -> str:
        """First name only."""
        return self.name[0]


@dataclass(frozen=True, kw_only=True)
class Town:
    """All people by key, each with a number, and who the care clients are by position of their need."""

    people: dict[str, Person]
    clients: dict[int, str]

    def number(self, key: str) -> str:
        """Return the Relatienr of that person."""
        return self.people[key].number

    def asker(self, position: int) -> Person:
        """Return the person who asks for jobs at that position."""
        return self.people[f"tenant{position}"]


def town_of(
    world: World, *, jobs: tuple[Need, ...], care: tuple[Need, ...], starts: dict[str, date], chance: Chance
) -> Town:
    """Return everybody who is known on `as_of`, numbered in the order in which they came.

    `starts`: when each helper (by key) began.
    """
    if not world.crew:
        return Town(people={}, clients={})
    people = _askers(jobs, chance=chance.fork("askers"))
    clients = _clients(people, care, chance=chance.fork("also"))
    people |= _cared_for(people, care, clients, chance=chance.fork("care"))
    people |= _carers(people, clients, chance=chance.fork("carers"))
    people |= _crew(starts, chance=chance.fork("crew"))
    people |= _office(world, chance=chance.fork("office"))
    people |= _onlookers(world, chance=chance.fork("onlookers"))
    known = [person for person in people.values() if person.came_on <= world.as_of]
    known.sort(key=lambda person: (person.came_on, person.key))
    numbered = {person.key: replace(person, number=f"R{place:04d}") for place, person in enumerate(known, 1)}
    return Town(people=numbered, clients=clients)


def _person(key: str, name: Name, kind: str, came_on: date, *, roles: set[str], chance: Chance) -> Person:
    street, letters = chance.pick(STREETS)
    years = BIRTH_YEARS[kind]
    return Person(
        key=key,
        name=name,
        birth_year=chance.between(*years),
        street_house=f"{street} {chance.between(2, 148)}{chance.weighted({'': 8, 'a': 1, ' bis': 0.5})}",
        postcode=f"3812 {letters}",
        roles=frozenset(roles),
        came_on=came_on,
    )


def _askers(needs: tuple[Need, ...], *, chance: Chance) -> dict[str, Person]:
    """People who ask for jobs; partners share a surname, so also a home and a household."""
    first: dict[int, date] = {}
    for need in needs:
        first.setdefault(need.person, need.day)
    names = chance.some(TENANTS, count=len(first))
    homes: dict[str, Person] = {}
    people: dict[str, Person] = {}
    for position, day in first.items():
        key, name = f"tenant{position}", names[position]
        person = _person(key, name, "tenant", day, roles={"tenant"}, chance=chance.fork(key))
        partner = homes.setdefault(name[2], person)
        if partner is not person:
            people[partner.key] = replace(partner, household=f"H{len(people):04d}")
            person = _moved_in(person, people[partner.key])
        people[key] = person
    return people


def _moved_in(person: Person, partner: Person) -> Person:
    year = person.birth_year if person.birth_year != partner.birth_year else person.birth_year + 1
    return replace(
        person,
        birth_year=year,
        street_house=partner.street_house,
        postcode=partner.postcode,
        household=partner.household,
    )


def _clients(people: dict[str, Person], needs: tuple[Need, ...], *, chance: Chance) -> dict[int, str]:
    """Who the person of each care need is; some also ask for jobs."""
    old = [key for key, person in people.items() if person.birth_year < OLD_ENOUGH_FOR_CARE]
    also = chance.some(old, count=ALSO_TENANTS)
    own = [f"care{place}" for place in range(len(CARE_CLIENTS))]
    names = chance.some(own, count=max(0, len(needs) - len(also))) + also if len(needs) > 20 else own
    keys = chance.some(names, count=len(names))
    return dict(enumerate(keys[: len(needs)]))


def _cared_for(
    people: dict[str, Person], needs: tuple[Need, ...], clients: dict[int, str], *, chance: Chance
) -> dict[str, Person]:
    cared_for = {}
    for need in needs[: len(clients)]:
        key = clients[need.person]
        if key in people:
            tenant = people[key]
            roles, came_on = tenant.roles | {"care"}, min(tenant.came_on, need.day)
            cared_for[key] = replace(tenant, roles=roles, came_on=came_on)
        else:
            name = CARE_CLIENTS[int(key.removeprefix("care"))]
            cared_for[key] = _person(key, name, "care", need.day, roles={"care"}, chance=chance.fork(key))
    return cared_for


def _carers(people: dict[str, Person], clients: dict[int, str], *, chance: Chance) -> dict[str, Person]:
    """Return a relative for one care client in four, the namesake where there is one."""
    carers = {}
    for place, name in enumerate(CARERS[: len(clients) // 4]):
        namesakes = [key for key in clients.values() if people[key].name[2] == name[2]]
        client = people[namesakes[0] if namesakes else clients[place]]
        key = f"carer{place}"
        carer = _person(key, name, "other", client.came_on, roles={"carer"}, chance=chance.fork(key))
        carers[key] = replace(carer, cares_for=client.key)
    return carers


def _crew(starts: dict[str, date], *, chance: Chance) -> dict[str, Person]:
    names = {f"klus{place}": name for place, name in enumerate(JOB_CREW)}
    names |= {f"zorg{place}": name for place, name in enumerate(CARE_CREW)}
    people = {}
    for key, start in starts.items():
        known = start - timedelta(days=chance.between(56, 80))
        people[key] = _person(key, names[key], "crew", known, roles={"crew"}, chance=chance.fork(key))
    return people


def _office(world: World, *, chance: Chance) -> dict[str, Person]:
    day = world.pilot_start - timedelta(days=90)
    return {
        f"office{place}": _person(f"office{place}", name, "other", day, roles={"office"}, chance=chance)
        for place, name in enumerate(COORDINATORS)
    }


def _onlookers(world: World, *, chance: Chance) -> dict[str, Person]:
    length = (world.pilot_end - world.pilot_start).days
    people = {}
    for place, name in enumerate(ONLOOKERS[: world.askers // 8]):
        key, day = f"onlooker{place}", world.pilot_start + timedelta(days=chance.between(-40, length))
        people[key] = _person(key, name, "other", day, roles=set(), chance=chance.fork(key))
    return people
