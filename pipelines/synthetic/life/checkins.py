"""The monthly check with helpers: who answers, who finds it heavy, who is called back."""

from dataclasses import replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.asking import AskBook
from pipelines.synthetic.life.crew import Crewman
from pipelines.synthetic.life.days import Days, month_ends
from pipelines.synthetic.rows_voice import Checkin
from pipelines.synthetic.voices.answers import FINE, HEAVY
from pipelines.synthetic.world import World

ANSWERS = 0.73
LOADS = {1: 12.0, 2: 42.0, 3: 40.0, 4: 5.0, 5: 1.0}
HEAVY_LOADS = {3: 2.0, 4: 5.0, 5: 3.0}
LASTS = {"3_6_maanden": 12.0, "6_12_maanden": 38.0, "langer_dan_1_jaar": 50.0}
HEAVY_LASTS = {"korter_dan_1_maand": 2.0, "1_3_maanden": 5.0, "3_6_maanden": 3.0}
CALL_WORKDAYS = {1: 5.0, 2: 4.0, 4: 3.0, 7: 1.5, 12: 0.5}
ASKED_DAY = 25


def monthly_checkins(book: AskBook, *, world: World, days: Days, chance: Chance) -> tuple[Checkin, ...]:
    """Return one row per active helper per month, answered or not, numbered by day."""
    rows: list[Checkin] = []
    for last in month_ends(world.pilot_start, world.pilot_end):
        asked = days.later(last.replace(day=ASKED_DAY), workdays=0)
        for man in book.men:
            own = chance.fork(last, man.key)
            if asked <= world.as_of and _is_asked(man, asked):
                rows.append(_checkin(book, man, asked, world=world, days=days, chance=own))
    return tuple(replace(row, checkin_id=f"C{place:05d}") for place, row in enumerate(rows, 1))


def _is_asked(man: Crewman, day: date) -> bool:
    return man.row.active_from <= day and (man.row.active_until is None or day < man.row.active_until)


def _checkin(
    book: AskBook, man: Crewman, asked: date, *, world: World, days: Days, chance: Chance
) -> Checkin:
    row = Checkin(checkin_id="", helper_id=man.row.helper_id, asked_on=asked, wants_call=False)
    answered = asked + timedelta(days=chance.between(0, 5))
    faded = man.fades_on is not None and asked >= man.fades_on
    if faded or answered > world.as_of or not chance.happens(ANSWERS):
        return row
    heavy = _is_heavy(book, man, asked, world=world, chance=chance)
    load = chance.weighted(HEAVY_LOADS if heavy else LOADS)
    often = chance.weighted({"ja": 6.0, "soms": 4.0} if heavy else {"nee": 80.0, "soms": 19.0, "ja": 1.0})
    wants_call = chance.happens(0.5 if heavy else 0.06)
    row = replace(
        row,
        answered_on=answered,
        load=load,
        asked_too_often=often,
        perseverance=chance.weighted(HEAVY_LASTS if heavy else LASTS),
        felt_supported=chance.weighted({3: 2.0, 4: 5.0, 5: 3.0} if not heavy else {2: 2.0, 3: 5.0, 4: 2.0}),
        wants_call=wants_call,
        comment=chance.pick(HEAVY if heavy else FINE) if chance.happens(0.3) else None,
    )
    called = days.later(answered, workdays=chance.weighted(CALL_WORKDAYS))
    needs_call = wants_call or load >= 4 or often == "ja"
    return (
        replace(row, called_on=called)
        if needs_call and called <= world.as_of and chance.happens(0.9)
        else row
    )


def _is_heavy(book: AskBook, man: Crewman, day: date, *, world: World, chance: Chance) -> bool:
    """Whether it weighs: far more asked than agreed, about to stop for it, or the world is heavy."""
    pressed = book.recent(man, day) > man.row.max_asks_4w
    stops = man.row.stop_reason in ("overbelast", "te_druk") and (
        man.row.active_until or day
    ) - day < timedelta(days=75)
    return (pressed and chance.happens(0.75)) or stops or chance.happens(0.02 + world.heaviness)
