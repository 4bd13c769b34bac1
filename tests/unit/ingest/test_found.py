import pytest

from pipelines.ingest.found_text import found
from pipelines.schemas.registry import record

DATE = record("jobs").column("wanted_by")
HOURS = record("jobs").column("hours_worked")
CHOICE = record("jobs").column("channel")
PERSON = record("jobs").column("client_id")
NUMBER = record("jobs").column("job_id")
NAME = record("members").column("last_name")
PHONE = record("members").column("phone")
FREE = record("jobs").column("description")


@pytest.mark.parametrize(
    ("column", "text", "shown"),
    [
        # dates, numbers and known words may be repeated
        (DATE, "31-02-2026", "31-02-2026"),
        (DATE, "± 3 weken", "± 3 weken"),
        (DATE, "half april", "half april"),
        (HOURS, "2 x 1,5", "2 x 1,5"),
        (HOURS, "€ 1.250,00", "€ 1.250,00"),
        (CHOICE, "tel", "tel"),
        (CHOICE, "Telefoon!", "Telefoon!"),
        (NUMBER, "k 12", "k 12"),
        # anything else only by its shape
        (DATE, "na Koos", "aa aaaa"),
        (HOURS, "0612345678", "9999999999"),
        (HOURS, "06-12345678", "99-99999999"),
        (CHOICE, "Vlierstruik", "aaaaaaaaaaa"),
        (CHOICE, "vraag aan de buurvrouw van nummer 12", "aaaaa aaa aa aaaaaaaaa a…"),
        (NUMBER, "zie Jan", "aaa aaa"),
        (NUMBER, "612345678", "999999999"),
        (PERSON, "R 0042", "a 9999"),
        (NUMBER, "R0042", "a9999"),
        (NAME, "Boom", "aaaa"),
        (PHONE, "06 12", "99 99"),
        (FREE, "ja", "aa"),
    ],
)
def test_what_may_be_shown_of_a_cell(column, text, shown):
    assert found(text, column=column) == shown
