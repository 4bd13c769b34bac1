"""Asking helpers one after the other until somebody says yes, as the coordinator does it."""

from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.crew import Crewman
from pipelines.synthetic.life.days import Days, drawn
from pipelines.synthetic.rows_service import Offer
from pipelines.synthetic.world import World

FOUR_WEEKS = timedelta(days=28)
CHANNELS = {"whatsapp": 5.0, "telefoon": 3.5, "persoonlijk": 1.0, "e-mail": 0.5}
ANSWER_DAYS = {0: 5.0, 1: 3.0, 2: 1.5, 3: 0.5}
SILENCE_DAYS = {2: 3.0, 3: 2.0, 4: 1.0}  # until the next helper is asked
NO_REASONS = {"geen_tijd": 5.0, "te_ver": 0.7, "kan_niet": 2.0, "ziek": 0.8, "anders": 0.8, "te_veel": 0.4}
PRESSED_REASONS = {"te_veel": 3.0, "geen_tijd": 4.0, "kan_niet": 1.0}
STILL_OPEN = timedelta(days=3)  # silence counts as no answer after this
GROUP = 3  # helpers asked at once in the group app


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody must be found for."""

    branch: str  # klus or zorg
    request: str  # provisional number of the job or care request
    skills: frozenset[str]  # one of these is enough, all is better
    since: date
    ease: float  # factor on the chance of a yes
    tries: int  # helpers asked at most
    at_once: bool = False  # in the group app, several together


class AskBook:
    """Who was asked when: the coordinator's memory, from which pressure follows."""

    def __init__(self, men: tuple[Crewman, ...]) -> None:
        self.men = men
        self._asked: dict[str, list[date]] = {man.row.helper_id: [] for man in men}

    def recent(self, man: Crewman, day: date) -> int:
        """Return how often this helper was asked in the four weeks up to that day."""
        return sum(day - FOUR_WEEKS < asked <= day for asked in self._asked[man.row.helper_id])

    def note(self, man: Crewman, day: date) -> None:
        """Write down that this helper was asked that day."""
        self._asked[man.row.helper_id].append(day)

    def candidates(self, wanted: Wanted, day: date, *, barred: frozenset[str]) -> dict[Crewman, float]:
        """Return who could be asked, with the weight by which the coordinator thinks of them."""
        return {
            man: man.asked_first
            * (3 if wanted.skills <= set(man.row.skills) else 1)
            / (1 + self.recent(man, day)) ** (0.3 if man.asked_first > 1 else 1)
            for man in self.men
            if man.row.branch in (wanted.branch, "beide")
            and man.row.helper_id not in barred
            and man.can_be_asked_on(day)
            and wanted.skills & set(man.row.skills)
        }


def asks(
    book: AskBook,
    *,
    wanted: Wanted,
    world: World,
    days: Days,
    chance: Chance,
    barred: frozenset[str] = frozenset(),
) -> list[Offer]:
    """Return the offers made until the first yes, or until the coordinator gives up; none after `as_of`."""
    offers: list[Offer] = []
    day = wanted.since
    while (
        len(offers) < wanted.tries
        and day <= world.as_of
        and not any(offer.response == "ja" for offer in offers)
    ):
        barred |= {offer.helper_id for offer in offers}
        choice = book.candidates(wanted, day, barred=barred)
        if not choice:
            day += timedelta(days=7)
            if day - wanted.since > 2 * FOUR_WEEKS:
                break
            continue
        round_of = _round(book, wanted=wanted, choice=choice, day=day, world=world, chance=chance)
        offers += round_of
        day = _next_day(round_of, day, world=world, days=days, chance=chance)
    return offers


def _round(
    book: AskBook, *, wanted: Wanted, choice: dict[Crewman, float], day: date, world: World, chance: Chance
) -> list[Offer]:
    offers: list[Offer] = []
    for _ in range(GROUP if wanted.at_once else 1):
        if choice:
            man = chance.weighted(choice)
            del choice[man]
            taken = any(offer.response == "ja" for offer in offers)
            offers.append(_answer(book, man, wanted=wanted, day=day, world=world, taken=taken, chance=chance))
            book.note(man, day)
    return offers


def _answer(
    book: AskBook, man: Crewman, *, wanted: Wanted, day: date, world: World, taken: bool, chance: Chance
) -> Offer:
    pressed = book.recent(man, day) >= man.row.max_asks_4w
    faded = man.fades_on is not None and day >= man.fades_on
    yes = 0.0 if faded else man.willing * world.yes * wanted.ease * (0.75 if pressed else 1.0)
    mark = chance.share()
    response = "ja" if mark < yes else "geen_reactie" if faded or mark > 0.84 else "nee"
    if taken and response == "ja":
        response = "ingetrokken"  # somebody else in the group was first
    answered = day + timedelta(days=drawn(chance, ANSWER_DAYS, slowness=world.slowness))
    if (answered if response in ("ja", "nee") else day + STILL_OPEN) > world.as_of:
        response = "open"
    said = response in ("ja", "nee")
    return Offer(
        offer_id="",
        request_type=wanted.branch,
        request_id=wanted.request,
        helper_id=man.row.helper_id,
        offered_on=day,
        channel="groepsapp" if wanted.at_once else chance.weighted(CHANNELS),
        response=response,
        responded_on=answered if said else None,
        decline_reason=chance.weighted(PRESSED_REASONS if pressed else NO_REASONS)
        if response == "nee"
        else None,
        match_start=answered if response == "ja" else None,
    )


def _next_day(offers: list[Offer], day: date, *, world: World, days: Days, chance: Chance) -> date:
    answers = [offer.responded_on for offer in offers if offer.responded_on]
    silence = day + timedelta(days=drawn(chance, SILENCE_DAYS, slowness=world.slowness))
    return days.later(max(answers) if len(answers) == len(offers) else silence, workdays=0)
