"""The register of people: roles, membership, consent, who left and why."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.homes import Home
from pipelines.synthetic.life.town import Person, Town
from pipelines.synthetic.rows_people import Helper, Member
from pipelines.synthetic.rows_service import CareRequest
from pipelines.synthetic.world import World

MEMBERSHIPS = {"lid": 45.0, "geen_lid": 40.0, "aspirant": 15.0}
HEARD_VIA = {
    "buurt": 34.0,
    "flyer": 18.0,
    "portaal": 12.0,
    "wijkteam": 10.0,
    "heb_je_even_voor_mij": 8.0,
    "huisarts": 6.0,
    "website": 6.0,
    "de_alliantie": 3.0,
    "anders": 2.0,
    "onbekend": 1.0,
}
SURVEY_YES, LANDLORD_YES, EMAIL = 0.82, 0.3, 0.55
WITHDRAWN = 2  # people who took their consent back
LEAVERS = 3  # people who moved away or no longer need anything
CANCELLED = 2  # members who gave notice
QUIET_BEFORE_LEAVING = timedelta(days=45)


@dataclass(frozen=True, kw_only=True)
class LastSeen:
    """Last day on which something happened for each person, by Relatienr; and who died or moved, when."""

    days: dict[str, date]
    gone: dict[str, tuple[date, str]]


def member_rows(
    town: Town,
    *,
    homes: dict[str, Home],
    crew: tuple[Helper, ...],
    seen: LastSeen,
    world: World,
    chance: Chance,
) -> tuple[Member, ...]:
    """Return one row per person known on `as_of`, in order of their number."""
    branches = {helper.helper_id: helper.branch for helper in crew}
    rows = [
        _member(
            person,
            town=town,
            home=homes[person.key],
            branch=branches.get(person.number),
            chance=chance.fork(person.key),
        )
        for person in town.people.values()
    ]
    rows.sort(key=lambda row: row.member_id)
    rows = [_gone(row, seen.gone) for row in rows]
    rows = _some_left(rows, seen=seen, world=world, chance=chance.fork("leavers"))
    rows = _some_withdrew(rows, world=world, chance=chance.fork("consent"))
    return tuple(_with_membership(rows, world=world, chance=chance.fork("membership")))


def last_seen(dates: dict[str, list[date]], *, requests: tuple[CareRequest, ...]) -> LastSeen:
    """Return what the year knows of people: their days, and the clients whose care ended by death or a move."""
    gone = {
        request.client_id: (request.ended_on, request.end_reason)
        for request in requests
        if request.ended_on and request.end_reason in ("overleden", "verhuisd")
    }
    return LastSeen(days={number: max(found) for number, found in dates.items() if found}, gone=gone)


def _member(person: Person, *, town: Town, home: Home, branch: str | None, chance: Chance) -> Member:
    client, cared = "tenant" in person.roles, "care" in person.roles
    number = int(person.number[1:])
    mail = chance.happens(EMAIL)
    first, infix, last = person.name
    address = f"{first}.{infix}{last}@example.org".lower().replace(" ", "")
    return Member(
        member_id=person.number,
        first_name=first,
        infix=infix or None,
        last_name=last,
        birth_year=person.birth_year if chance.happens(0.93) else None,
        street_house=person.street_house,
        postcode=person.postcode,
        phone=None if mail and chance.happens(0.1) else f"06-{12340000 + 37 * number:08d}",
        email=address if mail else None,
        household_id=person.household,
        landlord=home.landlord,
        tenancy_status=home.tenancy,
        role_job_client=client,
        role_care_client=cared,
        role_helper_jobs=branch in ("klus", "beide"),
        role_helper_care=branch in ("zorg", "beide"),
        role_carer_contact="carer" in person.roles,
        contact_for_id=town.number(person.cares_for) if person.cares_for else None,
        membership="geen_lid",
        registered_on=person.came_on,
        privacy_notice_on=person.came_on,
        consent_health_on=person.came_on if cared else None,
        consent_survey=chance.happens(SURVEY_YES),
        consent_landlord=chance.happens(LANDLORD_YES),
        heard_via=chance.weighted(HEARD_VIA) if chance.happens(0.9) else None,
    )


def _gone(row: Member, gone: dict[str, tuple[date, str]]) -> Member:
    if row.member_id not in gone:
        return row
    day, reason = gone[row.member_id]
    return replace(row, ended_on=day, end_reason=reason)


def _some_left(rows: list[Member], *, seen: LastSeen, world: World, chance: Chance) -> list[Member]:
    quiet = world.as_of - QUIET_BEFORE_LEAVING
    could = [
        row.member_id
        for row in rows
        if row.role_job_client
        and not row.role_care_client
        and seen.days.get(row.member_id, world.as_of) < quiet
    ]
    reasons = dict(
        zip(chance.some(could, count=LEAVERS), ("verhuisd", "geen_behoefte_meer", "gezondheid"), strict=False)
    )
    return [
        replace(
            row, ended_on=seen.days[row.member_id] + timedelta(days=20), end_reason=reasons[row.member_id]
        )
        if row.member_id in reasons
        else row
        for row in rows
    ]


def _some_withdrew(rows: list[Member], *, world: World, chance: Chance) -> list[Member]:
    if len(rows) < 60:
        return rows
    could = [row.member_id for row in rows if row.role_job_client and row.consent_survey and not row.ended_on]
    chosen = set(chance.some(could, count=WITHDRAWN))
    day = world.as_of - timedelta(days=100)
    return [
        replace(row, consent_withdrawn_on=max(day, row.registered_on), consent_survey=False)
        if row.member_id in chosen
        else row
        for row in rows
    ]


def _with_membership(rows: list[Member], *, world: World, chance: Chance) -> list[Member]:
    """Admission by the board some weeks after coming; the coordinators first; a few gave notice."""
    told, number = [], 0
    for row in rows:
        own = chance.fork(row.member_id)
        joined = row.registered_on + timedelta(days=own.between(10, 60))
        membership = own.weighted(MEMBERSHIPS)
        if membership == "lid" and joined <= world.as_of and not row.ended_on:
            number += 1
            row = replace(row, membership="lid", member_no=100 + number, member_from=joined)  # noqa: PLW2901
        elif membership == "aspirant":
            row = replace(row, membership="aspirant")  # noqa: PLW2901
        told.append(row)
    settled = [row for row in told if row.member_from and (world.as_of - row.member_from).days > 150]
    notices = {row.member_id for row in chance.some(settled, count=CANCELLED)} if len(settled) > 10 else set()
    return [_gave_notice(row, world=world) if row.member_id in notices else row for row in told]


def _gave_notice(row: Member, *, world: World) -> Member:
    notice = world.as_of - timedelta(days=95)
    return replace(
        row,
        membership="oud_lid",
        notice_received=notice,
        notice_confirmed=notice + timedelta(days=6),
        member_until=notice + timedelta(days=28),
    )
