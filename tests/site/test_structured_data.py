"""What built sites tell search engines: the sample, a thousand postings, and postings that mean harm."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import nh3
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.checks.output import output_problems
from generator.diagnostics.diagnostic import Severity
from generator.library.site import State
from tests.benchmarks.corpus import records
from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.sites import openings
from tests.benchmarks.sites.files import write_changes
from tests.builders import DAY, SITE, write_site
from tests.sample import AS_OF, ROOT, Built, build_in_memory, site_on

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_URL = "https://careers.larkhollow.example"


def _posting(built: Built, slug: str) -> dict[str, Any]:
    """The JobPosting of a posting's page; empty where it has none."""
    page = built.files[f"jobs/{slug}/index.html"].decode()
    things = (thing for block in _BLOCK.findall(page) for thing in json.loads(block)["@graph"])
    return next((thing for thing in things if thing["@type"] == "JobPosting"), {})


def test_sample_tells_of_its_open_postings_and_of_no_others(sample: Built) -> None:
    for job in site_on(ROOT, AS_OF).jobs:
        if job.has_page:
            assert bool(_posting(sample, job.slug)) == (job.standing.state is State.OPEN), job.slug


@pytest.mark.parametrize("days", [0, 5, 30, 365])
def test_sample_keeps_the_rules_on_any_day(days: int) -> None:
    day = AS_OF + timedelta(days)
    assert list(output_problems(build_in_memory(ROOT, day).files, _URL, day)) == []


def test_pages_that_nobody_built_again_are_found_out(sample: Built) -> None:
    late = AS_OF + timedelta(days=60)
    expired = {p.at.path for p in output_problems(sample.files, _URL, late) if p.at}
    closing = {job.slug for job in site_on(ROOT, AS_OF).open_jobs if (job.posting.closes or late) < late}
    assert closing
    assert expired == {f"jobs/{slug}/index.html" for slug in closing}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of a thousand postings."""
    folder = tmp_path_factory.mktemp("many")
    files = openings.files(corpus(1000))
    files["content/site.yaml"] = files["content/site.yaml"].replace("bench", "default")
    write_changes({}, files, folder)
    return build_in_memory(folder, records.AS_OF)


def test_thousand_postings_are_told_without_a_mistake(many: Built) -> None:
    home = re.search(rb'rel="canonical" href="([^"]+)/"', many.files["index.html"])
    assert home
    problems = output_problems(many.files, home[1].decode(), records.AS_OF)
    assert [problem for problem in problems if problem.code.name != "repeated-text"] == []
    told = sum(b'{"@type":"JobPosting"' in data for data in many.files.values())
    assert many.report.summary
    assert told == many.report.summary.open_jobs > 900


def test_no_list_of_them_tells_of_one(many: Built) -> None:
    lists = [path for path in many.files if path.startswith("jobs/page/")]
    assert len(lists) > 5
    assert [path for path in lists if b"JobPosting" in many.files[path]] == []


_EVERYTHING = """---
title: Cook
category: Food
location: Lund, Sweden
remote: yes
remote_from: [Egypt, European Union]
employment: full-time
education: high school
experience: 24
positions: 3
salary: {salary}
posted: 2026-03-02
closes: 2026-04-15
start: 2026-09-01
apply: https://apply.example.com/1
---
Words.
"""


@pytest.mark.parametrize(
    ("language", "salary"),
    [
        ("ar", "EGP 62000 - 70500 per month"),
        ("fa", "EUR 62000 - 70500 per year"),
        ("he", "ILS 17500 per month"),
        ("hi", "INR 1800000 - 2400000 per year"),
        ("ja", "JPY 7000000 - 9000000 per year"),
        ("de-CH", "CHF 95000 - 110000 per year"),
        ("fr", "EUR 17.50 per hour"),
        ("sv", "SEK 42000 - 48000 per month"),
        ("my", "USD 900 - 1200 per month"),
        ("en-IN", "INR 1800000 per year"),
    ],
)
def test_pages_in_any_language_show_what_they_tell(tmp_path: Path, language: str, salary: str) -> None:
    posting = _EVERYTHING.format(salary=salary)
    built = build_in_memory(
        write_site(tmp_path, {"postings/cook.md": posting}, f"{SITE}language: {language}\n"), DAY
    )
    assert {"baseSalary", "validThrough", "jobStartDate", "totalJobOpenings"} <= _posting(
        built, "cook"
    ).keys()
    assert list(output_problems(built.files, "https://careers.example.com", DAY)) == []


_HARM = st.sampled_from(
    (
        *("</script>", "<script>", "<!--", "-->", "]]>", "<![CDATA[", "</p>", "<b>", "&amp;", "&lt;", "&"),
        *("\\u003c", '"', "'", "\\", "{{ x }}", "{% if %}", "\u2028", "\u2029", "\u202e", "\u200f", "\u00a0"),
        *(
            "مرحبا",
            "שלום",
            "😀",
            "👩‍💻",
            "数",
            "é",
            "a",
            " ",
            " ",
            "*",
            "_",
            "`",
            "[x](https://a.example)",
            "#",
        ),
    )
)
_LINE = st.lists(_HARM, min_size=1, max_size=12).map("".join)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder for one site after the other."""
    made = Path(mkdtemp(prefix="openings-harm-"))
    yield made
    shutil.rmtree(made)


def _harmful(folder: Path, title: str, lines: list[str]) -> Built:
    head = {"title": title, "category": "Food", "location": "Lund, Sweden", "posted": "2026-03-02"}
    head |= {"apply": "https://apply.example.com/1", "company": title}
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=True)}\n" for name, value in head.items())
    text = "\n\n".join(lines)
    write_site(folder, {"postings/cook.md": f"---\n{front}---\n\nWords.\n\n{text}\n"}, SITE)
    return build_in_memory(folder, DAY)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=_LINE, lines=st.lists(_LINE, min_size=1, max_size=4))
@example(title="Cook </script><script>alert(1)</script>", lines=["<!-- <script>", "]]> -->"])
@example(title="طباخ \u202e rekab", lines=["😀 " * 3, "\u2028", "<script>x</script>"])
@example(title="Cook", lines=["word " * 20_000])
def test_no_posting_breaks_its_page_or_what_it_tells(folder: Path, title: str, lines: list[str]) -> None:
    built = _harmful(folder, title, lines)
    if "jobs/cook/index.html" not in built.files:  # the reader refused it, which is as well
        assert any(problem.severity is Severity.ERROR for problem in built.report.diagnostics)
        return
    page = built.files["jobs/cook/index.html"].decode()
    heading, block = _as_browsers_read_it(page)
    told = _posting(built, "cook")
    assert json.loads(block)["@graph"][0] == told
    assert " ".join(told["title"].split()) == " ".join(heading.split())
    problems = output_problems(built.files, "https://careers.example.com", DAY)
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


def _as_browsers_read_it(page: str) -> tuple[str, str]:
    """The heading and the one block of data, by a parser that reads HTML as its standard says."""
    allowed = {"script": {"type"}}
    parsed = nh3.clean(page, tags={"h1", "script"}, attributes=allowed, clean_content_tags={"style", "title"})
    heading = re.search(r"<h1>(.*?)</h1>", parsed, re.DOTALL)
    (block,) = _BLOCK.findall(parsed)
    assert heading
    return unescape(heading[1]), block
