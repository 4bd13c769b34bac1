"""Certificates of conduct (VOG): asked for before the start, one renewed too late, one still on its way."""

from dataclasses import replace
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.crew import LAPSED, NOT_YET, Crewman
from pipelines.synthetic.life.days import DAY
from pipelines.synthetic.rows_people import VogCheck
from pipelines.synthetic.world import World

OLD_ISSUE, NEW_REQUEST, NEW_ISSUE = date(2023, 3, 6), date(2026, 3, 9), date(2026, 3, 24)  # of the lapse


def vog_checks_of(world: World, *, men: tuple[Crewman, ...], chance: Chance) -> tuple[VogCheck, ...]:
    """Return the certificate requests of everybody who comes into homes for care, and of most job helpers."""
    checks: list[VogCheck] = []
    large = sum(world.crew.values()) >= 8
    for man in men:
        if man.row.branch != "klus" or chance.happens(0.7):
            checks += _requests(man, world, special=man.key if large else "", chance=chance.fork(man.key))
    checks.sort(key=lambda check: (check.requested_on, check.helper_id))
    return tuple(_numbered(check, place) for place, check in enumerate(checks, 1))


def _numbered(check: VogCheck, place: int) -> VogCheck:
    return replace(check, vog_id=f"V{place:04d}")


def _requests(man: Crewman, world: World, *, special: str, chance: Chance) -> list[VogCheck]:
    start = man.row.active_from
    if special == NOT_YET:
        return [_check(man, requested=start - timedelta(days=4), chance=chance)]
    if special != LAPSED:
        issued = start - timedelta(days=chance.between(12, 40))
        return [
            _check(
                man,
                requested=issued - timedelta(days=14),
                issued=issued,
                seen_after=chance.between(2, 9),
                chance=chance,
            )
        ]
    checks = [
        _check(
            man,
            requested=OLD_ISSUE - timedelta(days=20),
            issued=OLD_ISSUE,
            seen_on=man.row.agreement_on,
            chance=chance,
        )
    ]
    if world.as_of >= NEW_ISSUE + 3 * DAY:
        checks.append(
            _check(man, requested=NEW_REQUEST, issued=NEW_ISSUE, seen_on=NEW_ISSUE + 3 * DAY, chance=chance)
        )
    return checks


def _check(
    man: Crewman,
    *,
    requested: date,
    chance: Chance,
    issued: date | None = None,
    seen_after: int = 0,
    seen_on: date | None = None,
) -> VogCheck:
    seen = seen_on or (issued + timedelta(days=seen_after) if issued else None)
    return VogCheck(
        vog_id="",
        helper_id=man.row.helper_id,
        requested_on=requested,
        issued_on=issued,
        original_seen_on=seen,
        seen_by=chance.pick(("K1", "K2")) if seen else None,
        profile="45" if man.row.branch != "klus" else "algemeen_personen",
        status="gezien_akkoord" if seen else "aangevraagd",
        free_scheme=man.row.engagement == "vrijwilliger",
    )
