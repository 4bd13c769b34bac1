"""Who did the work: helpers, hours and payers of executed visits and finished jobs."""

from typing import TYPE_CHECKING, Any

import ibis

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any


def done(world: "World") -> Table:
    """Work done by then: `work_id`, `helper_id`, `client_id`, `branch`, `worked_on`, `hours`, `payer`, `request_id`.

    One row per executed visit or finished job. A visit is done by the helper on its row. A job by the helper whose yes
    stood when it was done: the latest one, for at most one at a time is meant (X07); without a yes it has no helper.
    Hours that were not written down are empty.
    """
    return visits_done(world).union(jobs_done(world))


def visits_done(world: "World") -> Table:
    """Return executed care visits as work, with the client of the care request."""
    visits = world.visits.filter(world.visits.status == "uitgevoerd")
    requests = world.care_asked.select(its_care="care_id", client_id="client_id")
    joined = visits.left_join(requests, [("care_id", "its_care")])
    return joined.select(
        "helper_id",
        "client_id",
        work_id=joined.visit_id,
        branch=ibis.literal("zorg"),
        worked_on=joined.planned_on,
        hours=joined.actual_hours,
        payer=joined.paid,
        request_id=joined.care_id,
    )


def jobs_done(world: "World") -> Table:
    """Return finished jobs as work, with the helper whose yes stood on the day it was done."""
    jobs = world.jobs.filter(world.jobs.status == "afgerond")
    agreed = world.accepted.filter(world.accepted.request_type == "klus")
    yes = agreed.select("helper_id", "responded_on", "offer_id", "match_end", its_job="request_id")
    joined = jobs.left_join(yes, [("job_id", "its_job")])
    stood = (joined.match_end >= joined.completed_on).fill_null(True)
    standing = joined.mutate(helper_id=ibis.ifelse(stood, joined.helper_id, ibis.null("string")))
    latest = world.first(
        standing,
        by="job_id",
        order=(standing.helper_id.isnull(), standing.responded_on.desc(), standing.offer_id.desc()),
    )
    return latest.select(
        "helper_id",
        "client_id",
        work_id=latest.job_id,
        branch=ibis.literal("klus"),
        worked_on=latest.completed_on,
        hours=latest.hours_worked,
        payer=latest.payer,
        request_id=latest.job_id,
    )
