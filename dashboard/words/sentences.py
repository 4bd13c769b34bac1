"""What a finding says, in Dutch sentences computed from its numbers; nothing here is typed in by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.shown import Finding, Month, Verdict
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import agreeing, counted, number, percent, share_extent, short_number
from pipelines.vocabulary.words.figures.labels import LABELS

TIME_UNITS = {
    "workdays": ("werkdag", "werkdagen"),
    "working days": ("werkdag", "werkdagen"),
    "days": ("dag", "dagen"),
}
GRADE = "1-10"
WRITTEN = {"euro": "euro", "hours": "hours"}  # units written around a number
COUNTS = {"persons", "jobs", "contacts", "complaints"}  # units of figures that are themselves the count
BEYOND = ("beyond_a_pilot_year", "beyond_its_window")  # caveats in the place of how many more cases
INDICATIVE, FEW = "indicative", "few_cases"  # caveats that say the same: the first is said
SHAPES = {
    Verdict.MET.value: ("▲", "met"),
    Verdict.NOT_MET.value: ("◆", "missed"),
    Verdict.UNDECIDED.value: ("●", "open"),
}
WHOLE, LEAST_SEEN = 100, 0.5  # per cent; a difference below the last is not seen once both are rounded
POINTING = ": "  # between an undecided verdict and the way it points
BRANCHES = {"klus": "klussen", "zorg": "thuiszorg"}
WHOLE_PILOT = "whole_pilot_target"  # caveat of a count of a period: its target is about all of the pilot
NOT_FOLLOWED = (
    "beyond_follow_up"  # caveat: nobody was followed so long, so the share is nothing to tell first
)
KEPT_BACK = "niet_getoond"  # the desk's word for a figure hidden for the sake of another


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A verdict as people see it: shape and word, never a colour alone. `kind` names its style."""

    shape: str
    word: str
    kind: str


def value_text(finding: Finding) -> str:
    """Return the value with its unit: 71 %, 34, 7,8 or 6 werkdagen; in words where there is none."""
    if finding.hidden:
        return say("findings.kept_back" if _is_kept_back(finding) else "findings.hidden")
    if finding.value is None:
        return say("findings.not_reached") if _waits(finding) else say("findings.nothing_yet")
    return in_unit(finding.value, finding.unit)


def in_unit(value: float, unit: str) -> str:
    """Return a number the way its unit is written."""
    if unit == "%":
        return percent(value)
    if unit in TIME_UNITS:
        return counted(value, *TIME_UNITS[unit])
    if unit in WRITTEN:
        return say(f"findings.{WRITTEN[unit]}", value=number(value, 2) if 0 < value < 100 else number(value))
    return number(value, 1) if unit == GRADE else short_number(value)


def interval_text(finding: Finding) -> str:
    """Return where the true value probably lies; nothing where there is no interval."""
    extent = extent_text(finding)
    return say("findings.interval", extent=extent) if extent else ""


def extent_text(finding: Finding) -> str:
    """Return the two ends of the interval: 63 en 78 %; nothing where there is none."""
    if finding.low is None or finding.high is None or finding.hidden or finding.low == finding.high:
        return ""
    if finding.unit != "%":
        low, high = _bare(finding.low, finding.unit), in_unit(finding.high, finding.unit)
        return say("findings.extent", low=low, high=high)
    return share_extent(finding.low, finding.high)


def _bare(value: float, unit: str) -> str:
    return number(value, 1) if unit == GRADE else short_number(value)


def interval_sentence(finding: Finding) -> str:
    """Return where the true value probably lies as a sentence of its own; nothing where there is no interval."""
    extent = extent_text(finding)
    return say("findings.sentence_interval", extent=extent) if extent else ""


def source_text(finding: Finding, *, drawn: Sequence[Month] = ()) -> str:
    """Return which records the figure rests on, and how many cases.

    `drawn`: months or blocks in the same drawing; together they may hold more cases than a figure of four weeks.
    """
    register = str(texts("figures")[finding.code]["register"])
    if finding.hidden or not finding.n:
        return say("pages.source_only", register=register)
    cases = max(finding.n, sum(point.n or 0 for point in drawn))
    return say("pages.source", register=register, count=counted(cases, *nouns(finding.code, finding.branch)))


def count_text(finding: Finding) -> str:
    """Return the cases behind the value: 102 van 143 klussen; nothing where they are not known or not shown.

    A share that is no quotient of counts (a curve, the hours of three helpers) is from so many: uit 49 matches.
    """
    if finding.hidden or finding.n is None:
        return ""
    noun = counted(finding.n, *nouns(finding.code, finding.branch))
    if finding.unit == "%" and finding.k is not None and is_quotient(finding):
        return say("findings.k_of_n", k=short_number(finding.k), n=noun)
    if finding.unit in COUNTS:
        return ""
    return say("findings.from_n", n=noun)


def is_quotient(finding: Finding) -> bool:
    """Whether a share is its cases divided: not so for a curve, which counts who still waits, or for hours."""
    if finding.unit != "%" or finding.value is None or not finding.n:
        return True
    return abs(finding.value - WHOLE * (finding.k or 0) / finding.n) < LEAST_SEEN


def target_text(finding: Finding) -> str:
    """Return the target: Doel: 80 %, with a remark when it was set after the start."""
    if finding.target is None:
        return say("findings.whole_target" if WHOLE_PILOT in finding.caveats else "findings.no_target")
    text = say("findings.target", target=goal_text(finding))
    return f"{text} {say('findings.retrospective')}" if finding.retrospective else text


def goal_text(finding: Finding) -> str:
    """Return the target's value alone: 80 %; nothing where none was set."""
    return "" if finding.target is None else in_unit(finding.target, finding.unit)


def mark(finding: Finding) -> Mark | None:
    """Return the verdict with its shape; None where no target was set."""
    return None if finding.verdict is None else mark_of(finding.verdict.value)


def mark_of(word: str) -> Mark:
    """Return a verdict's words with the shape and style that belong to it; plain words have no shape."""
    shape, kind = SHAPES.get(word.partition(POINTING)[0], ("", "plain"))
    return Mark(shape=shape, word=word, kind=kind)


def leaning_text(finding: Finding) -> str:
    """Return which way an undecided figure points and how many more cases would decide; nothing otherwise."""
    if finding.verdict is None or finding.verdict.name != "UNDECIDED":
        return ""
    parts = []
    if finding.leaning is not None:
        parts.append(say("findings.leans_to" if finding.leaning else "findings.leans_away"))
    if beyond := [code for code in finding.caveats if code in BEYOND]:
        parts.append(say(f"findings.{beyond[0]}", cases=nouns(finding.code)[1]))
    elif finding.more_needed:
        key = "to_go" if finding.unit == "persons" else "more_needed"
        parts.append(say(f"findings.{key}", count=counted(finding.more_needed, *nouns(finding.code))))
    return " ".join(parts)


def label(code: str) -> str:
    """Return the name of a figure as the catalogue has it."""
    return LABELS[code]


def says_text(finding: Finding) -> str:
    """Return what the number is about: van de klussen was binnen 10 werkdagen klaar."""
    norm, words = norm_text(finding), words_of(finding.code, finding.branch)
    if is_zero(finding):
        return str(words["zero"])
    text = str(agreeing(finding.value or 0, words.get("says_one", words["says"]), words["says"]))
    return text.format(norm=norm) if norm else text.replace(" binnen {norm}", "")


def answer_text(finding: Finding) -> str:
    """Return a figure as a sentence of its own, for a short answer: Nog open: 7 klussen."""
    words = words_of(finding.code, finding.branch)
    if is_zero(finding) or is_empty(finding):
        return str(words["zero"] if is_zero(finding) else words["none"])
    answer = str(agreeing(finding.value or 0, words.get("answer_one", words["answer"]), words["answer"]))
    return answer.format(
        value=value_text(finding),
        count=counted(finding.value or 0, *nouns(finding.code)),
        k=counted(finding.k or 0, *nouns(finding.code)),
        n=short_number(finding.n or 0),
    )


def norm_text(finding: Finding) -> str:
    """Return the promised time: 10 werkdagen; nothing where there is none."""
    curve = finding.curve
    if finding.norm is not None and finding.norm_unit is not None:
        return counted(finding.norm, *TIME_UNITS[finding.norm_unit])
    return (
        counted(curve.norm, *TIME_UNITS[curve.unit]) if curve is not None and curve.norm is not None else ""
    )


def within_text(time: float, unit: str) -> str:
    """Return a time as it stands in a sentence: binnen 3 werkdagen, or the same day."""
    return (
        say("findings.same_day")
        if time < 0.5
        else say("findings.within", time=counted(time, *TIME_UNITS[unit]))
    )


def judgement(finding: Finding) -> str:
    """Return target and verdict as one or two sentences; nothing where no target was set."""
    if finding.target is None or finding.verdict is None:
        return ""
    verdict = say("findings.judged", target=target_text(finding), verdict=finding.verdict.value)
    return f"{verdict} {leaning_text(finding)}".strip()


def _is_kept_back(finding: Finding) -> bool:
    """Return whether a hidden figure is large enough, but would let another one be computed."""
    return KEPT_BACK in finding.caveats


def remarks(finding: Finding) -> tuple[str, ...]:
    """Return what must be said beside the value: who is set apart, cases too young to judge, caveats."""
    if finding.hidden:
        return (say("findings.kept_back_why" if _is_kept_back(finding) else "findings.hidden_why"),)
    young = (
        say("findings.pending", count=counted(finding.pending, *nouns(finding.code)))
        if finding.pending
        else ""
    )
    caveats = texts("findings")["caveats"]
    decided = (
        finding.verdict is not None and finding.verdict is not Verdict.UNDECIDED
    )  # then they are not too few
    silent = {INDICATIVE, FEW} if decided else {FEW} if INDICATIVE in finding.caveats else set()
    told = [code for code in finding.caveats if code in caveats and code not in silent]
    said = [str(caveats[code]) for code in told]
    return tuple(line for line in (*_beside(finding), young, *said) if line)


def _beside(finding: Finding) -> list[str]:
    words = texts("figures")[finding.code].get("beside", {})
    unset = texts("figures")[finding.code].get("beside_none", {})
    missing = [
        str(unset[part.key])
        for part in finding.parts
        if part.by == "beside" and part.key in unset and part.value is None
    ]
    shown = [part for part in finding.parts if part.by == "beside" and part.key in words and part.k]
    told = [(part, str(words[part.key])) for part in shown]
    return missing + [
        line.format(
            k=short_number(part.k or 0),
            n=short_number(part.n or 0),
            value=in_unit(part.value or 0, finding.unit),
        )
        for part, line in told
        if part.value is not None or "{value}" not in line
    ]


def words_of(code: str, branch: str | None = None) -> dict[str, Any]:
    """Return the words of a figure, with those of one branch where it has them: klachten per 100 klussen."""
    words: dict[str, Any] = texts("figures")[code]
    return {**words, **words.get(branch or "", {})}


def nouns(code: str, branch: str | None = None) -> tuple[str, str]:
    """Return the word for one and for several of what a figure counts."""
    words = words_of(code, branch)
    return str(words["one"]), str(words["many"])


def none_text(code: str) -> str:
    """Return what is said of a figure that has no cases yet."""
    return str(texts("figures")[code]["none"])


def is_empty(finding: Finding) -> bool:
    """Return whether there is nothing to say yet: no cases, and none hidden."""
    nothing = not finding.hidden and not finding.n and not finding.value and not _waits(finding)
    return nothing and not is_zero(finding)


def is_zero(finding: Finding) -> bool:
    """Return whether nothing was counted and that is a fact worth saying, not a missing number."""
    return finding.value == 0 and "zero" in texts("figures")[finding.code]


def branch_text(branch: str | None) -> str:
    """Return the Dutch name of a branch; both together when None."""
    return say("findings.both_branches") if branch is None else BRANCHES[branch]


def _waits(finding: Finding) -> bool:
    return finding.curve is not None and bool(finding.curve.events or finding.curve.open_cases)
