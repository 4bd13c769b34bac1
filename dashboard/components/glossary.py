"""The figures of the pages with what they mean and what to watch out for."""

from dashboard.words.catalogue import say, texts
from dashboard.words.sentences import label


def figure_entries() -> list[tuple[str, tuple[str, ...]]]:
    """Return per figure its name and the sentences that explain it, in the order of the catalogue."""
    return [
        (label(code), (words["means"], _watch(words["watch"]))) for code, words in texts("figures").items()
    ]


def _watch(text: str) -> str:
    return say("explained.begrippen.watch", text=text)
