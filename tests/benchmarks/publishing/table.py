"""What was measured of deploying, comparing and importing, as a Markdown table with our goals."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks.preview.table import verdict
from tests.benchmarks.processes import Run
from tests.benchmarks.publishing import measuring as cases
from tests.benchmarks.publishing.measuring import Publishing, Runs
from tests.benchmarks.tables import table

_HEAD = ["", "", "of a build", "goal", "verdict"]
# Seconds at most.
_GOALS = {
    (10_000, cases.TO_FOLDER): 2.0,
    (10_000, cases.TO_BRANCH): 2.0,
    (10_000, cases.DIFF_BODY): 1.5,
    (10_000, cases.DIFF_TITLE): 1.5,
}
_IMPORT_GOALS = {cases.IMPORT: 5.0}


def publishing_table(measured: Sequence[Publishing], imports: Runs) -> str:
    """All sizes: medians, beside a build after the same edit in the same run, each with its goal."""
    of_sizes = [row for one in measured for row in _rows(one)]
    return table(
        _HEAD, [*of_sizes, *(_row(case, runs, _IMPORT_GOALS.get(case)) for case, runs in imports.items())]
    )


def _rows(one: Publishing) -> Iterator[list[str]]:
    build = _seconds(one.runs[cases.BUILD])
    for case, number in one.sent.items():
        yield [f"{one.size:,}: files sent by a {case}", f"{number:,}", "", "", ""]
    for case, runs in one.runs.items():
        share = f"{_seconds(runs) / build:.2f}"
        yield _row(f"{one.size:,}: {case}", runs, _GOALS.get((one.size, case)), share)


def _row(name: str, runs: Sequence[Run], goal: float | None, share: str = "") -> list[str]:
    seconds = _seconds(runs)
    held = [] if goal is None else [seconds <= goal]
    return [name, f"{seconds:.2f} s", share, f"{goal:g} s" if goal else "", verdict(*held)]


def _seconds(runs: Sequence[Run]) -> float:
    return median(run.wall for run in runs)
