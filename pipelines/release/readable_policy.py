"""The rules of what goes out, as a committee member reads them: each with its value, its source, who decided it and when."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pipelines.evaluate.frame import Reader
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.dominance import P
from pipelines.release.narrowness import (
    CONTRIBUTORS_INSIDE,
    CONTRIBUTORS_OUTSIDE,
    WIDTH_INSIDE,
    WIDTH_OUTSIDE,
)
from pipelines.release.policy import ANSWERS, AUDIENCES, BREAKDOWNS, EXACT, MOST_HIDDEN, TALKING, Policy
from pipelines.release.weighing import SMALL
from pipelines.store.settings_view import settings_sql
from pipelines.vocabulary.audiences import Audience, Sight
from pipelines.vocabulary.words import policy as words
from pipelines.vocabulary.words.figures.labels import LABELS

SETTINGS = {
    "smallest_outside": "sn_external_min",
    "smallest_inside": "sn_cell_min",
    "rhythm": "edition_months",
}


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One rule, in Dutch. `audience`: for whom, empty for everyone; `decided_on` None: proposed by the program, not decided yet."""

    name: str
    label: str
    value: str
    basis: str
    decided_by: str
    decided_on: date | None
    audience: str = ""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One figure: `sights` say in Dutch how much of it each audience sees, in the order of `AUDIENCES`."""

    code: str
    label: str
    sights: tuple[str, ...]


def decided(reader: Reader, *, day: date) -> tuple[Decided, ...]:
    """Return every rule as it holds on a day."""
    found = {row[0]: row for row in reader.run(settings_sql(), [day]).rows}
    settings = tuple(_setting(name, found[key]) for name, key in SETTINGS.items())
    return (*settings, *(_own(name, value) for name, value in _values().items()), *_breakdowns())


def seen() -> tuple[Seen, ...]:
    """Return how much of each figure each audience sees, in the order of the catalogue."""
    return tuple(
        Seen(code=code, label=LABELS[code], sights=tuple(_sight(code, each) for each in AUDIENCES))
        for code in FIGURES
    )


def _sight(code: str, audience: Audience) -> str:
    policy = Policy(audience=audience, smallest=None)
    sight = policy.sight(code)
    splits = policy.breakdowns(code) if audience.external and sight is Sight.DETAILS else ()
    if not splits:
        return words.SIGHTS[sight.value]
    return words.WITH_SPLITS.format(splits=", ".join(words.SPLITS[by] for by in splits))


def _values() -> Mapping[str, str]:
    return {
        "small_side": str(SMALL),
        "width_outside": str(WIDTH_OUTSIDE),
        "width_inside": str(WIDTH_INSIDE),
        "contributors_outside": str(CONTRIBUTORS_OUTSIDE),
        "contributors_inside": str(CONTRIBUTORS_INSIDE),
        "dominance": str(P),
        "most_hidden": f"{100 * MOST_HIDDEN:.0f}",
        "shares": words.SHARES_VALUE,
        "answers": "; ".join(LABELS[code] for code in FIGURES if code in ANSWERS),
        "exact": "; ".join(LABELS[code] for code in FIGURES if code in EXACT),
        "talking": ", ".join(words.AUDIENCES[audience.value] for audience in TALKING),
    }


def _setting(name: str, row: tuple[object, ...]) -> Decided:
    _, value, _, basis, by, on = row
    label, form, source = words.RULES[name]
    return Decided(
        name=name,
        label=label,
        value=form.format(value=value),
        basis=str(basis or source),
        decided_by=str(by or words.OWN_PROPOSAL),
        decided_on=on if isinstance(on, date) else None,
    )


def _own(name: str, value: str, *, audience: str = "") -> Decided:
    label, form, basis = words.RULES[name]
    return Decided(
        name=name,
        label=label.format(audience=words.AUDIENCES.get(audience, "")),
        value=form.format(value=value),
        basis=basis,
        decided_by=words.FOUNDERS_AND_RULES if name == "exact" else words.OWN_PROPOSAL,
        decided_on=None,
        audience=audience,
    )


def _breakdowns() -> Iterator[Decided]:
    """Yield per audience outside by what figures are split, and how many figures; `seen` says which."""
    for audience, figures in BREAKDOWNS.items():
        counts = Counter(by for splits in figures.values() for by in splits)
        told = [
            words.SPLIT_OF.format(
                split=words.SPLITS[by], count=f"{count} {words.FIGURE if count == 1 else words.FIGURES}"
            )
            for by, count in counts.items()
        ]
        yield _own("breakdowns", ", ".join(told) or words.NONE, audience=audience.value)
