"""What the warehouse keeps of a name somebody typed: of a file, of a sheet, of who delivered it.

A name in our own words stays as it is. Of any other the words that are ours stay, with a keyed code of the whole: the
same name is known again, and nobody without the home's key can try names against it. The typed name itself stands in
the private folder (`store/names_as_typed.py`).
"""

import hashlib
import hmac
from pathlib import PurePath

from pipelines.vocabulary.own_words import LEFT_OUT, in_own_words

CODE_LENGTH = 12
KINDS = {".xlsx", ".xlsm", ".xls", ".csv", ".txt", ".tsv", ".ods", ".json"}  # ends of files that stay


def stored_name(typed: str, *, key: bytes) -> str:
    """Return the name as the warehouse keeps it.

    >>> stored_name("klussen 2026-03.csv", key=b"sleutel"), stored_name("bezoeken Jan Jansen.xlsx", key=b"sleutel")
    ('klussen 2026-03.csv', 'bezoeken [b3e56b8fbd58].xlsx')
    """
    name = PurePath(typed)
    kind = name.suffix if name.suffix.lower() in KINDS else ""
    stem = typed.removesuffix(kind)
    kept = in_own_words(stem)
    if kept == stem:
        return typed
    code = hmac.new(key, f"naam:{typed}".encode(), hashlib.sha256).hexdigest()[:CODE_LENGTH]
    words = " ".join(kept.replace(LEFT_OUT, " ").replace("_", " ").split())
    return f"{words} [{code}]{kind}".strip()
