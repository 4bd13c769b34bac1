"""Dutch telephone numbers as ten figures; foreign ones as they are. Two numbers in one cell are never split."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

_NUMBER = re.compile(r"(?:\+|00)?[0-9](?:[ ().\-–/]{0,3}[0-9]){6,14}")
_PLAIN = re.compile(r"0[0-9]{1,3}[ -]?[0-9 ]{6,11}")
_SIGNS = re.compile(r"[ ().\-–/]")
_DUTCH = re.compile(r"0[1-9][0-9]{8}")
_AS_DECIMAL = re.compile(
    r"(?P<figures>[1-9][0-9]{8})[.,]0"
)  # how programs write a number in a column with gaps
_WITHOUT_ZERO = re.compile(r"[1-9][0-9]{8}")
_DUTCH_ABROAD = re.compile(r"(?:\+|00)?310?(?P<rest>[1-9][0-9]{8})")
_FOREIGN = re.compile(r"(?:\+|00)(?!31)[1-9][0-9]{6,13}")
_TWO_TENS = re.compile(r"0[1-9][0-9]{8}0[1-9][0-9]{8}")


def parse_phone(text: str, *, column: Column, today: date) -> Parsed:
    """Return the number as 0612345678; a lost leading zero is put back. Unreadable is a warning and no number."""
    line = on_one_line(text)
    decimal = _AS_DECIMAL.fullmatch(line)
    line = decimal["figures"] if decimal else line
    numbers = _NUMBER.findall(line)
    if len(numbers) > 1 or _TWO_TENS.fullmatch(_SIGNS.sub("", line)):
        return fault(Reason.SEVERAL)
    if not numbers:
        return fault(Reason.PHONE_UNREADABLE)
    read = _read(numbers[0])
    if read is None:
        return fault(Reason.PHONE_UNREADABLE)
    if numbers[0] != line and any(letter.isalnum() for letter in line.replace(numbers[0], "", 1)):
        return Parsed(value=read.value, repair=read.repair, fault=Reason.PHONE_NOTE)
    return read


def _read(number: str) -> Parsed | None:
    figures = _SIGNS.sub("", number)
    if _DUTCH.fullmatch(figures):
        return repaired(figures, None if _PLAIN.fullmatch(number) else Reason.PHONE_SPELLED)
    if _WITHOUT_ZERO.fullmatch(figures):
        return repaired(f"0{figures}", Reason.PHONE_ZERO)
    abroad = _DUTCH_ABROAD.fullmatch(figures)
    if abroad:
        return repaired(f"0{abroad['rest']}", Reason.PHONE_SPELLED)
    if _FOREIGN.fullmatch(figures):
        return repaired(figures, None if figures == number else Reason.PHONE_SPELLED)
    return None
