"""Small values for tests: each builder sets only what the test is about."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.checks.postings import posting_problems
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.assemble import assemble
from generator.library.site import Site
from generator.model.documents import (
    Article,
    Body,
    CategoryPage,
    Document,
    Identity,
    LocationPage,
    Page,
    Posting,
    Snippet,
    Spans,
)
from generator.model.published import Published, UrlsLock
from generator.model.site_config import SiteConfig
from generator.model.values import PlaceEntry
from generator.pages.assets import Assets
from generator.pages.plan import Plan, plan

DAY = date(2026, 3, 16)


def make_posting(stem: str = "backend-engineer", **fields: Any) -> Posting:
    """An open posting in Berlin; `location` may be plain texts."""
    if "location" in fields:
        entries = fields["location"]
        fields["location"] = tuple(PlaceEntry(e) if isinstance(e, str) else e for e in entries)
    defaults: dict[str, Any] = {
        "title": stem.replace("-", " ").capitalize(),
        "category": ("Engineering",),
        "location": (PlaceEntry("Berlin, Germany"),),
        "posted": date(2026, 3, 2),
        "apply": "https://apply.example.com/1",
        "id": stem,
        "spans": Spans(f"content/postings/{stem}.md"),
        "body": Body(),
    }
    return Posting(Identity(stem, "en"), **{**defaults, **fields})


def make_category(stem: str, title: str, *folders: str, **fields: Any) -> CategoryPage:
    path = "/".join(("content/categories", *folders, f"{stem}.md"))
    return CategoryPage(Identity(stem, "en"), Spans(path), Body(), folders, title, **fields)


def make_office(stem: str, title: str, place: str, **fields: Any) -> LocationPage:
    return LocationPage(
        Identity(stem, "en"), Spans(f"content/locations/{stem}.md"), Body(), title, place, **fields
    )


def make_article(stem: str, **fields: Any) -> Article:
    defaults: dict[str, Any] = {"title": stem.replace("-", " ").capitalize(), "date": date(2026, 2, 1)}
    return Article(
        Identity(stem, "en"), Spans(f"content/articles/{stem}.md"), Body(), **{**defaults, **fields}
    )


def make_page(stem: str, **fields: Any) -> Page:
    defaults: dict[str, Any] = {"title": stem.replace("-", " ").capitalize(), "body": Body()}
    return Page(Identity(stem, "en"), Spans(f"content/pages/{stem}.md"), **{**defaults, **fields})


def make_snippet(stem: str, **fields: Any) -> Snippet:
    return Snippet(Identity(stem, "en"), Spans(f"content/snippets/{stem}.md"), Body(), **fields)


def make_config(**fields: Any) -> SiteConfig:
    defaults: dict[str, Any] = {
        "name": "Example",
        "url": "https://careers.example.com",
        "languages": ("en",),
        "spans": Spans("content/site.yaml"),
    }
    return SiteConfig(**{**defaults, **fields})


def make_published(url: str, first: date = date(2026, 1, 10), **fields: Any) -> Published:
    """A line of content/urls.lock."""
    return Published(url, first, **fields)


def make_site(
    *documents: Document,
    today: date = DAY,
    drafts: bool = False,
    lock: Iterable[Published] | None = None,
    **config: Any,
) -> Site:
    """The site of a day; `lock` are the lines of content/urls.lock, None for no such file."""
    recorded = None if lock is None else UrlsLock(tuple(lock))
    return assemble(documents, make_config(**config), today, drafts, recorded)[0]


def problems_of(*documents: Document, today: date = DAY, **config: Any) -> tuple[Diagnostic, ...]:
    """What is wrong between the documents."""
    site, problems = assemble(documents, make_config(**config), today)
    return (*problems, *posting_problems(site))


def make_plan(*documents: Document, assets: Assets | None = None, **options: Any) -> Plan:
    return planned(*documents, assets=assets, **options)[0]


def planned(
    *documents: Document, assets: Assets | None = None, **options: Any
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan, and what is wrong with its addresses."""
    files = (d for d in documents if isinstance(d, Posting | Article | Page))
    return plan(make_site(*documents, **options), assets or Assets(), files)


def codes_of(problems: Iterable[Diagnostic]) -> list[str]:
    """The codes in order, for short assertions."""
    return sorted(problem.code.code for problem in problems)


POSTING = """---
title: Backend engineer
category: Engineering
location: Berlin, Germany
salary: EUR 60000 - 70000 per year
posted: 2026-03-02
apply: https://apply.example.com/1
---

Words about the work. They say what it is, whom it is done with, and what somebody should bring along.
"""

SITE = """name: Example
url: https://careers.example.com
"""


def write_site(root: Path, files: Mapping[str, str] | None = None, config: str = SITE) -> Path:
    """A small site on disk: `files` by their path below content/, over one posting."""
    content = root / "content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text(config, encoding="utf-8")
    for path, text in ({"postings/backend-engineer.md": POSTING} if files is None else files).items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    return root
