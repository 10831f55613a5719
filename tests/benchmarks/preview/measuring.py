"""All that is measured of previews, at one size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.preview.saves import Saves, saves
from tests.benchmarks.preview.servers import Serve
from tests.benchmarks.preview.sites import Site
from tests.benchmarks.preview.starts import Starts, starts
from tests.benchmarks.preview.storm import Storm, storm
from tests.benchmarks.tools import OURS, Tool

_STARTS, _SAVES = {1000: 5}, {1000: 9}
_OF_LARGE = 3, 7


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out at one size."""

    size: int
    starts: Starts
    saves: Saves
    storm: Storm


def measure_previews(
    chosen: Sequence[Tool],
    serves: dict[str, Serve],
    size: int,
    folder: Path,
    rounds: int | None,
    tell: Callable[[str], None],
) -> Measured:
    """Starts, saves and the storm, of those generators whose preview we know how to start."""
    made = corpus(size)
    with TemporaryDirectory(dir=folder) as own:
        known = [tool for tool in chosen if tool.name in serves]
        sites = [Site(tool, serves[tool.name], made, Path(own) / tool.name) for tool in known]
        tell(f"{size:,}: previews start")
        started = starts(sites, rounds or _STARTS.get(size, _OF_LARGE[0]))
        tell(f"{size:,}: previews see files saved")
        saved = saves(sites, rounds or _SAVES.get(size, _OF_LARGE[1]))
        tell(f"{size:,}: readers and a storm of saves")
        (ours,) = (site for site in sites if site.name == OURS)
        return Measured(size, started, saved, storm(ours))
