"""The real loader finds every planted mistake, says of it what it must, and finds nothing else."""

from datetime import date, datetime, time

import pytest

from pipelines.ingest.load import load_files
from pipelines.ingest.read import open_file
from pipelines.store.home import Home
from pipelines.synthetic.world import WORLDS
from pipelines.vocabulary.errors import FileRefused
from tests.lib.worlds import load_world, world_copy, world_files, world_home, world_manifest, world_report

WHEN = datetime.combine(date(2026, 9, 1), time(9))
LOADED = sorted(set(WORLDS) - {"hostile"})
FORMS = ("klusaanvraag.csv", "zorgvraag.csv", "terugkoppeling.csv", "maandcheck.csv", "melding.csv")
MISTAKES_OF_THE_DOMAIN = {  # the rows of DOMAIN 4.3, as the rules that answer them
    *(
        "jaar_aangevuld",
        "datum_schrijfwijze",
        "excel_dagnummer",
        "lege_datumcel",
        "datum_in_woorden",
        "ongeveer",
    ),
    *("datum_in_getal", "niet_van_toepassing", "geen_geschreven", "onbekend_geschreven", "onbekend_gekozen"),
    *("kruisje", "leeg_is_nee", "getal_schrijfwijze", "uren_schrijfwijze", "uren_uit_tijd", "som_getypt"),
    *("gratis_is_nul", "cijfer_onduidelijk", "geen_heel_getal", "bereik", "telefoon_nul_toegevoegd"),
    *("postcode_schrijfwijze", "plaats_weggelaten", "postcode_letter_als_cijfer", "twee_personen"),
    *("naam_met_opmerking", "verplicht", "totaalrij", "koprij_herhaald", "keuze_schrijfwijze", "proefrij"),
    *("middernacht_is_onbekend", "van_tot_getypt"),
}
CROSS_RULES = {"X01", "X02", "X03", "X05", "X07", "X09", "X10", "X11", "X12", "X13", "X15", "X16", "X18", "X20"} | {
    "X22", "X23", "X24",
}  # fmt: skip


def said(name, *, forms=False):
    return {
        (sheet["file"], sheet["sheet"], fault["row"], fault["column"], fault["rule"], fault["level"])
        for sheet in world_report(name)["files"]
        for fault in sheet["faults"]
        if forms or sheet["file"] not in FORMS
    }


def expected(name, *, forms=False):
    return {
        (each.file, each.sheet, each.row, each.column, each.rule, each.level)
        for each in world_manifest(name).expected
        if each.level != "kept" and (forms or each.file not in FORMS)
    }


@pytest.mark.parametrize("name", LOADED)
def test_load_says_what_the_manifest_says_and_nothing_else(name):
    assert sorted(said(name) - expected(name)) == []
    assert sorted(expected(name) - said(name)) == []


@pytest.mark.parametrize("name", LOADED)
def test_every_row_goes_where_the_manifest_says(name):
    counts = {(sheet["file"], sheet["sheet"]): sheet for sheet in world_report(name)["files"]}
    for sheet in world_manifest(name).sheets:
        found = counts[sheet.file, sheet.sheet]
        assert found["record"] == sheet.table
        assert [found[kind] for kind in ("rows", "rejected", "blank", "intake")] == [
            *(sheet.rows, sheet.rejected, sheet.blank, sheet.intake)
        ], sheet
        assert found["rows"] == sum(
            found[kind] for kind in ("accepted", "corrected", "unchanged", "intake", "rejected", "blank")
        )


def test_form_answers_become_intake_and_only_the_test_row_is_put_aside():
    errors = {each for each in said("on_course", forms=True) if each[-1] == "error" and each[0] in FORMS}
    assert errors == {each for each in expected("on_course", forms=True) if each[0] in FORMS}
    assert len(errors) == 1


def test_what_looks_wrong_and_is_right_is_left_alone():
    kept = {
        (each.file, each.sheet, each.row, each.column)
        for each in world_manifest("on_course").expected
        if each.level == "kept"
    }
    assert len(kept) == 3
    assert not kept & {each[:4] for each in said("on_course")}


def test_each_mistake_of_the_domain_is_there():
    rules = {each.rule for each in world_manifest("on_course").expected}
    assert MISTAKES_OF_THE_DOMAIN - rules == set()
    assert CROSS_RULES - rules == set()


def test_planted_mistakes_do_not_dominate():
    planted = [each for each in world_manifest("on_course").expected if each.rule != "X03"]
    rows = sum(sheet.rows for sheet in world_manifest("on_course").sheets)
    assert 60 <= len(planted) <= 120
    assert len(planted) < 0.03 * rows


def test_a_visit_list_sent_again_corrects_and_adds():
    sheets = [sheet for sheet in world_report("on_course")["files"] if "gecorrigeerd" in sheet["file"]]
    assert len(sheets) == 3
    for sheet in sheets:
        assert sheet["accepted"] == 1
        assert sheet["corrected"] == 5
        assert sheet["unchanged"] == sheet["rows"] - 6


def test_loading_a_world_twice_changes_nothing(tmp_path):
    home, manifest = world_copy("tiny", tmp_path), world_manifest("tiny")
    again = load_files(
        Home(home), manifest.paths(world_files("tiny")), today=manifest.load_day, now=WHEN
    ).as_json()
    for sheet in again["files"]:
        assert sheet["unchanged"] == sheet["rows"], sheet["file"]


def test_hostile_files_are_each_refused_with_a_sentence(tmp_path):
    for refusal in world_manifest("hostile").refusals:
        with pytest.raises(FileRefused) as refused:
            open_file(world_files("hostile") / refusal.file, scratch=tmp_path)
        assert refusal.file in refused.value.sentence
        assert refused.value.sentence.endswith(".")


def test_hostile_world_leaves_a_home_without_data():
    assert not Home(world_home("hostile")).warehouse.exists()


def test_a_world_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(KeyError):
        load_world("nowhere", files=tmp_path / "files", home=tmp_path / "home")
