"""What somebody can read in what the server sent: every text, every table, every record of a drawing."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from google.protobuf.message import Message

from tests.lib.socket import Sent

TABLE = re.compile(r"<table.*?</table>", re.S)
TAG = re.compile(r"<[^>]*>")
WHITE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class TableRead:
    """A table as it is read: its caption, the headings of its columns, its rows of cells."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Content:
    """What a page says: `texts` outside tables, `tables`, and the `records` its drawings are made of."""

    texts: tuple[str, ...] = ()
    tables: tuple[TableRead, ...] = ()
    records: tuple[dict[str, Any], ...] = ()

    @property
    def words(self) -> str:
        """All of it in one text, without the escapes it travelled in."""
        cells = (cell for table in self.tables for row in (table.headings, *table.rows) for cell in row)
        told = (str(value) for record in self.records for value in record.values())
        return "\n".join((*self.texts, *(table.caption for table in self.tables), *cells, *told))

    def __add__(self, other: "Content") -> "Content":
        return Content(self.texts + other.texts, self.tables + other.tables, self.records + other.records)


def content_of(sent: Sent) -> Content:
    """Return what a page says: its pages in the menu, its choices and its files' names too."""
    found = Content()
    for message in sent.messages:
        for text in _strings(message):
            found += _read(text)
    return found


def table_of_file(content: bytes, *, name: str) -> Content:
    """Return what a file of numbers says; its name is its caption."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    return Content(tables=(TableRead(name, tuple(rows[0]), tuple(map(tuple, rows[1:]))),))


def _strings(message: Message) -> Iterator[str]:
    """Yield every string in a message, however deep it lies."""
    for field, value in message.ListFields():
        repeated = isinstance(value, Sequence) and not isinstance(value, str | bytes)
        for one in value if repeated else (value,):
            if isinstance(one, str):
                yield one
            elif field.message_type is not None and not field.message_type.GetOptions().map_entry:
                yield from _strings(one)
            elif field.message_type is not None:
                yield json.dumps({str(key): str(value[key]) for key in value})


def _read(text: str) -> Content:
    if text.startswith("{"):
        return _drawn(json.loads(text))
    if "<" not in text:
        return Content(texts=(_plain(text),))
    tables = tuple(map(_table, TABLE.findall(text)))
    outside = [_plain(one) for one in TAG.split(TABLE.sub("", text))]
    named = [_plain(one) for one in re.findall(r'="([^"]*)"', text)]
    return Content(texts=tuple(one for one in (*outside, *named) if one), tables=tables)


def _drawn(found: Any) -> Content:
    """Return the records and texts of a drawing's specification."""
    if isinstance(found, list):
        return sum(map(_drawn, found), Content())
    if isinstance(found, str):
        return Content(texts=(_plain(found),))
    if not isinstance(found, dict):
        return Content()
    records = tuple(one for one in found.get("values", ()) if isinstance(one, dict))
    inside = [_drawn(value) for name, value in found.items() if name != "values"]
    texts = tuple(_plain(value) for one in records for value in one.values() if isinstance(value, str))
    return sum(inside, Content(texts=texts, records=records))


def _table(text: str) -> TableRead:
    caption = re.search(r"<caption>(.*?)</caption>", text, re.S)
    head, body = text.split("<tbody>")
    rows = [_cells(row) for row in re.findall(r"<tr>(.*?)</tr>", body, re.S)]
    return TableRead(_plain(caption[1]) if caption else "", _cells(head), tuple(rows))


def _cells(text: str) -> tuple[str, ...]:
    return tuple(
        _plain(TAG.sub(" ", cell)) for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", text, re.S)
    )


def _plain(text: str) -> str:
    """Return a text as it is read: its escapes undone, all white space one space; narrow spaces in numbers stay."""
    return WHITE.sub(" ", html.unescape(text).replace("\u00a0", " ")).strip()
