"""The exhibit of how work is divided: the share of the busiest three beside an equal division and beside chance."""

from dataclasses import dataclass

from dashboard import theme
from dashboard.charts.alternative_text import alternative
from dashboard.charts.shares import Share, shares_chart
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day, number, percent
from dashboard.words.sentences import branch_text, none_text, remarks

PERCENT = 100.0
SELDOM = 0.05  # how often chance gives at least this inequality; below it chance is no explanation


@dataclass(frozen=True, kw_only=True)
class Division:
    """How work is divided in one branch. `share`, `fair` in per cents; `gini`, `chance`, `p` between 0 and 1.

    Chance divides services (jobs and visits), not hours: `gini`, `chance` and `p` are about those.
    """

    label: str
    share: float
    fair: float | None
    gini: float | None
    chance: float | None
    p: float | None
    helpers: float | None
    colour: str


def division_exhibit(findings: tuple[Finding, ...]) -> Exhibit:
    """Return the share of the three busiest helpers, together and per branch; a panel where none can be shown."""
    known = [finding for finding in findings if finding.value is not None and not finding.hidden]
    divisions = tuple(_division(finding) for finding in known)
    rows = tuple(_row(division) for division in divisions)
    headline = _headline(divisions)
    subject = say("charts.division.subject")
    return Exhibit(
        name="verdeling-van-het-werk",
        headline=headline,
        subtitle=say("charts.common.on_day", subject=subject, day=long_day(findings[0].as_of)),
        alt=_alt(rows, subject=subject, headline=headline) if rows else "",
        source=say("charts.division.source"),
        chart=shares_chart(rows) if rows else None,
        panel="" if rows else _panel(findings[0]),
        meaning=(*_chance(divisions[0]), say("charts.division.chosen"), *remarks(known[0])) if rows else (),
        key=(say("charts.division.key_dot"), say("charts.division.key_tick")) if rows else (),
        table=_table(divisions),
    )


def _division(finding: Finding) -> Division:
    beside = {part.key: part.value for part in finding.parts if not part.hidden}
    return Division(
        label=branch_text(finding.branch),
        share=finding.value or 0.0,
        fair=beside.get("fair_share"),
        gini=beside.get("gini"),
        chance=beside.get("gini_by_chance"),
        p=beside.get("gini_p"),
        helpers=finding.n,
        colour=theme.BRANCH_COLOUR.get(finding.branch or "", theme.FOURTH),
    )


def _row(division: Division) -> Share:
    value = percent(division.share)
    fair = "–" if division.fair is None else percent(division.fair)
    return Share(
        label=division.label, value=division.share, low=None, high=None, target=division.fair,
        words=say("charts.division.words", value=value, fair=fair),
        sentence=say("charts.division.row", label=division.label, value=value, fair=fair),
        colour=division.colour,
    )  # fmt: skip


def _headline(divisions: tuple[Division, ...]) -> str:
    if not divisions or divisions[0].fair is None:
        return say("charts.division.plain")
    first = divisions[0]
    return say("charts.division.headline", value=percent(first.share), fair=percent(first.fair or 0.0))


def _chance(division: Division) -> tuple[str, ...]:
    """Return how unequally the services are divided, what chance alone gives, and how often chance gives this."""
    if division.gini is None or division.chance is None:
        return ()
    unequal = say("charts.division.chance", gini=number(division.gini, 2), chance=number(division.chance, 2))
    if division.p is None:
        return (unequal,)
    key = "more_than_chance" if division.p < SELDOM else "may_be_chance"
    return (f"{unequal} {say(f'charts.division.{key}', p=percent(PERCENT * division.p))}",)


def _alt(rows: tuple[Share, ...], *, subject: str, headline: str) -> str:
    before = say("charts.shares.alt", subject=subject[0].lower() + subject[1:], headline=headline)
    return alternative(before, rows=[f"{row.sentence}." for row in rows])


def _panel(finding: Finding) -> str:
    return say("charts.common.hidden_panel") if finding.hidden else none_text(finding.code)


def _table(divisions: tuple[Division, ...]) -> Table:
    return Table(
        caption=say("charts.division.table_caption"),
        headings=(
            Heading(label=say("charts.division.column_part")),
            Heading(label=say("charts.division.column_share"), kind="percent"),
            Heading(label=say("charts.division.column_fair"), kind="percent"),
            Heading(label=say("charts.division.column_helpers"), kind="count"),
            Heading(label=say("charts.division.column_unequal"), wide=True),
            Heading(label=say("charts.division.column_chance"), wide=True),
            Heading(label=say("charts.division.column_p"), kind="percent", wide=True),
        ),
        rows=tuple(
            Row(values=(d.label, d.share, d.fair, d.helpers, _index(d.gini), _index(d.chance), _times(d.p)))
            for d in divisions
        ),
    )


def _index(value: float | None) -> str | None:
    return None if value is None else number(value, 2)


def _times(p: float | None) -> float | None:
    return None if p is None else PERCENT * p
