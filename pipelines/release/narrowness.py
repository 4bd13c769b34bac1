"""The judgement: whether what can be computed back is too close to a person. Source: METHODS 7.3.

A release fails when a secret is exact, when its interval is narrower than the audience's width, and outside the
organisation also when readers can be sure that it is below the smallest group. The last is asked of readers who do not
know which cell was hidden for its size: with that knowledge every such cell is below it by definition, which is why
all hidden cells look alike.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from pipelines.release.endpoints import Enough, Interval
from pipelines.release.insiders import narrowed, records_apart, records_together
from pipelines.release.knowledge import Said, Secret, posed, unknown_of
from pipelines.release.policy import Policy
from pipelines.release.presolve import Limit
from pipelines.release.reidentification import reduced, solved
from pipelines.release.whole_rows import Bound
from pipelines.vocabulary.errors import AttackUnfinished, InfeasibleRelease

PLENTY = 10_000  # cases, more than a group of a pilot holds: spares the solver a search without end
WIDTH_INSIDE, WIDTH_OUTSIDE = 3, 5  # narrowest interval of a hidden number. Source: METHODS 7.3
CONTRIBUTORS_INSIDE, CONTRIBUTORS_OUTSIDE = 3, 5  # fewest behind hours or euros. Source: METHODS 7.2


@dataclass(frozen=True, kw_only=True)
class Demand:
    """What an audience may at most find out. `smallest`: persons in a shown group; `width`: of a hidden interval.

    `reaches`: a hidden interval must reach `smallest`. `contributors`: fewest behind a shown sum of hours or euros.
    """

    smallest: int
    width: int
    reaches: bool
    contributors: int


class Reason(Enum):
    """Why an interval is too close; the value is the code of its sentence."""

    EXACT = "exact"
    NARROW = "te_smal"
    SMALL = "zeker_klein"


@dataclass(frozen=True, kw_only=True)
class Breach:
    """A secret that comes too close, and its interval.

    `sources`: the tables that together give it away; empty until asked for (`culprits.explained`). `own`: the record of
    the insider who finds out, empty for readers in general; never shown.
    """

    secret: str
    reason: Reason
    low: Bound
    high: Bound
    sources: tuple[str, ...] = ()
    own: tuple[tuple[str, int], ...] = field(default=(), repr=False)

    @property
    def insider(self) -> bool:
        """Whether it takes an own record to get so close."""
        return bool(self.own)


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What the attack found: `breaches` in the order of the secrets; `attacks`: outsiders and insiders tried."""

    breaches: tuple[Breach, ...]
    attacks: int

    @property
    def passes(self) -> bool:
        """Whether nothing comes too close."""
        return not self.breaches


def demand_for(policy: Policy) -> Demand | None:
    """Return what the audience may at most find out; None for who may see everything."""
    if policy.smallest is None:
        return None
    outside = policy.audience.external
    return Demand(
        smallest=policy.smallest,
        width=WIDTH_OUTSIDE if outside else WIDTH_INSIDE,
        reaches=outside,
        contributors=CONTRIBUTORS_OUTSIDE if outside else CONTRIBUTORS_INSIDE,
    )


def judge(
    said: Sequence[Said],
    *,
    secrets: Sequence[Secret],
    demand: Demand,
    insiders: Iterable[Mapping[str, int]] = (),
) -> Judgement:
    """Return every secret that comes too close to readers of these statements, and to each insider.

    `insiders`: per person what they add to each finest cell; they subtract it. Raises InfeasibleRelease when the
    statements (or a record) contradict each other, AttackUnfinished when nothing can be concluded.
    """
    records = records_apart(insiders)
    doubtful = _doubtful(said, secrets=secrets, demand=demand, own=records_together(records))
    found = {breach.secret: breach for breach in _of_outsiders(said, secrets=doubtful, demand=demand)}
    safe = [secret for secret in doubtful if secret.name not in found]
    for breach in _of_insiders(said, secrets=safe, demand=demand, records=records):
        found.setdefault(breach.secret, breach)
    breaches = tuple(found[secret.name] for secret in secrets if secret.name in found)
    return Judgement(breaches=breaches, attacks=1 + demand.reaches + len(records))


def _doubtful(
    said: Sequence[Said], *, secrets: Sequence[Secret], demand: Demand, own: Mapping[str, int]
) -> Sequence[Secret]:
    """Return the secrets that may not be safe from who knows the records of all insiders (`own`) and that all groups end.

    What is safe from them is safe from each insider and from readers in general, who know less: one attack for all.
    """
    enough = Enough(width=demand.width, reach=demand.smallest if demand.reaches else -math.inf)
    try:
        found = intervals_of(said, secrets=secrets, own=own, most=PLENTY, enough=[enough] * len(secrets))
    except (InfeasibleRelease, AttackUnfinished):
        return secrets
    return [secret for secret, interval in zip(secrets, found, strict=True) if not enough.met(interval)]


def _of_outsiders(said: Sequence[Said], *, secrets: Sequence[Secret], demand: Demand) -> Iterator[Breach]:
    """Those who know the rule, then those who cannot tell which cell was hidden for its size."""
    safe = []
    room = [Enough(width=demand.width)] * len(secrets)
    for secret, enough, interval in _judged(said, secrets=secrets, enough=room):
        reason = too_close(interval, width=enough.width)
        if reason is None:
            safe.append(secret)
        else:
            yield _breach(secret, reason, interval)
    if demand.reaches:
        high = [Enough(width=0, reach=demand.smallest)] * len(safe)
        for secret, enough, interval in _judged(without_rule(said), secrets=safe, enough=high):
            if not enough.met(interval):
                yield _breach(secret, Reason.SMALL, interval)


def _judged(
    said: Sequence[Said], *, secrets: Sequence[Secret], enough: Sequence[Enough]
) -> Iterator[tuple[Secret, Enough, Interval]]:
    return zip(secrets, enough, intervals_of(said, secrets=secrets, enough=enough), strict=True)


def _of_insiders(
    said: Sequence[Said], *, secrets: Sequence[Secret], demand: Demand, records: Sequence[Mapping[str, int]]
) -> Iterator[Breach]:
    if not records:
        return
    problem = posed(said, secrets=secrets)
    places = {name: place for place, name in enumerate(problem.unknowns)}
    asked = {places[unknown_of(secret)]: secret for secret in secrets}
    room = _strictest(
        [places[unknown_of(secret)] for secret in secrets],
        [Enough(width=demand.width)] * len(secrets),
    )
    owns = [{places[name]: amount for name, amount in record.items() if name in places} for record in records]
    for number, place, interval in narrowed(reduced(problem), owns=owns, asked=room):
        reason = too_close(interval, width=room[place].width)
        if reason is not None:
            yield _breach(asked[place], reason, interval, own=tuple(sorted(records[number].items())))


def without_rule(said: Sequence[Said]) -> list[Said]:
    """Return only what is printed."""
    return [statement for statement in said if not statement.rule]


def intervals_of(
    said: Sequence[Said],
    *,
    secrets: Sequence[Secret],
    own: Mapping[str, int] | None = None,
    most: Limit = math.inf,
    enough: Sequence[Enough] | None = None,
) -> tuple[Interval, ...]:
    """Return the tightest interval of each secret, infinite for no limit, for who adds `own` to the cells.

    `most`: what no unknown exceeds. `enough`: per secret when to stop; then what is proven of a wider interval comes
    back.
    """
    problem = posed(said, secrets=secrets, own=own, most=most)
    places = {name: place for place, name in enumerate(problem.unknowns)}
    asked = [places[unknown_of(secret)] for secret in secrets]
    found = solved(reduced(problem), asked=_strictest(asked, enough))
    return tuple(found[place] for place in asked)


def _strictest(asked: Sequence[int], enough: Sequence[Enough] | None) -> dict[int, Enough]:
    """Two secrets can be the same unknown: the widest demand of them counts."""
    found: dict[int, Enough] = {}
    for place, one in zip(asked, enough or [Enough()] * len(asked), strict=True):
        other = found.get(place, one)
        found[place] = Enough(width=max(one.width, other.width), reach=max(one.reach, other.reach))
    return found


def too_close(interval: Interval, *, width: Limit) -> Reason | None:
    """Return why an interval is too close, None when it is wide enough."""
    if interval[0] == interval[1]:
        return Reason.EXACT
    return Reason.NARROW if interval[1] - interval[0] < width else None


def _breach(
    secret: Secret, reason: Reason, interval: Interval, *, own: tuple[tuple[str, int], ...] = ()
) -> Breach:
    return Breach(secret=secret.name, reason=reason, low=_end(interval[0]), high=_end(interval[1]), own=own)


def _end(limit: Limit) -> Bound:
    return None if isinstance(limit, float) else limit
