"""One browser per worker, one server per world, and a fresh page of the asked width per test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.lib.browser import Watched, chromium, served
from tests.lib.compiled import compiled_home
from tests.lib.editions_for_all import desk_home
from tests.lib.worlds import world_as_of

OUTPUT = Path(__file__).parents[1] / "output"
HEIGHT = 900
PUBLISHED = "desk-"  # before the name of a world: its home with editions


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def address_of() -> Iterator[Callable[[str], str]]:
    """Give the address where a world is served; each world is served once, and once more with its editions."""
    with ExitStack() as servers:
        addresses: dict[str, str] = {}

        def address(world: str) -> str:
            if world not in addresses:
                loaded = world.removeprefix(PUBLISHED)
                home = desk_home(loaded) if world.startswith(PUBLISHED) else compiled_home(world)
                server = served(home, as_of=world_as_of(loaded))
                addresses[world] = servers.enter_context(server)
            return addresses[world]

        yield address


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Callable[[int], BrowserContext]]:
    """Give a window of a width; each width has one, so that Streamlit's own files are fetched once."""
    with ExitStack() as windows:
        opened: dict[int, BrowserContext] = {}

        def wide(width: int) -> BrowserContext:
            if width not in opened:
                opened[width] = browser.new_context(
                    viewport={"width": width, "height": HEIGHT}, locale="nl-NL"
                )
                windows.callback(opened[width].close)
            return opened[width]

        yield wide


@pytest.fixture
def visit(
    window: Callable[[int], BrowserContext], address_of: Callable[[str], str]
) -> Iterator[Callable[..., Watched]]:
    """Open a fresh tab on a world: `visit("on_course", width=390)`."""
    with ExitStack() as tabs:

        def opened(world: str, *, width: int = 1366, address: str = "") -> Watched:
            page = window(width).new_page()
            tabs.callback(page.close)
            return Watched(page, address=address or address_of(world))

        yield opened


@pytest.fixture(scope="session")
def output() -> Path:
    OUTPUT.mkdir(exist_ok=True)
    return OUTPUT
