"""Places in a sheet as a spreadsheet names them."""

import re
from functools import cache

_REFERENCE = re.compile(r"^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")


def column_letters(position: int) -> str:
    """Return the letters of a zero-based column: 0 is A, 26 is AA."""
    letters, left = "", position + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(*, row: int, position: int) -> str:
    """Return a cell's name from its row (1 is the first) and zero-based column."""
    return f"{column_letters(position)}{row}"


def cell_place(reference: str) -> tuple[int, int] | None:
    """Return row (1 is the first) and zero-based column of a cell's name; None when it is none."""
    match = _REFERENCE.match(reference)
    if match is None:
        return None
    letters, row = match.groups()
    return int(row), _position(letters)


@cache
def _position(letters: str) -> int:
    """Return the zero-based column: A is 0, AA is 26. At most three letters."""
    position = 0
    for letter in letters.upper():
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1
