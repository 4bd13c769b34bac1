"""Questions, complaints and remarks at the counter, and how the office dealt with them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.days import Days, drawn
from pipelines.synthetic.life.needs import spread_days
from pipelines.synthetic.rows_voice import Contact
from pipelines.synthetic.voices.answers import MEASURES
from pipelines.synthetic.voices.sayings import Saying, sayings_about
from pipelines.synthetic.world import World

KINDS = {"questions": 43.0, "complaints": 25.0, "compliments": 13.0, "remarks": 17.0}
TYPES = {"questions": "vraag", "complaints": "klacht", "compliments": "opmerking", "remarks": "opmerking"}
TONES = {"questions": "neutraal", "complaints": "ontevreden", "compliments": "compliment"}
CHANNELS = {
    "telefoon": 44.0,
    "e-mail": 18.0,
    "formulier": 12.0,
    "whatsapp": 12.0,
    "balie": 10.0,
    "brief": 4.0,
}
ANSWER_WORKDAYS = {0: 30.0, 1: 34.0, 2: 18.0, 3: 8.0, 5: 5.0, 8: 3.0, 12: 2.0}
VERDICT_DAYS = {3: 3.0, 7: 5.0, 12: 5.0, 20: 4.0, 30: 3.0, 39: 2.0, 55: 1.6}
OUTCOMES = {
    "gegrond": 30.0,
    "deels_gegrond": 25.0,
    "opgelost_in_gesprek": 30.0,
    "ongegrond": 13.0,
    "ingetrokken": 2.0,
}
ROLES = {
    "buurt": "buurtbewoner",
    "portaal": "portaal",
    "gemeente": "gemeente",
    "mantelzorger": "mantelzorger",
}
EARLY = 11
ACK_WORKDAYS = {0: 5.0, 1: 4.0, 2: 1.0}
ESCALATED_TO = {"mogelijke_calamiteit": "gemeente", "zwaar": "bestuur"}
TERM_DAYS = 42
HANDLERS = {"K1": 65.0, "K2": 35.0}


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Who could say something of this branch on this day, and about what."""

    number: str
    name: str
    request: str | None = None
    helper: str | None = None
    helper_name: str = "de hulp"
    client_name: str = "de klant"


Speakers = Callable[[str, str, date, Chance], Speaker | None]  # branch, sender, day


def contacts_received(*, speakers: Speakers, world: World, days: Days, chance: Chance) -> tuple[Contact, ...]:
    """Return every contact received by `as_of`, numbered by day."""
    rows: list[Contact] = []
    left = {kind: _shuffled(kind, chance=chance.fork(kind)) for kind in KINDS}
    weights = KINDS | {"complaints": KINDS["complaints"] * world.complaining}
    for turn, day in enumerate(spread_days(world, total=world.contacts, chance=chance.fork("days"))):
        own = chance.fork(turn)
        kind = own.weighted({kind: weight for kind, weight in weights.items() if left[kind]})
        if day <= world.as_of:
            said = left[kind].pop()
            speaker = speakers(said.branch, said.sender, day, own.fork("who"))
            rows.append(_contact(said, kind, day, speaker, world=world, days=days, chance=own))
    rows = _some_twice(rows, world=world, chance=chance.fork("twice"))
    rows.sort(key=lambda row: row.received_on)
    return _numbered(rows)


def _shuffled(kind: str, *, chance: Chance) -> list[Saying]:
    """All messages of a kind; what may be a calamity is among the first dozen told, once."""
    told = chance.some(sayings_about(kind), count=1000)
    grave = [said for said in told if said.severity == "mogelijke_calamiteit"]
    rest = [said for said in told if said not in grave]
    return rest[:-EARLY] + grave + rest[-EARLY:]


def _contact(
    said: Saying, kind: str, day: date, speaker: Speaker | None, *, world: World, days: Days, chance: Chance
) -> Contact:
    channel = chance.weighted(CHANNELS)
    row = Contact(
        contact_id=f"q{day}{chance.share()}",
        received_on=day,
        received_time=time(chance.between(8, 17), chance.between(0, 59))
        if channel in ("telefoon", "e-mail")
        else None,
        channel=channel,
        from_id=speaker.number if speaker and not chance.happens(0.08) else None,
        from_role=_role(said),
        branch=said.branch,
        type=TYPES[kind],
        sentiment=TONES.get(kind, "neutraal"),
        severity=said.severity if kind == "complaints" else None,
        about_request=speaker.request if speaker else None,
        about_helper=speaker.helper if speaker and "{helper}" in said.text else None,
        text=_words(said, speaker),
        themes=said.themes,
        handled_by=chance.weighted(HANDLERS),
    )
    return _handled(row, world=world, days=days, chance=chance.fork("handled"))


def _role(said: Saying) -> str:
    if said.sender == "client":
        return "zorgvrager" if said.branch == "zorg" else "huurder"
    if said.sender == "helper":
        return "zorghelper" if said.branch == "zorg" else "klusser"
    return ROLES[said.sender]


def _words(said: Saying, speaker: Speaker | None) -> str:
    who = speaker or Speaker(number="", name="een buurtbewoner")
    return said.text.format(me=who.name, helper=who.helper_name, client=who.client_name)


def _handled(row: Contact, *, world: World, days: Days, chance: Chance) -> Contact:
    """Return the contact with dates and outcome as far as they happened by `as_of`."""
    complaint = row.type == "klacht"
    acknowledged = days.later(row.received_on, workdays=drawn(chance, ACK_WORKDAYS, slowness=world.slowness))
    answered = _answered_on(row, acknowledged, world=world, days=days, chance=chance)
    extended = _extended_on(row, answered, chance=chance)
    closed = answered + timedelta(days=chance.between(0, 6))
    row = replace(
        row,
        acknowledged_on=_by(world, acknowledged if complaint else None),
        answered_on=_by(world, answered),
        extended_on=_by(world, extended),
        closed_on=_by(world, closed),
        escalated_to=ESCALATED_TO.get(row.severity or ""),
    )
    if not complaint or not row.closed_on:
        return row
    outcome = chance.weighted(OUTCOMES)
    return replace(row, outcome=outcome, measure=chance.pick(MEASURES) if chance.happens(0.6) else None)


def _answered_on(row: Contact, acknowledged: date, *, world: World, days: Days, chance: Chance) -> date:
    if row.type != "klacht":
        return days.later(row.received_on, workdays=drawn(chance, ANSWER_WORKDAYS, slowness=world.slowness))
    wait = drawn(chance, VERDICT_DAYS, slowness=min(world.slowness, 1.5))
    return max(acknowledged, days.later(row.received_on + timedelta(days=wait), workdays=0))


def _extended_on(row: Contact, answered: date, *, chance: Chance) -> date | None:
    """Return when somebody wrote that it takes longer; for half of the late ones nobody did."""
    if row.type != "klacht" or answered <= row.received_on + timedelta(days=TERM_DAYS):
        return None
    written = row.received_on + timedelta(days=chance.between(30, 40))
    return written if chance.fork("written").happens(0.5) else None


def _by(world: World, day: date | None) -> date | None:
    return day if day and day <= world.as_of else None


def _some_twice(rows: list[Contact], *, world: World, chance: Chance) -> list[Contact]:
    """Two complaints reach the office by a second way; one comes back after it was closed."""
    complaints = [row for row in rows if row.type == "klacht" and row.closed_on]
    if len(complaints) < 10:
        return rows
    doubled = chance.some(complaints, count=2)
    copies = [
        replace(
            row,
            contact_id=f"{row.contact_id}b",
            received_on=min(row.received_on + timedelta(days=2), row.closed_on or world.as_of),
            received_time=None,
            channel="brief",
            acknowledged_on=None,
            extended_on=None,
            answered_on=row.closed_on,
            duplicate_of=row.contact_id,
        )
        for row in doubled
    ]
    back = next(
        row for row in complaints if row not in doubled and (row.closed_on or world.as_of) < world.as_of
    )
    day = min((back.closed_on or world.as_of) + timedelta(days=9), world.as_of)
    return [replace(row, reopened_on=day) if row is back else row for row in rows] + copies


def _numbered(rows: list[Contact]) -> tuple[Contact, ...]:
    numbers = {row.contact_id: f"Q{place:05d}" for place, row in enumerate(rows, 1)}
    return tuple(
        replace(row, contact_id=numbers[row.contact_id], duplicate_of=numbers.get(row.duplicate_of or ""))
        for row in rows
    )
