"""The figures as a Dutch table of plain text."""

from collections.abc import Iterator

from dashboard.shown import Finding, Released
from pipelines.vocabulary.words import figures_command as words
from pipelines.vocabulary.words.figures.labels import BRANCHES, LABELS, UNITS

GAP = "  "


def table(released: Released) -> Iterator[str]:
    """Yield the lines of a table: one per figure and branch."""
    as_of = released.question.as_of
    yield words.AS_OF_LINE.format(
        as_of=f"{as_of.day}-{as_of.month}-{as_of.year}", audience=released.audience.value
    )
    lines = [words.HEADINGS, *(_line(finding) for finding in released.findings)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(words.HEADINGS))]
    for line in lines:
        yield GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
    if released.withheld:
        yield words.WITHHELD.format(codes=", ".join(released.withheld))


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
        words.NO_TARGET if finding.target is None else dutch(finding.target),
        "" if finding.verdict is None else finding.verdict.value,
    )


def _value(finding: Finding) -> str:
    if finding.hidden:
        return words.HIDDEN
    if finding.value is None:
        return words.UNKNOWN_VALUE
    if finding.value == 0 and not finding.n:
        return words.NOTHING_COUNTED
    return f"{dutch(finding.value)} {UNITS.get(finding.unit, finding.unit)}".strip()


def _of(finding: Finding) -> str:
    if finding.n is None:
        return ""
    return dutch(finding.n) if finding.k is None else words.OF.format(k=dutch(finding.k), n=dutch(finding.n))


def _between(finding: Finding) -> str:
    if finding.low is None or finding.high is None:
        return ""
    return words.BETWEEN.format(low=dutch(finding.low), high=dutch(finding.high))
