"""Random small populations through a year of releases, as an edition weighs a figure: nobody is found out.

What readers of all editions can compute is worked out here again, from the printed numbers alone.
"""

from dataclasses import dataclass
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.evaluate.finding import Finding, Part
from pipelines.metrics.catalogue import FIGURES
from pipelines.release import attack
from pipelines.release.across_figures import Told
from pipelines.release.figure_choice import choose
from pipelines.release.figuring import Earlier, case_of
from pipelines.release.narrowness import demand_for
from pipelines.release.policy import Policy
from pipelines.release.units import Unit
from pipelines.vocabulary.audiences import Audience

DAYS = (date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31))
LANDLORDS = ("portaal", "de_alliantie")
KINDS = ("klein_herstel", "tuin", "sjouwen_verhuizen", "anders")
CODE = "jobs_completed"
WIDTH, SMALLEST = 5, 10


@dataclass(frozen=True)
class Book:
    """The cases of a drawn population; everybody has one job, done in one quarter."""

    sizes: dict

    def units(self, code, *, as_of):
        assert code == CODE
        return tuple(
            Unit(
                name=f"{landlord} {kind} {quarter} {number}",
                person=f"{landlord} {kind} {quarter} {number}",
                values=(
                    ("branch", frozenset(["klus"])),
                    ("landlord", frozenset([landlord])),
                    ("category", frozenset([kind])),
                ),
                hit=True,
            )
            for (landlord, kind, quarter), size in sorted(self.sizes.items())
            if DAYS[quarter] <= as_of
            for number in range(size)
        )


@st.composite
def populations(draw):
    """Jobs by landlord, kind and the quarter they were done in."""
    size = st.one_of(st.integers(0, 3), st.integers(4, 15), st.integers(10, 40))
    return {
        (landlord, kind, quarter): draw(size)
        for landlord in LANDLORDS
        for kind in KINDS
        for quarter in range(4)
    }


def finding_of(units, as_of):
    """What evaluation makes of these cases."""
    parts = []
    for by, keys in (("landlord", LANDLORDS), ("category", KINDS)):
        for key in keys:
            count = sum(unit.has(by, key) for unit in units)
            if count:
                parts.append(Part(by=by, key=key, value=count, k=count, n=count, persons=count))
    n = len(units)
    return Finding(
        id="B5", code=CODE, branch="klus", value=n, k=n, n=n, low=None, high=None, unit="jobs", as_of=as_of,
        parts=tuple(parts), persons=n,
    )  # fmt: skip


def year_of(book):
    """Return what each audience got of the figure in each quarter."""
    had = []
    for quarter, day in enumerate(DAYS):
        for audience in (Audience.PORTAAL, Audience.DE_ALLIANTIE):
            policy = Policy(audience=audience, smallest=SMALLEST)
            name = f"{audience.value}-{quarter + 1}"
            case = case_of(
                FIGURES[CODE],
                finding_of(book.units(CODE, as_of=day), day),
                book,
                edition=name,
                earlier=had,
                policy=policy,
                demand=demand_for(policy),
            )
            chosen = choose(case, told=Told(smallest=SMALLEST)).made()
            had.append(Earlier(id=name, as_of=day, findings={CODE: chosen.finding}))
    return had


def equations(had):
    """Every printed number as a sum of jobs by landlord, kind and quarter."""
    for edition in had:
        quarters = range(DAYS.index(edition.as_of) + 1)
        finding = edition.findings[CODE]
        if finding.hidden:
            continue
        yield cells(quarters), finding.n
        for part in finding.parts:
            if not part.hidden:
                yield cells(quarters, **{part.by: part.key}), part.n


def cells(quarters, *, landlord=None, category=None):
    return [
        f"{own} {kind} {quarter}"
        for own in LANDLORDS
        for kind in KINDS
        for quarter in quarters
        if landlord in {None, own} and category in {None, kind}
    ]


@settings(max_examples=8, deadline=None)
@given(populations())
def test_no_small_group_of_a_quarter_is_pinned_down_by_a_year_of_editions(sizes):
    rows = [{"coef": dict.fromkeys(names, 1), "rhs": n} for names, n in equations(year_of(Book(sizes)))]
    found = attack(cells(range(4)), rows, [], {})
    for (landlord, kind, quarter), size in sizes.items():
        low, high = found[f"{landlord} {kind} {quarter}"]
        assert low <= size
        assert high is None or size <= high
        if 0 < size < SMALLEST:
            assert high is None or high - low >= WIDTH


@settings(max_examples=8, deadline=None)
@given(populations())
def test_no_printed_number_is_small_nor_moves_by_little(sizes):
    told = list(equations(year_of(Book(sizes))))
    for names, n in told:
        assert n == 0 or n >= SMALLEST
        for others, m in told:
            if set(names) < set(others):
                assert n == m or m - n >= SMALLEST
