"""The figures of the pages with what they mean, from the catalogue of figures."""

from dashboard.words.catalogue import texts
from dashboard.words.sentences import label, none_text


def figure_entries() -> list[tuple[str, tuple[str, ...]]]:
    """Return per figure its name and the sentences that explain it, in the order of the catalogue."""
    return [(label(code), (none_text(code),)) for code in texts("figures")]
