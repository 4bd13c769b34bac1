"""What a group is called in a sentence of the release desk, from the name it is compared by (`groups.Place.label`)."""

from collections.abc import Sequence

from pipelines.vocabulary.words import release as words
from pipelines.vocabulary.words.figures.labels import LABELS
from pipelines.vocabulary.words.records import CHOICE_LABELS


def title_of(label: str) -> str:
    """Return the Dutch name of one printed number.

    >>> title_of("klus"), title_of("samen, landlord portaal"), title_of("zorg, themes bejegening")
    ('klussen', 'huurders van Portaal', 'thuiszorg, onderwerp bejegening')
    """
    branch, _, part = label.partition(", ")
    by, _, key = part.partition(" ")
    if not by:
        return _whole(branch)
    kind = words.PARTS[by].format(kind=words.OTHER_PARTS.get(key) or CHOICE_LABELS.get(key, key))
    return kind if branch == words.TOGETHER else words.PART_OF.format(whole=_whole(branch), part=kind)


def group_title(group: Sequence[str]) -> str:
    """Return the Dutch name of a number, or of what is left of it without others.

    >>> group_title(("samen", "samen, landlord portaal"))
    'het totaal zonder huurders van Portaal'
    """
    first, *others = map(title_of, group)
    return words.WITHOUT.format(group=first, others=words.AND.join(others)) if others else first


def printed_title(code: str, label: str, *, edition: str) -> str:
    """Return the Dutch name of one printed number of a figure in an edition.

    >>> printed_title("jobs_completed", "klus", edition="portaal-2026-1")
    'Afgeronde klussen (klussen) in editie portaal-2026-1'
    """
    group = words.OF_FIGURE.format(figure=LABELS[code], group=title_of(label))
    return words.FROM_SOURCE.format(group=group, source=words.SOURCE.format(edition=edition))


def _whole(branch: str) -> str:
    return words.WHOLES.get(branch) or CHOICE_LABELS.get(branch, branch)
