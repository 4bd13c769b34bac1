"""pyarrow and DuckDB look for pandas at the first rows they are given; loading gives them none from it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Never

PANDAS = "pandas"


class _NotHere:
    """A finder by which pandas is not installed."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> Never | None:
        """Refuse pandas, leave every other module to the finders after this one."""
        del path, target
        if name == PANDAS:
            raise ModuleNotFoundError(name=name)
        return None


@contextmanager
def without_pandas() -> Iterator[None]:
    """Let nothing import pandas inside the block: 0.7 s of processor time and 40 MB that no load needs.

    For a process that ends after it: pyarrow remembers what it did not find. Where pandas is in use already it stays.
    """
    finder = _NotHere()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
