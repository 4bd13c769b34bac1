"""How several figures with a target stand together."""

from dashboard.shown import Finding, Verdict
from dashboard.words.catalogue import say
from dashboard.words.numbers import listed
from dashboard.words.sentences import POINTING


def verdict_count(findings: tuple[Finding, ...]) -> str:
    """Return how the figures with a target stand: 4 aangetoond gehaald, 1 aangetoond niet gehaald, 8 niet te zeggen."""
    words = [found.verdict.value for found in findings if found.verdict is not None]
    counts = [(words.count(word), word) for word in dict.fromkeys(sorted(words))]
    return listed([f"{count} {word}" for count, word in counts])


def judged_text(finding: Finding) -> str:
    """Return the verdict in a few words, with the way an undecided one points; nothing where no target was set."""
    if finding.verdict is None:
        return ""
    if finding.verdict is not Verdict.UNDECIDED or finding.leaning is None:
        return finding.verdict.value
    way = say("findings.leans_to_short" if finding.leaning else "findings.leans_away_short")
    return f"{finding.verdict.value}{POINTING}{way}"


def verdicts_text(findings: tuple[Finding, ...], *, on_page: bool = False) -> str:
    """Return how the figures with a target stand as a sentence: Van de 5 doelen: 4 aangetoond gehaald en 1 niet te zeggen.

    `on_page`: these are the figures of one page; another page of the same reader may have other ones.
    """
    where = "_here" if on_page else ""
    if len(findings) == 1 and findings[0].verdict is not None:
        return say(f"overview.verdict{where}", verdict=findings[0].verdict.value)
    return say(f"overview.verdicts{where}", count=len(findings), counts=verdict_count(findings))
