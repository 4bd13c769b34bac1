"""Which record a row of headings is, and which columns are never taken in."""

import pytest

from pipelines.ingest.read import open_file
from pipelines.ingest.read.accept import forbidden, lossless_column
from pipelines.ingest.read.heading import columns_by_heading, heading_key, readable_tables
from pipelines.ingest.read.match import best_match
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words.headings import HEADING_SYNONYMS
from pipelines.vocabulary.words.records import HEADINGS, RECORD_TITLES

TABLES = readable_tables()


@pytest.mark.parametrize("table", TABLES)
def test_the_headings_of_each_record_are_that_record(table):
    headings = list(HEADINGS[table].values())
    for written in (
        headings,
        list(reversed(headings)),
        [heading.upper() for heading in headings],
        list(HEADINGS[table]),
    ):
        match = best_match(written)
        assert (match.table, match.missing, match.is_form) == (table, (), False)
        assert set(match.columns) == set(HEADINGS[table])


@pytest.mark.parametrize("table", TABLES)
def test_no_heading_of_a_record_can_mean_two_of_its_columns(table):
    keys = [heading_key(heading) for heading in HEADINGS[table].values()]
    assert len(set(keys)) == len(keys)
    for column, names in HEADING_SYNONYMS.get(table, {}).items():
        assert [columns_by_heading(table)[heading_key(name)] for name in names] == [column] * len(names)


def test_synonyms_are_known_for_existing_columns_only():
    for table, synonyms in HEADING_SYNONYMS.items():
        assert set(synonyms) <= set(HEADINGS[table])


def test_of_equal_records_the_name_of_the_sheet_decides():
    shared = ["Relatienr", "Status"]
    assert best_match(shared, sheet=RECORD_TITLES["vog_checks"]).table == "vog_checks"


def test_headings_of_no_record_do_not_fit():
    assert not best_match(["wie", "wat", "waar"]).fits
    assert not best_match([]).fits


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("BSN", "bsn"),
        ("Burgerservicenummer", "bsn"),
        ("BSN-nummer van de klant", "bsn"),
        ("Sofinummer", "bsn"),
        ("B.S.N.", "bsn"),
        ("BSNnr", "bsn"),
        ("Burger service nummer", "bsn"),
        ("Sociaal-fiscaal nummer", "bsn"),
        ("Kopie VOG", "vog_kopie"),
        ("VOG (scan)", "vog_kopie"),
        ("Upload hier uw VOG", "vog_kopie"),
        ("VOG-nr", None),
        ("Gratis VOG", None),
        ("Omschrijving", None),
    ],
)
def test_forbidden_columns_are_known_by_their_heading(heading, code):
    assert forbidden(heading) == code


def test_a_format_or_unit_behind_a_heading_does_not_hide_it():
    written = [
        "Boeking*",
        "Datum (dd-mm-jjjj)",
        "Tak [kies]:",
        "Soort (verplicht)",
        "Bedrag (incl. btw)",
        "Naar wijk-\nbewoner",
    ]
    assert best_match(written).columns == tuple(HEADINGS["ledger"])


def test_what_stands_behind_a_heading_is_never_taken_for_a_second_one():
    named = ["Klusnr", "Klant (Relatienr)", "Klant (naam)", "Afspraak op", "Afspraak op (uu:mm)"]
    assert best_match(named).columns == ("job_id", "client_id", None, "appointment_on", None)
    twice = ["Klusnr", "Klant (Relatienr)", "Afspraak op (dd-mm-jjjj)", "Afspraak op (uu:mm)"]
    assert best_match(twice).columns == ("job_id", "client_id", None, None)


def refusal_of(tmp_path, text):
    (tmp_path / "Relaties.csv").write_text(text, encoding="utf-8")
    with pytest.raises(FileRefused) as refusal:
        open_file(tmp_path / "Relaties.csv", scratch=tmp_path / "scratch")
    return refusal.value.sentence


LEDGER = ";".join(HEADINGS["ledger"].values())


def test_a_bsn_column_is_refused_with_its_place_and_without_a_value(tmp_path):
    sentence = refusal_of(tmp_path, f"{LEDGER};BSN\nB1;3-4-2026;klus;fonds;1;J;123456782\n")
    assert "BSN in G1" in sentence
    assert "123456782" not in sentence


def test_a_sheet_of_nothing_we_know_names_the_nearest_record_and_what_is_missing(tmp_path):
    sentence = refusal_of(tmp_path, "Boeking;Datum\nB1;3-4-2026\n")
    assert RECORD_TITLES["ledger"] in sentence
    assert "Bedrag (€)" in sentence
    assert "wij herkennen Boeking, Datum" in sentence


def test_a_sheet_without_headings_is_likened_to_no_record_and_repeats_nothing(tmp_path):
    sentence = refusal_of(tmp_path, "R0042;Wiesje;Zwartendijk\nR0043;Jan;Zwartendijk\n")
    assert "geen enkele kop die wij kennen" in sentence
    assert "Zwartendijk" not in sentence


def test_a_missing_required_heading_refuses_the_sheet_by_name(tmp_path):
    sentence = refusal_of(tmp_path, LEDGER.replace(";Tak", "") + "\nB1;3-4-2026;fonds;1;J\n")
    assert "blad Relaties (Kosten en opbrengsten): deze verplichte koppen ontbreken: Tak." in sentence
    other = refusal_of(tmp_path, LEDGER.replace("Tak", "Afdeling") + "\nB1;3-4-2026;klus;fonds;1;J\n")
    assert "ontbreken: Tak; wel staan er koppen die wij niet kennen: Afdeling." in other


def test_a_sheet_of_more_columns_than_any_table_has_is_refused(tmp_path):
    assert "506 kolommen" in refusal_of(tmp_path, LEDGER + ";x" * 500 + "\nB1\n")


def opened(tmp_path, text):
    (tmp_path / "Kas.csv").write_text(text, encoding="utf-8")
    return open_file(tmp_path / "Kas.csv", scratch=tmp_path / "scratch").sheets[0]


def test_of_a_heading_that_stands_twice_the_filled_column_is_read(tmp_path):
    filled_last = opened(tmp_path, f"Soort;{LEDGER}\n;B1;3-4-2026;klus;fonds;1;J\n")
    assert filled_last.columns == (None, *HEADINGS["ledger"])
    filled_first = opened(tmp_path, f"{LEDGER};Soort\nB1;3-4-2026;klus;fonds;1;J;\n")
    assert filled_first.columns == (*HEADINGS["ledger"], None)
    assert {note.code for note in filled_first.notes} == {"kop_dubbel_leeg"}


def test_two_filled_columns_with_one_heading_are_refused(tmp_path):
    sentence = refusal_of(
        tmp_path, f"{LEDGER};Soort\nB1;3-4-2026;klus;fonds;1;J;\nB2;3-4-2026;klus;;1;J;overig\n"
    )
    assert "D1, G1" in sentence


def test_of_columns_only_one_that_loses_nothing_is_chosen():
    assert lossless_column([["", "a"], ["b", "b"]], positions=[0, 1]) == 1
    assert lossless_column([["a", ""], ["", "b"]], positions=[0, 1]) is None
    assert lossless_column([], positions=[0, 1]) == 0


def test_unknown_columns_are_listed_and_nameless_ones_are_not(tmp_path):
    sheet = opened(tmp_path, f"{LEDGER};Kleur;Kolom 8;\nB1;3-4-2026;klus;fonds;1;J;rood;;\n")
    assert sheet.unknown == ("Kleur",)
    assert "Kleur" in next(note.sentence for note in sheet.notes if note.code == "onbekende_koppen")
