"""A folder that was built some time ago, judged as it is today."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.build.output.folder import FolderFiles, sizes_of
from generator.build.source.clock import build_day
from generator.build.source.workspace import Workspace
from generator.checks.host_problems import has_known_host, size_problems
from generator.checks.html_facts import read_html
from generator.checks.output import output_problems
from generator.content.site_config import parse_config
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, has_errors, in_order
from generator.model.files import SITE_FILE
from generator.model.site_config import SiteConfig
from generator.model.time_zones import zone_of
from generator.pages import urls

_HOME = urls.file_of(urls.HOME)


class Reread(Struct, frozen=True):
    """How many pages there are in a built folder, and what is wrong with them."""

    pages: int
    diagnostics: tuple[Diagnostic, ...]


def reread(workspace: Workspace, folder: Path, as_of: date | None, environment: Mapping[str, str]) -> Reread:
    """What is wrong with the files of a built folder; OpeningsError where no site was built there."""
    config = _config(workspace)
    today = build_day(as_of, environment, config.time_zone)
    try:
        return _judged(FolderFiles(dict(_files(folder))), folder, config, today)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise OpeningsError(f"`{error.filename}` can't be read: {why}", "check who may read there") from error


def _judged(files: Mapping[str, bytes], folder: Path, config: SiteConfig, today: date) -> Reread:
    if _HOME not in files:
        raise OpeningsError(
            f"there is no built site in `{folder}`: {_HOME} is missing",
            "name the folder that `openings build` wrote, by default output/",
        )
    url = read_html(files[_HOME]).canonical.rstrip("/") or config.url
    problems = list(output_problems(files, url, today, zone_of(config.time_zone)))
    if has_known_host(config):
        problems += size_problems(sizes_of(files), config)
    return Reread(sum(path.endswith(".html") for path in files), in_order(problems))


def _config(workspace: Workspace) -> SiteConfig:
    parsed = parse_config(SITE_FILE, workspace.read(SITE_FILE))
    if parsed.document is None or has_errors(parsed.diagnostics):
        raise OpeningsError(f"{SITE_FILE} can't be read", "`openings check` says what is wrong with it", 1)
    return parsed.document


def _files(folder: Path) -> list[tuple[str, Path]]:
    """The files below a folder by their paths there, but for those that a build under way has waiting."""
    found = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return [(name, path) for name, path in sorted(found) if not name.startswith(urls.STAGING)]
