"""Editions as they were proposed, kept by the hash of their bytes, with what was held back beside each."""

from dataclasses import dataclass

from pipelines.release.canonical import NotCanonical, as_bytes, from_bytes
from pipelines.release.edition import Edition, HeldBack
from pipelines.release.ledger import sha256
from pipelines.store.atomic import write_atomically
from pipelines.store.home import Home
from pipelines.store.problem import problem_of_system, store_problem
from pipelines.vocabulary.words import publishing as words


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """All that one edition holds back."""

    told: tuple[HeldBack, ...]


def keep(home: Home, edition: Edition, held: tuple[HeldBack, ...]) -> str:
    """Write an edition and what it holds back, and return the hash of the edition's bytes."""
    content = as_bytes(edition)
    digest = sha256(content)
    try:
        write_atomically(home.drafts / f"{digest}.json", content)
        write_atomically(home.drafts / f"{digest}.held.json", as_bytes(Withheld(told=held)))
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    return digest


def kept_edition(home: Home, *, identity: str, digest: str) -> Edition:
    """Return a kept edition; raises StoreProblem when it is gone or was changed."""
    try:
        content = (home.drafts / f"{digest}.json").read_bytes()
        if sha256(content) == digest:
            return from_bytes(content, Edition)
    except (OSError, NotCanonical):
        pass
    raise store_problem(words.DRAFT_BROKEN, id=identity)


def kept_held_back(home: Home, *, identity: str, digest: str) -> tuple[HeldBack, ...]:
    """Return what a kept edition holds back; raises StoreProblem when that is gone or unreadable."""
    try:
        return from_bytes((home.drafts / f"{digest}.held.json").read_bytes(), Withheld).told
    except (OSError, NotCanonical):
        raise store_problem(words.DRAFT_BROKEN, id=identity) from None
