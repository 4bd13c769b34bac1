"""Opening the rows behind a figure: asked by the coordinator, with a reason, and written down before they are shown."""

from dataclasses import replace
from datetime import datetime

from dashboard import access, ask
from dashboard.session import Visit
from dashboard.shown import NamedRows, Opening
from dashboard.words.catalogue import say
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.errors import AccessRefused


def open_rows(visit: Visit, *, code: str, reason: str) -> NamedRows:
    """Return the rows behind a figure with their names; who opened them, when and why is on disk by then.

    Raises AccessRefused for anybody but the coordinator, WrongUse for a figure that does not exist.
    """
    access.check(visit.reader, home=visit.home)
    if visit.reader is None or visit.reader.audience is not Audience.COORDINATOR:
        raise AccessRefused(say("access.no_role"), action=say("access.no_role_action"))
    found = ask.rows_behind(visit.home, code=code, as_of=visit.as_of)
    ask.note_opening(
        visit.home,
        who=visit.reader.email,
        at=datetime.now(AMSTERDAM),
        what=code,
        rows=len(found.cases),
        reason=reason,
    )
    return found


def openings(visit: Visit) -> tuple[Opening, ...]:
    """Return who opened named rows, when and why, newest first: for readers inside.

    The committee keeps watch over whoever may open them; how many rows it were is for the coordinator alone, since a
    small number would be a figure about few people. Raises AccessRefused for readers outside.
    """
    access.check(visit.reader, home=visit.home)
    if visit.reader is None or visit.reader.audience.external:
        raise AccessRefused(say("access.no_role"), action=say("access.no_role_action"))
    noted = ask.openings(visit.home)[::-1]
    if visit.reader.audience is Audience.COORDINATOR:
        return noted
    return tuple(replace(opening, rows=None) for opening in noted)
