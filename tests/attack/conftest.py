"""One server for the attacks on the pages: a year's data, editions for all readers outside, one proposal that waits."""

import pytest

from tests.lib.browser import served
from tests.lib.editions_for_all import desk_home
from tests.lib.worlds import world_as_of

WORLD = "on_course"


@pytest.fixture(scope="session")
def address():
    with served(desk_home(WORLD), as_of=world_as_of(WORLD)) as address:
        yield address
