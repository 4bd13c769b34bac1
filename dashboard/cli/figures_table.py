"""The figures as a Dutch table of plain text, their numbers written as on the pages."""

from collections.abc import Iterator

from dashboard.shown import Finding, Released, Verdict
from dashboard.words.catalogue import texts
from dashboard.words.numbers import agreeing, percent, share_extent
from dashboard.words.sentences import KEPT_BACK, branch_text, is_quotient, leaning_text
from pipelines.vocabulary.words import figures_command as words
from pipelines.vocabulary.words.figures.labels import BRANCHES, LABELS, UNITS
from pipelines.vocabulary.words.records import CHOICE_LABELS

GAP = "  "
PERCENT = "%"


def table(released: Released) -> Iterator[str]:
    """Yield the lines of a table: one per figure and branch."""
    as_of = released.question.as_of
    yield words.AS_OF_LINE.format(
        as_of=f"{as_of.day}-{as_of.month}-{as_of.year}", audience=CHOICE_LABELS[released.audience.value]
    )
    lines = [words.HEADINGS, *(_line(finding) for finding in released.findings)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(words.HEADINGS))]
    for line in lines:
        yield GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
    yield from _undecided(released)
    if released.withheld:
        yield words.WITHHELD.format(codes=", ".join(released.withheld))


def _undecided(released: Released) -> Iterator[str]:
    """Yield of every undecided figure which way it points and how many more cases would decide."""
    for finding in released.findings:
        leaning = leaning_text(finding) if finding.verdict is Verdict.UNDECIDED and _counts(finding) else ""
        if leaning:
            name = LABELS[finding.code] + (f" ({branch_text(finding.branch)})" if finding.branch else "")
            yield words.UNDECIDED.format(id=finding.id, label=name, leaning=leaning)


def _counts(finding: Finding) -> bool:
    """Return whether there is a word for what the figure counts."""
    return finding.code in texts("figures")


def dutch(number: float) -> str:
    """Return a number as Dutch people write it: at most one decimal, a decimal comma."""
    text = f"{number:.1f}".removesuffix(".0")
    return text.replace(".", ",")


def _line(finding: Finding) -> tuple[str, ...]:
    return (
        finding.id,
        LABELS[finding.code],
        BRANCHES.get(finding.branch, finding.branch or ""),
        _value(finding),
        _of(finding),
        _between(finding),
        words.NO_TARGET if finding.target is None else _bare(finding.target, finding.unit),
        "" if finding.verdict is None else finding.verdict.value,
    )


def _value(finding: Finding) -> str:
    if finding.hidden:
        return words.NOT_SHOWN if KEPT_BACK in finding.caveats else words.HIDDEN
    if finding.value is None:
        return words.UNKNOWN_VALUE
    if finding.value == 0 and not finding.n:
        return words.NOTHING_COUNTED
    if finding.unit == PERCENT:
        return percent(finding.value)
    return f"{dutch(finding.value)} {agreeing(finding.value, *UNITS[finding.unit])}".strip()


def _of(finding: Finding) -> str:
    if finding.n is None:
        return ""
    if finding.k is None or not is_quotient(finding):
        return dutch(finding.n)
    return words.OF.format(k=dutch(finding.k), n=dutch(finding.n))


def _between(finding: Finding) -> str:
    if finding.low is None or finding.high is None:
        return ""
    if finding.unit == PERCENT:
        return share_extent(finding.low, finding.high)
    return words.BETWEEN.format(low=dutch(finding.low), high=dutch(finding.high))


def _bare(number: float, unit: str) -> str:
    return percent(number) if unit == PERCENT else dutch(number)
