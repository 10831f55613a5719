"""Measures built sites against what we promise of their pages: `make audit`.

`python -m tests.audit.run --parts weight privacy --sites sample` runs a part of it and only prints.
With a miss the exit code is 1.
"""

import json
import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests.audit.accessibility import AXE, accessibility
from tests.audit.browsing import chromium
from tests.audit.lighthouse import PROGRAM, lighthouse
from tests.audit.privacy import privacy
from tests.audit.report import as_json, tables, with_figures
from tests.audit.rows import Chapter, Row, exit_code
from tests.audit.scriptless import scriptless
from tests.audit.search_speed import search_speed
from tests.audit.sites import AuditedSite, audited, write_generated, write_sample
from tests.audit.weight import weight
from tests.conftest import find_chromium
from tests.sample import ROOT

PAGE = ROOT / "docs" / "audit.md"
_JSON = ROOT / ".audit" / "report.json"
_PACKAGES = (PROGRAM.parents[1] / "package.json", AXE.with_name("package.json"))

_SITES: Mapping[str, Callable[[Path], None]] = {
    "sample": write_sample,
    "thousand": lambda folder: write_generated(folder, 1_000),
}
_LARGE = ("ten-thousand", lambda folder: write_generated(folder, 10_000))
_NAMES = {"sample": "the sample", "thousand": "1,000 postings", "ten-thousand": "10,000 postings"}
_IN_BROWSER: Mapping[str, Callable[[AuditedSite, Browser], tuple[Row, ...]]] = {
    "accessibility": accessibility,
    "weight": weight,
    "privacy": privacy,
    "scriptless": scriptless,
}
_LIGHTHOUSE, _SEARCH = "lighthouse", "search"
_PARTS = (_LIGHTHOUSE, *_IN_BROWSER, _SEARCH)
_TITLES = {
    _LIGHTHOUSE: "Lighthouse",
    "accessibility": "Accessibility",
    "weight": "Weight of the heaviest posting",
    "privacy": "Privacy",
    "scriptless": "Without script",
    _SEARCH: "Search",
}


def main() -> int:
    """Runs the parts that are asked for, prints and stores the report, and returns the exit code."""
    options = _options()
    _need()
    chapters: list[Chapter] = []
    for chapter in _chapters(options):
        missed = sum(not row.is_passed for row in chapter.rows)
        print(f"{chapter.title}: {len(chapter.rows)} measured, {missed} missed", file=sys.stderr)
        chapters.append(chapter)
    figures = f"{_heading()}\n\n{tables(chapters)}"
    print(figures)
    _JSON.parent.mkdir(exist_ok=True)
    _JSON.write_text(as_json(chapters), "utf-8")
    if options.write:
        PAGE.write_text(with_figures(PAGE.read_text("utf-8"), figures), "utf-8")
    return exit_code(chapters)


def _options() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--parts", nargs="+", choices=_PARTS, default=list(_PARTS))
    parser.add_argument("--sites", nargs="+", choices=list(_SITES), default=list(_SITES))
    parser.add_argument("--write", action="store_true", help="write the figures of docs/audit.md")
    options = parser.parse_args()
    if options.write and (set(options.parts) != set(_PARTS) or set(options.sites) != set(_SITES)):
        parser.error("--write needs all parts and sites")
    return options


def _heading() -> str:
    chromium_version = subprocess.run(
        (find_chromium() or "", "--version"), capture_output=True, text=True, check=True
    ).stdout
    known = " ".join(chromium_version.split()[:2])
    named = (f"{file.parent.name} {json.loads(file.read_text('utf-8'))['version']}" for file in _PACKAGES)
    return f"Measured on {date.today()} with {', '.join((known, *named))}; {os.cpu_count()} cores."


def _need() -> None:
    """Stops with the command that installs what is missing."""
    if not find_chromium():
        sys.exit("Chromium is missing: apt-get install -y chromium")
    if not all(file.is_file() for file in _PACKAGES):
        sys.exit("axe-core or Lighthouse is missing: `make audit` installs both with npm")


def _chapters(options: Namespace) -> Iterator[Chapter]:
    with TemporaryDirectory(prefix="audit-") as folder, ExitStack() as stack:
        sites = [stack.enter_context(_built(name, _SITES[name], Path(folder))) for name in options.sites]
        if _LIGHTHOUSE in options.parts:  # while no other browser takes its share of the processors
            yield from (_chapter(_LIGHTHOUSE, site, lighthouse(site)) for site in sites)
        large = [stack.enter_context(_built(*_LARGE, Path(folder)))] if _SEARCH in options.parts else []
        with chromium() as browser:
            for part in (part for part in _IN_BROWSER if part in options.parts):
                yield from (_chapter(part, site, _IN_BROWSER[part](site, browser)) for site in sites)
            yield from (_chapter(_SEARCH, site, search_speed(browser, site.address)) for site in large)


def _built(name: str, write: Callable[[Path], None], folder: Path) -> AbstractContextManager[AuditedSite]:
    write(folder / name)
    return audited(name, folder / name)


def _chapter(part: str, site: AuditedSite, rows: tuple[Row, ...]) -> Chapter:
    return Chapter(f"{_TITLES[part]}: {_NAMES[site.name]}", rows)


if __name__ == "__main__":
    sys.exit(main())
