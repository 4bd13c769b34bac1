"""The jobs: reported, answered, matched, planned, done, or not."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.asking import AskBook, Wanted, asks
from pipelines.synthetic.life.days import Days, drawn
from pipelines.synthetic.life.job_text import Question
from pipelines.synthetic.rows_service import Job, Offer
from pipelines.synthetic.voices import jobs as voice
from pipelines.synthetic.world import World

RESPONSE_WORKDAYS = {0: 50.0, 1: 34.0, 2: 9.0, 3: 4.0, 4: 2.0, 6: 1.0}
APPOINTMENT_WORKDAYS = {0: 7.0, 1: 26.0, 2: 27.0, 3: 18.0, 4: 10.0, 5: 6.0, 7: 4.0, 9: 2.0}
MOVED_WORKDAYS = {1: 4.0, 2: 3.0, 4: 2.0, 6: 1.0}
PATIENCE_DAYS = {6: 3.0, 10: 5.0, 16: 8.0, 24: 8.0, 1000: 76.0}
TRIES = {"spoed": 6, "normaal": 4, "gepland": 4}
CHANNELS = {
    "telefoon": 40.0,
    "formulier": 22.0,
    "whatsapp": 15.0,
    "balie": 12.0,
    "e-mail": 7.0,
    "huisbezoek": 3.0,
    "brief": 1.0,
}
AFTER_YES = {"done": 93.0, "zelf": 2.5, "vakwerk": 2.5, "weg": 1.0, "onveilig": 1.0}


@dataclass(frozen=True, kw_only=True)
class JobStory:
    """One job with everything asked for it."""

    job: Job
    offers: tuple[Offer, ...] = ()


def reported(
    number: str, *, client: str, day: date, landlord: str, question: Question, chance: Chance
) -> Job:
    """Return the job as it is written down when it comes in."""
    channel = chance.weighted(CHANNELS)
    known = channel == "formulier" or (channel not in ("brief", "huisbezoek") and chance.happens(0.78))
    clock = time(chance.between(8, 20), chance.between(0, 59)) if known else None
    planned = question.urgency == "gepland"
    return Job(
        job_id=number,
        client_id=client,
        reported_on=day,
        reported_time=clock,
        reported_daypart=_daypart(clock) if clock else ("onbekend" if chance.happens(0.5) else "ochtend"),
        channel=channel,
        landlord_at_report=landlord,
        category=question.category,
        description=question.description,
        urgency=question.urgency,
        responsibility=question.responsibility,
        wanted_by=day + timedelta(days=chance.between(14, 45)) if planned else None,
        status="gemeld",
    )


def job_story(
    job: Job, *, book: AskBook, world: World, days: Days, barred: frozenset[str], chance: Chance
) -> JobStory:
    """Return what became of a reported job by `as_of`."""
    slowness = 1.0 if job.urgency == "spoed" else world.job_slowness(job.reported_on)
    first = days.later(job.reported_on, workdays=drawn(chance, RESPONSE_WORKDAYS, slowness=slowness))
    if first > world.as_of:
        return JobStory(job=job)
    clock = (
        time(chance.between(9, 16), chance.between(0, 59))
        if chance.happens(0.5) and first > job.reported_on
        else None
    )
    job = replace(job, first_response_on=first, first_response_time=clock, status="in_behandeling")
    refused = _refused(job, days=days, chance=chance)
    if refused:
        return JobStory(job=refused if (refused.closed_on or first) <= world.as_of else job)
    wanted = Wanted(
        branch="klus",
        request=job.job_id,
        skills=voice.SKILLS[job.category],
        since=first,
        ease=voice.EASE.get(job.category, 1.0),
        tries=TRIES[job.urgency],
        at_once=job.urgency == "spoed" or chance.happens(0.08),
    )
    offers = asks(book, wanted=wanted, world=world, days=days, chance=chance.fork("asks"), barred=barred)
    return _outcome(job, offers, world=world, days=days, chance=chance.fork("outcome"))


def _daypart(clock: time) -> str:
    return "ochtend" if clock.hour < 12 else "middag" if clock.hour < 18 else "avond"


def _refused(job: Job, *, days: Days, chance: Chance) -> Job | None:
    """Return the job sent elsewhere or turned down at the door; None when it is taken on."""
    closed = days.later(job.first_response_on or job.reported_on, workdays=chance.between(0, 3))
    landlord = voice.REFERRED_TO.get(job.landlord_at_report)
    if job.responsibility == "verhuurder" and chance.happens(0.6):
        to = landlord or "andere_verhuurder"
        return replace(
            job, status="doorverwezen", close_reason="taak_verhuurder", referred_to=to, closed_on=closed
        )
    if chance.happens(0.02):
        return replace(
            job,
            status="doorverwezen",
            close_reason="vakwerk_nodig",
            referred_to="vakbedrijf",
            closed_on=closed,
        )
    if chance.happens(0.025):
        reason = chance.pick(("anders", "vakwerk_nodig", "onveilig"))
        return replace(job, status="niet_voor_ons", close_reason=reason, closed_on=closed)
    return None


def _outcome(job: Job, offers: list[Offer], *, world: World, days: Days, chance: Chance) -> JobStory:
    patience = job.reported_on + timedelta(days=chance.weighted(PATIENCE_DAYS))
    yes = next((offer for offer in offers if offer.response == "ja"), None)
    said = (yes.responded_on if yes else None) or date.max
    if patience < said and patience <= world.as_of:
        day = days.later(max(patience, job.first_response_on or patience), workdays=0)
        return _withdrawn(job, offers, day=day, world=world, chance=chance)
    if yes:
        return _planned(job, offers, yes, world=world, days=days, chance=chance)
    last = max((offer.offered_on for offer in offers), default=job.first_response_on or job.reported_on)
    given_up = days.later(last, workdays=chance.between(4, 12))
    if given_up > world.as_of or any(offer.response == "open" for offer in offers):
        return JobStory(job=job, offers=tuple(offers))
    closed = replace(job, status="niet_mogelijk", close_reason="geen_klusser", closed_on=given_up)
    return JobStory(job=closed, offers=tuple(offers))


def _withdrawn(job: Job, offers: list[Offer], *, day: date, world: World, chance: Chance) -> JobStory:
    """End it for a client who no longer waits: nothing is asked after that day, what was open is taken back."""
    if day > world.as_of:
        return JobStory(job=job, offers=tuple(offers))
    reason = chance.weighted(
        {"te_lang_gewacht": 5.0, "klant_zelf_opgelost": 3.0, "te_duur": 1.0, "klant_onbereikbaar": 1.0}
    )
    kept = []
    for offer in offers:
        if offer.offered_on <= day:
            late = offer.response == "open" or (offer.responded_on or day) > day
            kept.append(_taken_back(offer) if late else offer)
    closed = replace(job, status="ingetrokken_klant", close_reason=reason, closed_on=day)
    return JobStory(job=closed, offers=tuple(kept))


def _taken_back(offer: Offer) -> Offer:
    return replace(offer, response="ingetrokken", responded_on=None, decline_reason=None, match_start=None)


def _planned(
    job: Job, offers: list[Offer], yes: Offer, *, world: World, days: Days, chance: Chance
) -> JobStory:
    said = yes.responded_on or yes.offered_on
    slowness = 1.0 if job.urgency == "spoed" else world.job_slowness(said)
    wait = drawn(chance, APPOINTMENT_WORKDAYS, slowness=slowness)
    first = days.later(said, workdays=0 if job.urgency == "spoed" else wait)
    if job.wanted_by:
        first = days.later(max(first, job.wanted_by - timedelta(days=chance.between(0, 10))), workdays=0)
    moved = days.later(first, workdays=chance.weighted(MOVED_WORKDAYS)) if chance.happens(0.13) else first
    job = replace(job, appointment_first_on=first, appointment_on=moved, status="ingepland")
    if moved > world.as_of:
        return JobStory(job=job, offers=tuple(offers))
    ended, closed = _carried_out(job, moved, chance=chance)
    end = "afgerond" if closed.status == "afgerond" else "anders"
    finished = replace(yes, match_end=ended, match_end_reason=end)
    return JobStory(job=closed, offers=tuple(finished if offer is yes else offer for offer in offers))


def _carried_out(job: Job, day: date, *, chance: Chance) -> tuple[date, Job]:
    end = chance.weighted(AFTER_YES)
    if end != "done":
        status, reason = {
            "zelf": ("ingetrokken_klant", "klant_zelf_opgelost"),
            "vakwerk": ("niet_mogelijk", "vakwerk_nodig"),
            "weg": ("niet_mogelijk", "klant_onbereikbaar"),
            "onveilig": ("niet_mogelijk", "onveilig"),
        }[end]
        return day, replace(job, status=status, close_reason=reason, closed_on=day)
    payer = _payer(job, chance=chance)
    price = 0.0 if payer == "gratis" else chance.pick(voice.PRICES)
    return day, replace(
        job,
        status="afgerond",
        completed_on=day,
        hours_worked=chance.pick(voice.HOURS),
        payer=payer,
        price_eur=price,
    )


def _payer(job: Job, *, chance: Chance) -> str:
    if job.responsibility == "verhuurder":
        return job.landlord_at_report if job.landlord_at_report in voice.REFERRED_TO else "gratis"
    if job.category == "veiligheid_in_huis" and chance.happens(0.3):
        return "gemeente"
    return chance.weighted({"huurder": 70.0, "gratis": 18.0, "fonds": 12.0})
