"""A year of releases about a small population: whatever was given before, nobody is found out by comparing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.release.coarsening import candidate, coarsened
from pipelines.release.knowledge import Secret
from pipelines.release.narrowness import Demand, intervals_of, judge
from pipelines.release.tables import TOTAL, crossed

OUTSIDE = Demand(smallest=10, width=5, reaches=True, contributors=5)
QUARTERS = range(4)
GROUPS = [(landlord, kind) for landlord in ("p", "a", "e") for kind in ("lek", "slot", "tuin", "verf")]


@st.composite
def years(draw):
    """Persons new in each quarter, by landlord and kind of job; each person in one group."""
    size = st.one_of(st.integers(0, 3), st.integers(4, 15), st.integers(10, 30))
    return {(*group, quarter): draw(size) for group in GROUPS for quarter in QUARTERS}


def finest(table, quarter):
    """Of each cell of a cumulative table: its groups, in every quarter so far."""
    return {
        cell.name: [
            f"{'-'.join(group)}-{so_far}"
            for group in GROUPS
            if all(part in {TOTAL, own} for part, own in zip(cell.name.split(" | "), group, strict=True))
            for so_far in range(quarter + 1)
        ]
        for cell in table.cells
    }


def edition(year, quarter):
    """Two tables of everybody so far: landlord by kind, and kind alone."""
    counts = {group: sum(year[(*group, so_far)] for so_far in range(quarter + 1)) for group in GROUPS}
    grid = crossed("soort per verhuurder", counts)
    return [candidate(grid, finest=finest(grid, quarter), demand=OUTSIDE, source=f"editie {quarter + 1}")]


@settings(max_examples=5, deadline=None)
@given(years())
def test_no_small_group_of_newcomers_is_found_out_over_a_year(year):
    newcomers = {"-".join(map(str, key)): count for key, count in year.items()}
    secrets = [
        Secret(name=f"nieuw {name}", cells=(name,))
        for name, count in newcomers.items()
        if 0 < count < OUTSIDE.smallest
    ]
    had = []
    for quarter in QUARTERS:
        (choice,) = coarsened(edition(year, quarter), earlier=had, small=secrets, demand=OUTSIDE)
        had += choice.chosen.said
        secrets += choice.chosen.secrets
    assert judge(had, secrets=secrets, demand=OUTSIDE).passes
    for secret, (low, high) in zip(secrets, intervals_of(had, secrets=secrets), strict=True):
        assert low <= sum(newcomers[name] for name in secret.cells) <= high
        assert high - low >= OUTSIDE.width
