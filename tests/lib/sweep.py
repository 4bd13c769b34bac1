"""Every view there is to ask the server for: reader, page, and what stands in its address; and a sample that covers them.

The pages are asked over the web socket, without a browser, as an attacker asks: what a page does not offer too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, product

from dashboard.choices import STEPS_OF_PART, periods
from dashboard.entry.navigation import PLACES
from pipelines.evaluate.answers import answer
from pipelines.evaluate.frame import read_frame
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.compiled import compiled_home
from tests.lib.figures import CACHE
from tests.lib.page_content import Content, content_of, table_of_file
from tests.lib.socket import Window, window
from tests.lib.worlds import world_as_of

READERS = tuple(audience.value for audience in Audience)
ADDRESSES = tuple(dict.fromkeys(place.address for place in PLACES))
CHOOSING = (
    "",
    "deelname",
    "klussen",
    "zorg",
    "reactietijd",
    "match",
    "klachten",
    "belasting",
)  # with choices
OF_ONE_PART = ("klussen", "zorg", "belasting")
WHOLE = "proefjaar"
PARTS = ("alles", "klussen", "zorg")
# What no page offers: days that are no period, names of other fields, another reader's edition, nonsense.
WRITTEN_BY_HAND = (
    "periode=maand-2031-01&stap=belasting", "periode=dag-2026-03-02&onderdeel=zorg%20", "periode=2026-03-01..2026-03-02",
    "onderdeel=buren&as_of=2025-10-01&from=2025-09-30&peildatum=2025-10-01&branch=zorg", "periode=maand-2026-03%00",
    "landlord=portaal&wijk=3812&editie=portaal-2026-1&cijfer=helpers_at_risk&lid=R0001",
)  # fmt: skip
KINDS = {"whole": WHOLE, "quarter": "kwartaal", "month": "maand", "by hand": ""}  # how a period is written
KNOWN = {
    "participating_tenants": "huurder",
    "participating_care_clients": "zorgvrager",
    "members_total": "leden",
}


@dataclass(frozen=True)
class View:
    """One page as one reader asks for it. `period`, `part`, `step`: as they stand in the address; empty: not there."""

    reader: str
    page: str
    period: str = ""
    part: str = ""
    step: str = ""
    besides: str = ""

    @property
    def query(self) -> str:
        """The address after the question mark."""
        pairs = [
            ("publiek", self.reader),
            ("periode", self.period),
            ("onderdeel", self.part),
            ("stap", self.step),
        ]
        said = [f"{name}={value}" for name, value in pairs if value]
        return "&".join([*said, *([self.besides] if self.besides else [])])

    @property
    def is_whole(self) -> bool:
        """Whether it is about the whole pilot, where some numbers are exact for everyone."""
        return self.period in {"", WHOLE} or self.reader not in {"commissie", "coordinator"}


@cache
def offered_periods(world: str) -> tuple[str, ...]:
    """Return the periods the pages of a world offer, the whole pilot first."""
    with open_snapshot(Home(compiled_home(world))) as snapshot:
        day = world_as_of(world)
        frame = read_frame(snapshot, question=Question(as_of=day), audience=Audience.COMMISSIE)
    begun = periods(pilot_start=frame.pilot_start, pilot_end=frame.pilot_end, as_of=day)
    return tuple(period.key for period in begun)


@cache
def known_to_all(world: str, *days: date) -> Mapping[str, frozenset[int]]:
    """Return the numbers everybody may know, by noun, on these days: the public promise and the members. Source: RULES 4."""
    found: dict[str, set[int]] = {noun: set() for noun in KNOWN.values()}
    with open_snapshot(Home(compiled_home(world))) as snapshot:
        for day in (world_as_of(world), *days):
            asked = Question(as_of=day)
            for one in answer(
                snapshot, question=asked, codes=tuple(KNOWN), audience=Audience.COORDINATOR, cache=CACHE
            ):
                found[KNOWN[one.code]].add(int(one.value or 0))
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def every_view(world: str, *, reader: str, pages: Sequence[str]) -> Iterator[View]:
    """Yield the complete product of what the pages of a world offer to a reader."""
    for page in pages:
        steps = page == "reactietijd"
        if page not in CHOOSING:
            yield View(reader, page)
        elif reader not in {"commissie", "coordinator"}:
            yield from (
                View(reader, page, step=step) for step in (STEPS_OF_PART["alles"] if steps else ("",))
            )
        else:
            parts = ("",) if page in OF_ONE_PART else PARTS
            for period, part in product(offered_periods(world), parts):
                kinds = STEPS_OF_PART[part] if steps else ("",)
                yield from (View(reader, page, period, part, step) for step in kinds)


def covering(worlds: Sequence[str]) -> dict[str, list[View]]:
    """Return per world views of the committee in which every two choices meet: world, page, kind of period, part, step.

    The same every time. Which month or quarter stands for its kind goes round.
    """
    rows = all_pairs([tuple(worlds), CHOOSING, tuple(KINDS), PARTS])
    found: dict[str, list[View]] = {world: [] for world in worlds}
    for place, (world, page, kind, part) in enumerate(rows):
        if kind == "by hand":
            view = View("commissie", page, besides=WRITTEN_BY_HAND[place % len(WRITTEN_BY_HAND)])
        else:
            own = [key for key in offered_periods(world) if key.startswith(KINDS[kind])]
            steps = STEPS_OF_PART[part] if page == "reactietijd" else ("",)
            view = View("commissie", page, own[place % len(own)], part, steps[place % len(steps)])
        found[world].append(view)
    return {world: list(dict.fromkeys(views)) for world, views in found.items()}


def all_pairs(choices: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return few rows in which every value of every choice meets every value of every other one."""
    wanted = {
        ((one, a), (other, b))
        for one, other in combinations(range(len(choices)), 2)
        for a in choices[one]
        for b in choices[other]
    }
    rows: list[tuple[str, ...]] = []
    for first in product(choices[0], choices[1]):
        row = list(first)
        for place in range(2, len(choices)):
            row.append(max(choices[place], key=lambda value: _met(wanted, [*row, value])))
        rows.append(tuple(row))
        wanted -= _pairs(row)
    while wanted:
        (one, a), (other, b) = min(wanted)
        row = [values[0] for values in choices]
        row[one], row[other] = a, b
        for place in set(range(len(choices))) - {one, other}:
            row[place] = max(
                choices[place],
                key=lambda value: len(wanted & _pairs([*row[:place], value, *row[place + 1 :]])),
            )
        rows.append(tuple(row))
        wanted -= _pairs(row)
    return rows


def _met(wanted: set, row: Sequence[str]) -> int:
    return len(wanted & _pairs(row))


def _pairs(row: Sequence[str]) -> set:
    return {((one, row[one]), (other, row[other])) for one, other in combinations(range(len(row)), 2)}


@dataclass(frozen=True)
class Heard:
    """What one view told: what can be read of it, and every byte of it and of its files."""

    view: View
    content: Content
    raw: bytes


def hear(opened: Window, view: View, *, pictures: bool = False) -> Heard:
    """Ask for a page and for its files, and return what they tell. `pictures`: its pictures too, which take long."""
    sent = opened.ask(view.page, query=view.query)
    assert sent.exists, view
    content, raw = content_of(sent), [sent.bytes]
    for name, file in sent.files.items():
        is_picture = "-wp-png-" in name
        if is_picture and not pictures:
            continue
        handed = opened.fetch(opened.hand_out(file)).content
        raw.append(handed)
        content += Content() if is_picture else table_of_file(handed, name=name.split("-wp-csv-")[-1])
    return Heard(view, content, b"\n".join(raw))


def hear_each(address: str, views: Sequence[View], *, pictures: bool = False) -> Iterator[Heard]:
    """Ask for views, each in a window of its own: what stands in an address is read once per window."""
    for view in views:
        with window(address) as opened:
            yield hear(opened, view, pictures=pictures)


def hear_pages(address: str, reader: str, *, without: Sequence[str] = ()) -> Iterator[Heard]:
    """Ask for every page of a reader as it opens, in one window; those it may not see must not exist."""
    with window(address) as opened:
        own = opened.ask(query=f"publiek={reader}").pages
        for page in ADDRESSES:
            if page not in own:
                assert not opened.ask(page).exists, (reader, page)
            elif page not in without:
                yield hear(opened, View(reader, page))
