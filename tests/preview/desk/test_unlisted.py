from datetime import date
from typing import Any

from generator.model.documents import Document
from generator.model.site_config import Footer
from generator.model.values import Link, Redirection
from generator.pages.view import Viewer
from generator.preview.desk.unlisted import MOST, Group, unlisted
from tests.builders import make_article, make_page, make_plan, make_posting, make_published


def _groups(*documents: Document, **options: Any) -> dict[str, Group]:
    plan = make_plan(*documents, **options)
    return {group.why.partition(":")[0]: group for group in unlisted(plan, Viewer(plan, "en").frame)}


def _urls(group: Group) -> list[str]:
    return [entry.url for entry in group.entries]


def test_postings_outside_the_lists_say_why() -> None:
    groups = _groups(
        make_posting("open"),
        make_posting("draft", status="draft"),
        make_posting("later", opens=date(2026, 5, 1)),
        make_posting("paused", status="on-hold"),
        make_posting("over", closes=date(2026, 3, 10)),
        drafts=True,
        lock=[make_published("/jobs/baker/", title="Baker")],
    )
    assert _urls(groups["Drafts"]) == ["/jobs/draft/"]
    assert _urls(groups["Upcoming"]) == ["/jobs/later/"]
    assert _urls(groups["On hold"]) == ["/jobs/paused/"]
    assert _urls(groups["Closed"]) == ["/jobs/over/"]
    assert _urls(groups["Remembered"]) == ["/jobs/baker/"]
    assert not any("/jobs/open/" in _urls(group) for group in groups.values())


def test_page_that_navigation_or_footer_leads_to_is_listed() -> None:
    pages = (make_page("privacy"), make_page("students"), make_page("alone"))
    footer = Footer(legal=(Link("Privacy", "/privacy/#top"),))
    groups = _groups(*pages, navigation=("students",), footer=footer)
    assert _urls(groups["Pages that neither navigation nor footer leads to"]) == ["/alone/"]


def test_drafts_of_articles_and_pages_are_told() -> None:
    groups = _groups(make_article("a", status="draft"), make_page("b", status="draft"), drafts=True)
    assert _urls(groups["Draft articles and pages"]) == ["/articles/a/", "/b/"]


def test_redirect_says_where_it_leads_and_which_line_says_so() -> None:
    redirects = (Redirection("/old/", "/jobs/"), Redirection("/else/", "https://example.com/x"))
    groups = _groups(redirects=redirects, url="https://example.com/careers")
    told = [(entry.url, entry.to, entry.file) for entry in groups["Redirects"].entries]
    assert told == [
        ("/careers/else/", "https://example.com/x", "content/site.yaml"),
        ("/careers/old/", "/careers/jobs/", "content/site.yaml"),
    ]


def test_what_is_written_for_machines_is_told_and_has_no_view() -> None:
    groups = _groups(make_posting())
    assert _urls(groups["Sitemaps for search engines"]) == ["/sitemap.xml"]
    assert _urls(groups["What search engines may visit"]) == ["/robots.txt"]
    assert "/feed.xml" in _urls(groups["Feeds for readers and their programs"])
    assert _urls(groups["Saved jobs"]) == ["/saved/"]
    with_view = {entry.url for group in groups.values() for entry in group.entries if entry.has_view}
    assert with_view == {"/saved/", "/404.html"}


def test_many_for_one_reason_are_counted_and_the_first_shown() -> None:
    postings = (make_posting(f"cook-{n}", status="on-hold") for n in range(MOST + 5))
    group = _groups(*postings)["On hold"]
    assert (len(group.entries), group.total) == (MOST, MOST + 5)
