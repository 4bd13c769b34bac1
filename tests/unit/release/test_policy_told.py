"""Every rule of what goes out can be read with its value, its source and who decided it."""

from datetime import date

from pipelines.metrics.catalogue import FIGURES
from pipelines.release.naming import group_title
from pipelines.release.policy import AUDIENCES, BREAKDOWNS
from pipelines.release.readable_policy import decided, seen
from pipelines.vocabulary.words import policy as words
from pipelines.vocabulary.words import release as release_words
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
    assert (outside.value, outside.decided_by, outside.decided_on) == (
        "12 of meer mensen",
        "commissie",
        date(2026, 2, 3),
    )
    assert (inside.value, inside.decided_by, inside.decided_on) == ("5 of meer mensen", OWN_PROPOSAL, None)


def test_of_every_figure_is_told_how_much_each_audience_sees():
    told = {each.code: dict(zip(words.AUDIENCES, each.sights, strict=True)) for each in seen()}
    assert list(told) == list(FIGURES)
    assert list(words.AUDIENCES) == [audience.value for audience in AUDIENCES]
    assert told["jobs_completed"] == {
        "coordinator": "in detail", "commissie": "in detail", "portaal": "in detail, per verhuurder, per soort klus",
        "de_alliantie": "alleen het cijfer", "gemeente": "alleen het cijfer",
    }  # fmt: skip
    assert told["helpers_at_risk"]["commissie"] == "alleen het cijfer"
    assert told["helpers_at_risk"]["gemeente"] == "niet"


def test_every_breakdown_that_exists_outside_has_words():
    splits = {by for figures in BREAKDOWNS.values() for found in figures.values() for by in found}
    assert set(words.SPLITS) == splits == set(release_words.PARTS)


def test_groups_are_named_in_dutch_words_and_no_key_shows():
    assert (
        group_title(("klus", "klus, category computer_tv"))
        == "klussen zonder klussen, soort klus computer en tv"
    )
    assert group_title(("samen", "zorg")) == "het totaal zonder thuiszorg"
    assert group_title(("samen, themes andere_onderwerpen",)) == "onderwerp dat niet apart staat"
    assert group_title(("samen, landlord de_alliantie",)) == "huurders van De Alliantie"
