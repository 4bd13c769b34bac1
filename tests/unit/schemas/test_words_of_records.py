"""Every record, column, choice and rule has Dutch words, and no words are left over."""

from string import Formatter

from pipelines.schemas.registry import RECORDS
from pipelines.schemas.rules import COLUMN_RULES, RULES
from pipelines.schemas.rules.care import DAYS_IN_A_ROW, HOURS_PER_DAY
from pipelines.vocabulary.words.records import (
    CHOICE_LABELS,
    DESCRIPTIONS,
    HEADINGS,
    RECORD_DESCRIPTIONS,
    RECORD_TITLES,
)
from pipelines.vocabulary.words.rules import ACTIONS, RULE_TITLES, SENTENCES

ALL_RULES = (*RULES, *COLUMN_RULES)


def test_every_record_has_a_title_a_description_and_words_for_each_column():
    for words in (RECORD_TITLES, RECORD_DESCRIPTIONS, HEADINGS, DESCRIPTIONS):
        assert set(words) == {record.table for record in RECORDS}
    for record in RECORDS:
        names = [column.name for column in record.columns]
        assert list(HEADINGS[record.table]) == list(DESCRIPTIONS[record.table]) == names


def test_a_description_is_one_or_more_short_sentences():
    for columns in DESCRIPTIONS.values():
        for text in columns.values():
            assert text.endswith(".")
            assert all(len(part.split()) <= 20 for part in text.split(". ")), text


def test_headings_of_one_record_differ_from_each_other():
    for columns in HEADINGS.values():
        assert len(set(columns.values())) == len(columns)


def test_every_choice_has_a_label_without_underscores():
    values = {value for record in RECORDS for column in record.columns for value in column.allowed}
    assert set(CHOICE_LABELS) == values
    assert not any("_" in label for label in CHOICE_LABELS.values())


def test_every_rule_has_a_title_a_sentence_and_an_action():
    assert set(SENTENCES) == set(ACTIONS) == {rule.words for rule in ALL_RULES}
    assert set(RULE_TITLES) == {rule.code for rule in ALL_RULES}


def test_a_sentence_names_the_heading_and_asks_for_nothing_a_rule_does_not_have():
    for rule in ALL_RULES:
        assert "{column}" in SENTENCES[rule.words]
        asked = {
            name for _, name, _, _ in Formatter().parse(SENTENCES[rule.words] + ACTIONS[rule.words]) if name
        }
        assert asked <= {"column", "other"}
        assert "other" not in asked or rule.other, rule.name


def test_a_limit_in_a_sentence_is_the_limit_of_the_rule():
    assert f"{HOURS_PER_DAY} uur" in SENTENCES["lange_dag"]
    assert DAYS_IN_A_ROW + 1 == 8
    assert "achtste dag" in SENTENCES["geen_vrije_dag"]


def test_no_label_holds_a_sign_that_separates_choices():
    assert not any(set(",;") & set(label) for label in CHOICE_LABELS.values())


def test_labels_of_one_list_differ():
    for record in RECORDS:
        for column in record.columns:
            assert len({CHOICE_LABELS[value] for value in column.allowed}) == len(column.allowed)
