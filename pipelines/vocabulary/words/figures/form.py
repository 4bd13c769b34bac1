"""What is said of every figure, in Dutch."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FigureWords:
    """Definition, what is left out, the norm with its source, and how the figure misleads."""

    definition: str
    left_out: str
    norm: str
    misleads: str
