"""Files of a federation's size: jobs as a Dutch spreadsheet writes them, with one faulty cell in a hundred."""

from pathlib import Path

import duckdb

from pipelines.schemas.registry import record
from pipelines.vocabulary.words.records import HEADINGS

FAULTY = 0.01  # of the cells of every column
CLIENTS_PER_JOB = 0.1
BLOCK = 1 << 24  # characters

_DAY = "strftime({}, '%-d-%-m-%Y')"
_BAD_DAYS = ("31-02-2026", "wk 14", "3 apr 2026", "46115", "z.s.m.", "03-04-26", "onbekend", "1-1-1900")
_BAD: dict[str, tuple[str, ...]] = {
    "job_id": ("k12", "K 0007", "12", "", "Q9"),
    "client_id": ("r42", "R 0042", "42", "Jan Jansen", "R9999999"),
    "reported_time": ("25:00", "half 3", "9u15", "00:00"),
    "first_response_time": ("25:00", "half 3"),
    "reported_daypart": ("s ochtends", "Middag"),
    "channel": ("tel", "mail", "fax"),
    "landlord_at_report": ("Portaal?", "Aliantie", "woningbouw"),
    "category": ("Tuin", "klusje"),
    "description": ("",),
    "urgency": ("Spoed!", "hoog"),
    "responsibility": ("huurder?", "?"),
    "status": ("klaar", "gedaan", "ok", "x"),
    "close_reason": ("te duur", "geen zin"),
    "referred_to": ("vakman",),
    "hours_worked": ("2 x 1,5", "1u30", "anderhalf", "4-6", "1:30", "99"),
    "price_eur": ("€ 12,50", "gratis", "n.v.t.", "12,-", "€ 1.250,00"),
    "payer": ("Huurder", "zelf"),
    "redo_of": ("k3",),
    "duplicate_of": ("zie boven",),
}


def write_jobs(path: Path, *, rows: int) -> None:
    """Write a jobs file: `;`, decimal comma, d-m-yyyy, cp1252, in the coordinator's column order."""
    columns = _jobs(clients=max(int(rows * CLIENTS_PER_JOB), 10))
    names = [column.name for column in record("jobs").columns]
    cells = ", ".join(
        f"nullif({_spoiled(name, columns[name])}, '') AS \"{HEADINGS['jobs'][name]}\"" for name in names
    )
    status = _one_of(*["afgerond"] * 6, "ingetrokken_klant", "doorverwezen", "ingepland", "gemeld")
    _write(
        path,
        f"""SELECT {cells} FROM (SELECT *, d0 + CAST(random() * 3 AS INTEGER) AS d1,
            d0 + 4 + CAST(random() * 6 AS INTEGER) AS d2, d0 + 11 + CAST(random() * 12 AS INTEGER) AS d3
            FROM (SELECT i, DATE '2025-02-01' + CAST(random() * 500 AS INTEGER) AS d0, {status} AS st
                FROM range({rows}) AS t(i)))""",
    )


def write_members(path: Path, *, jobs: int) -> None:
    """Write the members the jobs file points to, without faults."""
    count = max(int(jobs * CLIENTS_PER_JOB), 10)
    filled = {
        "member_id": "'R' || lpad(CAST(i AS VARCHAR), 6, '0')",
        "first_name": "'Voornaam'",
        "last_name": "'Achternaam' || chr(CAST(97 + i % 26 AS INTEGER)) || chr(CAST(97 + i // 26 % 26 AS INTEGER))",
        "birth_year": "CAST(1930 + i % 70 AS VARCHAR)",
        "street_house": "'Straat ' || i",
        "postcode": "(1000 + i % 9000) || 'AB'",
        "phone": "'06' || lpad(CAST(i AS VARCHAR), 8, '0')",
        "landlord": "'portaal'",
        "tenancy_status": "'hoofdhuurder'",
        "role_job_client": "'J'",
        "membership": "'geen_lid'",
        "registered_on": "'3-1-2025'",
        "privacy_notice_on": "'3-1-2025'",
    }
    no = (
        "role_care_client",
        "role_helper_jobs",
        "role_helper_care",
        "role_carer_contact",
        "consent_survey",
        "consent_landlord",
    )
    filled |= dict.fromkeys(no, "'N'")
    cells = ", ".join(
        f'{filled.get(column.name, "NULL")} AS "{HEADINGS["members"][column.name]}"'
        for column in record("members").columns
    )
    _write(path, f"SELECT {cells} FROM range(1, {count} + 1) AS t(i)")


def _jobs(*, clients: int) -> dict[str, str]:
    """Return the text of each column as SQL, before faults are planted."""
    done = "CASE WHEN st = 'afgerond' THEN {} END"
    clock = "lpad(CAST(CAST(7 + random() * 14 AS INTEGER) AS VARCHAR), 2, '0') || ':' || lpad(CAST(CAST(random() * 59 AS INTEGER) AS VARCHAR), 2, '0')"
    columns = {
        column.name: _one_of(*column.allowed) if column.allowed else "NULL"
        for column in record("jobs").columns
    }
    return columns | {
        "job_id": "'K' || lpad(CAST(i + 1 AS VARCHAR), 7, '0')",
        "client_id": f"'R' || lpad(CAST(CAST(1 + random() * {clients - 1} AS INTEGER) AS VARCHAR), 6, '0')",
        "reported_on": _DAY.format("d0"),
        "reported_time": f"CASE WHEN random() > .4 THEN {clock} END",
        "description": "'Kraan in de keuken lekt, graag langskomen; kosten € ' || i % 90 || ' café nr ' || i",
        "wanted_by": f"CASE WHEN random() > .5 THEN {_DAY.format('d0 + 14')} END",
        "first_response_on": _DAY.format("d1"),
        "first_response_time": f"CASE WHEN random() > .6 THEN {clock} END",
        "appointment_on": _DAY.format("d2"),
        "appointment_first_on": _DAY.format("d2"),
        "completed_on": done.format(_DAY.format("d3")),
        "status": "st",
        "close_reason": f"CASE WHEN st = 'ingetrokken_klant' THEN {_one_of('geen_klusser', 'te_lang_gewacht')} END",
        "referred_to": "CASE WHEN st = 'doorverwezen' THEN 'portaal' END",
        "hours_worked": done.format("replace(CAST(round(.25 + random() * 5, 2) AS VARCHAR), '.', ',')"),
        "price_eur": done.format("replace(CAST(round(random() * 120, 2) AS VARCHAR), '.', ',')"),
        "payer": done.format(_one_of("huurder", "portaal", "de_alliantie", "gemeente", "fonds")),
        "closed_on": f"CASE WHEN st IN ('ingetrokken_klant', 'doorverwezen') THEN {_DAY.format('d3')} END",
        "duplicate_of": "NULL",
    }


def _one_of(*texts: str) -> str:
    listed = ", ".join(f"'{text}'" for text in texts)
    return f"[{listed}][1 + CAST(floor(random() * {len(texts)}) AS INTEGER)]"


def _spoiled(name: str, sql: str) -> str:
    bad = _one_of(*_BAD.get(name, _BAD_DAYS))
    return f"CASE WHEN random() < {FAULTY} THEN {bad} ELSE {sql} END"


def _write(path: Path, query: str) -> None:
    """Write a query as CSV in cp1252; one thread and a seed, so that the file is the same every time."""
    utf8 = path.with_suffix(".utf8")
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1; SELECT setseed(0.4)")
        connection.execute(f"COPY ({query}) TO '{utf8}' (FORMAT csv, DELIMITER ';', HEADER true)")
    with (
        utf8.open(encoding="utf-8", newline="") as source,
        path.open("w", encoding="cp1252", newline="") as target,
    ):
        while block := source.read(BLOCK):
            target.write(block)
    utf8.unlink()
