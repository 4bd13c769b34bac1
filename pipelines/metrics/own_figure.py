"""A figure of one's own beside the catalogue: asked for and counted like the others, shown to nobody else."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.metrics.catalogue import BY_ID, FIGURES
from pipelines.metrics.declaration import Figure


@contextmanager
def counted_along(figure: Figure) -> Iterator[Figure]:
    """Let a figure be asked for by its id or code until the end of the `with` block.

    The release desk knows no audience for it, so it stays with the analyst until it is declared in a group's file.
    Raises ValueError when the catalogue has that id or code already.
    """
    if figure.code in FIGURES or figure.id in BY_ID:
        raise ValueError(f"the catalogue already has {figure.id} or {figure.code}")
    FIGURES[figure.code], BY_ID[figure.id] = figure, figure.code
    try:
        yield figure
    finally:
        del FIGURES[figure.code], BY_ID[figure.id]
