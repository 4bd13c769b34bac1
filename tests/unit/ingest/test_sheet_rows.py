"""What happens to one row: cells, required, conditions, broken rows, totals, derived values."""

import pytest

from tests.unit.ingest.deliveries import counts, found

CARE = [{}, {"member_id": "R0002", "role_helper_care": "J"}]

COMPLAINT = {
    "contact_id": "Q00001", "received_on": "2-3-2026", "channel": "telefoon", "from_role": "zorgvrager", "branch": "zorg",
    "type": "klacht", "severity": "licht", "about_helper": "R0002", "text": "Te laat gekomen", "themes": "afspraak",
    "handled_by": "K1",
}  # fmt: skip


@pytest.fixture
def town(door):
    door.deliver("members", {}, {"member_id": "R0002", "role_helper_care": "J", "role_helper_jobs": "J"},
                 {"member_id": "R0003", "role_care_client": "J", "consent_health_on": "5-1-2026"})  # fmt: skip
    return door


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        # what was typed                                    what is said
        ("jobs", {"channel": ""}, [("channel", "verplicht", "error")]),
        ("jobs", {"reported_on": "± 3 weken"}, [("reported_on", "ongeveer", "error")]),
        ("jobs", {"reported_on": "-"}, [("reported_on", "niet_van_toepassing", "error")]),
        ("jobs", {"wanted_by": "± 3 weken"}, [("wanted_by", "ongeveer", "warning")]),
        ("jobs", {"wanted_by": "-"}, [("wanted_by", "niet_van_toepassing", "fix")]),
        ("jobs", {"wanted_by": "31-2-2026"}, [("wanted_by", "datum_bestaat_niet", "error")]),
        ("jobs", {"reported_on": "1-7-2026"}, [("reported_on", "X20", "error")]),
        ("jobs", {"first_response_on": "1-3-2026"}, [("first_response_on", "X05", "error")]),
        ("jobs", {"status": "ingetrokken_klant", "closed_on": "9-3-2026"},
         [("close_reason", "voorwaardelijk", "warning")]),
        ("jobs", {"status": "ingetrokken_klant", "closed_on": "9-3-2026", "close_reason": "volgt"},
         [("close_reason", "onbekend_geschreven", "warning")]),
        ("jobs", {"hours_worked": "16,1"}, [("hours_worked", "bereik", "error")]),
        ("jobs", {"description": ""}, [("description", "verplicht", "error")]),
        ("jobs", {"description": "De heg. " * 63}, [("description", "tekst_te_lang", "warning")]),
        ("jobs", {"client_id": "R0404"}, [("client_id", "X01", "error")]),
        ("jobs", {"client_id": "R0404", "channel": ""},
         [("channel", "verplicht", "error"), ("client_id", "X01", "error")]),
        ("members", {"consent_survey": ""}, [("consent_survey", "leeg_is_nee", "fix")]),
        ("members", {"last_name": ""}, [("last_name", "verplicht", "error")]),
        ("members", {"phone": ""}, [("phone", "voorwaardelijk", "warning")]),
    ],
)  # fmt: skip
def test_what_is_said_about_a_row(town, table, row, expected):
    sheet = town.deliver(table, row, name="proef.csv")
    said = [(fault.column, fault.rule, fault.level) for fault in sheet.faults]
    assert sorted(said) == sorted(expected)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"channel": "geen"}, "Er staat ‘geen’; gelezen als leeg. Gevonden: geen. Deze cel moet altijd zijn ingevuld."
         " Toegestaan: telefoon"),
        ({"reported_on": "-"}, "Niet van toepassing; gelezen als leeg. Gevonden: -. Deze cel moet altijd zijn ingevuld."),
    ],
)  # fmt: skip
def test_required_cell_that_reads_as_empty_says_both_how_it_was_read_and_that_it_must_be_filled(
    town, row, said
):
    (fault,) = town.deliver("jobs", row, name="proef.csv").faults
    assert fault.level == "error"
    assert fault.message.startswith(said)
    (optional,) = town.deliver("jobs", {"wanted_by": "geen"}, name="los.csv").faults
    assert "ingevuld" not in optional.message


@pytest.mark.parametrize(
    "row", [{"job_id": "K0007"}, {"job_id": "maart 2026"}, {"price_eur": "12,50", "hours_worked": "3"}]
)
def test_a_row_with_hardly_a_required_cell_is_one_fault(town, row):
    file = town.file("jobs", row, {"job_id": "K0008", "client_id": "R0001"}, name="proef.csv", bare=True)
    (sheet,) = town.load(file).sheets
    assert [(fault.rule, fault.column) for fault in sheet.faults if fault.row == 2] == [
        ("rij_bijna_leeg", "")
    ]
    assert len([fault for fault in sheet.faults if fault.row == 3]) > 2
    assert sheet.rejected == 2


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("jobs", {"reported_on": "#N/B"}, "Gevonden: #N/B."),
        (
            "jobs",
            {"hours_worked": "90"},
            "Toegestaan: van 0,1 tot en met 16. Schrijf een waarde die past. Gevonden: 90.",
        ),
        ("jobs", {"reported_on": "1-3-2062"}, "Toegestaan: van "),
        ("members", {"birth_year": "2050"}, "Toegestaan: van 1915 tot en met 16 jaar geleden."),
        (
            "care_visits",
            {"planned_start": ""},
            "alleen af te leiden uit zorgvraag, helper, datum en begintijd samen. Vul die allemaal goed in",
        ),
    ],
)
def test_a_fault_says_what_is_allowed_and_why_the_row_is_put_aside(town, table, row, said):
    assert any(said in fault.message for fault in town.deliver(table, row, name="proef.csv").faults)


def test_free_of_charge_is_zero_and_nobody_paid(town):
    done = {"status": "afgerond", "completed_on": "9-3-2026", "hours_worked": "1", "price_eur": "gratis"}
    town.deliver("jobs", done)
    assert town.query("SELECT price_eur, payer FROM jobs") == [(0.0, "gratis")]


def test_free_of_charge_leaves_a_typed_payer(town):
    done = {"status": "afgerond", "completed_on": "9-3-2026", "hours_worked": "1", "price_eur": "gratis"}
    town.deliver("jobs", done | {"payer": "fonds"})
    assert town.query("SELECT payer FROM jobs") == [("fonds",)]


def test_a_blank_row_is_counted_and_nothing_else(town):
    path = town.file("jobs", {}, {})
    lines = path.read_text().splitlines()
    path.write_text(
        "\n".join([lines[0], ";" * lines[0].count(";"), lines[1], " ;" * lines[0].count(";")]) + "\n"
    )
    (sheet,) = town.load(path).sheets
    assert (sheet.rows, counts(sheet), found(sheet)) == (3, {"accepted": 1, "blank": 2}, [])
    assert town.query("SELECT source_row FROM jobs") == [(3,)]


def test_a_total_row_and_repeated_headings_are_one_fault_each(town):
    path = town.file("jobs", {}, {"job_id": "Totaal", "hours_worked": "12,5"}, bare=True)
    heading = path.read_text().splitlines()[0]
    with path.open("a") as stream:
        stream.write(heading + "\n")
    (sheet,) = town.load(path).sheets
    assert found(sheet, "error")[-2:] == [(3, "", "totaalrij"), (4, "", "koprij_herhaald")]


def test_a_row_whose_cells_cannot_be_told_apart_is_set_aside_whole(town):
    path = town.file("jobs", {}, {"job_id": "K0002"})
    with path.open("a") as stream:
        stream.write("K0003;" + ";".join(["x"] * 40) + "\n")
    (sheet,) = town.load(path).sheets
    assert counts(sheet) == {"accepted": 2, "rejected": 1}
    assert found(sheet, "error") == [(4, "", "rij_kapot")]


def test_a_visit_without_number_gets_one_from_what_who_and_when(town):
    town.deliver("helpers", {"branch": "zorg", "capacity_clients": "2"})
    town.deliver("care_requests", {"client_id": "R0003"})
    assert counts(town.deliver("care_visits", {}, {"planned_start": "14:00"})) == {"accepted": 2}
    numbers = town.query("SELECT visit_id FROM care_visits")
    assert all(number[0] == "B" and number[1:].isdigit() and len(number) > 6 for (number,) in numbers)
    assert counts(town.deliver("care_visits", {"actual_hours": "1,5"})) == {"corrected": 1}
    assert town.query("SELECT count(*), sum(actual_hours) FROM care_visits") == [(2, 3.5)]


def test_a_visit_without_number_and_start_is_an_error(town):
    town.deliver("helpers", {"branch": "zorg", "capacity_clients": "2"})
    town.deliver("care_requests", {"client_id": "R0003"})
    sheet = town.deliver("care_visits", {"planned_start": ""})
    assert found(sheet, "error") == [(2, "visit_id", "verplicht")]


def test_a_visit_known_by_a_typed_number_keeps_it(town):
    town.deliver("helpers", {"branch": "zorg", "capacity_clients": "2"})
    town.deliver("care_requests", {"client_id": "R0003"})
    town.deliver("care_visits", {"visit_id": "B000007"})
    assert counts(town.deliver("care_visits", {"planned_hours": "3"})) == {"corrected": 1}
    assert town.query("SELECT visit_id, planned_hours FROM care_visits") == [("B000007", 3.0)]


def test_only_the_four_digits_of_the_postcode_reach_the_warehouse(town):
    assert town.query("SELECT DISTINCT postcode4 FROM members") == [("3812",)]


def test_a_role_code_in_the_settings_holds_a_pseudonym(town):
    role = {"param_key": "role_member:K1", "value": "r2", "unit": "tekst"}
    assert counts(town.deliver("parameters", role)) == {"accepted": 1}
    assert town.query("SELECT value FROM parameters") == town.query(
        "SELECT member_id FROM members WHERE role_helper_care"
    )


def test_a_name_for_a_role_code_is_refused_and_not_stored(town):
    role = {"param_key": "role_member:K1", "value": "Vlierstruik", "unit": "tekst"}
    assert counts(town.deliver("parameters", role)) == {"rejected": 1}
    assert "Vlierstruik" not in str(town.query("SELECT payload FROM log.quarantine"))


def test_a_complaint_handled_by_whom_it_is_about_is_found(town):
    town.deliver("helpers", {"branch": "zorg", "capacity_clients": "2"})
    rows = [
        COMPLAINT,
        COMPLAINT | {"contact_id": "Q00002", "handled_by": "K2"},
        COMPLAINT | {"contact_id": "Q00003", "about_helper": ""},
    ]
    role = {"param_key": "role_member:K1", "value": "R 2", "unit": "tekst"}
    contacts, settings = town.load(
        town.file("contacts", *rows, bare=True), town.file("parameters", role)
    ).sheets
    assert counts(settings) == {"accepted": 1}
    assert counts(contacts) == {"accepted": 3}
    assert found(contacts, "finding") == [(2, "handled_by", "X14")]


def test_a_relatienr_in_another_text_is_refused_and_not_stored(town):
    row = {"decided_by": "commissie, zie R0002"}
    sheet = town.deliver("parameters", row)
    assert counts(sheet) == {"rejected": 1}
    assert (2, "decided_by", "relatienr_in_tekst") in found(sheet, "error")


def test_settings_of_the_same_load_hold_for_its_other_sheets(town):
    early = {"reported_on": "2-2-2025"}
    assert counts(town.deliver("jobs", {"job_id": "K0001"} | early)) == {"accepted": 1}
    later = {"param_key": "pilot_start", "value": "1-6-2026", "unit": "datum", "valid_from": "1-6-2026"}
    report = town.load(town.file("jobs", {"job_id": "K0002"} | early), town.file("parameters", later))
    assert found(report.sheets[0], "error") == [(2, "reported_on", "X20")]


def test_a_possible_double_person_is_a_warning(town):
    sheet = town.deliver("members", {"member_id": "R0009", "phone": "06-12345678"}, name="nieuw.csv")
    assert found(sheet) == [(2, "phone", "X12")]


def test_derived_columns_are_computed_whatever_was_typed(town):
    from pipelines.schemas.registry import record

    town.deliver("helpers", {"branch": "zorg", "capacity_clients": "2"})
    path = town.file(
        "vog_checks",
        {"vog_id": "V0001", "helper_id": "R0002", "requested_on": "5-1-2026", "issued_on": "12-1-2026",
         "original_seen_on": "14-1-2026", "seen_by": "K1", "profile": "45", "status": "gezien_akkoord",
         "recheck_due": "1-1-2031"}, bare=True,
    )  # fmt: skip
    assert "recheck_due" in record("vog_checks").by_name
    town.load(path)
    ((due,),) = town.query("SELECT recheck_due FROM vog_checks")
    assert due.isoformat() == "2029-01-12"
