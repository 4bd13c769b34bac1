"""What an edition shows and hides, what changed since the one before, and all editions so far, as tables."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from dashboard.shown import Change, Edition, Finding, HeldBack, Kind, Released, Standing
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day
from dashboard.words.sentences import in_unit
from dashboard.words.statements import name_in, name_of, value_words
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.words.policy import SPLITS
from pipelines.vocabulary.words.records import CHOICE_LABELS

FREE, WATCH, BLOCKED = "free", "watch", "blocked"
CAREFUL = {
    "uitsplitsing_weggelaten",
    "curve_afgekapt",
    "te_weinig_om_te_tonen",
}  # caveats: part of it is not shown


def audience_name(audience: Audience) -> str:
    """Return what readers outside are called in a sentence."""
    return say(f"release.audiences.{audience.value}")


def local_day(moment: datetime) -> str:
    """Return the day of a moment, here, in words."""
    local = moment if moment.tzinfo is None else moment.astimezone(AMSTERDAM)
    return long_day(local.date())


def state_of(finding: Finding) -> str:
    """Return whether a figure goes out whole, in part, or not at all."""
    if finding.hidden:
        return BLOCKED
    partly = any(part.hidden for part in finding.parts) or any(month.hidden for month in finding.series)
    return WATCH if partly or CAREFUL & set(finding.caveats) else FREE


def counts_line(edition: Released) -> str:
    """Return how many figures go out whole, in part, not at all, and how many are not for this audience."""
    states = Counter(state_of(finding) for finding in edition.findings)
    counts = say("release.counts", free=states[FREE], watch=states[WATCH], blocked=states[BLOCKED])
    withheld = len(edition.withheld)
    if not withheld:
        return counts
    key = "withheld_one" if withheld == 1 else "withheld"
    return f"{counts} {say(f'release.{key}', count=withheld, audience=audience_name(edition.audience))}"


def figures_table(edition: Released) -> Table:
    """Return one row per figure and branch: its value as they see it, and whether all of it goes out."""
    return Table(
        caption=say("release.figures_caption", audience=audience_name(edition.audience)),
        headings=_headings("figure", "value", "state"),
        rows=tuple(
            Row(values=(name_of(finding), value_words(finding), say(f"release.states.{state_of(finding)}")))
            for finding in edition.findings
        ),
    )


def held_table(held: Sequence[HeldBack], edition: Edition) -> Table:
    """Return what is hidden and why; for the coordinator only."""
    return Table(
        caption=say("release.held_caption", audience=audience_name(edition.audience)),
        headings=_headings("figure", "part", "reason"),
        rows=tuple(
            Row(values=(name_in(each.code, each.branch), _held_part(each), each.reason)) for each in held
        ),
    )


def changes_table(editions: Sequence[Edition], *, afterwards: bool = False) -> Table:
    """Return the published values that differ from the edition before, and which kind of difference it is.

    `afterwards`: only what was put right: entered late, corrected, or counted by another rule.
    """
    rows = [
        (edition, change)
        for edition in editions
        for change in edition.changes
        if change.before != change.after and not (afterwards and change.kind is Kind.NEW)
    ]
    return Table(
        caption=say("trust.corrections.caption"),
        headings=(
            Heading(label=say("release.columns.figure")),
            Heading(label=say("release.columns.reason")),
            Heading(label=say("release.columns.before")),
            Heading(label=say("release.columns.after")),
            Heading(label=say("release.columns.edition"), wide=True),
        ),
        rows=tuple(Row(values=_change_cells(edition, change)) for edition, change in rows),
    )


def _change_cells(edition: Edition, change: Change) -> tuple[str, ...]:
    unit = next((finding.unit for finding in edition.findings if finding.code == change.code), "")
    return (
        name_in(change.code, change.branch),
        say(f"trust.corrections.kinds.{change.kind.value}"),
        _printed(change.before, unit),
        _printed(change.after, unit),
        edition.id,
    )


def history_table(standings: Sequence[Standing]) -> Table:
    """Return all editions, newest first: for whom, until when, where they stand, and who did what."""
    newest = sorted(standings, key=lambda each: each.proposed_at)[::-1]
    return Table(
        caption=say("release.history_caption"),
        headings=(
            *_headings("edition", "day", "state"),
            *(Heading(label=say(f"release.columns.{key}"), wide=True) for key in ("proposed", "approved", "withdrawn")),
        ),
        rows=tuple(Row(values=_standing_cells(each)) for each in newest),
    )  # fmt: skip


def _standing_cells(each: Standing) -> tuple[str, ...]:
    return (
        each.id,
        long_day(each.as_of),
        each.state.value,
        _who(each.proposed_by, each.proposed_at),
        _who(each.approved_by, each.approved_at),
        _who(each.withdrawn_by, each.withdrawn_at, reason=each.reason),
    )


def _who(by: str | None, moment: datetime | None, *, reason: str | None = None) -> str:
    if by is None or moment is None:
        return "–"
    key = "person_day_reason" if reason else "person_and_day"
    return say(f"release.{key}", by=by, day=local_day(moment), reason=reason)


def _held_part(each: HeldBack) -> str:
    """Return which part it is: the whole figure, a whole breakdown, or one kind of it."""
    if not each.by:
        return say("release.whole_figure")
    by = SPLITS[each.by]
    return say("release.part", by=by, kind=CHOICE_LABELS.get(each.key, each.key)) if each.key else by


def _printed(value: float | None, unit: str) -> str:
    return say("trust.corrections.hidden") if value is None else in_unit(value, unit)


def _headings(*keys: str) -> tuple[Heading, ...]:
    return tuple(Heading(label=say(f"release.columns.{key}")) for key in keys)
