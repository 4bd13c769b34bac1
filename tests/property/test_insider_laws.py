"""What an insider finds is what an attack finds that is told the own record, however it was found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.release import attack
from pipelines.release.knowledge import Secret, printed
from pipelines.release.narrowness import Demand, intervals_of, judge, too_close

SMALL = settings(max_examples=20, deadline=None)
INSIDE = Demand(smallest=5, width=3, reaches=False, contributors=3)


@st.composite
def grids(draw):
    """Names and counts of a grid of hidden cells of which only the margins are printed."""
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(2, 4))
    return {(row, column): draw(st.integers(0, 6)) for row in range(rows) for column in range(columns)}


def margins(counts, prefix):
    rows, columns = {row for row, _ in counts}, {column for _, column in counts}
    lines = [[key for key in counts if key[0] == row] for row in sorted(rows)]
    lines += [[key for key in counts if key[1] == column] for column in sorted(columns)]
    return [
        printed([name(key, prefix) for key in line], sum(counts[key] for key in line), source=prefix)
        for line in lines
    ]


def name(key, prefix):
    return f"{prefix}{key[0]}-{key[1]}"


@SMALL
@given(grids(), st.data())
def test_an_insider_finds_what_an_attack_with_the_own_record_finds(counts, data):
    said = margins(counts, "t")
    secrets = [Secret(name=name(key, "t"), cells=(name(key, "t"),)) for key in counts]
    own = {name(key, "t"): data.draw(st.integers(0, count)) for key, count in counts.items()}
    readers = judge(said, secrets=secrets, demand=INSIDE)
    both = judge(said, secrets=secrets, demand=INSIDE, insiders=[own])
    told = intervals_of(said, secrets=secrets, own=own)
    expected = {
        secret.name: interval
        for secret, interval in zip(secrets, told, strict=True)
        if too_close(interval, width=INSIDE.width) is not None
    }
    known = {breach.secret for breach in readers.breaches}
    assert {breach.secret for breach in both.breaches} == known | set(expected)
    for breach in both.breaches:
        if breach.insider:
            assert (breach.low, breach.high) == expected[breach.secret]


@SMALL
@given(st.lists(grids(), min_size=2, max_size=4), st.booleans())
def test_tables_that_have_nothing_to_do_with_each_other_are_attacked_as_if_alone(tables, endless):
    problems = []
    for number, counts in enumerate(tables):
        rows = [{"coef": dict(one.weights), "rhs": one.high} for one in margins(counts, f"t{number}-")]
        problems.append(([name(key, f"t{number}-") for key in counts], rows))
    if endless:
        problems.append((list("abcd"), [
            {"coef": {"a": 1, "b": 1, "c": -1, "d": -1}, "rhs": 0},
            {"coef": {"a": 1, "b": -1, "c": 1, "d": -1}, "rhs": 2},
        ]))  # fmt: skip
    apart = {}
    for names, rows in problems:
        apart |= attack(names, rows, [], {})
    names = [name for names, _ in problems for name in names]
    assert attack(names, [row for _, rows in problems for row in rows], [], {}) == apart


@SMALL
@given(grids(), st.data())
def test_who_has_less_than_another_finds_nothing_the_other_does_not(counts, data):
    said = margins(counts, "t")
    secrets = [Secret(name=name(key, "t"), cells=(name(key, "t"),)) for key in counts]
    owns = [
        {name(key, "t"): data.draw(st.integers(0, min(count, 2))) for key, count in counts.items()}
        for _ in range(4)
    ]
    together = judge(said, secrets=secrets, demand=INSIDE, insiders=owns)
    alone = [judge(said, secrets=secrets, demand=INSIDE, insiders=[own]) for own in owns]
    found = {breach.secret for one in alone for breach in one.breaches}
    assert {breach.secret for breach in together.breaches} == found
