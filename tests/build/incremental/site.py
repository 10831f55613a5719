"""A small site with everything in it whose change could leave a page behind, and builds of it."""

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.output.sink import MemorySink
from generator.build.pipeline import build
from generator.build.report import Report
from generator.build.source.workspace import open_workspace
from generator.diagnostics.diagnostic import Diagnostic
from tests.sample import ROOT

DAY = date(2026, 3, 16)

CONFIG = """name: Example
url: https://careers.example.com
theme:
  name: own
  accent: "#336699"
include: [benefits]
"""

# What switches pictures for sharing on, with the site's mark on them.
CARDS = "cards: yes\nlogo: mark.svg\n"

# What writes the feeds for job boards.
BOARDS = "feeds: {indeed: {email: a@example.com}, linkedin: {company_id: 7, email: a@example.com}}\n"

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"></svg>'

FILES = {
    "postings/tea-taster.md": "Tea taster|Food / Tea|Leeds, United Kingdom|"
    "closes: 2026-04-15\nsummary: Tastes tea.",
    "postings/tea-buyer.md": "Tea buyer|Food / Tea|Leeds, United Kingdom|skills: [Tea, Talks]",
    "postings/coffee-buyer.md": "Coffee buyer|Food / Coffee|Oslo, Norway|related: [tea-taster]",
    "postings/van-driver.md": "Van driver|Transport|Oslo, Norway|include: [driving]",
    "postings/driver-at-night.md": "Driver at night|Transport|Leeds, United Kingdom|opens: 2026-03-20",
}
TEXTS = {
    "pages/students.md": "---\ntitle: Students\njobs: {category: Food}\n---\n"
    "Do [this](../postings/tea-buyer.md).\n",
    "articles/a-morning.md": "---\ntitle: A morning\ndate: 2026-02-01\ncategories: [Food]\n"
    "jobs: [tea-taster]\n"
    "image: cup.svg\nimage_alt: A cup\n---\nWe [begin early](../pages/students.md).\n",
    "locations/leeds.md": "---\ntitle: Leeds\nplace: Leeds, United Kingdom\n---\nBy the canal.\n",
    "categories/food.md": "---\ntitle: Food\nsummary: Things to eat and drink.\n---\nWe like food.\n",
    "snippets/benefits.md": "---\ntitle: Benefits\n---\nTea is free.\n",
    "snippets/driving.md": "A licence is needed.\n",
    "static/cup.svg": SVG.format(40, 30),
    "static/mark.svg": SVG.format(20, 20),
    "static/notes.txt": "One.\n",
}


# As many words as job boards want.
WORDS = (
    "Words. They say what the work is, whom it is done with, and what somebody should bring to do it well."
)


def posting(title: str, category: str, place: str, more: str = "", words: str = WORDS) -> str:
    """A posting's file."""
    head = [f"title: {title}", f"category: {category}", f"location: {place}", "posted: 2026-03-02"]
    head += ["apply: https://apply.example.com/1", *filter(None, [more])]
    return "\n".join(("---", *head, "---", "", words, ""))


@dataclass
class Folder:
    """The site on disk, the day, and what is asked of each build."""

    root: Path
    day: date = DAY
    drafts: bool = False
    base_url: str = ""
    built: list[str] = field(default_factory=list)

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, path: str, text: str) -> None:
        """Writes a file below content/."""
        target = self.root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def read(self, path: str) -> str:
        return (self.root / "content" / path).read_text("utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Replaces words of a file below content/ that must be there."""
        text = self.read(path)
        assert old in text, (path, old)
        self.write(path, text.replace(old, new, 1))

    def theme(self, path: str) -> Path:
        """A file of the site's own theme."""
        return self.root / "themes/own" / path

    def options(self, cache: bool = True, jobs: int = 0, verify: bool = False) -> Options:
        return Options(
            as_of=self.day, drafts=self.drafts, base_url=self.base_url, cache=cache, jobs=jobs, verify=verify
        )

    def build(self, jobs: int = 0, verify: bool = False) -> Report:
        """A build that may use what former ones left."""
        return build(
            open_workspace(self.root),
            self.options(jobs=jobs, verify=verify),
            DirectorySink(self.output, self.root),
        )

    def clean(self) -> tuple[Report, dict[str, bytes]]:
        """What a build from nothing makes."""
        memory = MemorySink()
        report = build(open_workspace(self.root), self.options(cache=False, jobs=1), memory)
        return report, dict(memory.files)

    def tree(self) -> dict[str, bytes]:
        """The output as it is."""
        files = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in files}

    def assert_clean(self, report: Report) -> None:
        """The output and what was said are those of a build from nothing."""
        expected, files = self.clean()
        found = self.tree()
        assert found.keys() == files.keys()
        assert [path for path in files if found[path] != files[path]] == []
        assert told(report) == told(expected)
        assert report.summary == expected.summary


def told(report: Report) -> list[Diagnostic]:
    """What was said of the site, and not of the cache or the records."""
    return [
        problem
        for problem in report.diagnostics
        if problem.code.name not in ("cache-rebuilt", "records-lost")
    ]


def make_folder(root: Path) -> Folder:
    """The site of this module."""
    folder = Folder(root)
    folder.write("site.yaml", CONFIG)
    for path, parts in FILES.items():
        folder.write(path, posting(*parts.split("|")))
    for path, text in TEXTS.items():
        folder.write(path, text)
    shutil.copytree(ROOT / "themes/default", root / "themes/own")
    return folder
