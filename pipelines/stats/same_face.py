"""Continuity of care: how often a client sees the same face."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.stats.estimates import Caveat

FEW_VISITS = 3  # below it the share of the main carer has no meaning
SMOOTHING = 0.1  # keeps MMCI defined at one visit (Magill and Senf 1987)


@dataclass(frozen=True, kw_only=True)
class Continuity:
    """Continuity of one client, all from 0 (never the same) to 1 (always the same). None where undefined.

    `upc`: share of visits by the main carer; `coc`: chance that two of the visits had the same carer; `secon`: share
    of consecutive visits by the same carer; `hhi`: sum of squared shares; `mmci`: few carers for the number of
    visits. `new_faces_per_visit`: carers over visits. `n` visits by `carers` different carers.
    """

    upc: float | None
    coc: float | None
    secon: float | None
    hhi: float | None
    mmci: float | None
    new_faces_per_visit: float | None
    n: int
    carers: int
    method: str = "continuity"
    caveats: tuple[Caveat, ...] = ()


def continuity(carers: Sequence[object]) -> Continuity:
    """Return the continuity (shares, 0 to 1) of one client from the carer of each visit, in order.

    Two carers at one visit are two entries; visits at the same moment are ordered by their number. No visit: nothing;
    one visit: `coc` and `secon` undefined. All but `secon` ignore the order; all fall as visits grow, so compare
    clients with about as many visits. Errors: ValueError when a carer is missing.

    Source: Bice and Boxerman (1977) for COC, Steinwachs (1979) for SECON, Breslau and Reeb (1975) for UPC, Magill and
    Senf (1987) for MMCI; formulas as in doi 10.1186/s12913-022-07953-z, table 2.

    >>> answer = continuity("AAAAABBBCC")
    >>> answer.upc, round(answer.coc, 4), round(answer.secon, 4)
    (0.5, 0.3111, 0.7778)
    """
    tally = _tally(carers)
    visits, different = len(carers), len(tally)
    squares = sum(count**2 for count in tally.values())
    again = sum(1 for one, next_one in pairwise(carers) if one == next_one)
    return Continuity(
        upc=max(tally.values()) / visits if visits else None,
        coc=(squares - visits) / (visits * (visits - 1)) if visits > 1 else None,
        secon=again / (visits - 1) if visits > 1 else None,
        hhi=squares / visits**2 if visits else None,
        mmci=_mmci(different, visits) if visits else None,
        new_faces_per_visit=different / visits if visits else None,
        n=visits,
        carers=different,
        caveats=_caveats(visits),
    )


def _tally(carers: Sequence[object]) -> Counter[object]:
    tally = Counter(carers)
    if None in tally:
        raise ValueError("carers: a visit has no carer; leave it out or name the carer")
    return tally


def _mmci(different: int, visits: int) -> float:
    return (1 - different / (visits + SMOOTHING)) / (1 - 1 / (visits + SMOOTHING))


def _caveats(visits: int) -> tuple[Caveat, ...]:
    if visits == 0:
        return (Caveat.NO_DATA,)
    return (Caveat.FEW_VISITS,) if visits < FEW_VISITS else ()


@dataclass(frozen=True, kw_only=True)
class PooledPairs:
    """Same-carer pairs of visits over all clients: `share` (0 to 1) of `pairs`; None without a pair.

    `n` clients had a pair; `one_visit` clients had none and could not count. No interval: pairs of one client are
    not independent.
    """

    share: float | None
    same_pairs: int
    pairs: int
    n: int
    one_visit: int
    method: str = "pooled_pairs"
    caveats: tuple[Caveat, ...] = (Caveat.NOT_INDEPENDENT,)


def pooled_pairs(clients: Iterable[Sequence[object]]) -> PooledPairs:
    """Return the share (0 to 1) of pairs of visits to the same client that had the same carer, over all clients.

    Needs no smallest number of visits; clients with many visits weigh more. Errors: ValueError when a carer is
    missing.

    Source: pooled form of COC, Bice and Boxerman (1977); our choice as headline beside the clients with 3 visits.

    >>> answer = pooled_pairs(["AAAB", "A", "ABC", "DDDDD"])
    >>> answer.same_pairs, answer.pairs, answer.one_visit
    (13, 19, 1)
    """
    visits = [list(_tally(carers).values()) for carers in clients if len(carers)]
    several = [counts for counts in visits if sum(counts) > 1]
    same = sum(count * (count - 1) // 2 for counts in several for count in counts)
    pairs = sum(sum(counts) * (sum(counts) - 1) // 2 for counts in several)
    return PooledPairs(
        share=same / pairs if pairs else None,
        same_pairs=same,
        pairs=pairs,
        n=len(several),
        one_visit=len(visits) - len(several),
        caveats=(Caveat.NOT_INDEPENDENT,) if pairs else (Caveat.NO_DATA,),
    )
