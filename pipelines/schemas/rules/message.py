"""The Dutch sentence of a broken rule: what is wrong with which cell, and what to do."""

from pipelines.schemas.rules.rule import Rule
from pipelines.vocabulary.words.records import HEADINGS
from pipelines.vocabulary.words.rules import ACTIONS, SENTENCES


def sentence(rule: Rule, column: str = "") -> str:
    """Return what is wrong, naming the heading of `column` (of the rule's first column when empty)."""
    return _filled(SENTENCES[rule.words], rule, column=column)


def action(rule: Rule, column: str = "") -> str:
    """Return what to do about it."""
    return _filled(ACTIONS[rule.words], rule, column=column)


def _filled(text: str, rule: Rule, *, column: str) -> str:
    headings = HEADINGS[rule.table]
    return text.format(column=headings[column or rule.columns[0]], other=headings.get(rule.other, ""))
