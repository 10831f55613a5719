"""The sample site, built for tests at a fixed day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.options import Options
from generator.build.output.sink import MemorySink
from generator.build.pipeline import build
from generator.build.reading import read_content
from generator.build.relating import relate
from generator.build.report import Report
from generator.build.source.workspace import open_workspace
from generator.build.store.cache_folder import open_cache
from generator.library.site import Site
from generator.pages.assets import Assets

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Built:
    """A report and the files it is about, by their paths below the output."""

    report: Report
    files: dict[str, bytes]


def build_in_memory(site: Path, as_of: date, base_url: str = "") -> Built:
    """The files of a site on a day."""
    sink = MemorySink()
    report = build(open_workspace(site), Options(as_of=as_of, base_url=base_url, cache=False), sink)
    return Built(report, sink.files)


def site_on(folder: Path, as_of: date) -> Site:
    """What a folder's files make together on a day."""
    with open_cache(folder, is_kept=False) as (cache, _):
        content = read_content(open_workspace(folder), Options(), cache)
        assert content.config
        assets = Assets(content.static)
        return relate(content.documents, content.config, as_of, assets, lock=content.lock).site


def write_files(files: dict[str, bytes], folder: Path) -> Path:
    """The files on disk."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
