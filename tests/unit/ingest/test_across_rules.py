"""What the checks across rows may look at, so that a sheet is judged beside as few stored rows as possible."""

import re

import pytest

from pipelines.ingest.across_rules import ALL_ROWS, judges_rows_alone, pointing_alone
from pipelines.schemas.registry import RECORDS
from pipelines.schemas.rules import across_rows

ALONE = [record for record in RECORDS if judges_rows_alone(record)]


@pytest.mark.parametrize("record", ALONE, ids=lambda record: record.table)
def test_rows_are_judged_beside_the_rows_they_point_to(record):
    for rule in across_rows(record.table, level="error"):
        met = rf'{ALL_ROWS} AS (\w+)\s+(?:WHERE|ON) \1\."?{record.key[0]}"? = incoming\."?(\w+)"?'
        asked = [column for _, column in re.findall(met, rule.sql)]
        assert len(asked) == rule.sql.count(ALL_ROWS)
        assert set(asked) <= set(pointing_alone(record))


def test_members_are_judged_beside_all_members():
    (members,) = (record for record in RECORDS if record.table == "members")
    assert pointing_alone(members) == ()
