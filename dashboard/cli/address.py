"""Where the pages may be opened: on this computer, or anywhere once people log in."""

import os
import socket
from dataclasses import dataclass

from dashboard.access import BY_LOG_IN, EDITIONS, ON_THIS_MACHINE
from dashboard.provider import HERE, Provider, provider_of
from dashboard.words.catalogue import say
from pipelines.store.home import Home
from pipelines.store.publication import current
from pipelines.vocabulary.errors import AccessRefused, WerkplaatsError, WrongUse

PORTS_TRIED = 50
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Where the server listens, and the address people use."""

    host: str
    port: int
    address: str


def opening(home: Home, *, host: str, port: int, coordinator_here: bool) -> Opening:
    """Return where to listen; refuses, in a sentence, what would show real data to whoever comes by."""
    for name in (ON_THIS_MACHINE, BY_LOG_IN):
        os.environ.pop(name, None)
    provider = provider_of(home)
    if provider is not None:
        if coordinator_here:
            raise WrongUse(say("access.log_in_besides"))
        os.environ[BY_LOG_IN] = "1"
        return _for_many(provider, host=host, port=port)
    if host not in HERE:
        raise AccessRefused(say("access.only_here", host=host), action=say("access.only_here_action"))
    _arrange(home, coordinator_here=coordinator_here)
    free = free_port(port)
    return Opening(host=LOOPBACK, port=free, address=f"http://{LOOPBACK}:{free}")


def _arrange(home: Home, *, coordinator_here: bool) -> None:
    """Let the coordinator in at this computer; refuses real data for whoever else sits there."""
    if EDITIONS in os.environ:
        if coordinator_here:
            raise WrongUse(say("access.no_coordinator_here"))
    elif coordinator_here:
        os.environ[ON_THIS_MACHINE] = "1"
    elif not home.is_demo and current(home) is not None:
        raise AccessRefused(say("access.closed_home"), action=say("access.closed_home_action"))


def free_port(first: int, *, tried: int = PORTS_TRIED, host: str = LOOPBACK) -> int:
    """Return the first port from this one on that nobody listens to; refuses when there is none."""
    last = min(first + tried, 65535)
    for port in range(first, last + 1):
        with socket.socket() as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise WerkplaatsError(
        say("command_line.no_free_port", first=first, last=last),
        action=say("command_line.no_free_port_action"),
    )


def _for_many(provider: Provider, *, host: str, port: int) -> Opening:
    """Return the opening where people log in: their provider sends them back to this port and no other."""
    wanted = provider.port if provider.here and provider.port else port
    return Opening(host=host, port=free_port(wanted, tried=0), address=provider.address)
