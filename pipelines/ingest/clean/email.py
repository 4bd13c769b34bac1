"""E-mail addresses: one per cell, in small letters."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", re.I)
_AROUND = re.compile(r"^(?:mailto:|<)+|[>.,;]+$", re.I)


def parse_email(text: str, *, column: Column, today: date) -> Parsed:
    """Return the address. Two addresses or an unreadable one are a warning and none."""
    line = on_one_line(text)
    if len(_ADDRESS.findall(line)) > 1:
        return fault(Reason.SEVERAL)
    bare = _AROUND.sub("", line)
    if not _ADDRESS.fullmatch(bare):
        return fault(Reason.EMAIL_UNREADABLE)
    value = bare.lower()
    return repaired(value, None if value == line.lower() else Reason.EMAIL_SPELLED)
