"""Requests for care: intake, looking for a helper, matches that hold or break, the end."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.asking import AskBook, Wanted, asks
from pipelines.synthetic.life.crew import NOT_YET, Crewman
from pipelines.synthetic.life.days import DAY, Days, drawn
from pipelines.synthetic.life.roster import Roster, Slot
from pipelines.synthetic.rows_service import CareRequest, Offer
from pipelines.synthetic.world import World

FUNDING = {"wmo_zin": 54.0, "particulier": 20.0, "vrijwillig": 15.0, "wmo_pgb": 10.0, "onbekend": 1.0}
REQUESTED_BY = {
    "zelf": 34.0,
    "mantelzorger": 28.0,
    "wijkteam": 22.0,
    "huisarts": 10.0,
    "portaal": 3.0,
    "anders": 3.0,
}
HELP = {
    "schoonmaak": 34.0,
    "schoonmaak;was": 14.0,
    "boodschappen;gezelschap": 16.0,
    "gezelschap": 12.0,
    "boodschappen": 8.0,
    "koken;boodschappen": 6.0,
    "begeleiding_vervoer": 5.0,
    "administratie;gezelschap": 3.0,
    "respijt": 2.0,
}
RHYTHM = {"wekelijks": 88.0, "tweewekelijks": 12.0}
INTAKE_DAYS = {2: 3.0, 4: 5.0, 6: 5.0, 8: 3.0, 11: 2.0, 15: 1.0}
START_DAYS = {2: 3.0, 4: 5.0, 6: 4.0, 8: 2.0, 12: 1.0}  # from the yes to the first visit
FIRST_END = {"over": 84.0, "geen_klik": 9.0, "onvrede_klant": 4.0, "andere_zorg": 3.0}
CARE_LASTS_WEEKS = {3: 2.0, 8: 4.0, 15: 7.0, 24: 8.0, 33: 7.0, 200: 72.0}
CARE_ENDS = {
    "hulp_niet_meer_nodig": 40.0,
    "andere_zorg": 25.0,
    "overleden": 15.0,
    "verhuisd": 12.0,
    "ontevreden": 8.0,
}
STAYING_ENDS = {"hulp_niet_meer_nodig": 60.0, "andere_zorg": 30.0, "ontevreden": 10.0}
MATCH_END_OF = {"ontevreden": "onvrede_klant"}
TURNED_AWAY = {"no": 91.0, "doorverwezen": 5.0, "niet_voor_ons": 2.0, "ingetrokken": 2.0}
TRIES, EASE = 7, 0.95
FILLED = 0.9  # of the hours a helper offers, promised at most
ROOM_TO_STAND_IN = 1  # clients less than agreed, so that there is room to stand in


@dataclass(frozen=True, kw_only=True)
class Match:
    """A helper who comes to a client at fixed hours, from and up to a day."""

    helper: Crewman
    slots: tuple[Slot, ...]
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class CareStory:
    """One request with who was asked and who came."""

    request: CareRequest
    offers: tuple[Offer, ...] = ()
    matches: tuple[Match, ...] = ()


class CareYear:
    """Finds helpers for requests, one request after the other in order of the day."""

    def __init__(self, *, world: World, book: AskBook, roster: Roster, days: Days) -> None:
        self._world, self._book, self._roster, self._days = world, book, roster, days
        self._by_id = {man.row.helper_id: man for man in book.men}

    def story(self, number: str, *, client: str, day: date, stays: bool, chance: Chance) -> CareStory:
        """Return what became of one request by `as_of`; `stays`: the client neither moves nor dies."""
        request = _asked(number, client=client, day=day, chance=chance)
        intake = self._days.later(
            day + timedelta(days=drawn(chance, INTAKE_DAYS, slowness=self._world.slowness)), workdays=0
        )
        turned = chance.weighted(TURNED_AWAY)
        if intake > self._world.as_of:
            return CareStory(request=request)
        if turned != "no":
            return CareStory(request=_turned_away(request, turned, intake, chance=chance))
        request = replace(request, intake_on=intake, status="intake")
        last_day = intake + timedelta(weeks=chance.weighted(CARE_LASTS_WEEKS))
        return self._looked_after(request, last_day=last_day, stays=stays, chance=chance.fork("matches"))

    def _looked_after(
        self, request: CareRequest, *, last_day: date, stays: bool, chance: Chance
    ) -> CareStory:
        """Match after match until the help ends; between two matches the client waits."""
        offers: list[Offer] = []
        matches: list[Match] = []
        since = request.intake_on or request.requested_on
        barred: frozenset[str] = frozenset()
        for turn in range(4):
            made, match = self._search(
                request, since=since, last_day=last_day, barred=barred, chance=chance.fork(turn)
            )
            offers += made
            if match is None:
                break
            matches.append(match)
            barred |= {match.helper.row.helper_id}
            since = match.until + DAY
            if match.until >= min(last_day, self._world.as_of):
                break
        reason = chance.fork("end").weighted(STAYING_ENDS if stays else CARE_ENDS)
        return self._closed(
            request, offers, matches, last_day=last_day, reason=reason, chance=chance.fork("end")
        )

    def _search(
        self, request: CareRequest, *, since: date, last_day: date, barred: frozenset[str], chance: Chance
    ) -> tuple[list[Offer], Match | None]:
        weekly = request.hours_week or 2.0
        hours = weekly / (2 if weekly > 2 else 1)
        offers = self._asked(request, since=since, hours=hours, barred=barred, chance=chance)
        yes = offers[-1] if offers and offers[-1].response == "ja" else None
        if yes is None or (yes.responded_on or date.max) >= last_day:
            in_time = [offer for offer in offers if (offer.responded_on or offer.offered_on) < last_day]
            return [offer for offer in in_time if offer is not yes], None
        match, reason = self._match(request, yes, hours=hours, last_day=last_day, chance=chance)
        ended = match.until <= self._world.as_of
        offers[-1] = replace(
            yes,
            match_start=match.since,
            match_end=match.until if ended else None,
            match_end_reason=reason if ended else None,
        )
        return offers, match

    def _asked(
        self, request: CareRequest, *, since: date, hours: float, barred: frozenset[str], chance: Chance
    ) -> list[Offer]:
        no_room = {man.row.helper_id for man in self._book.men if not self._has_room(man, since, hours=hours)}
        wanted = Wanted(
            branch="zorg",
            request=request.care_id,
            skills=frozenset(request.help_type),
            since=self._days.later(since, workdays=1),
            ease=EASE,
            tries=TRIES,
        )
        return asks(
            self._book,
            wanted=wanted,
            world=self._world,
            days=self._days,
            chance=chance,
            barred=barred | no_room | {request.client_id},
        )

    def _has_room(self, man: Crewman, day: date, *, hours: float) -> bool:
        if man.key == NOT_YET or not man.row.capacity_clients:
            return False
        pushed = self._world.heaviness
        most_clients = man.row.capacity_clients - ROOM_TO_STAND_IN + round(4 * pushed)
        promised = self._roster.hours_a_week(man, day=day + timedelta(days=14))
        return (
            self._roster.clients(man, day=day) < most_clients
            and promised + hours <= man.row.capacity_hours_week * (FILLED + pushed)
            and bool(self._roster.free_slots(man, since=day, hours=hours))
        )

    def _match(
        self, request: CareRequest, yes: Offer, *, hours: float, last_day: date, chance: Chance
    ) -> tuple[Match, str]:
        man = self._by_id[yes.helper_id]
        said = yes.responded_on or yes.offered_on
        leaves = man.row.active_until or date.max
        since = said + timedelta(days=drawn(chance, START_DAYS, slowness=self._world.slowness))
        since = min(since, last_day, leaves - DAY)
        reason, until = self._end_of_match(man, since, last_day=last_day, chance=chance)
        free = self._roster.free_slots(man, since=since, hours=hours)
        slots = chance.some(free, count=2 if (request.hours_week or 0) > 2 else 1)
        self._roster.take(man, slots=slots, care_id=request.care_id, since=since, until=until)
        return Match(helper=man, slots=tuple(slots), since=since, until=until), reason

    def _end_of_match(self, man: Crewman, since: date, *, last_day: date, chance: Chance) -> tuple[str, date]:
        ends = {"last": last_day}
        first = chance.weighted(FIRST_END)
        if first != "over":
            ends[first] = since + timedelta(days=chance.between(15, 80))
        if man.row.active_until:
            overloaded = man.row.stop_reason == "overbelast"
            ends["overbelast" if overloaded else "helper_gestopt"] = man.row.active_until - DAY
        reason = min(ends, key=lambda end: ends[end])
        return reason, max(ends[reason], since)

    def _closed(
        self,
        request: CareRequest,
        offers: list[Offer],
        matches: list[Match],
        *,
        last_day: date,
        reason: str,
        chance: Chance,
    ) -> CareStory:
        as_of = self._world.as_of
        if not matches:
            return CareStory(
                request=_still_waiting(request, offers, as_of=as_of, chance=chance), offers=tuple(offers)
            )
        if last_day > as_of:
            started = min(match.since for match in matches) <= as_of
            held = matches[-1].until >= as_of
            status = "wachtend" if not started else "lopend" if held or chance.happens(0.6) else "gepauzeerd"
            return CareStory(
                request=replace(request, status=status), offers=tuple(offers), matches=tuple(matches)
            )
        offers = [_ended_with(offer, last_day, reason) for offer in offers]
        ended = replace(request, status="beeindigd", ended_on=last_day, end_reason=reason)
        return CareStory(request=ended, offers=tuple(offers), matches=tuple(matches))


def _asked(number: str, *, client: str, day: date, chance: Chance) -> CareRequest:
    return CareRequest(
        care_id=number,
        client_id=client,
        requested_on=day,
        requested_by=chance.weighted(REQUESTED_BY),
        funding=chance.weighted(FUNDING),
        help_type=tuple(chance.weighted(HELP).split(";")),
        hours_week=chance.weighted({1.5: 1.0, 2.0: 4.0, 3.0: 7.0, 4.0: 8.0}),
        frequency=chance.weighted(RHYTHM),
        wanted_from=day + timedelta(days=chance.between(7, 21)) if chance.happens(0.25) else None,
        status="aangevraagd",
    )


def _turned_away(request: CareRequest, status: str, day: date, *, chance: Chance) -> CareRequest:
    reason = "andere_zorg" if status == "ingetrokken" else "buiten_aanbod"
    return replace(request, intake_on=day, status=status, ended_on=day, end_reason=reason)


def _still_waiting(request: CareRequest, offers: list[Offer], *, as_of: date, chance: Chance) -> CareRequest:
    last = max((offer.offered_on for offer in offers), default=request.intake_on or request.requested_on)
    gives_up = last + timedelta(days=chance.between(20, 45))
    if gives_up > as_of:
        return replace(request, status="wachtend" if offers else "intake")
    reason = chance.pick(("te_lang_gewacht", "geen_helper"))
    return replace(request, status="ingetrokken", ended_on=gives_up, end_reason=reason)


def _ended_with(offer: Offer, day: date, reason: str) -> Offer:
    if offer.match_end != day or offer.match_end_reason != "last":
        return offer
    return replace(offer, match_end_reason=MATCH_END_OF.get(reason, reason))
