"""A month or quarter of the pilot: what is asked of all of it is not asked of a part."""

from datetime import date

from pipelines.evaluate.answers import answer
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.compiled import compiled_home
from tests.lib.figures import CACHE

JULY = Question(as_of=date(2026, 7, 31), period_from=date(2026, 7, 1), known_on=date(2026, 8, 30))


def test_a_part_of_the_pilot_has_no_target_for_a_count_and_no_cases_to_come():
    codes = ("participating_tenants", "job_lead_time", "match_rate_14d")
    with open_snapshot(Home(compiled_home("on_course"))) as snapshot:
        found = answer(snapshot, question=JULY, codes=codes, audience=Audience.COORDINATOR, cache=CACHE)
    of_code = {finding.code: finding for finding in found if finding.branch != "zorg"}
    tenants = of_code["participating_tenants"]
    assert (tenants.target, tenants.verdict, tenants.projection) == (None, None, None)
    assert "whole_pilot_target" in tenants.caveats
    assert of_code["job_lead_time"].target == 80.0
    assert all(finding.more_needed is None for finding in found)
