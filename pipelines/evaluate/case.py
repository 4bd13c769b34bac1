"""A figure with its lines, read for one branch: what every step of a finding is made from."""

from dataclasses import dataclass

from pipelines.evaluate.counting import Count, Counted, Held
from pipelines.evaluate.frame import Frame, Target
from pipelines.evaluate.measured import Measured, measure, share_of_total
from pipelines.metrics.declaration import Figure


@dataclass(frozen=True, kw_only=True)
class Case:
    """`branch`: whose lines are read; "" is all cases of the figure together."""

    figure: Figure
    counted: Counted
    frame: Frame
    branch: str

    @property
    def all(self) -> Count:
        """Counts of all cases."""
        return self.count()

    @property
    def target(self) -> Target | None:
        """What was promised for the figure."""
        return self.frame.targets.get(self.figure.code)

    def count(self, *, by: str = "", key: str = "") -> Count:
        """Return the counts of a group of the cases."""
        return self.counted.count(branch=self.branch, by=by, key=key)

    def distribution(self, *, by: str = "", key: str = "") -> tuple[Held, ...]:
        """Return the durations or scores of a group of the cases."""
        return self.counted.distribution(branch=self.branch, by=by, key=key)

    def keys(self, *, by: str) -> tuple[str, ...]:
        """Return the values the figure is split by, sorted."""
        return self.counted.keys(branch=self.branch, by=by)

    def measured(self, *, by: str = "", key: str = "") -> Measured:
        """Return the number of a group of the cases."""
        counts = self.count(by=by, key=key)
        if self.figure.total_setting is not None:
            return share_of_total(counts.persons_hit, self.frame.number(self.figure.total_setting))
        return measure(self.figure, counts, self.distribution(by=by, key=key))
