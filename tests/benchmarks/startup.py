"""How long our commands take on the sample site, beside Python's own start."""

import sys
from pathlib import Path
from statistics import median

from tests.benchmarks.processes import Command, timed
from tests.benchmarks.tables import table
from tests.sample import AS_OF, ROOT

_OPENINGS = str(Path(sys.executable).parent / "openings")


def startup_table(rounds: int, folder: Path) -> str:
    """The commands in turn, so that a busy machine weighs on all alike."""
    day = AS_OF.isoformat()
    output = str(folder / "output")
    commands = {
        "`python -c pass`": (sys.executable, "-c", "pass"),
        "`openings --help`": (_OPENINGS, "--help"),
        "`openings check`": (_OPENINGS, "check", "--as-of", day),
        "`openings build`, nothing changed": (_OPENINGS, "build", "--as-of", day, "--output", output),
    }
    timed(Command(commands["`openings build`, nothing changed"], ROOT))
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, words in commands.items():
            times[name].append(timed(Command(words, ROOT)).wall)
    base = median(times["`python -c pass`"])
    rows = [[name, f"{median(taken):.3f} s", f"{median(taken) / base:.1f}"] for name, taken in times.items()]
    return table(["on the sample site", "wall", "times Python's start"], rows)
