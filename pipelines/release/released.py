"""What may be shown: a value only the release desk can make."""

from dataclasses import dataclass
from typing import Final

from pipelines.evaluate.finding import Finding
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question


class _Seal:
    """Made once, kept by the desk: whoever cannot show it cannot make a `Released`."""


SEAL: Final = _Seal()


class SealMissing(TypeError):
    """A `Released` was made outside the release desk: a mistake in our code, never of a user."""


@dataclass(frozen=True, kw_only=True)
class Released:
    """Findings as one audience may see them. `snapshot` names the data; `withheld` the codes left out altogether."""

    audience: Audience
    question: Question
    snapshot: str
    findings: tuple[Finding, ...]
    withheld: tuple[str, ...] = ()
    seal: object = None

    def __post_init__(self) -> None:
        if self.seal is not SEAL:
            message = "a Released value comes from pipelines.release.desk only"
            raise SealMissing(message)

    def finding(self, code: str, *, branch: str | None = None) -> Finding | None:
        """Return the finding of a figure (code or id) for a branch; None when it was not asked or is withheld."""
        for found in self.findings:
            if code in {found.code, found.id} and found.branch == branch:
                return found
        return None
