"""Where a count of persons with a target will end by the last day of the pilot."""

from pipelines.evaluate.finding import Projection
from pipelines.evaluate.frame import Frame
from pipelines.stats.recruitment import enrolment

FIRST_WEEKS = 12  # no projection earlier: a start says little. Source: UX 6.2


def project(*, observed: float, target: float, frame: Frame) -> Projection | None:
    """Return the projection of a count over the whole pilot; None for a part of it, or before week 12."""
    end, as_of = frame.pilot_end, frame.question.as_of
    elapsed = (as_of - frame.pilot_start).days + 1
    horizon = (end - frame.pilot_start).days + 1
    if frame.period_from != frame.pilot_start or elapsed < 7 * FIRST_WEEKS or elapsed >= horizon:
        return None
    found = enrolment(target, horizon, elapsed, observed)
    if (
        found.p_reach is None
        or found.total_low is None
        or found.total_mid is None
        or found.total_high is None
    ):
        return None
    return Projection(
        target=target,
        horizon=end,
        p_reach=found.p_reach,
        total_low=found.total_low,
        total_mid=found.total_mid,
        total_high=found.total_high,
    )
