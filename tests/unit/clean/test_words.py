"""Raw choices, yes and no, names, addresses and record numbers as they arrive, and what becomes of them."""

from datetime import date

import pytest

from pipelines.ingest.clean import PARSERS, Reason
from pipelines.schemas.registry import record

TODAY = date(2026, 11, 27)
LANDLORD = record("members").column("landlord")
JOB_STATUS = record("jobs").column("status")
VOG_STATUS = record("vog_checks").column("status")
AGAIN = record("feedback_clients").column("again")
CARE_STATUS = record("care_requests").column("status")
CHANNEL = record("jobs").column("channel")
HELP = record("care_requests").column("help_type")
DAYS = record("helpers").column("days_available")
SKILLS = record("helpers").column("skills")
CONSENT = record("members").column("consent_survey")
ROLE = record("members").column("role_helper_jobs")
POSTCODE = record("members").column("postcode")
PHONE = record("members").column("phone")
EMAIL = record("members").column("email")
FIRST, LAST = record("members").column("first_name"), record("members").column("last_name")
MEMBER = record("members").column("member_id")
REQUEST = record("offers").column("request_id")
OFFER = record("offers").column("offer_id")
SEEN_BY = record("vog_checks").column("seen_by")
CALLER = record("contacts").column("from_id")
TEXT = record("jobs").column("description")

CASES = [
    # column, raw, value, repair, fault
    (LANDLORD, "portaal", "portaal", None, None),
    (LANDLORD, "De Alliantie", "de_alliantie", None, None),
    (LANDLORD, "de  alliantie ", "de_alliantie", None, None),
    (LANDLORD, "de-alliantie", "de_alliantie", Reason.CHOICE_SPELLED, None),
    (LANDLORD, "Aliantie", "de_alliantie", Reason.CHOICE_SYNONYM, None),
    (LANDLORD, "Portaal?", "onbekend", None, Reason.UNCERTAIN),
    (LANDLORD, "?", "onbekend", Reason.UNKNOWN_LISTED, None),
    (LANDLORD, "volgt", "onbekend", Reason.UNKNOWN_LISTED, None),
    (LANDLORD, "onbekend", "onbekend", None, None),
    (LANDLORD, "woningbouw", None, None, Reason.CHOICE_UNKNOWN),
    (LANDLORD, "", None, None, None),
    (JOB_STATUS, "klaar", "afgerond", Reason.CHOICE_SYNONYM, None),
    (JOB_STATUS, "ok", None, None, Reason.CHOICE_UNKNOWN),
    (JOB_STATUS, "x", None, None, Reason.CROSS),
    (JOB_STATUS, "?", None, None, Reason.UNKNOWN),
    (VOG_STATUS, "ok", None, None, Reason.CHOICE_UNKNOWN),
    (VOG_STATUS, "ja", None, None, Reason.CHOICE_UNKNOWN),
    (CARE_STATUS, "beëindigd", "beeindigd", None, None),
    (CARE_STATUS, "Niet-voor-ons", "niet_voor_ons", Reason.CHOICE_SPELLED, None),
    (CHANNEL, "E-mail", "e-mail", None, None),
    (CHANNEL, "mail", "e-mail", Reason.CHOICE_SYNONYM, None),
    (AGAIN, "weet niet", "weet_niet", None, None),
    (HELP, "was;koken", "was;koken", None, None),
    (HELP, "Was, koken", "was;koken", Reason.CHOICE_SPELLED, None),
    (HELP, "koken; koken", "koken", Reason.CHOICE_SPELLED, None),
    (HELP, "was, wassen van auto's", "was", Reason.CHOICE_SYNONYM, Reason.CHOICE_DROPPED),
    (DAYS, "ma/wo", "ma;wo", Reason.CHOICE_SPELLED, None),
    (DAYS, "doordeweeks", "ma;di;wo;do;vr", Reason.CHOICE_SYNONYM, None),
    (DAYS, "ma-vr", "ma;di;wo;do;vr", Reason.CHOICE_SYNONYM, None),
    (DAYS, "ma t/m vr", "ma;di;wo;do;vr", Reason.CHOICE_SYNONYM, None),
    (DAYS, "ma, vr", "ma;vr", Reason.CHOICE_SPELLED, None),
    (DAYS, "ma/vr", "ma;vr", Reason.CHOICE_SPELLED, None),
    (DAYS, "ma en vr", "ma;vr", Reason.CHOICE_SPELLED, None),
    (SKILLS, "alles", None, None, Reason.CHOICE_DROPPED),
    (SKILLS, "schilderen, geen ladder", "schilderen", Reason.CHOICE_SYNONYM, Reason.CHOICE_DROPPED),
    (CONSENT, "J", True, None, None),
    (CONSENT, "nee", False, None, None),
    (CONSENT, "", False, Reason.BLANK_IS_NO, None),
    (CONSENT, "?", False, None, Reason.UNKNOWN),
    (CONSENT, "misschien", False, None, Reason.UNCERTAIN),
    (ROLE, "", None, None, None),
    (ROLE, "TRUE", True, Reason.YES_NO_SPELLED, None),
    (ROLE, "✔️", True, Reason.YES_NO_SPELLED, None),
    (ROLE, "☐", False, Reason.YES_NO_SPELLED, None),
    (ROLE, "soms", None, None, Reason.YES_NO_UNREADABLE),
    (ROLE, "x", None, None, Reason.CROSS),
    (POSTCODE, "3812AB", "3812AB", None, None),
    (POSTCODE, "3812 AB", "3812AB", None, None),
    (POSTCODE, "3812 ab", "3812AB", Reason.POSTCODE_SPELLED, None),
    (POSTCODE, "3812AB Amersfoort", "3812AB", Reason.TOWN_DROPPED, None),
    (POSTCODE, "3812AB.", "3812AB", Reason.POSTCODE_SPELLED, None),
    (POSTCODE, "38I2AB", "3812AB", None, Reason.POSTCODE_LETTERS),
    (POSTCODE, "381OAB", "3810AB", None, Reason.POSTCODE_LETTERS),
    (POSTCODE, "0812AB", None, None, Reason.POSTCODE_UNREADABLE),
    (POSTCODE, "3812", None, None, Reason.POSTCODE_UNREADABLE),
    (PHONE, "0612345678", "0612345678", None, None),
    (PHONE, "06-12345678", "0612345678", None, None),
    (PHONE, "612345678", "0612345678", Reason.PHONE_ZERO, None),
    (PHONE, "612345678.0", "0612345678", Reason.PHONE_ZERO, None),
    (PHONE, '="0612345678"', "0612345678", None, None),
    (PHONE, "06 – 12345678", "0612345678", Reason.PHONE_SPELLED, None),
    (PHONE, "06‑12345678", "0612345678", None, None),
    (PHONE, "334612345", "0334612345", Reason.PHONE_ZERO, None),
    (PHONE, "+31 6 12345678", "0612345678", Reason.PHONE_SPELLED, None),
    (PHONE, "+49 30 1234567", "+49301234567", Reason.PHONE_SPELLED, None),
    (PHONE, "0612345678 / 0687654321", None, None, Reason.SEVERAL),
    (PHONE, "0612345678 bellen na 18u", "0612345678", None, Reason.PHONE_NOTE),
    (PHONE, "bellen na 18u", None, None, Reason.PHONE_UNREADABLE),
    (EMAIL, "Els@Voorbeeld.nl", "els@voorbeeld.nl", None, None),
    (EMAIL, "mailto:els@voorbeeld.nl", "els@voorbeeld.nl", Reason.EMAIL_SPELLED, None),
    (EMAIL, "els@voorbeeld.nl; jan@voorbeeld.nl", None, None, Reason.SEVERAL),
    (EMAIL, "heeft geen mail", None, None, Reason.EMAIL_UNREADABLE),
    (LAST, "Jansen", "Jansen", None, None),
    (LAST, "'t Hart", "'t Hart", None, None),
    (LAST, "Null", "Null", None, None),
    (FIRST, "None", "None", None, None),
    (LAST, "NA", "NA", None, None),
    (FIRST, "Jan & Truus", "Jan & Truus", None, Reason.TWO_PEOPLE),
    (LAST, "fam. de Vries", "fam. de Vries", None, Reason.TWO_PEOPLE),
    (LAST, "mw. Bakker (dochter Els)", "mw. Bakker (dochter Els)", None, Reason.NAME_WITH_NOTE),
    (FIRST, "test", None, None, Reason.TEST_ROW),
    (LAST, "asdf", None, None, Reason.TEST_ROW),
    (TEXT, "Kraan\r\nlekt", "Kraan\nlekt", None, None),
    (TEXT, "Kraan\x00 lekt_x000D_", "Kraan lekt", Reason.TEXT_CLEANED, None),
    (TEXT, "a" * 501, "a" * 501, None, Reason.TEXT_TOO_LONG),
    (TEXT, "kan er een test gedaan worden?", "kan er een test gedaan worden?", None, None),
    (SEEN_BY, "K1", "K1", None, None),
    (SEEN_BY, "k1", "K1", Reason.ROLE_SPELLED, None),
    (SEEN_BY, "mevrouw Jansen", None, None, Reason.ROLE_CODE),
    (MEMBER, "R0042", "R0042", None, None),
    (MEMBER, "42", "R0042", Reason.NUMBER_COMPLETED, None),
    (MEMBER, "r42", "R0042", Reason.NUMBER_COMPLETED, None),
    (MEMBER, "R 042", "R0042", Reason.NUMBER_COMPLETED, None),
    (MEMBER, "42.0", "R0042", Reason.NUMBER_COMPLETED, None),  # from a program that keeps gaps as decimals
    (MEMBER, "'R0042", "R0042", None, None),
    (MEMBER, '="R0042"', "R0042", None, None),
    (CALLER, "anoniem", None, Reason.NOT_APPLICABLE, None),
    (MEMBER, "R12345", "R12345", None, None),
    (MEMBER, "K0042", None, None, Reason.IDENTIFIER_OTHER),
    (MEMBER, "mevrouw Jansen", None, None, Reason.NAME_FOR_NUMBER),
    (MEMBER, "R0042, R0043", None, None, Reason.IDENTIFIER_SEVERAL),
    (MEMBER, "R0042 en R0043", None, None, Reason.IDENTIFIER_SEVERAL),
    (MEMBER, "R42b", None, None, Reason.IDENTIFIER_UNREADABLE),
    (OFFER, "m12", "M00012", Reason.NUMBER_COMPLETED, None),
    (REQUEST, "Z12", "Z0012", Reason.NUMBER_COMPLETED, None),
    (REQUEST, "12", None, None, Reason.IDENTIFIER_BARE),
]


@pytest.mark.parametrize(
    ("column", "raw", "value", "repair", "fault"),
    CASES,
    ids=lambda part: getattr(part, "name", str(part))[:30],
)
def test_what_arrives_is_read_repaired_or_doubted(column, raw, value, repair, fault):
    parsed = PARSERS[column.kind](raw, column=column, today=TODAY)
    assert (parsed.value, parsed.repair, parsed.fault) == (value, repair, fault)
