"""The runs: every generator in turn, case by case, on one corpus."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from tests.benchmarks import edits
from tests.benchmarks.corpus.records import Corpus
from tests.benchmarks.processes import Run, peak_memory, timed
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tools import Tool

COLD = "cold"
UNCHANGED = "nothing changed"
_EDITS: dict[str, edits.Edit] = {
    "one body edited": edits.edit_body,
    "one posting retitled": edits.retitle,
    "a category renamed": edits.rename_category,
}
TEMPLATE = "a template of the theme edited"
CASES = (COLD, UNCHANGED, *_EDITS, TEMPLATE)


@dataclass(frozen=True, slots=True)
class Pages:
    """What a generator wrote: how many pages, and the mean size of those of jobs."""

    count: int
    job_bytes: float


@dataclass(slots=True)
class Results:
    """All that was measured at one size."""

    size: int
    runs: dict[tuple[str, str], list[Run]] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    pages: dict[str, Pages] = field(default_factory=dict)

    def add(self, case: str, tool: str, run: Run) -> None:
        """Takes one more run."""
        self.runs.setdefault((case, tool), []).append(run)


class Site:
    """One generator's site on disk: written, edited and built."""

    def __init__(self, tool: Tool, corpus: Corpus, folder: Path) -> None:
        self.tool = tool
        self._corpus = corpus
        self._theme = tool.theme()
        self._folder = folder / "site"
        self._outputs = folder / "outputs"
        self._outputs.mkdir(parents=True)
        self._texts: dict[str, str] = {}
        self._write()
        if tool.node_modules:
            (self._folder / "node_modules").symlink_to(tool.node_modules)

    def prepare(self) -> tuple[int, Pages]:
        """Builds for the first time, to be built again later: its peak of memory, and what was written."""
        memory = peak_memory(self.tool.build(self._folder, self._warm, True))
        if self.tool.again:
            timed(self.tool.build(self._folder, self._warm, False))
        return memory, _pages(self._warm)

    def cold(self, number: int) -> Run:
        """A build without cache into a folder that isn't there; what was cached before is put back."""
        cache, aside = self._folder / (self.tool.cache or ".none"), self._folder.parent / "cache-aside"
        if cache.exists():
            cache.rename(aside)
        run = timed(self.tool.build(self._folder, self._outputs / f"cold-{number}", True))
        if aside.exists():
            if cache.exists():
                cache.rename(self._outputs / f"cache-{number}")
            aside.rename(cache)
        return run

    def again(self, number: int) -> Run:
        """A build after nothing has changed."""
        return timed(self.tool.build(self._folder, self._warm, False))

    def after(self, edit: edits.Edit, number: int) -> Run:
        """A build after an edit of the content."""
        self._corpus, sign = edit(self._corpus, number)
        self._write()
        return self._built(sign)

    def after_template(self, number: int) -> Run:
        """A build after an edit of the job page's template."""
        name = self.tool.job_template
        self._theme[name] = edits.edit_template(self._theme[name], number)
        self._write()
        return self._built(edits.Sign(edits.first_job(self._corpus), edits.template_mark(number)))

    @property
    def _warm(self) -> Path:
        return self._outputs / "warm"

    def _write(self) -> None:
        texts = {**self.tool.files(self._corpus), **self._theme}
        if not write_changes(self._texts, texts, self._folder):
            raise AssertionError(f"{self.tool.name}: the edit changed no file")
        self._texts = texts

    def _built(self, sign: edits.Sign) -> Run:
        """The build, once the output is seen to have taken the edit in."""
        page = self._warm / sign.page
        if page.exists() and sign.text in page.read_text("utf-8"):
            raise AssertionError(f"{self.tool.name}: {sign.page} holds {sign.text!r} before the build")
        run = self.again(0)
        if sign.text not in page.read_text("utf-8"):
            raise AssertionError(f"{self.tool.name}: {sign.page} lacks {sign.text!r} after the build")
        return run


def measure(
    sites: Sequence[Site], size: int, rounds: int, patience: float, tell: Callable[[str], None]
) -> Results:
    """All cases for all sites; a generator slower than `patience` seconds has one round of the first two."""
    results = Results(size)
    for site in sites:
        tell(f"{size:,}: first build of {site.tool.name}")
        results.memory[site.tool.name], results.pages[site.tool.name] = site.prepare()
    slow: set[str] = set()
    for case in CASES:
        for number in range(1, rounds + 1):
            for site in _turned(sites, number):
                if site.tool.name in slow and (number > 1 or case not in (COLD, UNCHANGED)):
                    continue
                tell(f"{size:,}: {case}, round {number}, {site.tool.name}")
                run = _run(site, case, number)
                results.add(case, site.tool.name, run)
                if case == COLD and run.wall > patience:
                    slow.add(site.tool.name)
    return results


def _turned(sites: Sequence[Site], number: int) -> Iterator[Site]:
    """The sites in turn, each round begun by another."""
    start = number % len(sites)
    yield from (*sites[start:], *sites[:start])


def _run(site: Site, case: str, number: int) -> Run:
    if case == COLD:
        return site.cold(number)
    if case == UNCHANGED:
        return site.again(number)
    if case == TEMPLATE:
        return site.after_template(number)
    return site.after(_EDITS[case], number)


def _pages(output: Path) -> Pages:
    jobs = [path.stat().st_size for path in output.glob("jobs/*/index.html") if _is_job(path.parent.name)]
    return Pages(sum(1 for _ in output.rglob("*.html")), mean(jobs))


def _is_job(folder: str) -> bool:
    return re.search(r"-\d{5}$", folder) is not None
