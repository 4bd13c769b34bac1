"""What a year of findings lets one conclude, in Dutch sentences computed from them: proven, not proven, undecided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.shown import Finding, Released, Verdict
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import agreeing, short_number
from dashboard.words.sentences import (
    branch_text,
    extent_text,
    goal_text,
    is_quotient,
    label,
    leaning_text,
    target_text,
    value_text,
)
from dashboard.words.verdicts import verdicts_text
from pipelines.vocabulary.words.figures.labels import UNITS

SPELLED = {"%", "working days", "days", "1-10", "euro", "hours"}  # units that `value_text` writes itself
COUNTS = {
    "persons",
    "jobs",
    "contacts",
    "complaints",
    "pairs",
}  # units of figures that are themselves the count
FEW = {"indicative", "few_cases", "one_case"}


@dataclass(frozen=True, kw_only=True)
class Conclusions:
    """The sentences of an evaluation, by what they let one conclude."""

    short: str
    met: tuple[str, ...]
    missed: tuple[str, ...]
    undecided: tuple[str, ...]
    without_target: tuple[str, ...]
    hidden: tuple[str, ...]


def conclusions(released: Released) -> Conclusions:
    """Return what the findings of a release let one conclude; both branches together where there are two."""
    found = whole(released)
    shown = [finding for finding in found if not finding.hidden]
    return Conclusions(
        short=_short(shown),
        met=_judged(shown, Verdict.MET),
        missed=_judged(shown, Verdict.NOT_MET),
        undecided=_judged(shown, Verdict.UNDECIDED),
        without_target=tuple(sentence(finding) for finding in shown if finding.verdict is None),
        hidden=tuple(named(finding) for finding in found if finding.hidden),
    )


def whole(released: Released) -> tuple[Finding, ...]:
    """Return one finding per figure: all of it, or the only branch it has."""
    first: dict[str, Finding] = {}
    for finding in released.findings:
        first.setdefault(finding.code, finding)
    return tuple(first.values())


def sentence(finding: Finding) -> str:
    """Return a finding as sentences: value, interval, target, what would decide, and caution where n is small."""
    known = finding.value is not None
    value = say("evaluation.value", label=named(finding), value=_value(finding))
    said = (
        " ".join(part for part in (value, _of(finding)) if part) + ".",
        say("evaluation.extent", extent=extent_text(finding)) if extent_text(finding) else "",
        "" if finding.target is None else f"{target_text(finding)}.",
        _leaning(finding),
        say("evaluation.caution") if known and FEW & set(finding.caveats) else "",
    )
    return " ".join(part for part in said if part)


def named(finding: Finding) -> str:
    """Return the label of a figure, with its branch where it has several."""
    if finding.branch is None:
        return label(finding.code)
    return say("evaluation.branch", label=label(finding.code), branch=branch_text(finding.branch))


def in_words(finding: Finding) -> str:
    """Return the value with its unit written out: 51 personen, 1 persoon, 8 %."""
    if finding.value is None or finding.unit in SPELLED:
        return value_text(finding)
    return f"{value_text(finding)} {agreeing(finding.value, *UNITS[finding.unit])}"


def overview(findings: Iterable[Finding]) -> str:
    """Return the findings as a table in Markdown."""
    keys = ("figure", "value", "count", "range", "target", "verdict")
    head = tuple(say(f"evaluation.columns.{key}") for key in keys)
    rows = (head, ("---",) * len(head), *(_row(finding) for finding in findings))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def chapter(title: str, lines: Sequence[str]) -> str:
    """Return a heading of the evaluation with its explanation and its sentences as a list, in Markdown."""
    why = texts("evaluation").get(f"{title}_why", "")
    said = [f"- {line}" for line in lines] or [say("evaluation.none")]
    return "\n\n".join(part for part in (f"## {say(f'evaluation.{title}')}", why, "\n".join(said)) if part)


def _row(finding: Finding) -> tuple[str, ...]:
    return (
        named(finding),
        _value(finding),
        _of(finding).strip("()"),
        extent_text(finding),
        goal_text(finding),
        "" if finding.verdict is None else finding.verdict.value,
    )


def _short(findings: Sequence[Finding]) -> str:
    judged = tuple(finding for finding in findings if finding.verdict is not None)
    if not judged:
        return say("evaluation.no_targets")
    return verdicts_text(judged)


def _judged(findings: Sequence[Finding], verdict: Verdict) -> tuple[str, ...]:
    return tuple(sentence(finding) for finding in findings if finding.verdict is verdict)


def _leaning(finding: Finding) -> str:
    """Return which way it points and how many more would decide, for figures that have a word for what they count."""
    return leaning_text(finding) if finding.code in texts("figures") else ""


def _value(finding: Finding) -> str:
    nothing = finding.value == 0 and not finding.n
    return say("findings.nothing_yet") if nothing else in_words(finding)


def _of(finding: Finding) -> str:
    if finding.value is None or finding.n is None or finding.unit in COUNTS:
        return ""
    if finding.k is None or not is_quotient(finding):
        return say("evaluation.out_of", n=short_number(finding.n))
    key = "of" if finding.unit in SPELLED else "per"
    return say(f"evaluation.{key}", k=short_number(finding.k), n=short_number(finding.n))
