"""Wall time, processor time and peak memory of a command in a process of its own."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """One run: seconds on the clock, seconds of processor, peak memory in MB."""

    wall: float
    cpu: float
    peak_mb: float


COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}  # an installed program is compiled once, not at every start


def measured(command: Sequence[str], *, env: Mapping[str, str] | None = None) -> Measured:
    """Run a command and return what it took; raises CalledProcessError with its output when it fails."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, env={**os.environ, **COMPILED, **(env or {})}, stdout=subprocess.DEVNULL, stderr=sys.stderr
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(runs: Sequence[Measured]) -> Measured:
    """Return the median of each quantity."""
    return Measured(
        *(statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "peak_mb"))
    )
