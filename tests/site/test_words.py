"""Every word of the interface comes from the theme's catalogue, so that a site can speak any language."""

import re
import shutil
from collections.abc import Iterable
from html.parser import HTMLParser

import pytest

from generator.content.catalogue import parse_catalogue
from generator.model.vocabulary import EDUCATION, EMPLOYMENT, LEVEL, PAY_PERIOD, REMOTE
from generator.pages import urls
from tests.builders import DAY, write_site
from tests.sample import ROOT, Built, build_in_memory

_POSTING = """---
title: TTT
category: CCC / DDD
location: [AAA, "BBB, Germany"]
remote: hybrid
remote_from: Germany
employment: [full-time, internship]
salary: EUR 60,000 - 70,000 per year
posted: 2026-03-02
closes: {closes}
apply: {apply}
status: {status}
team: EEE
level: senior
skills: [FFF]
languages: [GGG]
hours: 40
start: HHH
positions: 2
education: high school
experience: 36
requisition: III
company: JJJ
term: 12 months
contact: KKK <a@b.example>
---
## LLL

MMM
"""
_OFFICE = "---\ntitle: AAA\nplace: AAA, Germany\naddress: {street: NNN}\n---\nMMM\n"
_ARTICLE = "---\ntitle: OOO\ndate: 2026-01-01\nauthor: PPP\ncategories: CCC\nlocations: AAA\n---\nMMM\n"
_SITE = """name: QQQ
url: https://careers.example.com
open_application: https://apply.example.com
adjustments: RRR <b@c.example>
footer: {groups: [{title: SSS, links: [{title: SSS, to: /jobs/}]}], copyright: SSS}
theme: own
"""
# What Babel and the content itself bring in.
_KNOWN = {
    "Germany",
    "January",
    "February",
    "March",
    "April",
    "https",
    "careers",
    "example",
    "com",
    "jobs",
    "mailto",
}


@pytest.fixture(scope="module")
def mute(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site whose content is in capitals, in the default theme with every word replaced by a sign."""
    folder = tmp_path_factory.mktemp("mute")
    theme = folder / "themes/own"
    shutil.copytree(ROOT / "themes/default", theme)
    words, problems = parse_catalogue("en.yaml", (theme / "words/en.yaml").read_bytes())
    assert not problems
    theme.joinpath("words/en.yaml").write_text("".join(f'{code}: "§"\n' for code in words), "utf-8")
    many = {
        f"postings/many-{i}.md": _POSTING.format(closes="", apply="a@b.example", status="")
        for i in range(101)
    }
    one = {"closes": "2026-03-20", "apply": "https://a.example", "status": ""}
    files = {
        "postings/soon.md": _POSTING.format(**one),
        "postings/gone.md": _POSTING.format(**{**one, "status": "filled"}),
        "postings/late.md": _POSTING.format(**{**one, "closes": "2026-03-10"}),
        "postings/held.md": _POSTING.format(**{**one, "status": "on-hold"}),
        "locations/aaa.md": _OFFICE,
        "articles/ooo.md": _ARTICLE,
        "pages/none.md": "---\ntitle: UUU\njobs: {team: nobody}\n---\nMMM\n",
    }
    return build_in_memory(write_site(folder, {**files, **many}, _SITE), DAY)


class _Words(HTMLParser):
    """Gathers what people see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        heard = {"aria-label", "alt", "title", "placeholder"} | (
            {"content"} if ("name", "description") in attrs else set()
        )
        self.heard += [value for name, value in attrs if name in heard and value]
        self._in_data = ("type", "application/ld+json") in attrs

    def handle_data(self, data: str) -> None:
        if not self._in_data:  # which machines read, in the words of schema.org
            self.heard.append(data)


def test_no_word_stands_in_a_template(mute: Built) -> None:
    assert mute.report.written, mute.report.diagnostics
    for path, data in mute.files.items():
        if path.endswith(".html"):
            reader = _Words()
            reader.feed(data.decode())
            words = {w for text in reader.heard for w in re.findall(r"[A-Za-z]*[a-z]{2,}[A-Za-z]*", text)}
            slugs = {part for w in re.findall(r"/jobs/([a-z0-9-]+)/", data.decode()) for part in w.split("-")}
            assert words - _KNOWN - slugs == set(), path


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("employment", EMPLOYMENT.words),
        ("remote", [word for word in REMOTE.words if word != "no"]),
        ("level", LEVEL.words),
        ("education", EDUCATION.words),
        ("pay", PAY_PERIOD.words),
        ("nav", urls.SECTIONS),
    ],
)
def test_catalogue_has_every_word_of_the_vocabularies(family: str, words: Iterable[str]) -> None:
    catalogue, _ = parse_catalogue("en.yaml", (ROOT / "themes/default/words/en.yaml").read_bytes())
    assert [word for word in words if f"{family}.{word.replace(' ', '-')}" not in catalogue] == []
