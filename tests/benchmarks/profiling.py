"""Where a cold build spends its time: the profile of one process, by room and by function."""

import pstats
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.corpus.records import AS_OF
from tests.benchmarks.processes import Command, timed
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tables import table
from tests.benchmarks.tools import Tool

_ROOM = re.compile(r"/generator/(\w+)/")
_LIBRARY = re.compile(r"/site-packages/(\w+)/")
_ADDRESS = re.compile(r" at 0x\w+")
_BUILT_IN = "~"
_TOP = 15


@dataclass(frozen=True, slots=True)
class Cost:
    """A function's own seconds, without those of what it calls."""

    place: str
    function: str
    calls: int
    seconds: float


# A file, a line and a name: how the profiler names a function.
Function = tuple[str, int, str]


def profile_tables(tool: Tool, size: int, folder: Path) -> str:
    """Own time by room and library, and the functions that took most of it."""
    stats = _profile(tool, size, folder)
    total = sum(own for _, _, own, _, _ in stats.values())
    by_place = [[place, f"{own / total:.0%}"] for place, own in _places(stats) if own / total > 0.005]
    by_function = [
        [f"`{cost.function}`", cost.place, f"{cost.calls:,}", f"{cost.seconds / total:.1%}"]
        for cost in sorted(_costs(stats), key=lambda cost: -cost.seconds)[:_TOP]
    ]
    head = ["function", "where", "calls", "own time"]
    return f"{table(['room or library', 'own time'], by_place)}\n\n{table(head, by_function)}"


def _profile(tool: Tool, size: int, folder: Path) -> dict[Function, Any]:
    site, record = folder / "site", folder / "profile"
    write_changes({}, tool.files(corpus(size)) | tool.theme(), site)
    words = (sys.executable, "-m", "cProfile", "-o", str(record), "-m", "generator", "-C", str(site))
    build = ("build", "--as-of", AS_OF.isoformat(), "--jobs", "1", "--output", str(folder / "output"))
    timed(Command((*words, *build), Path.cwd()))
    stats: dict[Function, Any] = pstats.Stats(str(record)).stats  # type: ignore[attr-defined]
    return stats


def _costs(stats: dict[Function, Any]) -> list[Cost]:
    return [
        Cost(_module(function), _ADDRESS.sub("", function[2].strip("<>")), calls, own)
        for function, (_, calls, own, _, _) in stats.items()
    ]


def _places(stats: dict[Function, Any]) -> list[tuple[str, float]]:
    """Own time by room or library, the most first; what is built into Python counts for its callers."""
    places: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, callers) in stats.items():
        if function[0] == _BUILT_IN and callers:
            for caller, (_, _, part, _) in callers.items():
                places[_place(caller)] += part
        else:
            places[_place(function)] += own
    return sorted(places.items(), key=lambda place: -place[1])


def _place(function: Function) -> str:
    return _module(function).partition("/")[0]


def _module(function: Function) -> str:
    """The room and module of a function of ours, else the library's name."""
    file = function[0]
    if room := _ROOM.search(file):
        return f"{room[1]}/{file.rpartition(f'/{room[1]}/')[2]}"
    if library := _LIBRARY.search(file):
        return library[1]
    if file.startswith("<template") or "/templates/" in file:
        return "templates"
    return "Python" if file == _BUILT_IN else f"Python/{Path(file).stem.strip('<>')}"
