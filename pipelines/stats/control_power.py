"""What an XmR chart of so many points can see, and how often it cries wolf: to print beside the chart."""

from dataclasses import dataclass

import numpy as np

from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import positive, whole

LENGTHS = (7, 12, 13, 24, 52)  # points
FALSE_ALARM = (0.0165, 0.0395, 0.0545, 0.139, 0.3825)  # stable normal series, unscreened, 2,000 draws each
POWER_LENGTHS = (12, 24, 52)  # points
SHIFTS = (0, 1, 2)  # standard deviations, halfway through
SEEN = ((0.0445, 0.111, 0.2955), (0.168, 0.4335, 0.8475), (0.364, 0.7785, 0.991))  # per length and shift


@dataclass(frozen=True, kw_only=True)
class ChartPower:
    """Chances (0 to 1) for a chart of `n` points: `false_alarm` when nothing changes, `seen` when the mean shifts.

    `shift` in standard deviations, halfway through. Simulated: for wording ("about 4 in 10"), not for sums.
    """

    false_alarm: float
    seen: float | None
    shift: float
    n: int
    method: str = "simulation"
    caveats: tuple[Caveat, ...] = (Caveat.SIMULATED,)


def chart_power(points: float, *, shift: float = 1) -> ChartPower:
    """Return how often (0 to 1) an XmR chart of so many points flags something: without cause, and after a shift.

    Between the simulated lengths (7 to 52 points) it interpolates, beyond them it keeps the nearest. Below 12
    points, `seen` is None: it was not simulated. Shifts from 0 to 2 standard deviations. Errors: ValueError when
    the number of points is not whole or the shift not more than 0.

    Source: simulation of 2,000 stable and shifted normal series (seeds 20260101 and 9), unscreened, all rules.

    >>> power = chart_power(12, shift=2)
    >>> round(power.seen, 2), round(power.false_alarm, 2)
    (0.3, 0.04)
    """
    length, size = whole(points, "points", lowest=1), positive(shift, "shift")
    per_length = [float(np.interp(size, SHIFTS, row)) for row in SEEN]
    return ChartPower(
        false_alarm=float(np.interp(length, LENGTHS, FALSE_ALARM)),
        seen=float(np.interp(length, POWER_LENGTHS, per_length)) if length >= POWER_LENGTHS[0] else None,
        shift=min(size, float(SHIFTS[-1])),
        n=length,
    )
