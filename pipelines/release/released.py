"""What may be shown: values only the release desk can make, whatever one tries."""

from dataclasses import InitVar, dataclass, fields
from typing import Any, Final, NoReturn
from weakref import WeakKeyDictionary

from pipelines.evaluate.finding import Finding
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question

MESSAGE: Final = "what is shown comes from pipelines.release.desk only"


class _Seal:
    """Made once, kept by the desk: whoever cannot show it cannot make a `Released`."""


SEAL: Final = _Seal()


class SealMissing(TypeError):
    """Something to show was made outside the release desk: a mistake in our code, never of a user."""


@dataclass(frozen=True, kw_only=True)
class ReleasedFinding(Finding):
    """A finding as one audience may see it: the only kind that charts, reports and pages take."""

    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        _refuse_without(seal)

    def __reduce__(self) -> NoReturn:
        raise SealMissing(MESSAGE)

    def __eq__(self, other: object) -> bool:
        """Return whether the other finding says the same, released or not."""
        return isinstance(other, Finding) and _told(self) == _told(other)

    __hash__ = Finding.__hash__


@dataclass(frozen=True, kw_only=True, init=False, eq=False)
class Released:
    """Findings as one audience may see them. `snapshot` names the data; `withheld` the codes left out altogether.

    The findings stand in the desk's register and not in the value: a copy, a changed copy and a value that was put
    together by other means have none.
    """

    audience: Audience
    question: Question
    snapshot: str
    withheld: tuple[str, ...]

    def __init__(
        self,
        *,
        audience: Audience,
        question: Question,
        snapshot: str,
        findings: tuple[Finding, ...],
        withheld: tuple[str, ...] = (),
        seal: object = None,
    ) -> None:
        _refuse_without(seal)
        told = {"audience": audience, "question": question, "snapshot": snapshot, "withheld": withheld}
        for name, value in told.items():
            object.__setattr__(self, name, value)
        _REGISTER[self] = tuple(ReleasedFinding(**_told(finding), seal=SEAL) for finding in findings)

    def __reduce__(self) -> NoReturn:
        raise SealMissing(MESSAGE)

    @property
    def findings(self) -> tuple[ReleasedFinding, ...]:
        """The findings in order; raises SealMissing for a value the desk did not make."""
        try:
            return _REGISTER[self]
        except KeyError:
            raise SealMissing(MESSAGE) from None

    def finding(self, code: str, *, branch: str | None = None) -> ReleasedFinding | None:
        """Return the finding of a figure (code or id) for a branch; None when it was not asked or is withheld."""
        for found in self.findings:
            if code in {found.code, found.id} and found.branch == branch:
                return found
        return None


_REGISTER: "WeakKeyDictionary[Released, tuple[ReleasedFinding, ...]]" = WeakKeyDictionary()


def _told(finding: Finding) -> dict[str, Any]:
    return {field.name: getattr(finding, field.name) for field in fields(Finding)}


def _refuse_without(seal: object) -> None:
    if seal is not SEAL:
        raise SealMissing(MESSAGE)
