"""The short answer below each page's question, computed from the released figures."""

from collections.abc import Sequence

from dashboard.charts.breakdown import largest_part
from dashboard.charts.growing import outlook
from dashboard.charts.waiting_time import headline
from dashboard.components.finding_cards import main_finding, main_findings
from dashboard.session import Visit
from dashboard.shown import Finding, Released, Standing, State, Verdict
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import agreeing, counted, listed, long_day, short_number
from dashboard.words.sentences import (
    NOT_FOLLOWED,
    WHOLE_PILOT,
    answer_text,
    goal_text,
    is_empty,
    is_zero,
    label,
    nouns,
    value_text,
)
from dashboard.words.statements import statement
from dashboard.words.verdicts import verdicts_text
from pipelines.vocabulary.audiences import Audience


def overview_answer(released: Released, *, visit: Visit) -> str:
    """Return who takes part, how the targets stand, and how far the pilot is."""
    return " ".join(part for part in (_reach(released), _verdicts(released), pilot_day(visit)) if part)


def pilot_day(visit: Visit) -> str:
    """Return how far the pilot is; for a reader of an edition, how far it was on the day of the figures."""
    fresh = visit.freshness
    if visit.today > fresh.pilot_end <= visit.as_of:
        return say("overview.finished")
    days = (fresh.pilot_end - fresh.pilot_start).days + 1
    day = (visit.as_of - fresh.pilot_start).days + 1
    if visit.outside:
        return say("overview.progress_then", date=long_day(visit.as_of), day=day, days=days)
    return say("overview.progress", day=day, days=days)


def count_towards_target(finding: Finding) -> str:
    """Return a count with the target it has not reached yet: 34 van de 50 huurders."""
    value = finding.value or 0
    if finding.target is None or value >= finding.target:
        return counted(value, *nouns(finding.code))
    return say(
        "overview.reached_of", value=short_number(value), target=counted(finding.target, *nouns(finding.code))
    )


def _reach(released: Released) -> str:
    tenants, clients = (
        main_finding(released, "participating_tenants"),
        main_finding(released, "participating_care_clients"),
    )
    if tenants is None or clients is None or tenants.hidden or clients.hidden:
        alone = [one for one in (tenants, clients) if one is not None and not one.hidden and one.value]
        return " ".join(answer_text(one) for one in alone)
    return say(
        f"overview.reached{'_period' if WHOLE_PILOT in tenants.caveats else ''}",
        tenants=count_towards_target(tenants),
        join=agreeing(tenants.value or 0, *texts("overview")["join"]),
        clients=count_towards_target(clients),
        get=agreeing(clients.value or 0, *texts("overview")["get"]),
    )


def _verdicts(released: Released) -> str:
    judged = tuple(
        finding
        for finding in released.findings
        if finding.verdict is not None and finding is main_finding(released, finding.code)
    )
    if not judged:
        return say("overview.no_verdicts")
    missed = [label(finding.code) for finding in judged if finding.verdict is Verdict.NOT_MET]
    counts = verdicts_text(judged, on_page=True)
    return f"{counts} {say('overview.missed', names=listed(missed))}" if missed else counts


def participation_answer(released: Released) -> str:
    """Return who takes part and where that will probably end."""
    found = [
        finding
        for code in ("participating_tenants", "participating_care_clients")
        if (finding := main_finding(released, code)) is not None
    ]
    shown = [finding for finding in found if not finding.hidden]
    if not shown:
        return say("overview.no_verdicts")
    parts = listed([count_towards_target(finding) for finding in shown])
    expected = [" ".join(outlook(finding)[:1]) for finding in shown if finding.projection is not None]
    persons = sum(finding.value or 0 for finding in shown)
    join = agreeing(persons, *texts("overview")["join"])
    of_period = any(WHOLE_PILOT in finding.caveats for finding in shown)
    key = "reached_period" if of_period else "reached"
    return " ".join([say(f"participation.{key}", parts=parts, join=join), *expected])


def told(released: Released, codes: Sequence[str], *, page: str, about: tuple[str, str] | None = None) -> str:
    """Return one sentence per figure that may be said; that it is too few to show, or too early, when none may.

    `about`: a figure and what it is split by; then its largest part is said, or that the parts are too small.
    """
    found = main_findings(released, codes)
    known = [finding for finding in found if not finding.hidden and finding.value is not None]
    said = [_judged(finding) for finding in known if NOT_FOLLOWED not in finding.caveats]
    hidden = any(one.hidden for one in found)
    if not said:  # of what else stands on the page, the first that is known
        rest = (one for one in released.findings if one.code not in codes)
        others = [one for one in rest if not one.hidden and not is_empty(one) and one.value is not None]
        said = [statement(one) for one in others[:1]]
    if said:
        return " ".join(
            [*said, *_about(released, about), *([say("pages.answer_rest_hidden")] if hidden else [])]
        )
    return say("pages.answer_hidden" if hidden else f"{page}.none")


def _about(released: Released, about: tuple[str, str] | None) -> list[str]:
    found = main_finding(released, about[0]) if about else None
    if about is None or found is None or found.hidden or is_empty(found) or is_zero(found):
        return []
    largest = largest_part(found, by=about[1])
    if not largest and released.audience.external:
        return []  # an edition does not tell whether a breakdown is too small or not for this reader
    return [f"{largest}."] if largest else [say("breakdowns.all_small")]


def _judged(finding: Finding) -> str:
    """Return a figure as a sentence, with its target and verdict where it has one."""
    answer = answer_text(finding)
    if finding.verdict is None or is_empty(finding):
        return answer
    return say(
        "pages.answer_judged",
        answer=answer.rstrip("."), target=goal_text(finding), verdict=finding.verdict.value,
    )  # fmt: skip


def response_answer(released: Released) -> str:
    """Return how soon half of the people are helped, for jobs and for care."""
    found = [
        finding
        for code in ("job_first_response", "job_lead_time", "care_wait_time")
        if (finding := main_finding(released, code)) is not None
    ]
    halves = [
        f"{headline(finding)}." for finding in found if finding.curve is not None and finding.curve.points
    ]
    unseen = any(finding.hidden or (finding.curve is not None and finding.curve.cut) for finding in found)
    return " ".join(halves) or say("pages.answer_hidden" if unseen else "response_time.none")


def trust_answer(released: Released, *, corrected: int) -> str:
    """Return how complete the records are, and how many figures of the last edition were put right afterwards."""
    found = main_finding(released, "record_completeness")
    if found is None or is_empty(found):
        return say("trust.complete_none")
    first = statement(found) if found.hidden else say("trust.complete", share=value_text(found))
    changed = say("trust.changed_one" if corrected == 1 else "trust.changed", count=corrected)
    return " ".join([first, say("trust.verdicts"), *([changed] if corrected else [])])


def release_answer(standings: Sequence[Standing]) -> str:
    """Return until when each audience outside has figures, and how many proposals wait."""
    said = []
    for audience in (Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE):
        had = [each for each in standings if each.audience is audience and each.state is State.RELEASED]
        name = say(f"release.audiences.{audience.value}")
        sentence = (
            say("release.answer_has", audience=name, day=long_day(had[-1].as_of))
            if had
            else say("release.answer_nothing", audience=name)
        )
        said.append(sentence[0].upper() + sentence[1:])
    waiting = sum(each.state is State.PROPOSED for each in standings)
    if waiting:
        key = "answer_waiting_one" if waiting == 1 else "answer_waiting"
        said.append(say(f"release.{key}", count=waiting))
    return " ".join(said)
