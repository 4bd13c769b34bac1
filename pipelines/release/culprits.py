"""Which tables give a secret away together: the sentence of a refusal names them."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.release.knowledge import Said, Secret, connected
from pipelines.release.narrowness import Breach, Demand, Reason, intervals_of, too_close, without_rule
from pipelines.vocabulary.words import release as words


def explained(breach: Breach, *, said: Sequence[Said], secret: Secret, demand: Demand) -> Breach:
    """Return the breach with the fewest sources that still give the secret away: none of them can be missed.

    Leaves sources out one by one, the first named first, and keeps those without which the secret would be safe.
    """
    tied = connected(said, secret=secret)
    needed = tuple(dict.fromkeys(statement.source for statement in tied))
    for source in needed:
        fewer = tuple(name for name in needed if name != source)
        if _given_away(breach, [one for one in tied if one.source in fewer], secret=secret, demand=demand):
            needed = fewer
    return replace(breach, sources=needed)


def sentence(breach: Breach) -> str:
    """Return why a release is refused: what comes too close and which tables tell it together. Holds no number."""
    tables = words.AND.join(breach.sources) or words.EVERYTHING
    known = words.INSIDER if breach.insider else words.READER
    return words.REASONS[breach.reason.value].format(secret=breach.secret, tables=tables, known=known)


def _given_away(breach: Breach, said: Sequence[Said], *, secret: Secret, demand: Demand) -> bool:
    if breach.reason is Reason.SMALL:
        (interval,) = intervals_of(without_rule(said), secrets=[secret])
        return interval[1] < demand.smallest
    (interval,) = intervals_of(said, secrets=[secret], own=dict(breach.own))
    return too_close(interval, width=demand.width) is not None
