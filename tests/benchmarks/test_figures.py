import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.benchmarks.chart import chart
from tests.benchmarks.page import PAGE, with_figures
from tests.benchmarks.processes import Command, Run, peak_memory, timed
from tests.benchmarks.ratios import middle, ratio
from tests.benchmarks.series import CASES, COLD, UNCHANGED, Pages, Results
from tests.benchmarks.tables import size_table


def _runs(*walls: float) -> list[Run]:
    return [Run(wall, wall * 2, 1024 * 1024) for wall in walls]


def test_ratio_is_the_median_of_the_rounds() -> None:
    ours, theirs = _runs(1, 4, 3), _runs(2, 4, 12)
    assert ratio(ours, theirs, lambda run: run.wall) == 0.5
    assert middle(ours, lambda run: run.cpu) == 6


def test_round_that_one_of_them_lacks_does_not_count() -> None:
    assert ratio(_runs(1, 100, 100), _runs(2), lambda run: run.wall) == 0.5


def test_table_leaves_open_what_was_not_measured() -> None:
    results = Results(100)
    for name, walls in {"Openings": (1.0, 3.0), "Hugo": (2.0, 2.0)}.items():
        results.memory[name], results.pages[name] = 50 * 1024 * 1024, Pages(120, 14336)
        for wall in walls:
            results.add(COLD, name, *_runs(wall))
    results.add(UNCHANGED, "Openings", *_runs(0.25))
    lines = size_table(results).splitlines()
    assert lines[0] == "|  | Openings | Hugo | Openings / Hugo |"
    assert lines[2] == f"| {COLD}, wall | 2.00 s | 2.00 s | 1.00 |"
    assert lines[4] == f"| {UNCHANGED}, wall | 0.25 s | – | – |"
    assert "| mean page of a job | 14.0 KiB | 14.0 KiB |  |" in lines
    assert not any(CASES[-1] in line for line in lines)


def test_figures_replace_those_between_the_marks_alone() -> None:
    text = PAGE.read_text("utf-8")
    once = with_figures(text, "| first |")
    assert with_figures(once, "| second |") == once.replace("| first |", "| second |")
    assert with_figures(once, "| first |") == once
    with pytest.raises(ValueError, match="lacks"):
        with_figures("a page without marks", "| figures |")


def test_chart_is_well_formed_and_says_its_figures_in_words() -> None:
    drawing = ElementTree.fromstring(
        chart("Build & wait", {"cold": {"Openings": 1.5, "Hugo": 3.0}}, "Openings")
    )
    name = "{http://www.w3.org/2000/svg}"
    assert drawing.findtext(f"{name}title") == "Build & wait"
    assert drawing.findtext(f"{name}desc") == "cold: Openings 1.50 s, Hugo 3.00 s"
    widths = [float(bar.get("width", "0")) for bar in drawing.iter(f"{name}rect")]
    assert widths[1] == pytest.approx(2 * widths[0])


def test_processor_time_and_memory_include_what_a_command_starts(tmp_path: Path) -> None:
    child = "import time; data = bytearray(40_000_000); [n * n for n in range(2_000_000)]; time.sleep(0.4)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    command = Command((sys.executable, "-c", parent), tmp_path)
    run = timed(command)
    assert run.wall > 0.4
    assert run.cpu > 0.05
    assert run.largest > 40_000_000
    assert peak_memory(command) > 40_000_000


def test_failing_build_stops_the_benchmark_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such theme"):
        timed(Command((sys.executable, "-c", "import sys; sys.exit('no such theme')"), tmp_path))
