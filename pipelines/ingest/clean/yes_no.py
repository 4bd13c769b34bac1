"""Yes or no. An empty consent is no, never yes."""

from datetime import date

from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

AS_PICTURE = "\ufe0f"  # the sign by which a tick is shown in colour
YES, NO = {"j", "ja"}, {"n", "nee"}
YES_SPELLED = {"ja.", "ja!", "yes", "y", "true", "waar", "1", "jawel", "✓", "✔", "☑", "✅"}
NO_SPELLED = {"nee.", "nee!", "neen", "no", "false", "onwaar", "0", "☐"}


def parse_yes_no(text: str, *, column: Column, today: date) -> Parsed:
    """Return true or false. What is neither is an error; for a consent it is no, with a warning."""
    written = text.casefold().removesuffix(AS_PICTURE)
    if written in YES | YES_SPELLED:
        return repaired(True, Reason.YES_NO_SPELLED if written in YES_SPELLED else None)
    if written in NO | NO_SPELLED:
        return repaired(False, Reason.YES_NO_SPELLED if written in NO_SPELLED else None)
    if column.blank_means == "nee":
        return Parsed(value=False, fault=Reason.UNCERTAIN)
    return fault(Reason.YES_NO_UNREADABLE)
