"""The one door: what an audience may see of a finding, and the attack that proves what it may not.

A name loads its module when first asked for: the attack needs scipy.optimize, the figures never do.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.release.reidentification import attack as attack
    from pipelines.vocabulary.errors import InfeasibleRelease as InfeasibleRelease

WHERE = {"attack": "pipelines.release.reidentification", "InfeasibleRelease": "pipelines.vocabulary.errors"}


def __getattr__(name: str) -> object:
    if name not in WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted(WHERE)
