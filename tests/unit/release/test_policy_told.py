"""Every rule of what goes out can be read with its value, its source and who decided it."""

from datetime import date

from pipelines.release.readable_policy import decided
from pipelines.vocabulary.words.policy import RULES
from pipelines.vocabulary.words.settings import OWN_PROPOSAL
from tests.lib.tables import drawn

DAY = date(2026, 6, 30)


def test_every_rule_says_its_value_its_source_and_who_decided_it():
    with drawn() as warehouse:
        told = decided(warehouse, day=DAY)
    assert {rule.name for rule in told} == set(RULES)
    assert all(rule.label and rule.value and rule.basis and rule.decided_by for rule in told)


def test_a_group_size_the_committee_decided_stands_with_its_date():
    settings = "param_key | value | decided_by | decided_on\nsn_external_min | 12 | commissie | 2026-02-03"
    with drawn(parameters=settings) as warehouse:
        told = {rule.name: rule for rule in decided(warehouse, day=DAY)}
    outside, inside = told["smallest_outside"], told["smallest_inside"]
    assert (outside.value, outside.decided_by, outside.decided_on) == ("12", "commissie", date(2026, 2, 3))
    assert (inside.value, inside.decided_by, inside.decided_on) == ("5", OWN_PROPOSAL, None)
