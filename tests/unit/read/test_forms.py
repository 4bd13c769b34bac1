"""Form exports: question sentences as headings, a time stamp first, answers that name a person kept apart."""

import pytest

from pipelines.ingest.read import open_file
from pipelines.ingest.read.form import best_form
from pipelines.schemas.registry import record
from pipelines.vocabulary.words.forms import FORMS
from pipelines.vocabulary.words.records import HEADINGS
from tests.unit.read.delivered_rows import rows_of

JOB_FORM = [
    "Tijdstempel",
    "Wat is uw naam?",
    "Waar woont u? (straat, huisnummer, postcode)",
    "Telefoon",
    "Van wie huurt u uw woning? (Portaal, De Alliantie, andere verhuurder, ik huur niet, weet ik niet)",
    "Waar kunnen we u mee helpen?",
    "Is er haast bij? Waarom?",
    "Wanneer zou het u uitkomen?",
    "Ik heb de privacyverklaring gelezen",
]


@pytest.mark.parametrize("form", FORMS)
def test_the_questions_of_each_form_are_that_form(form):
    table, stamp, sentences = FORMS[form]
    match = best_form(["Tijdstempel", *sentences])
    assert match is not None
    assert match.table == table
    assert match.questions[0].columns == stamp
    assert all(question.known for question in match.questions)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_fills_existing_columns_only(form):
    table, stamp, sentences = FORMS[form]
    for columns in (stamp, *sentences.values()):
        for name in columns:
            owner, _, column = name.rpartition(".")
            assert column in record(owner or table).by_name


def test_a_question_is_known_with_and_without_the_answers_it_repeats():
    for question in (JOB_FORM[4], "Van wie huurt u uw woning?"):
        match = best_form(["Tijdstempel", question, "Waar kunnen we u mee helpen?"])
        assert match is not None
        assert match.columns[1] == "landlord_at_report"


def test_an_export_with_blank_rows_and_nameless_columns_is_read_row_by_row(tmp_path):
    answers = [
        "3-4-2026 14:05:33",
        "J. Jansen",
        "Dorpsstraat 1",
        "0612345678",
        "Portaal",
        "Kraan lekt, snel",
        "ja",
        "z.s.m.",
        "Ja",
    ]
    quoted = ",".join(f'"{answer}"' for answer in answers)
    headings = ",".join(f'"{question}"' for question in [*JOB_FORM, "Kolom 8", ""])
    path = tmp_path / "Klusaanvraag.csv"
    path.write_text(f"{headings}\n{quoted},,\n,,,,,,,,,,\n{quoted},,\n", encoding="utf-8")
    sheet = open_file(path, scratch=tmp_path / "scratch").sheets[0]
    assert (sheet.table, sheet.is_form, sheet.unknown) == ("jobs", True, ())
    assert [cells[:9] for _, cells in rows_of(sheet.source)] == [answers, [""] * 9, answers]
    assert sheet.columns == (
        "reported_on",
        None,
        None,
        None,
        "landlord_at_report",
        "description",
        "urgency",
        "wanted_by",
        *[None] * 3,
    )
    assert sheet.questions[0].columns == ("reported_on", "reported_time")
    assert [question.identifying for question in sheet.questions[:6]] == [
        False,
        True,
        True,
        True,
        False,
        True,
    ]


def test_the_answer_to_an_unknown_question_is_treated_as_naming_a_person(tmp_path):
    match = best_form([*JOB_FORM, "Hoe heet uw hond?"])
    assert match is not None
    assert match.questions[-1].identifying
    assert not match.questions[-1].known


def test_an_export_of_microsoft_forms_gives_the_moment_it_was_sent(tmp_path):
    added = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"]
    answers = [
        "1",
        "3-4-2026 14:01:02",
        "3-4-2026 14:05:33",
        "anonymous",
        "",
        *["x"] * len(JOB_FORM[1:]),
        "hond",
    ]
    headings = [*added, *JOB_FORM[1:], "Huisdier?"]
    path = tmp_path / "Klusaanvraag.csv"
    path.write_text("\n".join(";".join(f'"{cell}"' for cell in row) for row in (headings, answers)))
    sheet = open_file(path, scratch=tmp_path / "scratch").sheets[0]
    assert sheet.is_form
    assert sheet.questions[2].columns == ("reported_on", "reported_time")
    assert [question.identifying for question in sheet.questions[3:5]] == [True, True]
    said = next(note.sentence for note in sheet.notes if note.code == "onbekende_vragen")
    assert "Huisdier?. De antwoorden worden bewaard" in said
    assert "Begintijd" not in said


def test_a_form_without_its_time_stamp_is_still_a_form():
    assert best_form(["Hoe zwaar was de afgelopen maand?", "Wilt u gebeld worden?"]) is not None


def test_a_sheet_the_coordinator_numbers_is_no_form_whatever_else_stands_in_it():
    assert best_form(["Tijdstempel", *HEADINGS["jobs"].values()]) is None
    assert best_form(list(HEADINGS["feedback_clients"].values())) is None
