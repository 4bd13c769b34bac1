"""X11, X12, X23: the same job, person or member number twice; proposed to a person, never merged by us."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.schemas.rules.rule import Rule

SAME_JOB_DAYS = 7  # DOMAIN X11
_COUNTED = """WHERE status <> 'dubbel' AND duplicate_of IS NULL AND redo_of IS NULL"""

# Only what comes more than once is sorted, and by its code: hashing millions of rows is cheap, sorting their texts is
# not. That two of five million different texts have one code of 64 bits happens once in millions of loads.
SAME_JOB = Rule(
    code="X11",
    table="jobs",
    level="warning",
    words="dubbele_klus",
    columns=("reported_on",),
    sql=f"""WITH keyed AS (SELECT job_id, reported_on, hash(client_id, category) AS spot
            FROM combined {_COUNTED}),
        repeated AS (SELECT spot FROM keyed GROUP BY spot HAVING count(*) > 1),
        double AS (SELECT job_id FROM keyed SEMI JOIN repeated USING (spot)
            QUALIFY reported_on - lag(reported_on) OVER (PARTITION BY spot ORDER BY reported_on, job_id)
                <= {SAME_JOB_DAYS})
        SELECT source_row, 'reported_on' AS "column" FROM incoming SEMI JOIN double USING (job_id)""",
)

_PLAIN = "regexp_replace(lower(strip_accents(description)), '[^a-z0-9]+', ' ', 'g')"
SAME_DESCRIPTION = Rule(
    code="X11",
    table="jobs",
    level="warning",
    words="zelfde_omschrijving",
    columns=("description",),
    sql=f"""WITH told AS (SELECT job_id, reported_on, hash(client_id, trim({_PLAIN})) AS spot
            FROM combined {_COUNTED} AND description IS NOT NULL),
        double AS (SELECT job_id FROM told
            QUALIFY row_number() OVER (PARTITION BY spot ORDER BY reported_on, job_id) > 1)
        SELECT source_row, 'description' AS "column" FROM incoming SEMI JOIN double USING (job_id)""",
)

SAME_PERSON = Rule(
    code="X12", table="members", level="warning", words="dubbele_persoon", columns=("last_name", "phone")
)

MEMBER_NUMBER_EMPTY = Rule(
    code="X23",
    table="members",
    level="error",
    words="lidnummer_leeg",
    columns=("member_no",),
    breach="membership = 'lid' AND member_no IS NULL",
)

MEMBER_NUMBER_TWICE = Rule(
    code="X23",
    table="members",
    level="error",
    words="lidnummer_dubbel",
    columns=("member_no",),
    sql="""WITH taken AS (SELECT member_no, member_id FROM combined ANTI JOIN incoming USING (member_id)),
        numbered AS (SELECT source_row, member_no, membership,
            row_number() OVER (PARTITION BY member_no ORDER BY source_row) AS turn FROM incoming)
        SELECT source_row, 'member_no' AS "column" FROM numbered
        WHERE membership = 'lid' AND member_no IS NOT NULL
        AND (turn > 1 OR member_no IN (SELECT member_no FROM taken WHERE member_no IS NOT NULL))""",
)

DOUBLE_RULES = (SAME_JOB, SAME_DESCRIPTION, SAME_PERSON, MEMBER_NUMBER_EMPTY, MEMBER_NUMBER_TWICE)


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    """What is needed to see that two rows are one person; lives in memory only, never stored or logged."""

    member_id: str
    last_name: str | None
    birth_year: int | None
    postcode: str | None
    phone: str | None
    settled: bool = False  # already marked as a double of another


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", plain.lower())


def _marks(person: KnownPerson) -> Iterable[tuple[str, ...]]:
    if person.last_name and person.birth_year and person.postcode:
        yield (
            "name",
            _letters(person.last_name),
            str(person.birth_year),
            person.postcode.replace(" ", "").upper(),
        )
    if person.phone:
        yield "phone", re.sub(r"\D", "", person.phone)


def same_person(rows: Iterable[KnownPerson]) -> tuple[tuple[str, str, str], ...]:
    """Return possible doubles as (member_id, earlier member_id, column), in the order of the rows.

    Same last name (without accents, blanks, capitals) with same birth year and postcode, or same phone. The same
    e-mail alone is not enough: families share an address. Rows already marked as double are left out.
    """
    first: dict[tuple[str, ...], str] = {}
    found: dict[tuple[str, str], str] = defaultdict(str)
    for person in rows:
        for mark in () if person.settled else _marks(person):
            earlier = first.setdefault(mark, person.member_id)
            if earlier != person.member_id:
                found.setdefault((person.member_id, earlier), "phone" if mark[0] == "phone" else "last_name")
    return tuple((member, earlier, column) for (member, earlier), column in found.items())
