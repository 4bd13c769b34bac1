"""The rules of what goes out, and what each audience sees of each figure, as tables."""

from collections.abc import Sequence

from dashboard.shown import Decided, Seen
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day
from pipelines.vocabulary.words.policy import AUDIENCES, DECIDED

OUTSIDE_ROWS = 1  # the coordinator, the first audience, sees all: no column


def rules_table(rules: Sequence[Decided]) -> Table:
    """Return one row per rule: its value, who decided it and when, and where it comes from."""
    return Table(
        caption=say("trust.policy.rules_caption"),
        headings=tuple(
            Heading(label=say(f"trust.policy.columns.{key}"), wide=key == "basis")
            for key in ("rule", "value", "decided", "basis")
        ),
        rows=tuple(Row(values=(rule.label, rule.value, decided_text(rule), rule.basis)) for rule in rules),
    )


def decided_text(rule: Decided) -> str:
    """Return who decided a rule, and when: only who where it was not decided yet."""
    if rule.decided_on is None:
        return rule.decided_by
    return DECIDED.format(by=rule.decided_by, day=long_day(rule.decided_on))


def seen_table(seen: Sequence[Seen]) -> Table:
    """Return one row per figure, with a column per audience but the coordinator, who sees all."""
    return Table(
        caption=say("trust.policy.seen_caption"),
        headings=(
            Heading(label=say("trust.policy.columns.figure")),
            *(Heading(label=name) for name in list(AUDIENCES.values())[OUTSIDE_ROWS:]),
        ),
        rows=tuple(Row(values=(each.label, *each.sights[OUTSIDE_ROWS:])) for each in seen),
    )
