"""Measures our builds against other generators' on one machine in one run: `make bench`.

`python -m tests.benchmarks.run --sizes 1000 --rounds 3 --against hugo` runs a part of it and only prints.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.chart import chart
from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.install import Programs, install, versions
from tests.benchmarks.page import CHART, PREVIEW, PUBLISHING, write_figures
from tests.benchmarks.preview.measuring import measure_previews
from tests.benchmarks.preview.servers import previews
from tests.benchmarks.preview.table import preview_table
from tests.benchmarks.profiling import profile_tables
from tests.benchmarks.publishing.measuring import measure_imports, measure_publishing
from tests.benchmarks.publishing.table import publishing_table
from tests.benchmarks.ratios import middle
from tests.benchmarks.series import CASES, COLD, UNCHANGED, Results, Site, measure
from tests.benchmarks.startup import startup_table
from tests.benchmarks.tables import size_table
from tests.benchmarks.tools import OURS, Tool, tools

_ROUNDS = {100: 7, 1000: 5}
_BUILDS = ("compare", "startup", "profile")
_PREVIEW, _PUBLISHING = "preview", "publishing"
_ALL = (*_BUILDS, _PREVIEW, _PUBLISHING)
# Smaller sites are sent and compared before anybody looks up.
_LEAST_PUBLISHED = 1000


def main() -> None:
    """Runs the parts that are asked for, prints their tables, and writes the page where that is asked for."""
    options = _options()
    programs = install()
    chosen = _chosen(tools(programs), options.against)
    with TemporaryDirectory(prefix="bench-", dir=options.folder) as folder:
        if set(options.parts) & set(_BUILDS):
            _builds(chosen, Path(folder), options)
        if _PREVIEW in options.parts:
            _previews(chosen, programs, Path(folder), options)
        if _PUBLISHING in options.parts:
            _publishing(chosen, programs, Path(folder), options)


def _builds(chosen: Sequence[Tool], folder: Path, options: Namespace) -> None:
    figures = [_heading(chosen)]
    measured: list[Results] = []
    if "compare" in options.parts:
        measured = [_compare(chosen, size, folder, options) for size in options.sizes]
        figures += [f"### {results.size:,} postings\n\n{size_table(results)}" for results in measured]
    if "startup" in options.parts:
        figures.append(f"### Start\n\n{startup_table(options.rounds or 7, folder)}")
    if "profile" in options.parts:
        profile = profile_tables(chosen[0], 1000, folder / "profile")
        figures.append(f"### Profile of a cold build\n\n{profile}")
    print("\n\n".join(figures))
    if options.write:
        write_figures("\n\n".join(figures))
        CHART.write_text(_chart(measured[-1]), "utf-8")


def _previews(chosen: Sequence[Tool], programs: Programs, folder: Path, options: Namespace) -> None:
    serves = previews(programs)
    measured = [
        measure_previews(chosen, serves, size, folder, options.rounds, _tell) for size in options.sizes
    ]
    heading = _heading([tool for tool in chosen if tool.name in serves])
    figures = f"{heading}\n\n{preview_table(measured)}"
    print(figures)
    if options.write:
        write_figures(figures, PREVIEW)


def _publishing(chosen: Sequence[Tool], programs: Programs, folder: Path, options: Namespace) -> None:
    sizes = [size for size in options.sizes if size >= _LEAST_PUBLISHED]
    measured = [measure_publishing(programs, size, folder, options.rounds, _tell) for size in sizes]
    imports = measure_imports(programs, folder, options.rounds, _tell)
    figures = f"{_heading(chosen[:1])}\n\n{publishing_table(measured, imports)}"
    print(figures)
    if options.write:
        write_figures(figures, PUBLISHING)


def _options() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000], metavar="N")
    parser.add_argument("--rounds", type=int, help="default: 7 at 100, 5 at 1,000, 3 above")
    parser.add_argument("--against", nargs="*", default=["hugo", "pelican", "eleventy"], metavar="NAME")
    parser.add_argument("--parts", nargs="+", choices=_ALL, default=list(_ALL))
    parser.add_argument(
        "--patience", type=float, default=25, help="a slower cold build is run once (seconds)"
    )
    parser.add_argument("--folder", type=Path, help="where the sites are made; default: a temporary folder")
    parser.add_argument("--write", action="store_true", help="write the figures of docs/performance.md")
    options = parser.parse_args()
    if options.write and set(options.parts) & set(_BUILDS) and "compare" not in options.parts:
        parser.error("--write needs the part `compare` beside others of builds")
    return options


def _chosen(available: Sequence[Tool], against: Sequence[str]) -> list[Tool]:
    wanted = {OURS.lower(), *(name.lower() for name in against)}
    missing = wanted - {tool.name.lower() for tool in available}
    if missing:
        print(f"left out, as it can't be had here: {', '.join(sorted(missing))}", file=sys.stderr)
    return [tool for tool in available if tool.name.lower() in wanted]


def _compare(chosen: Sequence[Tool], size: int, folder: Path, options: Namespace) -> Results:
    """One size in a folder of its own, whose deletion weighs on no measurement of that size."""
    made = corpus(size)
    with TemporaryDirectory(dir=folder) as own:
        sites = [Site(tool, made, Path(own) / tool.name.lower()) for tool in chosen]
        rounds = options.rounds or _ROUNDS.get(size, 3)
        return measure(sites, size, rounds, options.patience, _tell)


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _heading(chosen: Sequence[Tool]) -> str:
    known = versions()
    named = ", ".join(f"{tool.name} {known[tool.name]}" for tool in chosen)
    return f"Measured on {date.today()} with {named}; Python {known['Python']}, {os.cpu_count()} cores."


def _chart(results: Results) -> str:
    shown = (COLD, UNCHANGED, CASES[2])
    groups = {
        case: {
            name: middle(runs, lambda run: run.wall)
            for name in results.memory
            if (runs := results.runs.get((case, name)))
        }
        for case in shown
    }
    return chart(f"Seconds to build {results.size:,} postings", groups, OURS)


if __name__ == "__main__":
    main()
