"""The results as Markdown tables."""

from collections.abc import Callable, Iterable, Sequence

from tests.benchmarks.processes import Run
from tests.benchmarks.ratios import middle, ratio
from tests.benchmarks.series import CASES, COLD, Results
from tests.benchmarks.tools import OURS

_MIB = 1024 * 1024

Part = Callable[[Run], float]
_PARTS: dict[str, Part] = {"wall": lambda run: run.wall, "CPU": lambda run: run.cpu}


def size_table(results: Results) -> str:
    """One size: every case with each generator's figures, and ours as a share of theirs."""
    names = list(results.memory)
    others = [name for name in names if name != OURS]
    rows = [
        *(row for case in CASES for row in _case_rows(results, case, names, others)),
        _memory_row(results, names, others),
        _largest_row(results, names, others),
        ["pages of HTML", *(f"{results.pages[name].count:,}" for name in names), *("" for _ in others)],
        [
            "mean page of a job",
            *(_kib(results.pages[name].job_bytes) for name in names),
            *("" for _ in others),
        ],
    ]
    return table(["", *names, *(f"{OURS} / {name}" for name in others)], rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    line = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, line, *rows))


def _case_rows(results: Results, case: str, names: list[str], others: list[str]) -> list[list[str]]:
    return [
        [
            f"{case}, {unit}",
            *(_seconds(middle(runs, part)) if (runs := _of(results, case, name)) else "–" for name in names),
            *(_ratio(results, case, name, part) for name in others),
        ]
        for unit, part in _PARTS.items()
        if _of(results, case, OURS)
    ]


def _ratio(results: Results, case: str, name: str, part: Part) -> str:
    ours, theirs = _of(results, case, OURS), _of(results, case, name)
    return f"{ratio(ours, theirs, part):.2f}" if ours and theirs else "–"


def _memory_row(results: Results, names: list[str], others: list[str]) -> list[str]:
    peaks = results.memory
    ratios = (f"{peaks[OURS] / peaks[name]:.2f}" for name in others)
    return ["cold, peak of memory", *(_mib(peaks[name]) for name in names), *ratios]


def _largest_row(results: Results, names: list[str], others: list[str]) -> list[str]:
    peaks = {name: max(run.largest for run in _of(results, COLD, name)) for name in names}
    ratios = (f"{peaks[OURS] / peaks[name]:.2f}" for name in others)
    return ["cold, largest process", *(_mib(peaks[name]) for name in names), *ratios]


def _of(results: Results, case: str, name: str) -> list[Run]:
    return results.runs.get((case, name), [])


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def _mib(value: float) -> str:
    return f"{value / _MIB:,.0f} MiB"


def _kib(value: float) -> str:
    return f"{value / 1024:.1f} KiB"
