"""What changed since the edition before, and why: new cases, late ones, corrected rows, or another rule.

The figure is computed again for the date of the edition before, from today's rows. When that gives what was printed
then, all that changed is new since. When it does not: more cases than printed were typed in late, as many or fewer were
corrected. Late and new together are told as both.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipelines.evaluate.finding import Finding
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.compiled import statements, wanted_for
from pipelines.release.book import Book
from pipelines.release.edition import Change, Definition, Edition, Kind
from pipelines.release.printing import as_printed

VERSION_LENGTH = 12  # characters of a hash


def rules_of(codes: Iterable[str], *, cache: Path | None) -> tuple[Definition, ...]:
    """Return the version of each figure's rule: a hash of what it declares and of the statements it is computed by."""
    asked = tuple(codes)
    compiled = statements((item for code in asked for item in wanted_for(code)), cache=cache)
    return tuple(
        Definition(
            code=code,
            version=_version(repr(_declared(code)), *(compiled[item] for item in wanted_for(code))),
        )
        for code in asked
    )


def changes_since(previous: Edition | None, edition: Edition, *, book: Book) -> tuple[Change, ...]:
    """Return the printed values that differ from the edition before, one line per reason."""
    if previous is None:
        return ()
    before = {(one.code, one.branch): one for one in previous.findings}
    pairs = [
        (before[one.code, one.branch], one)
        for one in edition.findings
        if (one.code, one.branch) in before and _printed(before[one.code, one.branch]) != _printed(one)
    ]
    if not pairs:
        return ()
    codes = [one.code for _, one in pairs]
    again = book.findings(codes, as_of=previous.as_of, audience=edition.audience)
    redefined = _redefined(previous, edition)
    return tuple(
        Change(code=now.code, branch=now.branch, kind=kind, before=then.value, after=now.value)
        for then, now in pairs
        for kind in _kinds(then, now, as_printed(again[now.code, now.branch]), redefined=redefined)
    )


def _kinds(then: Finding, now: Finding, again: Finding, *, redefined: set[str]) -> Iterator[Kind]:
    if now.code in redefined:
        yield Kind.REDEFINED
        return
    if then.hidden:  # what was not printed cannot have been corrected
        yield Kind.NEW
        return
    if _printed(then) != _printed(again):
        yield Kind.LATE if (again.n or 0) > (then.n or 0) else Kind.CORRECTED
        if now.hidden or _printed(again) == _printed(now):
            return
    yield Kind.NEW


def _redefined(previous: Edition, edition: Edition) -> set[str]:
    then = {one.code: one.version for one in previous.definitions}
    return {one.code for one in edition.definitions if then.get(one.code, one.version) != one.version}


def _printed(finding: Finding) -> tuple[float | None, ...]:
    return (finding.value, finding.k, finding.n)


def _declared(code: str) -> dict[str, object]:
    return {name: value for name, value in vars(FIGURES[code]).items() if name != "rows"}


def _version(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:VERSION_LENGTH]
