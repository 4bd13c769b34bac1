"""One browser per worker, one server per world, and a fresh page of the asked width per test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.lib.browser import Watched, chromium, served
from tests.lib.worlds import world_as_of, world_home

OUTPUT = Path(__file__).parents[1] / "output"
HEIGHT = 900


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def address_of() -> Iterator[Callable[[str], str]]:
    """Give the address where a world is served; each world is served once."""
    with ExitStack() as servers:
        addresses: dict[str, str] = {}

        def address(world: str) -> str:
            if world not in addresses:
                server = served(world_home(world), as_of=world_as_of(world))
                addresses[world] = servers.enter_context(server)
            return addresses[world]

        yield address


@pytest.fixture
def visit(browser: Browser, address_of: Callable[[str], str]) -> Iterator[Callable[..., Watched]]:
    """Open a fresh browser window on a world: `visit("on_course", width=390)`."""
    with ExitStack() as windows:

        def opened(world: str, *, width: int = 1366, address: str = "") -> Watched:
            context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="nl-NL")
            windows.callback(context.close)
            return Watched(context.new_page(), address=address or address_of(world))

        yield opened


@pytest.fixture(scope="session")
def output() -> Path:
    OUTPUT.mkdir(exist_ok=True)
    return OUTPUT
