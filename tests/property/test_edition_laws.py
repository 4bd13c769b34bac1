"""A year of editions of a small neighbourhood, as the desk chooses them: no few newcomers are found out by anybody."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipelines.evaluate.finding import Finding, Part
from pipelines.metrics.catalogue import FIGURES
from pipelines.release import attack
from pipelines.release.across_figures import Told
from pipelines.release.figure_choice import choose
from pipelines.release.figuring import Earlier, case_of
from pipelines.release.narrowness import demand_for
from pipelines.release.policy import TALKING, Policy
from pipelines.release.units import Unit

QUARTERS = (date(2025, 11, 30), date(2026, 2, 28), date(2026, 5, 31), date(2026, 8, 30))
SMALLEST, WIDTH, FEW = 10, 5, 5
CELLS = [(branch, kind) for branch in ("klus", "zorg") for kind in ("ja", "nee")]


class Neighbourhood:
    """Persons new in each quarter, by branch and outcome: stands where the book of a real home stands."""

    def __init__(self, new):
        self.new = new

    def units(self, code, *, as_of):
        del code
        return tuple(
            Unit(
                name=f"{branch}-{kind}-{quarter}-{number}",
                person=f"p-{branch}-{kind}-{quarter}-{number}",
                values=(
                    ("branch", frozenset((branch,))),
                    ("type", frozenset(("vraag" if number % 3 else "klacht",))),
                ),
                hit=kind == "ja",
            )
            for quarter, day in enumerate(QUARTERS)
            if day <= as_of
            for branch, kind in CELLS
            for number in range(self.new[branch, kind, quarter])
        )

    def finding(self, figure, *, branch, as_of):
        units = [one for one in self.units("", as_of=as_of) if branch is None or one.has("branch", branch)]
        n, k = len(units), sum(one.hit for one in units)
        share = figure.measure.value == "share"
        types = {kind: [one for one in units if one.has("type", kind)] for kind in ("vraag", "klacht")}
        parts = tuple(
            Part(by="type", key=kind, value=len(found), k=len(found), n=len(found), persons=len(found))
            for kind, found in types.items()
            if not share
        )
        return Finding(
            id=figure.id, code=figure.code, branch=branch, value=100 * k / n if share and n else n,
            k=k if share else n, n=n, low=None, high=None, unit="%" if share else "contacts", as_of=as_of,
            persons=n, parts=parts,
        )  # fmt: skip


@st.composite
def years(draw):
    size = st.one_of(st.integers(0, 3), st.integers(0, 12), st.integers(8, 30))
    return {(*cell, quarter): draw(size) for cell in CELLS for quarter in range(len(QUARTERS))}


def drawn(*sizes):
    """Return a year from its sizes: of each cell, quarter after quarter."""
    quarters = range(len(QUARTERS))
    return dict(zip([(*cell, quarter) for cell in CELLS for quarter in quarters], sizes, strict=True))


def year_of_editions(figure, neighbourhood):
    """Return (quarter, audience, finding) of every edition of a year, each knowing all before it."""
    made, earlier = [], []
    for quarter, day in enumerate(QUARTERS):
        for audience in TALKING:
            policy = Policy(audience=audience, smallest=SMALLEST)
            branch = policy.edition_branch(figure.code, figure.branches)
            case = case_of(
                figure, neighbourhood.finding(figure, branch=branch, as_of=day), neighbourhood,
                edition=f"{audience.value}-{quarter}", earlier=earlier, policy=policy, demand=demand_for(policy),
            )  # fmt: skip
            chosen = choose(case, told=Told(smallest=SMALLEST)).made()
            earlier.append(
                Earlier(id=f"{audience.value}-{quarter}", as_of=day, findings={figure.code: chosen.finding})
            )
            made.append((quarter, branch, chosen.finding))
    return made


def equations(made, *, share):
    """Return what is printed as sums of newcomers per branch, outcome and quarter."""
    for quarter, branch, finding in made:
        if not finding.hidden:
            own = [(*cell, q) for cell in CELLS for q in range(quarter + 1) if branch in {None, cell[0]}]
            yield {"coef": {name(one): 1 for one in own}, "rhs": finding.n}
            if share:
                yield {"coef": {name(one): 1 for one in own if one[1] == "ja"}, "rhs": finding.k}


def name(cell):
    return "-".join(map(str, cell))


def check(year, code, *, share):
    figure = FIGURES[code]
    made = year_of_editions(figure, Neighbourhood(year))
    said = list(equations(made, share=share))
    for first in range(len(QUARTERS)):
        for branch in ("klus", "zorg"):
            cells = [
                (branch, kind, quarter) for kind in ("ja", "nee") for quarter in range(first, len(QUARTERS))
            ]
            for last in range(first, len(QUARTERS)):
                within = [cell for cell in cells if cell[2] <= last]
                truth = sum(year[cell] for cell in within)
                if 0 < truth < SMALLEST:
                    low, high = interval(said, within)
                    assert low <= truth
                    assert high is None or (truth <= high and high - low >= WIDTH and high >= SMALLEST)


def interval(said, cells):
    """Return the least and the most that these newcomers together can be, for who knows all that was printed."""
    names = [name((*cell, quarter)) for cell in CELLS for quarter in range(len(QUARTERS))]
    whole = {"coef": {**{name(cell): 1 for cell in cells}, "sum": -1}, "rhs": 0}
    return attack([*names, "sum"], [*said, whole], [], {})["sum"]


@settings(max_examples=4, deadline=None)
@given(years())
def test_few_newcomers_are_not_found_out_by_counting(year):
    check(year, "contacts_by_type", share=False)


# Years that once gave newcomers away: by the numerators, by an edition after theirs, by a branch that nobody prints.
@example(drawn(26, 0, 8, 0, 15, 2, 1, 20, 16, 3, 2, 11, 6, 18, 3, 10))
@example(drawn(8, 1, 2, 3, 5, 2, 0, 6, 0, 4, 11, 24, 1, 11, 2, 18))
@example(drawn(1, 7, 3, 22, 8, 0, 11, 20, 0, 17, 8, 25, 21, 28, 2, 12))
@settings(max_examples=8, deadline=None)
@given(years())
def test_few_newcomers_are_not_found_out_by_shares(year):
    check(year, "match_rate_14d", share=True)
