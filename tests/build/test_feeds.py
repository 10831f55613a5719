"""Whatever stands in a posting, what is written for programs is sound, and says it."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import feedparser
import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.render.xml import fit
from tests.builders import DAY, SITE, write_site
from tests.sample import ROOT, build_in_memory

BOARDS = "feeds: {indeed: {email: a@example.com}, linkedin: {company_id: 7, email: a@example.com}}\n"
SCHEMA: dict[str, Any] = msgspec.json.decode((ROOT / "docs/jobs.schema.json").read_bytes())

_HEAD = """---
title: {title}
category: {category}
location: ["Lund, Sweden", "Austin, TX, USA"]
summary: {summary}
skills: [{summary}]
posted: 2026-03-02
apply: https://apply.example.com/1
---

{words}
"""
# What front matter can hold: the reader refuses control characters there, not what YAML escapes bring.
_SEEN = (
    *("]]>", "<![CDATA[", "</script>", "<b>", "&", "&amp;", "&lt;", '"', "'", "\\", "{{ 1 }}", "- ", "# "),
    *("\ufffe", "\uffff", "\u2028", "\u200f", "😀", "שלום", "日本", "a", " "),
)
_PIECES = (*_SEEN, "\x00", "\x0b", "\x1f", "\x85", "\n\n", "&#xFFFE;", "&#0;", "    ", "](", "![")
_TITLES = st.lists(st.sampled_from(_SEEN), max_size=12).map("".join)
_SUMMARIES = _TITLES | st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=30)
_WORDS = st.lists(st.sampled_from(_PIECES), max_size=20).map("".join) | st.text(max_size=60)
_FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _built(title: str, summary: str, words: str) -> dict[str, bytes]:
    """The files for programs, by their paths, of a site with one posting."""
    named = {"title": f"a{title}b", "summary": f"a{summary}b", "category": f"a{title}b / c"}
    text = _HEAD.format(words=words, **{name: _quoted(value) for name, value in named.items()})
    with TemporaryDirectory() as folder:
        site = write_site(Path(folder), {"postings/a.md": text}, SITE + BOARDS)
        files = build_in_memory(site, DAY).files
    return {path: data for path, data in files.items() if path.endswith((".xml", ".json"))}


def _quoted(text: str) -> str:
    """The text in YAML, with escapes for what no line can hold."""
    quoted = json.dumps(text, ensure_ascii=False)
    for character in "\u2028\u2029\ufffe\uffff":
        quoted = quoted.replace(character, f"\\u{ord(character):04x}")
    return quoted


def _check(files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".json"):
            json.loads(data)
        else:
            ElementTree.fromstring(data)
        if path.endswith("feed.xml"):
            assert not feedparser.parse(data).bozo, path
    feed = json.loads(files["jobs.json"])
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(feed)] == []


@_FEW
@given(title=_TITLES, summary=_SUMMARIES, words=_WORDS)
@example(title="", summary="]]>", words="a ]]> b\n\n<script>alert(1)</script>\n\n    ]]>")
@example(title="\u200fשלום", summary="😀" * 50, words="\ufffe\uffff\x0b&#xFFFE;&#0;")
def test_any_posting_makes_sound_feeds(title: str, summary: str, words: str) -> None:
    files = _built(title, summary, words)
    _check(files)
    (job,) = json.loads(files["jobs.json"])["jobs"]
    (entry,) = ElementTree.fromstring(files["feed.xml"]).iter("{http://www.w3.org/2005/Atom}entry")
    shown = entry.findtext("{http://www.w3.org/2005/Atom}title") or ""
    assert shown.replace("\r", "\n") == fit(job["title"]).replace("\r\n", "\n").replace("\r", "\n")
    for board in ("indeed", "linkedin"):
        titles = [node.text for node in ElementTree.fromstring(files[f"feeds/{board}.xml"]).iter("title")]
        assert set(titles) <= {shown}


def test_long_posting_makes_sound_feeds() -> None:
    files = _built("", "w " * 2000, "A sentence with ]]> and <b>more</b> & more.\n\n" * 2500)
    assert len(files["feeds/indeed.xml"]) > 200_000
    _check(files)


@pytest.mark.parametrize("base", ["https://example.github.io/careers", "https://careers.example.com"])
def test_every_address_for_programs_is_below_the_site(tmp_path: Path, base: str) -> None:
    write_site(tmp_path, config=SITE + BOARDS)
    files = build_in_memory(tmp_path, DAY, base_url=base).files
    feed = feedparser.parse(files["feed.xml"])
    addresses = [feed.feed.id, feed.feed.link, *(entry.link for entry in feed.entries)]
    addresses += [json.loads(files["jobs.json"])["url"], json.loads(files["jobs.json"])["jobs"][0]["url"]]
    addresses += [node.text or "" for node in ElementTree.fromstring(files["feeds/indeed.xml"]).iter("url")]
    assert all(address.startswith(f"{base}/") for address in addresses)
    assert f"Sitemap: {base}/sitemap.xml".encode() in files["robots.txt"]


def test_feeds_for_job_boards_are_not_written_unasked(tmp_path: Path) -> None:
    files = build_in_memory(write_site(tmp_path), DAY).files
    assert not [path for path in files if path.startswith("feeds/")]
    assert {"feed.xml", "articles/feed.xml", "jobs.json"} <= files.keys()
