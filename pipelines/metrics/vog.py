"""When a helper's VOG counts: the stretches of days between one VOG seen and the next."""

from typing import TYPE_CHECKING, Any

import ibis

from pipelines.metrics.expressions import day_after

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any


def stretches(world: "World") -> Table:
    """Return which VOG counts when: `its_helper`, `seen_from`, `seen_until` (not included) and the latest `issued_on`.

    One row per helper and day on which an approved VOG was seen, until the next one; so a day lies in at most one. Of
    those seen by then the one issued last counts: it is the last to need a recheck.
    """
    seen = world.vog_checks.filter(
        (world.vog_checks.status == "gezien_akkoord") & world.vog_checks.original_seen_on.notnull()
    )
    days = seen.group_by("as_of", its_helper=seen.helper_id, seen_from=seen.original_seen_on).aggregate(
        issued_on=seen.issued_on.max()
    )
    so_far = ibis.window(group_by="its_helper", order_by="seen_from", following=0)
    following = ibis.window(group_by="its_helper", order_by="seen_from")
    return days.select(
        "its_helper",
        "seen_from",
        seen_until=days.seen_from.lead().over(following).fill_null(day_after(days.as_of)),
        issued_on=days.issued_on.max().over(so_far),
    )
