"""Two generators' runs, compared round by round."""

from collections.abc import Callable, Sequence
from statistics import median

from tests.benchmarks.processes import Run


def middle(runs: Sequence[Run], part: Callable[[Run], float]) -> float:
    """The median of one figure of the runs."""
    return median(map(part, runs))


def ratio(ours: Sequence[Run], theirs: Sequence[Run], part: Callable[[Run], float]) -> float:
    """The median of the ratios of runs of one round; a round that only one of them has doesn't count."""
    return median(part(one) / part(other) for one, other in zip(ours, theirs, strict=False))
