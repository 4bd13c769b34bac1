"""How a long load says where it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]  # what is being done, rows done, rows in all (0: not known)


def silent(_what: str, _done: int, _total: int) -> None:
    """Show no progress."""
