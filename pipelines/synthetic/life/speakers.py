"""Who could bring a message: somebody of that branch who had dealings with the office about that time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.contacts import Speaker
from pipelines.synthetic.rows_people import Helper, Member
from pipelines.synthetic.rows_service import CareRequest, Job, Offer

RECENT = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Dealing:
    """A job or care request that somebody had on these days, and the helper who came."""

    client: str
    request: str
    first: date
    last: date
    helper: str | None


class Neighbourhood:
    """Knows who had dealings when; answers who says something."""

    def __init__(
        self,
        *,
        members: dict[str, Member],
        helpers: tuple[Helper, ...],
        jobs: tuple[Job, ...],
        requests: tuple[CareRequest, ...],
        offers: tuple[Offer, ...],
        as_of: date,
    ) -> None:
        self._members = members
        self._helpers = helpers
        self._dealings = _dealings(jobs, requests, offers, as_of=as_of)

    def speaker(self, branch: str, sender: str, day: date, chance: Chance) -> Speaker | None:
        """Return somebody who could say this on that day; None for people nobody knows."""
        recent = [
            one
            for one in self._dealings[branch]
            if one.first <= day <= one.last + RECENT and self._is_here(one.client, day)
        ]
        if sender in ("buurt", "portaal", "gemeente"):
            return None
        if sender == "helper":
            return self._helper(branch, recent, day, chance=chance)
        if not recent:
            return self._somebody(day, chance=chance)
        dealing = chance.pick(recent)
        carers = [m.member_id for m in self._members.values() if m.contact_for_id == dealing.client]
        number = carers[0] if sender == "mantelzorger" and carers else dealing.client
        helper = self._members[dealing.helper].first_name if dealing.helper else "de hulp"
        return Speaker(
            number=number,
            name=self._name(number),
            request=dealing.request,
            helper=dealing.helper,
            helper_name=helper,
        )

    def _helper(self, branch: str, recent: list[Dealing], day: date, *, chance: Chance) -> Speaker | None:
        men = [
            helper.helper_id
            for helper in self._helpers
            if helper.branch in (branch, "beide")
            and helper.active_from <= day <= (helper.active_until or day)
        ]
        if not men:
            return None
        number = chance.pick(men)
        client = self._members[chance.pick(recent).client].last_name if recent else "de klant"
        return Speaker(number=number, name=self._name(number), client_name=client)

    def _somebody(self, day: date, *, chance: Chance) -> Speaker | None:
        here = [
            number
            for number, row in self._members.items()
            if row.registered_on <= day and self._is_here(number, day)
        ]
        if not here:
            return None
        number = chance.pick(here)
        return Speaker(number=number, name=self._name(number))

    def _is_here(self, number: str, day: date) -> bool:
        ended = self._members[number].ended_on
        return ended is None or day < ended

    def _name(self, number: str) -> str:
        row = self._members[number]
        return " ".join(part for part in (row.first_name, row.infix, row.last_name) if part)


def _dealings(
    jobs: tuple[Job, ...], requests: tuple[CareRequest, ...], offers: tuple[Offer, ...], *, as_of: date
) -> dict[str, list[Dealing]]:
    came = {offer.request_id: offer.helper_id for offer in offers if offer.response == "ja"}
    found: dict[str, list[Dealing]] = defaultdict(list)
    for job in jobs:
        found["klus"].append(
            Dealing(
                client=job.client_id,
                request=job.job_id,
                first=job.reported_on,
                last=job.completed_on or job.closed_on or as_of,
                helper=came.get(job.job_id),
            )
        )
    for request in requests:
        found["zorg"].append(
            Dealing(
                client=request.client_id,
                request=request.care_id,
                first=request.requested_on,
                last=request.ended_on or as_of,
                helper=came.get(request.care_id),
            )
        )
    return found
