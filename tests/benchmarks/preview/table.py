"""What was measured of previews, as a Markdown table with our goals."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks.preview.measuring import Measured
from tests.benchmarks.preview.readers import READERS
from tests.benchmarks.preview.saves import BODY, TITLE
from tests.benchmarks.preview.starts import COLD, WARM
from tests.benchmarks.preview.storm import Storm
from tests.benchmarks.tables import table
from tests.benchmarks.tools import OURS

_HUGO = "Hugo"
_HEAD = ["", OURS, _HUGO, f"{OURS} / {_HUGO}", "goal", "verdict"]
_MIB = 1024 * 1024

# Seconds at most.
_START_GOALS = {(1000, COLD): 2.0, (1000, WARM): 0.6, (10_000, WARM): 1.5}
_SAVE_GOALS = {(1000, BODY): 0.12, (10_000, BODY): 0.25}
# At most so much of what the other takes.
_RATIO_GOALS = {(10_000, BODY): 0.15}
# Bytes at most, beside what the preview takes before.
_MEMORY_GOAL = 100 * _MIB


def preview_table(measured: Sequence[Measured]) -> str:
    """All sizes: starts, saves and the storm, each with its goal and whether it was held."""
    rows = (row for one in measured for rows in (_starts(one), _saves(one), _storm(one)) for row in rows)
    return table(_HEAD, rows)


def verdict(*held: bool) -> str:
    """The word for a goal that was met or wasn't, empty without a goal."""
    return ("held" if all(held) else "missed") if held else ""


def _starts(one: Measured) -> Iterator[list[str]]:
    for state in (COLD, WARM):
        ours, theirs = one.starts[OURS, state], one.starts.get((_HUGO, COLD), [])
        pages, others = [start.page for start in ours], [start.page for start in theirs]
        goal = _START_GOALS.get((one.size, state))
        name = f"{one.size:,}: start, {state}, to the first page"
        yield _line(name, pages, others, goal, None)
        yield _line(f"{one.size:,}: start, {state}, to any answer", [start.answer for start in ours])


def _saves(one: Measured) -> Iterator[list[str]]:
    for case in (BODY, TITLE):
        taken, key = one.saves[case], (one.size, case)
        name = f"{one.size:,}: {case}, to the page that shows it"
        yield _line(name, taken[OURS], taken.get(_HUGO, []), _SAVE_GOALS.get(key), _RATIO_GOALS.get(key))


def _line(
    name: str,
    ours: Sequence[float],
    theirs: Sequence[float] = (),
    most: float | None = None,
    share: float | None = None,
) -> list[str]:
    """A row of medians, and the median of the ratios of rounds."""
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True)) if theirs else 0
    goals = [f"{_seconds(most)}"] if most else []
    held = [median(ours) <= most] if most else []
    if share:
        goals, held = [*goals, f"{share:.2f} of {_HUGO}"], [*held, bool(theirs) and ratio <= share]
    return [
        name,
        _seconds(median(ours)),
        _seconds(median(theirs)) if theirs else "",
        f"{ratio:.2f}" if theirs else "",
        ", ".join(goals),
        verdict(*held),
    ]


def _storm(one: Measured) -> Iterator[list[str]]:
    reading, size = one.storm.reading, f"{one.size:,}"
    failed = reading.faults.total()
    head = f"{size}: {READERS} readers in a storm of saves"
    yield [f"{head}, answers", f"{reading.answers:,}", "", "", "", ""]
    yield [f"{head}, failures", f"{failed:,}", "", "", "0", verdict(failed == 0)]
    yield [f"{head}, median answer", _seconds(reading.median), "", "", "", ""]
    yield [f"{head}, slowest answer", _seconds(reading.slowest), "", "", "", ""]
    yield _memory(head, one.storm)


def _memory(head: str, storm: Storm) -> list[str]:
    before, peak, after = (f"{value / _MIB:,.0f}" for value in (storm.before, storm.peak, storm.after))
    figures = f"{before}, {peak}, {after} MiB"
    is_held = storm.peak - storm.before <= _MEMORY_GOAL
    return [f"{head}, memory before, at most, after", figures, "", "", "+100 MiB", verdict(is_held)]


def _seconds(value: float) -> str:
    """Three figures at most, which is what a median of a few rounds is good for."""
    if value < 1:
        return f"{value * 1000:.0f} ms"
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"
