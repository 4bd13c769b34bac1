import pytest

from pipelines.release import InfeasibleRelease
from pipelines.release.culprits import explained, sentence
from pipelines.release.knowledge import Secret, equal, hidden_small, printed
from pipelines.release.narrowness import PLENTY, Demand, Reason, demand_for, judge
from pipelines.release.policy import Policy
from pipelines.release.rounding import ROUNDING
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.words import release as words

INSIDE = Demand(smallest=5, width=3, reaches=False, contributors=3)
OUTSIDE = Demand(smallest=10, width=5, reaches=True, contributors=5)


def secret(*cells, name="geheim", **more):
    return Secret(name=name, cells=cells, **more)


def reasons(said, secrets, demand, **more):
    return [breach.reason for breach in judge(said, secrets=secrets, demand=demand, **more).breaches]


def test_nothing_released_gives_nothing_away():
    found = judge([], secrets=[secret("x")], demand=OUTSIDE)
    assert found.passes
    assert judge([], secrets=[], demand=INSIDE, insiders=[{"x": 1}]).passes


def test_inside_and_outside_differ_in_what_they_demand():
    assert demand_for(Policy(audience=Audience.COORDINATOR, smallest=None)) is None
    assert demand_for(Policy(audience=Audience.COMMISSIE, smallest=5)) == INSIDE
    assert demand_for(Policy(audience=Audience.PORTAAL, smallest=10)) == OUTSIDE


@pytest.mark.parametrize(
    ("high", "expected"),
    [(0, [Reason.EXACT]), (2, [Reason.NARROW]), (3, [])],
)
def test_inside_the_organisation_an_interval_of_three_is_wide_enough(high, expected):
    said = [printed(["x", "y"], high, source="tabel")]
    assert reasons(said, [secret("x")], INSIDE) == expected


@pytest.mark.parametrize(
    ("high", "expected"), [(4, [Reason.NARROW]), (5, [Reason.SMALL]), (9, [Reason.SMALL]), (10, [])]
)
def test_outside_an_interval_must_also_reach_the_smallest_group(high, expected):
    said = [printed(["x", "y"], high, source="tabel")]
    assert reasons(said, [secret("x")], OUTSIDE) == expected


def test_what_the_rule_tells_may_make_it_narrow_but_never_surely_small():
    said = [printed(["x", "y"], 60, source="tabel"), hidden_small(["x"], smallest=10, source="tabel")]
    assert judge(said, secrets=[secret("x")], demand=OUTSIDE).passes
    tight = [*said, hidden_small(["y"], smallest=60, source="tabel"), printed(["y", "z"], 55, source="ander")]
    assert reasons(tight, [secret("x")], OUTSIDE) == [Reason.NARROW]


def test_two_editions_that_each_are_safe_give_the_newcomers_away_together():
    first = printed(["oud"], 28, source="editie 2026-1, B5")
    other = printed(["iets anders"], 50, source="editie 2026-1, A1")
    second = printed(["oud", "nieuw"], 30, source="editie 2026-2, B5")
    newcomers = secret("nieuw", name="nieuwe klussen per verhuurder")
    said = [other, first, second]
    (breach,) = judge(said, secrets=[newcomers], demand=OUTSIDE).breaches
    assert (breach.reason, breach.low, breach.high) == (Reason.EXACT, 2, 2)
    told = explained(breach, said=said, secret=newcomers, demand=OUTSIDE)
    assert told.sources == ("editie 2026-1, B5", "editie 2026-2, B5")
    assert judge([first, other], secrets=[newcomers], demand=OUTSIDE).passes
    assert judge([second, other], secrets=[newcomers], demand=OUTSIDE).passes


def test_a_public_total_minus_one_landlord_is_the_other():
    public = printed(["portaal", "alliantie", "eigenaar"], 37, source="openbaar")
    portaal = printed(["portaal"], 28, source="Portaal")
    owners = printed(["eigenaar"], 5, source="Portaal, eigenaren")
    (breach,) = judge([public, portaal, owners], secrets=[secret("alliantie")], demand=OUTSIDE).breaches
    assert (breach.low, breach.high) == (4, 4)


def test_two_tables_of_the_same_cases_are_attacked_as_one():
    months = printed(["jan", "feb"], 12, source="per maand")
    kinds = [printed(["lek"], 9, source="per soort"), equal(["jan", "feb"], ["lek", "slot"], source="samen")]
    assert reasons([months], [secret("slot")], OUTSIDE) == []
    assert reasons([months, *kinds], [secret("slot")], OUTSIDE) == [Reason.EXACT]


def test_a_hidden_cell_of_two_quarters_is_judged_as_a_sum():
    said = [printed(["q1", "rest1"], 40, source="e1"), printed(["q1", "q2", "rest1"], 41, source="e2")]
    found = judge(said, secrets=[secret("q1", "q2"), secret("q2", name="nieuw")], demand=INSIDE).breaches
    assert [(breach.secret, breach.low, breach.high) for breach in found] == [("nieuw", 1, 1)]


def test_rounded_numbers_are_attacked_for_all_they_may_stand_for():
    rule = ROUNDING["opensafely_le7_redact_then_round5"]
    said = [printed(["x"], 10, reaches=rule.behind(10), source="tabel")]
    assert reasons(said, [secret("x")], INSIDE) == []
    assert reasons(said, [secret("x")], OUTSIDE) == [Reason.NARROW]


def test_an_insider_subtracts_an_own_record_and_readers_cannot():
    said = [printed(["x", "y"], 8, source="tabel"), printed(["y", "z"], 40, source="ander")]
    insiders = [{"x": 6}, {"x": 6}, {"z": 1}, {}]
    found = judge(said, secrets=[secret("y")], demand=INSIDE, insiders=insiders)
    assert [(breach.insider, breach.low, breach.high) for breach in found.breaches] == [(True, 0, 2)]
    assert found.attacks == 3  # readers, and two different records
    assert judge(said, secrets=[secret("y")], demand=INSIDE).passes


def test_the_second_of_two_singletons_is_known_to_the_first():
    said = [
        printed(["eigen", "other"], 2, source="tabel"),
        hidden_small(["other"], smallest=5, source="tabel"),
    ]
    found = judge(said, secrets=[secret("other")], demand=INSIDE, insiders=[{"eigen": 1}])
    assert (found.breaches[0].low, found.breaches[0].high) == (1, 2)  # readers see it is too narrow already
    loose = Demand(smallest=5, width=1, reaches=False, contributors=3)
    found = judge(said, secrets=[secret("other")], demand=loose, insiders=[{"eigen": 1}])
    assert (found.breaches[0].low, found.breaches[0].high, found.breaches[0].insider) == (1, 1, True)


def test_a_record_that_does_not_fit_what_is_printed_is_a_contradiction():
    with pytest.raises(InfeasibleRelease):
        judge([printed(["x"], 3, source="t")], secrets=[secret("x")], demand=INSIDE, insiders=[{"x": 4}])


def test_releases_that_contradict_are_refused():
    said = [printed(["x"], 3, source="a"), printed(["x"], 4, source="b")]
    with pytest.raises(InfeasibleRelease):
        judge(said, secrets=[secret("x")], demand=INSIDE)


def test_an_insiders_record_is_never_in_a_text():
    said = [printed(["x", "y"], 8, source="tabel A")]
    (breach,) = judge(said, secrets=[secret("y")], demand=INSIDE, insiders=[{"x": 6}]).breaches
    told = explained(breach, said=said, secret=secret("y"), demand=INSIDE)
    assert told.sources == ("tabel A",)
    assert words.INSIDER in sentence(told)
    assert "'geheim'" in sentence(told)
    assert "tabel A" in sentence(told)
    assert "6" not in repr(told)


def test_every_reason_has_words():
    assert set(words.REASONS) == {reason.value for reason in Reason}


def test_two_records_that_cannot_both_be_true_are_tried_one_by_one():
    said = [printed(["x", "y"], 6, source="tabel")]
    found = judge(said, secrets=[secret("x")], demand=INSIDE, insiders=[{"x": 4}, {"y": 5}])
    (breach,) = found.breaches
    assert (breach.reason, breach.low, breach.high, breach.own) == (Reason.NARROW, 4, 6, (("x", 4),))


def test_a_group_larger_than_any_is_expected_to_be_is_judged_as_well():
    said = [printed(["x", "y"], 10 * PLENTY, source="tabel"), printed(["y"], 10 * PLENTY - 4, source="rest")]
    assert reasons(said, [secret("x")], OUTSIDE) == [Reason.EXACT]
    assert reasons(said[:1], [secret("x")], OUTSIDE, insiders=[{"x": 1}]) == []
