"""How long an import of 500 jobs takes, the first time and when nothing has changed."""

import sys
from pathlib import Path
from statistics import median

from tests.benchmarks.processes import Command, timed
from tests.benchmarks.tables import table
from tests.importers.fixtures.large import large_board

_OPENINGS = str(Path(sys.executable).parent / "openings")
_JOBS = 500
_CONFIG = "name: Harbour Works\nurl: https://careers.example.com\n"


def import_table(rounds: int, folder: Path) -> str:
    """Each round on a site of its own, both cases in turn."""
    board = folder / "board.json"
    board.write_bytes(large_board(_JOBS))
    command = (_OPENINGS, "import", "greenhouse", str(board))
    times: dict[str, list[float]] = {"all new": [], "nothing changed": []}
    for number in range(rounds):
        site = folder / f"import-{number}"
        (site / "content").mkdir(parents=True)
        (site / "content/site.yaml").write_text(_CONFIG, "utf-8")
        for taken in times.values():
            taken.append(timed(Command(command, site)).wall)
    rows = [[name, f"{median(taken):.2f} s"] for name, taken in times.items()]
    return table([f"`openings import` of {_JOBS} jobs", "wall"], rows)
