"""The rules of what goes out, as a committee member reads them: each with its value, its source, who decided it and when."""

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
from pipelines.release.policy import BREAKDOWNS, EXACT, MOST_HIDDEN, TALKING
from pipelines.release.weighing import SMALL
from pipelines.store.settings_view import settings_sql
from pipelines.vocabulary.words import policy as words

SETTINGS = {"smallest_outside": "sn_external_min", "smallest_inside": "sn_cell_min"}


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One rule. `audience`: for whom, empty for everyone; `decided_on` None: proposed by the program, not decided yet."""

    name: str
    label: str
    value: str
    basis: str
    decided_by: str
    decided_on: date | None
    audience: str = ""


def decided(reader: Reader, *, day: date) -> tuple[Decided, ...]:
    """Return every rule as it holds on a day."""
    found = {row[0]: row for row in reader.run(settings_sql(), [day]).rows}
    settings = tuple(_setting(name, found[key]) for name, key in SETTINGS.items())
    return (*settings, *(_own(name, value) for name, value in _values().items()), *_breakdowns())


def _values() -> Mapping[str, str]:
    names = ", ".join(sorted(FIGURES[code].id for code in EXACT))
    return {
        "small_side": str(SMALL),
        "width_outside": str(WIDTH_OUTSIDE),
        "width_inside": str(WIDTH_INSIDE),
        "contributors_outside": str(CONTRIBUTORS_OUTSIDE),
        "contributors_inside": str(CONTRIBUTORS_INSIDE),
        "dominance": str(P),
        "most_hidden": f"{MOST_HIDDEN:.0%}",
        "shares": words.SHARES_VALUE,
        "exact": names,
        "talking": ", ".join(audience.value for audience in TALKING),
    }


def _setting(name: str, row: tuple[object, ...]) -> Decided:
    _, value, _, basis, by, on = row
    label, source = words.RULES[name]
    return Decided(
        name=name,
        label=label,
        value=str(value),
        basis=str(basis or source),
        decided_by=str(by or words.OWN_PROPOSAL),
        decided_on=on if isinstance(on, date) else None,
    )


def _own(name: str, value: str, *, audience: str = "") -> Decided:
    label, basis = words.RULES[name]
    by = words.FOUNDERS_AND_RULES if name == "exact" else words.OWN_PROPOSAL
    return Decided(
        name=name,
        label=label,
        value=value,
        basis=basis,
        decided_by=by,
        decided_on=None,
        audience=audience,
    )


def _breakdowns() -> Iterator[Decided]:
    for audience, figures in BREAKDOWNS.items():
        told = [
            words.PARTS_OF.format(figure=FIGURES[code].id, parts=", ".join(parts))
            for code, parts in figures.items()
        ]
        yield _own("breakdowns", "; ".join(told) or words.NONE, audience=audience.value)
