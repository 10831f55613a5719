"""What was measured of deploying, comparing and importing, as a Markdown table with our goals."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks.preview.table import verdict
from tests.benchmarks.publishing import measuring as cases
from tests.benchmarks.publishing.measuring import Publishing
from tests.benchmarks.tables import table

_HEAD = ["", "", "of a build", "goal", "verdict"]
# Seconds at most.
_GOALS = {
    (10_000, cases.TO_FOLDER): 2.0,
    (10_000, cases.TO_BRANCH): 2.0,
    (10_000, cases.DIFF_BODY): 1.5,
    (10_000, cases.DIFF_TITLE): 1.5,
}
_IMPORT_GOAL = 5.0


def publishing_table(measured: Sequence[Publishing]) -> str:
    """All sizes: medians, beside a build after the same edit in the same run, each with its goal."""
    return table(_HEAD, (row for one in measured for row in _rows(one)))


def _rows(one: Publishing) -> Iterator[list[str]]:
    for case, number in one.sent.items():
        yield [f"{one.size:,}: files sent by a {case}", f"{number:,}", "", "", ""]
    build = median(run.wall for run in one.runs[cases.BUILD])
    for case, runs in one.runs.items():
        seconds = median(run.wall for run in runs)
        is_import = case in (cases.IMPORT, cases.AGAIN)
        goal = _IMPORT_GOAL if case == cases.IMPORT else _GOALS.get((one.size, case))
        yield [
            case if is_import else f"{one.size:,}: {case}",
            f"{seconds:.2f} s",
            "" if is_import else f"{seconds / build:.2f}",
            f"{goal:g} s" if goal else "",
            verdict(*([seconds <= goal] if goal else [])),
        ]
