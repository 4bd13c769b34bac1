from pipelines.ingest.cases import open_cases, open_intake, status
from pipelines.store.keys import find_key
from pipelines.store.names_as_typed import TypedNames
from pipelines.store.snapshot import open_snapshot
from pipelines.store.vault import read_vault
from tests.unit.ingest.deliveries import counts

HEADINGS = ["Tijdstempel", "Wat is uw naam?", "Van wie huurt u uw woning?", "Waar kunnen we u mee helpen?",
            "Wanneer zou het u uitkomen?", "Kolom 8"]  # fmt: skip
FIRST = ["3-3-2026 14:05:00", "Koos Vlierstruik", "Portaal", "De heg is te hoog", "zo snel mogelijk", ""]
SECOND = ["4-3-2026 09:00:00", "Anna Boom", "De Alliantie", "Kraan lekt", "10-3-2026", ""]
BLANK = [""] * 6
TEST = ["4-3-2026 09:01:00", "test", "Portaal", "asdf", "", ""]


def form(door, *rows, name="klusaanvraag.csv"):
    path = door.folder / name
    path.write_text("\n".join(";".join(line) for line in (HEADINGS, *rows)) + "\n", encoding="utf-8")
    return path


def waiting(door):
    with open_snapshot(door.home) as snapshot:
        return [(each.id, each.record, each.row) for each in open_intake(snapshot)]


def test_rows_of_a_form_become_numbered_intake(door):
    (sheet,) = door.load(form(door, FIRST, BLANK, SECOND)).sheets
    assert (sheet.rows, counts(sheet)) == (3, {"intake": 2, "blank": 1})
    assert waiting(door) == [(1, "jobs", 2), (2, "jobs", 4)]
    assert door.query("SELECT count(*) FROM jobs") == [(0,)]


def test_what_fits_a_column_is_kept_typed_and_the_rest_only_in_the_vault(door):
    door.load(form(door, FIRST))
    ((values,),) = door.query('SELECT "values" FROM log.intake')
    assert (
        values == '{"reported_on": "2026-03-03", "reported_time": "14:05", "landlord_at_report": "portaal"}'
    )
    ((number,),) = door.query("SELECT max(vault) FROM log.loads")
    answers = read_vault(door.home, key=find_key(door.home), number=number).intake["1"]
    assert answers["Wat is uw naam?"] == "Koos Vlierstruik"
    assert answers["Wanneer zou het u uitkomen?"] == "zo snel mogelijk"


def test_a_growing_export_numbers_each_row_once(door):
    door.load(form(door, FIRST))
    (sheet,) = door.load(form(door, FIRST, SECOND)).sheets
    assert counts(sheet) == {"unchanged": 1, "intake": 1}
    assert waiting(door) == [(1, "jobs", 2), (2, "jobs", 3)]


def test_a_trial_row_is_set_aside_once(door):
    for _ in range(2):
        (sheet,) = door.load(form(door, TEST)).sheets
        assert counts(sheet) == {"rejected": 1}
    assert [(fault.row, fault.rule) for fault in sheet.faults] == [(2, "proefrij")]
    with open_snapshot(door.home) as snapshot:
        assert [case.rule for case in open_cases(snapshot)] == ["proefrij"]


def test_several_answers_in_one_cell_fill_several_columns(door):
    path = door.folder / "inschrijving.csv"
    question = "Wat wilt u bij De Werkplaats doen? (meer antwoorden mogelijk)"
    lines = [
        ["Tijdstempel", "Wat is uw voornaam?", question],
        ["3-3-2026 14:05", "Koos", "Zorgvrager, Klusser"],
    ]
    path.write_text("\n".join(";".join(line) for line in lines) + "\n", encoding="utf-8")
    door.load(path)
    ((values,),) = door.query('SELECT "values" FROM log.intake')
    assert '"role_care_client": "J"' in values
    assert '"role_helper_jobs": "J"' in values
    assert '"role_helper_care": "N"' in values


def test_a_completed_row_lets_the_intake_go(door):
    door.deliver("members", {})
    door.load(form(door, FIRST, SECOND))
    door.deliver("jobs", {"reported_on": "3-3-2026", "reported_time": "14:05"})
    assert waiting(door) == [(2, "jobs", 3)]


def test_status_of_an_empty_store_has_no_load(door):
    door.load(form(door))
    with open_snapshot(door.home) as snapshot:
        found = status(snapshot, names=TypedNames())
    assert (found.cases, found.intake, set(found.rows.values())) == ((), (), {0})
    assert found.last.sheets == 1
