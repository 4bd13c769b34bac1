"""What no reader may be told, judged by the policy's own words and not by the desk: people, few of them, splits, the server.

Source: RULES 4 (smallest groups, what is exact for everyone), DOMAIN 3.0 (classes of small numbers). Judged here apart
from `pipelines.release`, on what a reader reads.
"""

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from dashboard.words.catalogue import texts
from tests.lib.page_content import Content, TableRead
from tests.lib.people import who
from tests.lib.sweep import Heard

SMALLEST = {"coordinator": 0, "commissie": 5, "portaal": 10, "de_alliantie": 10, "gemeente": 10}
NOUNS = (
    "huurders?", "zorgvragers?", "helpers?", "leden", "lid", "mens(?:en)?", "person(?:en|oon)", "bewoners?",
    "klussers?", "huishoudens?", "vrijwilligers?", "klus(?:sen)?", "aanvra(?:ag|gen)", "zorgvra(?:ag|gen)",
    "bezoek(?:en)?", "klacht(?:en)?", "berichten?", "antwoord(?:en)?", "cijfers?", "matche?s?", "meldingen",
    "melding", "signa(?:al|len)", "uitnodiging(?:en)?", "dienst(?:en)?", "woning(?:en)?",
)  # fmt: skip
NUMBER = r"(?<![\d,.\u202f–-])(\d[\d\u202f]*)"
SHARE = re.compile(rf"{NUMBER} (?:\w+ )?van (?:de )?(\d[\d\u202f]*)(?![\d\u202f]|,\d| doelen)")
CALLED = re.compile(rf"{NUMBER} (?:open |andere )?({'|'.join(NOUNS)})\b")
# Numbers that count nobody: a norm, a part of the definition, cases that are still needed, groups of a drawing.
NO_COUNT = re.compile(
    r"(?:ongeveer|hoogstens|minstens|per|groep van) \d+ \w+|de \d+ drukste \w+|Van de \d+ doelen|dag \d+ van \d+"
    r"|[Pp]er 100 [^:.]*(?::|waren er|zijn er|is er) \d+ \w+|\d+ \w+ per 100|Nog \d+ \w+ tot het doel|kwartaal \d|Doel: \d+"
    r"|zien \d helpers?|\d helpers?: (?=\d+)|Versie [\d.]+|Gegevensversie \d+|\d+ cijfers die we niet tonen|\(\d+ cijfers?\)"
)
# Row of the table of helpers a client sees: named by how many, not counted.
NAMES_OF_ROWS = re.compile(r"^\d helpers?$")
COUNTED = {
    "Aantal", "Klussen", "Mensen", "Berichten", "Helpers", "Wacht nog", "Wacht nog, minstens", "Nog gevolgd", "Zorgvragers", "Antwoorden",
    "Matches", "Cijfers", "Vragen", "Uitnodigingen", "Signalen", "Nu nog open",
}  # fmt: skip
GROWING = re.compile(
    r"^Aantal (?:huurders|zorgvragers) per maandeinde$|^groei-participating_(?:tenants|care_clients)$"
)
IN_EDITIONS = re.compile(r"^Aantal (huurder|zorgvrager)s in elke editie$")
DAY_OF_GROWTH = re.compile(r"^\d+ \w+ \d{4}: (\d[\d\u202f]*) (huurders?|zorgvragers?)$")
SPLITS = {
    "portaal": {"landlord", "category", "type", "themes"},
    "de_alliantie": set(),
    "gemeente": {"type", "themes"},
}  # RULES 4: Portaal its own tenants, De Alliantie totals only, the municipality care in detail
LANDLORDS = {"portaal": {"De Alliantie", "Overig"}}
ALL_LANDLORDS = {"Portaal", "De Alliantie", "Overig"}
BROKEN = re.compile(r"Traceback|File \"|site-packages|\b[A-Z]\w+Error\b")
PLACES = tuple(
    str(place).encode()
    for place in (Path(__file__).parents[2], Path.home(), sys.prefix)
    if len(str(place)) > 4
)


def complaints(heard: Iterable[Heard], *, world: str, exact: Mapping[str, Collection[int]]) -> list[str]:
    """Return everything that should not have been told. `exact`: what everybody may know of the whole pilot, by noun."""
    told = list(heard)
    everything = b"\n".join([*(one.raw for one in told), *(one.content.words.encode() for one in told)])
    found = [f"names somebody: {one!r}" for one in set(who(everything, world=world))]
    for one in told:
        known = exact if one.view.is_whole else {}
        found += [f"{one.view}: {said}" for said in _of_one(one, exact=known)]
    return found


def _of_one(heard: Heard, *, exact: Mapping[str, Collection[int]]) -> Iterator[str]:
    yield from (f"a place on the server: {place!r}" for place in PLACES if place in heard.raw)
    yield from (f"broken: {one}" for one in set(BROKEN.findall(heard.content.words)))
    yield from few(heard.content, smallest=SMALLEST[heard.view.reader], exact=exact)
    yield from splits(heard.content, reader=heard.view.reader)


def few(content: Content, *, smallest: int, exact: Mapping[str, Collection[int]]) -> Iterator[str]:
    """Yield the groups of people, and of their cases, that are called by a number that is too small."""
    for text in content.texts:
        yield from _few_in_text(text, smallest=smallest, exact=exact)
    for table in content.tables:
        for row in table.rows:
            for cell in row[1:]:
                yield from _few_in_text(cell, smallest=smallest, exact=exact)
            yield from _few_in_row(table, row, smallest=smallest, exact=exact)
    dots: dict[str, int] = {}  # a row of dots numbers each of them: the last one is the count
    for record in content.records:
        if isinstance(record.get("count"), int | float):
            heading = str(record.get("heading"))
            dots[heading] = max(dots.get(heading, 0), int(record["count"]))
    yield from (f"few in a drawing: {heading}" for heading, count in dots.items() if 0 < count < smallest)


def _few_in_text(text: str, *, smallest: int, exact: Mapping[str, Collection[int]]) -> Iterator[str]:
    if (grown := DAY_OF_GROWTH.match(text)) and exact:
        text = "" if grown[2].startswith(("huurder", "zorgvrager")) else text
    if NAMES_OF_ROWS.match(text):
        return
    left = NO_COUNT.sub("", text)
    for found in SHARE.finditer(left):
        if 0 < _whole(found[2]) < smallest:
            yield f"few: {found[0]!r} in {text!r}"
    for found in CALLED.finditer(SHARE.sub("", left)):
        count, noun = _whole(found[1]), found[2]
        if 0 < count < smallest and count not in exact.get(noun.removesuffix("s"), ()):
            yield f"few: {found[0]!r} in {text!r}"


def _few_in_row(
    table: TableRead, row: tuple[str, ...], *, smallest: int, exact: Mapping[str, Collection[int]]
) -> Iterator[str]:
    if exact and GROWING.match(table.caption):
        return
    promised = IN_EDITIONS.match(table.caption)
    known = exact.get(promised[1], ()) if promised else ()
    for heading, cell in zip(table.headings[1:], row[1:], strict=False):
        counted = (heading in COUNTED or heading.isdigit()) and re.fullmatch(r"[\d\u202f]+", cell)
        if counted and 0 < _whole(cell) < smallest and _whole(cell) not in known:
            yield f"few: {heading} {cell} of {row[0]} in {table.caption!r}"


def splits(content: Content, *, reader: str) -> Iterator[str]:
    """Yield what is split in a way this reader may not see."""
    if reader not in SPLITS:
        return
    for table in content.tables:
        for figure, ways in _breakdowns().items():
            for by, subject in ways.items():
                if by not in SPLITS[reader] and table.caption.startswith(subject):
                    yield f"{figure} split by {by}: {table.caption!r}"
        for row in table.rows:
            if row and row[0] in LANDLORDS.get(reader, ALL_LANDLORDS):
                yield f"another landlord: {row}"


def _breakdowns() -> dict[str, dict[str, str]]:
    return {
        figure: {by: str(words["subject"]) for by, words in ways.items()}
        for figure, ways in texts("breakdowns").items()
        if isinstance(ways, dict)
    }


def _whole(text: str) -> int:
    return int(text.replace("\u202f", ""))
