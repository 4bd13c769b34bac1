"""Which audience may open which page; for all others the page does not exist."""

from pipelines.vocabulary.audiences import Audience

READERS = frozenset(Audience)
INSIDE = frozenset({Audience.COORDINATOR, Audience.COMMISSIE})
CORPORATIONS = frozenset({Audience.PORTAAL, Audience.DE_ALLIANTIE})
OPEN_TO = {
    "klussen": INSIDE | CORPORATIONS,
    "match": INSIDE | {Audience.GEMEENTE},
    "belasting": INSIDE,
    "corporatie": CORPORATIONS,
    "gemeente": frozenset({Audience.GEMEENTE}),
    "vrijgeven": INSIDE,
    "regels": frozenset({Audience.COORDINATOR}),
}


def may_open(audience: Audience, address: str) -> bool:
    """Return whether this audience may open the page at an address."""
    return audience in OPEN_TO.get(address, READERS)
