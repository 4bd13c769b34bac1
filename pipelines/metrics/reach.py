"""Group A: who takes part, who is a member, whom the service reaches."""

from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import BOTH, KLUS, TOGETHER_ONLY, ZORG, Measure, Period, figure
from pipelines.metrics.expressions import flag, literal, when

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

TAKEN_ON = ("in_behandeling", "ingepland", "afgerond")
TENANTS = ("hoofdhuurder", "medehuurder", "inwonend")
REFUSED = ("niet_voor_ons", "doorverwezen", "dubbel")
QUARTER_DAYS = 91  # joiners and leavers; Source: DOMAIN 3 A4


@figure(
    "A1",
    "participating_tenants",
    tier=1,
    grain="person",
    measure=Measure.PERSONS,
    unit="persons",
    branches=KLUS,
    period=Period.OWN,
    parts=("landlord",),
    distinct=("household",),
)
def participating_tenants(world: "World") -> Table:
    """Different tenants whose job the Klussencentrale took on, in persons.

    One row per person, dated at the first job that counts, with the landlord at that report. Left out: jobs withdrawn,
    refused, referred or double, and clients who are not tenants. Two partners are two persons, one household.
    """
    jobs = world.since(world.jobs, "reported_on")
    members = world.members.select(
        "member_id",
        "tenancy_status",
        household=world.members.household_id.fill_null(world.members.member_id),
    )
    jobs = jobs.inner_join(members, jobs.client_id == members.member_id)
    jobs = jobs.filter(jobs.status.isin(TAKEN_ON) & jobs.tenancy_status.isin(TENANTS))
    jobs = world.named(
        jobs.select("job_id", "client_id", "reported_on", "household", landlord=jobs.landlord_at_report),
        "client_id",
    )
    first = world.first(jobs, by="client_id", order=("reported_on", "job_id"))
    return world.rows(
        first,
        case=first.client_id,
        person=first.client_id,
        named=True,
        branch="klus",
        on=first.reported_on,
        hit=True,
        landlord=first.landlord,
        household=first.household,
    )


@figure(
    "A2",
    "participating_care_clients",
    tier=1,
    grain="person",
    measure=Measure.PERSONS,
    unit="persons",
    branches=ZORG,
    period=Period.OWN,
)
def participating_care_clients(world: "World") -> Table:
    """Different people who received at least one executed care visit, in persons.

    One row per person, dated at the first visit in the period. Left out: people with only an intake or a wait. Death
    or moving lowers nothing.
    """
    visits = world.since(world.visits, "planned_on")
    clients = world.care_clients.select("care_id", "client_id")
    visits = visits.filter(visits.status == "uitgevoerd").inner_join(clients, "care_id")
    first = visits.group_by("client_id").aggregate(first_on=visits.planned_on.min())
    return world.rows(
        first,
        case=first.client_id,
        person=first.client_id,
        named=True,
        branch="zorg",
        on=first.first_on,
        hit=True,
    )


@figure(
    "A3",
    "active_helpers",
    tier=1,
    grain="helper and branch",
    measure=Measure.PERSONS,
    unit="persons",
    branches=BOTH,
    period=Period.STANDING,
    beside=("on_pause", "registered"),
)
def active_helpers(world: "World") -> Table:
    """Helpers who really worked in the last 8 weeks, in persons.

    One row per helper and branch, dated at the last work. Worked: an executed visit or a finished job they had said
    yes to, in the 56 days (a setting) up to the date. In both branches: once in each, once in the total. Left out:
    helpers on pause (beside). Who worked and stopped since still counts. Beside: all registered for the branch.
    """
    work = world.ask(world.work, "as_of", "active_helper_days")
    work = work.filter(work.as_of.delta(work.worked_on, unit="D") < work.active_helper_days)
    last = work.group_by("helper_id", "branch").aggregate(last_on=work.worked_on.max())
    registered = registrations(world)
    joined = registered.outer_join(last, ["helper_id", "branch"])
    helper = joined.select(
        "on_pause",
        "active_from",
        "last_on",
        helper_id=joined.helper_id.fill_null(joined.helper_id_right),
        branch=joined.branch.fill_null(joined.branch_right),
    )
    paused = helper.on_pause.fill_null(False)
    return world.rows(
        helper,
        case=helper.helper_id,
        person=helper.helper_id,
        branch=helper.branch,
        on=helper.last_on.fill_null(helper.active_from),
        hit=when(helper.last_on.notnull() & ~paused, True),
        on_pause=flag(paused),
        registered=flag(helper.active_from.notnull()),
    )


def registrations(world: "World") -> Table:
    """Helpers who have not stopped, one row per helper and branch they signed up for."""
    helpers = world.helpers.filter(world.helpers.is_active)
    klus, zorg = (
        helpers.filter(helpers.branch.isin((branch, "beide"))).select(
            "helper_id", "on_pause", "active_from", branch=literal(branch)
        )
        for branch in BOTH
    )
    return klus.union(zorg)


@figure(
    "A4",
    "members_total",
    grain="person",
    measure=Measure.PERSONS,
    unit="persons",
    branches=TOGETHER_ONLY,
    period=Period.WINDOW,
    beside=("joined", "left"),
)
def members_total(world: "World") -> Table:
    """Members of the cooperative on the date, in persons.

    One row per person who is or was a member, dated at the start of membership. Former members count until their last
    day; aspirants do not. Beside: who joined and who left in the last 91 days.
    """
    members = world.members.filter(world.members.membership.isin(("lid", "oud_lid")))
    begun = (members.member_from <= members.as_of).fill_null(True)
    members = members.filter(begun)
    joined = members.as_of.delta(members.member_from, unit="D") < QUARTER_DAYS
    left = members.as_of.delta(members.member_until, unit="D") < QUARTER_DAYS
    return world.rows(
        members,
        case=members.member_id,
        person=members.member_id,
        branch="",
        on=members.member_from.fill_null(members.registered_on),
        hit=when(members.is_member, True),
        joined=flag(joined),
        left=flag(left),
    )


@figure("A5", "member_share_services", grain="visit or job", measure=Measure.RATIO, unit="%", branches=BOTH)
def member_share(world: "World") -> Table:
    """Share of delivered hours that went to members, in %.

    One row per executed visit or finished job with its hours. Membership is that of the client on the day of the
    service. Left out: services without hours.
    """
    work = world.work.filter(world.work.hours.notnull())
    table = world.membership(work, "client_id", on="worked_on")
    return world.rows(
        table,
        case=table.work_id,
        person=table.client_id,
        branch=table.branch,
        on=table.worked_on,
        hit=True,
        upper=table.was_member.ifelse(table.hours, 0.0),
        lower=table.hours,
    )


@figure(
    "A6",
    "reach_landlord_homes",
    grain="household",
    branches=KLUS,
    period=Period.OWN,
    total_setting="homes_portaal",
)
def reach_homes(world: "World") -> Table:
    """Share of the landlord's homes in the area that used the Klussencentrale, in %.

    One row per household with a job at landlord Portaal that was not refused, dated at the first one; ten jobs are one
    household. The number of homes comes from the landlord (a setting); while it is unknown there is no share.
    """
    jobs = world.since(world.jobs, "reported_on")
    jobs = jobs.filter((jobs.landlord_at_report == "portaal") & ~jobs.status.isin(REFUSED))
    members = world.members.select(its_member="member_id", its_household="household_id")
    joined = jobs.left_join(members, [("client_id", "its_member")])
    table = joined.select("reported_on", household=joined.its_household.fill_null(joined.client_id))
    first = table.group_by("household").aggregate(first_on=table.reported_on.min())
    return world.rows(
        first,
        case=first.household,
        person=first.household,
        named=True,
        branch="klus",
        on=first.first_on,
        hit=True,
    )
