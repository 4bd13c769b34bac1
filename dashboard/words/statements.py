"""What a figure says in one sentence, and what cannot be said yet: why not, and when it can."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.shown import Finding, Verdict
from dashboard.words.catalogue import say, texts
from dashboard.words.concluding import FEW, in_words
from dashboard.words.numbers import counted, listed, long_day, long_month
from dashboard.words.sentences import (
    COUNTS,
    GRADE,
    TIME_UNITS,
    branch_text,
    is_empty,
    is_zero,
    label,
    leaning_text,
    none_text,
    nouns,
    says_text,
    value_text,
    words_of,
)

NAMED = 4  # hidden figures that are named; more are counted
FURTHEST = 3 * 365  # days ahead; a pace of a year says nothing about later


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The days an answer can come on: `start` and `end` of the pilot, `following`: of the next figures, None after it."""

    start: date
    end: date
    following: date | None


@dataclass(frozen=True, kw_only=True)
class OpenPoint:
    """Something that is not known yet: what, why not, and when it will be."""

    what: str
    why: str
    when: str


def name_of(finding: Finding) -> str:
    """Return the label of a figure, with its branch where the figure is asked for both branches."""
    return name_in(finding.code, finding.branch)


def name_in(code: str, branch: str | None) -> str:
    """Return the label of a figure by its code, with the branch where the figure is asked for both branches."""
    if branch is None or not texts("figures").get(code, {}).get("both_branches"):
        return label(code)
    return say("statements.branch", label=label(code), branch=branch_text(branch))


def name_apart(finding: Finding) -> str:
    """Return the label of a figure beside figures of one branch: of both branches together it says so."""
    if finding.branch is None and texts("figures")[finding.code].get("both_branches"):
        return say("statements.branch", label=label(finding.code), branch=say("statements.both"))
    return name_of(finding)


def value_words(finding: Finding) -> str:
    """Return the value with its word or unit: 51 huurders, 8 klachten, 2,3 per 100 diensten."""
    if finding.unit in COUNTS and finding.value is not None and not finding.hidden:
        return counted(finding.value, *nouns(finding.code))
    return in_words(finding)


def statement(finding: Finding) -> str:
    """Return a figure as one sentence: value, what it is about; why there is none where there is none."""
    if finding.hidden:
        return say("statements.hidden", label=name_of(finding))
    if is_empty(finding):
        return none_text(finding.code)
    if is_zero(finding):
        return _sentence(says_text(finding))
    if finding.value is None:
        return say("statements.not_reached", label=name_of(finding))
    value = value_text(finding)
    own = words_of(finding.code, finding.branch).get("sentence")
    if own:
        return str(own).format(value=value)
    if finding.unit in COUNTS:
        value = counted(finding.value, *nouns(finding.code))
    colon = ":" if finding.unit in TIME_UNITS or finding.unit in {GRADE, "euro"} else ""
    return _sentence(f"{value}{colon} {says_text(finding)}")


def open_points(findings: Sequence[Finding], *, calendar: Calendar) -> tuple[OpenPoint, ...]:
    """Return what the findings leave open, each with when it can be said; the hidden ones as one."""
    listed_apart = [finding for finding in findings if not finding.hidden]
    hidden = [name_of(finding) for finding in findings if finding.hidden]
    found = (_open_point(finding, calendar=calendar) for finding in listed_apart)
    together = (
        OpenPoint(
            what=listed(hidden) if len(hidden) <= NAMED else say("statements.many_hidden", count=len(hidden)),
            why=say("statements.too_few_persons"),
            when=known_when(calendar, key="next_if_larger"),
        ),
    )
    return (*(point for point in found if point is not None), *(together if hidden else ()))


def known_when(calendar: Calendar, *, key: str = "next") -> str:
    """Return when the next figures come; that there are none any more after the pilot."""
    if calendar.following is None:
        return say("statements.no_more")
    return say(f"statements.{key}", day=long_day(calendar.following))


def _open_point(finding: Finding, *, calendar: Calendar) -> OpenPoint | None:
    why, when = "", known_when(calendar)
    if is_empty(finding):
        why = none_text(finding.code)
    elif finding.value is None:
        why = say("statements.too_early")
    elif finding.verdict is Verdict.UNDECIDED:
        why, when = _sentence(f"{value_text(finding)}. {leaning_text(finding)}"), _decided(finding, calendar)
    elif finding.verdict is None and FEW & set(finding.caveats):
        why = _sentence(f"{value_text(finding)}. {say('statements.few')}")
    return OpenPoint(what=name_of(finding), why=why, when=when) if why else None


def _decided(finding: Finding, calendar: Calendar) -> str:
    """Return when a verdict can fall if cases keep coming as they did since the start of the pilot."""
    so_far = finding.value if finding.unit == "persons" else finding.n
    if texts("figures")[finding.code].get("recent"):
        return say("statements.recent")
    if not so_far or not finding.more_needed:
        return known_when(calendar)
    days = (finding.as_of - calendar.start).days + 1
    ahead = finding.more_needed * days / so_far
    if ahead > FURTHEST:
        return say("statements.far")
    day = finding.as_of + timedelta(days=ahead)
    return say("statements.pace_after" if day > calendar.end else "statements.pace", month=long_month(day))


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('.')}."
