"""Which Python and packages run here, against what the project declares."""

import re
from dataclasses import dataclass
from importlib import metadata

DISTRIBUTION = "werkplaats-monitor"

_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*(.*)")
_BOUND = re.compile(r"(>=|<|==)\s*([\d.]+)")


@dataclass(frozen=True)
class Installed:
    """How many declared packages are here, those that do not fit (`name version`), and DuckDB's version."""

    count: int
    wrong: tuple[str, ...]
    duckdb: str


def misfits() -> Installed | None:
    """Return what is installed against what is declared; None when the project itself is not installed."""
    try:
        declared = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return None
    needed = [line for line in declared if "extra ==" not in line]
    wrong = tuple(found for found in (misfit(line) for line in needed) if found)
    return Installed(len(needed), wrong, _version("duckdb") or "")


def misfit(requirement: str) -> str | None:
    """Return `name version` when what is installed does not meet `name>=low,<high`; None when it does."""
    match = _REQUIREMENT.match(requirement)
    if match is None:
        return requirement
    name, bounds = match.groups()
    found = _version(name)
    if found is None:
        return f"{name} -"
    meets = all(_meets(found, sign, bound) for sign, bound in _BOUND.findall(bounds))
    return None if meets else f"{name} {found}"


def minimum_python() -> tuple[int, ...]:
    """Return the oldest Python the project runs on; empty when the project is not installed."""
    try:
        declared = metadata.metadata(DISTRIBUTION)["Requires-Python"] or ""
    except metadata.PackageNotFoundError:
        return ()
    return next((_numbers(bound) for sign, bound in _BOUND.findall(declared) if sign == ">="), ())


def version_of(numbers: tuple[int, ...]) -> str:
    """Return version numbers as text: 3.11.7."""
    return ".".join(str(number) for number in numbers)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _meets(found: str, sign: str, bound: str) -> bool:
    release = _numbers(re.split(r"[a-z+!-]", found)[0])
    if sign == "==":
        return release == _numbers(bound)
    return release >= _numbers(bound) if sign == ">=" else release < _numbers(bound)
