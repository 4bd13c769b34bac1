import pytest

from pipelines.ingest.cases import dismiss, open_cases
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.errors import WrongUse
from tests.unit.ingest.deliveries import NOW, counts, found

WAITS = {"job_id": "K0002", "client_id": "R0009"}


def cases(door):
    with open_snapshot(door.home) as snapshot:
        return [(case.record, case.row, case.column, case.rule, case.waits) for case in open_cases(snapshot)]


def test_nothing_set_aside_gives_no_cases(door):
    door.deliver("members", {})
    assert cases(door) == []


def test_a_row_with_an_error_is_set_aside_with_its_place(door):
    sheet = door.deliver("members", {"postcode": "38"})
    assert counts(sheet) == {"rejected": 1}
    assert cases(door) == [("members", 2, "postcode", "postcode_onleesbaar", False)]


def test_what_is_set_aside_holds_no_name_and_no_number_of_a_person(door):
    door.deliver("members", {"first_name": "Zoutelande", "last_name": "Vlierstruik", "postcode": "38"})
    ((payload, key),) = door.query("SELECT coalesce(CAST(payload AS VARCHAR), ''), key FROM log.quarantine")
    assert key.startswith("p")
    assert not any(name in payload for name in ("Zoutelande", "Vlierstruik", "R0001", "Dorpsstraat"))


def test_a_row_whose_reference_was_missing_is_taken_when_it_comes(door):
    door.deliver("members", {})
    assert found(door.deliver("jobs", WAITS)) == [(2, "client_id", "X01")]
    assert cases(door) == [("jobs", 2, "client_id", "X01", True)]
    report = door.load(door.file("members", {}, {"member_id": "R0009"}))
    assert report.retried == 1
    assert cases(door) == []
    assert door.query("SELECT job_id, source_file, source_row FROM jobs") == [("K0002", "jobs.csv", 2)]
    assert door.query("SELECT status FROM log.quarantine") == [("resolved",)]


def test_a_waiting_person_keeps_the_name_until_the_reference_comes(door):
    door.deliver("members", {"member_id": "R0002", "last_name": "Wachter", "contact_for_id": "R0001"})
    report = door.load(door.file("members", {}, name="later.csv"))
    assert report.retried == 1
    assert door.query("SELECT count(*) FROM members") == [(2,)]
    again = {"member_id": "R0002", "last_name": "Wachter", "contact_for_id": "R0001"}
    assert counts(door.deliver("members", again)) == {"unchanged": 1}


def test_a_chain_of_waiting_rows_is_taken_in_one_load(door):
    door.deliver("members", {})
    door.deliver("helpers", {"helper_id": "R0002"})
    door.deliver("care_requests", {"care_id": "Z0001", "client_id": "R0003"})
    door.deliver("care_visits", {})
    assert len(cases(door)) == 3
    people = [
        {},
        {"member_id": "R0002", "role_helper_care": "J"},
        {"member_id": "R0003", "role_care_client": "J", "consent_health_on": "5-1-2026"},
    ]
    report = door.load(door.file("members", *people))
    assert report.retried == 3
    assert door.query("SELECT count(*) FROM care_visits") == [(1,)]


def test_a_row_with_another_error_does_not_wait(door):
    door.deliver("members", {})
    door.deliver("jobs", WAITS | {"channel": ""})
    assert cases(door) == [("jobs", 2, "channel", "verplicht", False)]


def test_a_retried_row_with_a_new_error_waits_no_longer(door):
    door.deliver("members", {})
    door.deliver("care_requests", {"client_id": "R0003"})
    report = door.load(door.file("members", {"member_id": "R0003", "role_care_client": "J"}))
    assert report.retried == 0
    assert cases(door) == [("care_requests", 2, "requested_on", "X04", False)]


def test_a_later_good_row_lets_the_case_go(door):
    door.deliver("members", {})
    door.deliver("jobs", {"job_id": "K0001", "channel": "rookpluim"})
    assert len(cases(door)) == 1
    door.deliver("jobs", {"job_id": "K0001"}, name="verbeterd.csv")
    assert cases(door) == []


def test_a_case_without_readable_key_goes_when_its_sheet_comes_again_and_the_row_is_good(door):
    door.deliver("members", {})
    door.deliver("jobs", {"job_id": "zie boven"})
    assert len(cases(door)) == 1
    door.deliver("jobs", {"job_id": "K0001"})
    assert cases(door) == []


def test_an_earlier_good_row_with_the_same_key_does_not_let_the_case_go(door):
    door.deliver("members", {})
    rows = [{"job_id": "K0001"}, {"job_id": "K0001", "channel": "rookpluim"}]
    for _ in range(2):
        sheet = door.deliver("jobs", *rows)
        assert sheet.rejected == 1
        assert [row for _, row, *_ in cases(door)] == [3]


def test_the_same_row_delivered_again_is_one_case(door):
    for _ in range(2):
        door.deliver("members", {"postcode": "38"})
    assert len(cases(door)) == 1


def test_the_same_row_in_two_files_of_one_name_in_one_load_is_one_case(door):
    wrong = {"postcode": "38"}
    first, elsewhere = door.file("members", wrong), door.folder / "elsewhere"
    elsewhere.mkdir()
    second = door.file("members", wrong, {"member_id": "R0002", **wrong}, name="elsewhere/members.csv")
    door.load(first, second)
    assert [row for _, row, *_ in cases(door)] == [2, 3]


def test_a_dismissed_case_stays_away(door):
    door.deliver("members", {"postcode": "38"})
    dismiss(door.home, 1, reason="proefrij", now=NOW)
    assert cases(door) == []
    door.deliver("members", {"postcode": "38"})
    assert cases(door) == []
    assert door.query("SELECT status, reason FROM log.quarantine") == [("dismissed", "proefrij")]


@pytest.mark.parametrize(("number", "reason"), [(7, "weg"), (1, " ")])
def test_a_case_that_is_not_there_or_no_reason_is_wrong_use(door, number, reason):
    door.deliver("members", {"postcode": "38"})
    with pytest.raises(WrongUse):
        dismiss(door.home, number, reason=reason, now=NOW)
    assert len(cases(door)) == 1


def test_rows_that_point_to_a_rejected_row_of_their_own_sheet_go_with_it(door):
    door.deliver("members", {})
    sheet = door.deliver(
        "jobs",
        {"job_id": "K0001", "channel": "rookpluim"},
        {"job_id": "K0002", "status": "dubbel", "duplicate_of": "K0001"},
        {"job_id": "K0003", "status": "dubbel", "duplicate_of": "K0002"},
    )
    assert counts(sheet) == {"rejected": 3}
    assert found(sheet, "error") == [
        (2, "channel", "keuze_onbekend"),
        (3, "duplicate_of", "X01"),
        (4, "duplicate_of", "X01"),
    ]
    door.deliver("jobs", {"job_id": "K0001"}, name="verbeterd.csv")
    assert door.query("SELECT count(*) FROM jobs") == [(3,)]
