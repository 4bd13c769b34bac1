"""An edition in the making: figure by figure the fullest form that gives nobody away, with all that readers already have.

Each figure is first weighed against every earlier edition of readers who may talk to each other, number by number
(`weighing`); what passes is then attacked with everything they have (`tracing`, `coarsening`). Figures are attacked
one by one; numbers of different figures about the same cases are subtracted from each other (`across_figures`).
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipelines.metrics.catalogue import FIGURES
from pipelines.release.across_figures import Told
from pipelines.release.book import Book
from pipelines.release.changes import changes_since, rules_of
from pipelines.release.edition import Edition, HeldBack
from pipelines.release.figure_choice import Chosen, choose, settled
from pipelines.release.figuring import Earlier, case_of
from pipelines.release.narrowness import Demand, demand_for
from pipelines.release.policy import EXACT, TALKING, Policy
from pipelines.store.content import content_hash
from pipelines.store.problem import store_problem
from pipelines.store.snapshot import Snapshot
from pipelines.vocabulary.audiences import Audience, Sight
from pipelines.vocabulary.words import publishing as words

MOST_KEPT = (
    50  # editions weighed in this process: of the same data, after the same editions, the answer is the same
)
_MADE: "OrderedDict[tuple[object, ...], tuple[Chosen, ...]]" = OrderedDict()


Tell = Callable[[int, int], None]


def silence(done: int, total: int) -> None:
    """Tell nobody."""
    del done, total


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to make: for whom, for which date, after which editions (all readers', oldest first)."""

    audience: Audience
    as_of: date
    had: tuple[Edition, ...]
    withdrawn: frozenset[str]
    demo: bool

    @property
    def own(self) -> tuple[Edition, ...]:
        """Return the earlier editions of the same readers."""
        return tuple(edition for edition in self.had if edition.audience is self.audience)

    @property
    def previous(self) -> Edition | None:
        """Return the edition these readers have now."""
        standing = [edition for edition in self.own if edition.id not in self.withdrawn]
        return standing[-1] if standing else None

    @property
    def id(self) -> str:
        """Return the id of the edition."""
        number = 1 + sum(edition.as_of.year == self.as_of.year for edition in self.own)
        return f"{self.audience.value}-{self.as_of.year}-{number}"


def compose(
    snapshot: Snapshot, wanted: Wanted, *, cache: Path | None, tell: Tell = silence
) -> tuple[Edition, tuple[HeldBack, ...]]:
    """Return the edition and what it holds back. `tell` hears how many figures of how many have been weighed.

    Raises ReleaseRefused when nothing helps against what is already out, StoreProblem for a date before the last one.
    """
    previous = wanted.previous
    if previous is not None and wanted.as_of < previous.as_of:
        raise store_problem(
            words.NOT_EARLIER, audience=wanted.audience.value, previous=f"{previous.as_of:%d-%m-%Y}"
        )
    data = content_hash(snapshot)
    book = Book(snapshot=snapshot, name=data, cache=cache)
    policy, demand = _policy(book, wanted)
    seen = tuple(code for code in FIGURES if policy.sight(code) is not Sight.NOTHING)
    chosen = _chosen(book, wanted, seen, policy=policy, demand=demand, tell=tell)
    frame = book.frame(wanted.as_of)
    edition = Edition(
        id=wanted.id,
        audience=wanted.audience,
        as_of=wanted.as_of,
        definitions=rules_of(seen, cache=cache),
        data=data,
        previous=None if previous is None else previous.id,
        findings=tuple(one.finding for one in chosen),
        withheld=tuple(code for code in FIGURES if code not in seen),
        pilot_start=frame.pilot_start,
        pilot_end=frame.pilot_end,
        demo=wanted.demo,
    )
    changed = changes_since(previous, edition, book=book)
    return replace(edition, changes=changed), tuple(held for one in chosen for held in one.held)


def _policy(book: Book, wanted: Wanted) -> tuple[Policy, Demand]:
    key = wanted.audience.threshold_setting
    smallest = book.frame(wanted.as_of).number(key) if key else None
    policy = Policy(audience=wanted.audience, smallest=None if smallest is None else int(smallest))
    demand = demand_for(policy)
    if demand is None:
        raise store_problem(words.NOT_OUTSIDE, audience=wanted.audience.value)
    return policy, demand


def _chosen(
    book: Book, wanted: Wanted, seen: Sequence[str], *, policy: Policy, demand: Demand, tell: Tell
) -> tuple[Chosen, ...]:
    key = (book.name, policy.smallest, wanted)
    if key not in _MADE:
        _MADE[key] = _weighed(book, wanted, seen, policy=policy, demand=demand, tell=tell)
        while len(_MADE) > MOST_KEPT:
            _MADE.popitem(last=False)
    return _MADE[key]


def _weighed(
    book: Book, wanted: Wanted, seen: Sequence[str], *, policy: Policy, demand: Demand, tell: Tell
) -> tuple[Chosen, ...]:
    tell(0, len(seen))
    findings = book.findings(seen, as_of=wanted.as_of, audience=wanted.audience)
    earlier = tuple(
        Earlier(
            id=edition.id,
            as_of=edition.as_of,
            findings={finding.code: finding for finding in edition.findings},
        )
        for edition in wanted.had
        if edition.audience in TALKING
    )
    told = Told(smallest=demand.smallest)
    told.add_editions(earlier, book=book, policy=policy, demand=demand)
    made = {}
    for code in sorted(seen, key=_first_of_all):
        figure = FIGURES[code]
        branch = policy.edition_branch(code, figure.branches)
        case = case_of(
            figure,
            findings[code, branch],
            book,
            edition=wanted.id,
            earlier=earlier,
            policy=policy,
            demand=demand,
        )
        made[code] = choose(case, told=told)
        tell(len(made), len(seen))
    final = settled(made, told=told)
    return tuple(final[code].made() for code in seen)


def _first_of_all(code: str) -> tuple[bool, int]:
    """Return where a figure stands in line: what is always printed, then the headline figures, then the others.

    Where two figures together would tell too much, the later one steps back.
    """
    return code not in EXACT, FIGURES[code].tier
