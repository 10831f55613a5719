"""Times whole commands, as medians and as ratios to Python's own start in the same run: `make bench`."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.sample import AS_OF, ROOT

_ROUNDS = 7
_OPENINGS = str(Path(sys.executable).parent / "openings")


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return perf_counter() - start


def main() -> None:
    """Runs the commands in turn, so that a busy machine weighs on all alike, and prints a line each."""
    with tempfile.TemporaryDirectory() as folder:
        build = [_OPENINGS, "build", "--as-of", AS_OF.isoformat(), "--output"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "openings --help": [_OPENINGS, "--help"],
            "openings check": [_OPENINGS, "check", "--as-of", AS_OF.isoformat()],
            "openings build, nothing changed": [*build, folder],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        times["openings build, new folder"] = []
        _seconds(commands["openings build, nothing changed"])
        for round_number in range(_ROUNDS):
            for name, command in commands.items():
                times[name].append(_seconds(command))
            times["openings build, new folder"].append(_seconds([*build, f"{folder}/new-{round_number}"]))
    base = median(times["python -c pass"])
    for name, taken in times.items():
        spread = f"{min(taken):.3f}–{max(taken):.3f}"
        print(f"{name:34} {median(taken):6.3f} s  ({spread})  {median(taken) / base:5.1f} x python")


if __name__ == "__main__":
    main()
