"""Homes of the worlds with one shared folder of compiled figures: compiling them takes longer than the tests."""

import shutil
from contextlib import suppress
from pathlib import Path

from tests.lib.figures import CACHE
from tests.lib.worlds import world_home


def compiled_home(world: str) -> Path:
    """Return the home of a world; what its figures compile to is shared by all worlds and workers."""
    home = world_home(world)
    cache = home / "cache"
    if not cache.is_symlink():
        CACHE.mkdir(exist_ok=True)
        shutil.rmtree(cache, ignore_errors=True)
        with suppress(FileExistsError):
            cache.symlink_to(CACHE, target_is_directory=True)
    return home
