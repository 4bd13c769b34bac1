"""What names the invented people of a world: nothing of it may reach anybody but the coordinator."""

import re
from contextlib import closing
from functools import cache

import duckdb
from openpyxl import load_workbook

from pipelines.store.home import Home
from pipelines.store.publication import current
from tests.lib.worlds import world_files, world_home

COLUMNS = {"Voornaam", "Achternaam", "Straat", "Telefoon", "E-mail", "E-mailadres", "Relatienr"}
SHORTEST = 6  # of a name that is no part of an ordinary word
PSEUDONYM = re.compile(rb"\bp[0-9a-f]{20}\b")


@cache
def named(world: str) -> frozenset[bytes]:
    """Return names, streets, phone numbers, e-mail addresses and numbers of the people in the coordinator's workbook."""
    book = next(path for path in world_files(world).rglob("*administratie*.xlsx"))
    found: set[str] = set()
    columns: list[int] = []
    with closing(load_workbook(book, read_only=True)) as opened:
        for row in opened["Relaties"].iter_rows(values_only=True):
            if columns:
                found |= {str(row[place]).strip() for place in columns if row[place]}
            else:
                columns = [place for place, head in enumerate(row) if head in COLUMNS]
    return frozenset(one.encode() for one in found if len(one) >= SHORTEST or re.fullmatch(r"R\d{4}", one))


@cache
def pseudonyms(world: str) -> frozenset[bytes]:
    """Return the codes the warehouse knows these people by."""
    with duckdb.connect(str(current(Home(world_home(world)))), read_only=True) as store:
        return frozenset(
            code.encode() for (code,) in store.execute("SELECT member_id FROM members").fetchall()
        )


def who(content: bytes, *, world: str) -> list[bytes]:
    """Return what in these bytes names somebody."""
    return [one for one in named(world) | pseudonyms(world) if one in content] + PSEUDONYM.findall(content)
