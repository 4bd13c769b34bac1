"""Makes a release safe beside everything before it: tables that tell too much go out coarser, or not at all.

Each table offers levels, the finest first (with its holes, its margin, nothing). What readers already have stays what it
is; the attack decides, and the tables that are needed to find a secret out step down until it finds none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipelines.release.complement import Task, secrets, statements
from pipelines.release.culprits import explained, sentence
from pipelines.release.knowledge import Said, Secret, spread
from pipelines.release.narrowness import Breach, Demand, Judgement, judge
from pipelines.release.suppression import Suppressed, suppressions, task_of
from pipelines.release.tables import Table
from pipelines.vocabulary.errors import ReleaseRefused
from pipelines.vocabulary.words import release as words


@dataclass(frozen=True, kw_only=True)
class Level:
    """One way to release a table: what it says, and the cells it hides, which then are secrets.

    `suppressed`: the cells to leave out when it is printed.
    """

    said: tuple[Said, ...] = ()
    secrets: tuple[Secret, ...] = ()
    suppressed: Suppressed | None = None


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A table that may go out. `source`: that of its statements; `levels`: finest first.

    The last level is what goes out in any case; leave it empty for a table that may be left out.
    """

    source: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The level a candidate goes out at. `because`: why not finer, for the coordinator's eyes; empty for the finest."""

    candidate: Candidate
    level: int = 0
    because: str = ""

    @property
    def chosen(self) -> Level:
        """Return what goes out."""
        return self.candidate.levels[self.level]

    @property
    def coarsest(self) -> bool:
        """Whether nothing coarser is left."""
        return self.level == len(self.candidate.levels) - 1


def candidate(table: Table, *, finest: Mapping[str, Sequence[str]], demand: Demand, source: str) -> Candidate:
    """Return a table as it may go out: with some holes, its margin alone, nothing but what is always printed.

    `finest`: of each cell the finest cells it is the sum of, the same names in every table and edition; `source`: the
    edition and the table, as a reader would name them.
    """
    levels = [
        _level(task_of(table, suppressed=found, demand=demand), found, finest=finest, source=source)
        for found in suppressions(table, demand=demand)
    ]
    return Candidate(source=source, levels=tuple(levels))


def _level(task: Task, found: Suppressed, *, finest: Mapping[str, Sequence[str]], source: str) -> Level:
    said = (spread(one, finest=finest, source=source) for one in statements(task, found.hidden))
    hidden = (
        replace(secret, name=f"{secret.name} ({source})", cells=tuple(finest[secret.name]))
        for secret in secrets(task, found.hidden)
    )
    return Level(said=tuple(one for one in said if one.weights), secrets=tuple(hidden), suppressed=found)


def coarsened(
    candidates: Sequence[Candidate],
    *,
    earlier: Sequence[Said],
    small: Sequence[Secret],
    demand: Demand,
    insiders: Sequence[Mapping[str, int]] = (),
) -> tuple[Choice, ...]:
    """Return the level of each candidate, in order, at which nothing secret comes too close to who has it all.

    `earlier`: what these readers, and those they may talk to, have had; `small`: what earlier releases hid, and
    groups too small whatever is printed. The last candidates step down first. Raises ReleaseRefused when what goes out in any case
    tells too much, InfeasibleRelease when releases contradict, AttackUnfinished when nothing can be concluded.
    """
    choices = tuple(Choice(candidate=candidate) for candidate in candidates)
    while True:
        said = (*earlier, *(one for choice in choices for one in choice.chosen.said))
        kept = _together(small, choices)
        found = judge(said, secrets=tuple(kept.values()), demand=demand, insiders=insiders)
        if found.passes:
            return choices
        choices = _stepped_down(choices, _explained(found, said=said, kept=kept, demand=demand))


def _together(small: Iterable[Secret], choices: Iterable[Choice]) -> dict[str, Secret]:
    hidden = (secret for choice in choices for secret in choice.chosen.secrets)
    return {secret.name: secret for secret in (*small, *hidden)}


def _explained(
    found: Judgement, *, said: Sequence[Said], kept: Mapping[str, Secret], demand: Demand
) -> Iterable[Breach]:
    for breach in found.breaches:
        yield explained(breach, said=said, secret=kept[breach.secret], demand=demand)


def _stepped_down(choices: tuple[Choice, ...], breaches: Iterable[Breach]) -> tuple[Choice, ...]:
    """Take one table of each breach one level down, unless an earlier breach of this round already did."""
    stepped: dict[str, Choice] = {}
    for breach in breaches:
        involved = [choice for choice in choices if choice.candidate.source in breach.sources]
        if any(choice.candidate.source in stepped for choice in involved):
            continue
        coarser = [choice for choice in involved if not choice.coarsest]
        if not coarser:
            raise ReleaseRefused(sentence(breach), action=words.REFUSED_ACTION)
        choice = coarser[-1]
        stepped[choice.candidate.source] = replace(choice, level=choice.level + 1, because=sentence(breach))
    return tuple(stepped.get(choice.candidate.source, choice) for choice in choices)
