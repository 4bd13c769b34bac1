"""The older log-log interval of a Kaplan-Meier share, for comparison with other programs: large numbers only."""

import math
from collections.abc import Iterable
from dataclasses import replace

from scipy import special

from pipelines.stats.estimates import Caveat, Estimate
from pipelines.stats.survival import KaplanMeier

FEWEST = 30  # cases; below it the interval covers the truth far less often than it says (58 % at n = 10)


def log_log_within(curve: KaplanMeier, time: float) -> Estimate:
    """Return the share answered (0 to 1) within `time` with its log-log interval, when that may be shown.

    Only with 30 cases or more and a share strictly between 0 and 1; else the limits are None and caveat
    LOG_LOG_NOT_ALLOWED says so. Errors: ValueError for a negative time.

    Source: Kalbfleisch and Prentice (1980), as R's survfit with conf.type "log-log"; variance of Greenwood (1926).

    >>> from pipelines.stats.survival import kaplan_meier
    >>> answer = log_log_within(kaplan_meier(range(1, 41), [True, False] * 20), 10)
    >>> round(answer.estimate, 4), round(answer.low, 4), round(answer.high, 4)
    (0.1322, 0.0571, 0.2893)
    """
    plain = replace(curve.answered_within(time), method="log_log")
    waiting = None if plain.estimate is None else 1 - plain.estimate
    if waiting is None or curve.n < FEWEST or not 0 < waiting < 1:
        return replace(plain, low=None, high=None, caveats=(*plain.caveats, Caveat.LOG_LOG_NOT_ALLOWED))
    low, high = log_log_limits(waiting, greenwood_sum(curve, time), curve.confidence)
    return replace(plain, low=1 - high, high=1 - low)


def log_log_limits(waiting: float, spread: float, confidence: float) -> tuple[float, float]:
    """Return the log-log limits of a share still waiting, strictly between 0 and 1, from its Greenwood sum.

    Source: as `log_log_within`.

    >>> tuple(round(limit, 3) for limit in log_log_limits(0.5, 0.25, 0.95))
    (0.058, 0.845)
    """
    step = float(special.ndtri((1 + confidence) / 2)) * math.sqrt(spread) / math.log(waiting)
    return waiting ** math.exp(-step), waiting ** math.exp(step)


def greenwood_sum(curve: KaplanMeier, time: float) -> float:
    """Return the sum of d / (Y (Y - d)) up to `time`; times the squared share it is Greenwood's variance.

    Times at which all cases at risk were answered are left out: nothing is left to vary.

    Source: Greenwood (1926), The natural duration of cancer.

    >>> from pipelines.stats.survival import kaplan_meier
    >>> greenwood_sum(kaplan_meier([1, 2, 3, 4], [1, 1, 1, 1]), 2)
    0.25
    """
    return math.fsum(
        events / (at_risk * (at_risk - events))
        for moment, events, at_risk in _steps(curve)
        if moment <= time and events < at_risk
    )


def _steps(curve: KaplanMeier) -> Iterable[tuple[float, int, int]]:
    return zip(curve.times, curve.events, curve.at_risk, strict=True)
