"""What people bring to the counter: complaints, questions, remarks, compliments, each in a voice of its own."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True)
class Saying:
    """One message and what a person coded it as; {me}, {helper} and {client} become names.

    `sender` is client, helper, mantelzorger, buurt, portaal or gemeente.
    """

    branch: str
    sender: str
    themes: tuple[str, ...]
    severity: str
    text: str


@cache
def sayings_about(kind: str) -> tuple[Saying, ...]:
    """Return all messages of a kind: complaints, questions, remarks or compliments."""
    text = files("pipelines.synthetic.voices").joinpath(f"{kind}.tsv").read_text(encoding="utf-8")
    return tuple(
        Saying(
            branch=row["branch"],
            sender=row["sender"],
            themes=tuple(row["themes"].split()),
            severity=row["severity"],
            text=row["text"],
        )
        for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
