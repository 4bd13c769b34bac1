"""All requests for care in order of the day; some come back with a changed need."""

from dataclasses import replace
from datetime import timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.care import CareStory, CareYear
from pipelines.synthetic.life.needs import Need
from pipelines.synthetic.life.town import Town
from pipelines.synthetic.world import World

BACK_SHARE = 0.7  # of those whose help ended well or badly, not by moving or dying
COMES_BACK = ("hulp_niet_meer_nodig", "ontevreden")


def care_stories(
    year: CareYear, *, needs: tuple[Need, ...], town: Town, world: World, chance: Chance
) -> tuple[CareStory, ...]:
    """Return every request made by `as_of`, numbered in order of the day."""
    tenants = {person.number for person in town.people.values() if "tenant" in person.roles}
    waiting = [
        (need.day, town.number(town.clients[need.person]), "")
        for need in needs[: len(town.clients)]
        if need.day <= world.as_of
    ]
    told: list[CareStory] = []
    while waiting:
        waiting.sort()
        day, client, previous = waiting.pop(0)
        number = f"Z{len(told) + 1:04d}"
        own = chance.fork(number)
        story = year.story(number, client=client, day=day, stays=client in tenants, chance=own)
        told.append(replace(story, request=replace(story.request, previous_id=previous or None)))
        ended = story.request.ended_on
        if (
            story.request.end_reason in COMES_BACK
            and ended
            and not previous
            and own.fork("back").happens(BACK_SHARE)
        ):
            again = ended + timedelta(days=own.fork("again").between(15, 60))
            waiting += [(again, client, number)] * (again <= world.as_of)
    return tuple(told)
