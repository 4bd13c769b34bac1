"""Who looks at the figures, and how few persons a shown group may hold for each of them."""

from enum import Enum


class Audience(Enum):
    """A group of readers; the value is the word of the command line and of `targets.audience`."""

    COORDINATOR = "coordinator"
    COMMISSIE = "commissie"
    PORTAAL = "portaal"
    DE_ALLIANTIE = "de_alliantie"
    GEMEENTE = "gemeente"

    @property
    def external(self) -> bool:
        """Whether these readers stand outside the organisation."""
        return self in {Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE}

    @property
    def threshold_setting(self) -> str | None:
        """Key of the setting with the smallest group in persons; None where everything may be seen."""
        if self is Audience.COORDINATOR:
            return None
        return "sn_external_min" if self.external else "sn_cell_min"


class Sight(Enum):
    """How much of a figure an audience sees, as the catalogue writes it."""

    NAMES = "N"  # rows too: with names for the coordinator, never for others
    DETAILS = "D"  # breakdowns, curves and months
    HEADLINE = "H"  # the one value
    NOTHING = "-"
