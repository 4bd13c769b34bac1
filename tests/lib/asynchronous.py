"""Waiting for a coroutine from a test, also while a browser's own loop runs in the test's thread."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def waited_for(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine returns; it runs in a thread and a loop of its own."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, coroutine).result()
