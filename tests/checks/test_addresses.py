"""Are all addresses remembered, and can the hosts take what they are told."""

from datetime import date
from typing import Any

import pytest

from generator.checks.addresses import host_problems, lock_problems, rename_problems
from generator.diagnostics.diagnostic import Span
from generator.model.documents import Spans
from generator.model.site_config import OtherHosts
from generator.model.values import Redirection
from generator.pages.lock import next_lock
from tests.builders import make_page, make_plan, make_posting, make_published


def test_site_without_a_record_is_not_asked_for_one() -> None:
    assert list(lock_problems(make_plan(make_posting()))) == []


def test_addresses_that_are_not_recorded_are_told_of_once() -> None:
    lock = next_lock(make_plan(make_posting("cook")))
    postings = [make_posting(stem) for stem in ("cook", "a", "b", "c", "d")]
    (problem,) = lock_problems(make_plan(*postings, lock=lock))
    assert problem.message == "`/jobs/a/`, `/jobs/b/`, `/jobs/c/` and 1 more are not recorded yet"
    assert "openings lock" in problem.hint
    assert problem.at
    assert problem.at.path == "content/urls.lock"
    assert problem.severity.value == "notice"


def test_one_address_is_one() -> None:
    lock = next_lock(make_plan(make_posting("cook")))
    (problem,) = lock_problems(make_plan(make_posting("cook"), make_posting("baker"), lock=lock))
    assert problem.message == "`/jobs/baker/` is not recorded yet"


def test_record_that_has_everything_is_enough() -> None:
    documents = (make_posting("cook"), make_posting("chef", status="draft"), make_page("students"))
    lock = (*next_lock(make_plan(*documents)), make_published("/jobs/gone/"))
    assert list(lock_problems(make_plan(*documents, lock=lock))) == []


def _redirects(count: int, target: str = "/jobs/") -> tuple[Redirection, ...]:
    return tuple(Redirection(f"/{number}/", target) for number in range(count))


def _pages(count: int) -> list[Any]:
    return [make_page(f"page-{number}") for number in range(count)]


_LONG = f"https://example.com/{'x' * 980}"
_MANY = OtherHosts(pictures=tuple(f"https://{number}.pictures.example.com" for number in range(70)))


@pytest.mark.parametrize(
    ("hosts", "documents", "config", "messages"),
    [
        pytest.param(
            ("cloudflare",),
            [],
            {"redirects": _redirects(2001)},
            ["there are 2,001 redirects, and cloudflare takes 2,000"],
            id="cloudflare-redirects",
        ),
        pytest.param(("cloudflare",), [], {"redirects": _redirects(2000)}, [], id="cloudflare-full"),
        pytest.param(
            ("cloudflare",),
            [],
            {"redirects": _redirects(1, _LONG)},
            ["there are 1,008 characters in a redirect, and cloudflare takes 1,000"],
            id="cloudflare-redirect-length",
        ),
        pytest.param(
            ("cloudflare",),
            _pages(100),
            {},
            ["there are 110 rules for headers, and cloudflare takes 100"],
            id="cloudflare-rules",
        ),
        pytest.param(
            ("cloudflare",),
            [],
            {"other_hosts": _MANY},
            ["there are 2,483 characters in a header, and cloudflare takes 2,000"],
            id="cloudflare-header-length",
        ),
        pytest.param(
            ("vercel",),
            [],
            {"redirects": _redirects(2049)},
            ["there are 2,049 redirects, and vercel takes 2,048"],
            id="vercel-redirects",
        ),
        pytest.param(("vercel",), [], {"redirects": _redirects(2048)}, [], id="vercel-full"),
        pytest.param(
            ("azure",),
            [],
            {"redirects": _redirects(352)},
            ["there are 20,014 bytes of settings, and azure takes 20,000"],
            id="azure-bytes",
        ),
        pytest.param(("azure",), [], {"redirects": _redirects(300)}, [], id="azure-nearly-full"),
        pytest.param(("netlify",), _pages(100), {"redirects": _redirects(2100)}, [], id="netlify-takes-it"),
        pytest.param((), _pages(100), {"redirects": _redirects(2100)}, [], id="no host is named"),
    ],
)
def test_host_that_is_named_is_not_told_too_much(
    hosts: tuple[str, ...], documents: list[Any], config: dict[str, Any], messages: list[str]
) -> None:
    spans = Spans("content/site.yaml", "\nhosts 3 8 12\n")
    plan = make_plan(*documents, hosts=hosts, **config)
    problems = list(host_problems(plan))
    assert [problem.message for problem in problems] == messages
    assert all(problem.hint and problem.code.name == "host-limit" for problem in problems)
    assert all(problem.at and problem.at.path == spans.path for problem in problems)


def test_posting_that_seems_to_go_on_under_another_name_is_told_of() -> None:
    lock = [make_published("/jobs/chef/", date(2026, 3, 2), title="Head cook", line=7)]
    (problem,) = rename_problems(make_plan(make_posting("cook", title="Head Cook"), lock=lock))
    assert "`content/postings/cook.md` seems to be the same job" in problem.message
    assert "`aliases: /jobs/chef/`" in problem.hint
    assert problem.at == Span("content/urls.lock", 7, 1)


@pytest.mark.parametrize(
    "fields",
    [{"title": "Cook"}, {"posted": date(2026, 3, 3)}, {"status": "filled"}, {"aliases": ("/jobs/chef/",)}],
)
def test_other_job_is_not_taken_for_it(fields: dict[str, Any]) -> None:
    lock = [make_published("/jobs/chef/", date(2026, 3, 2), title="Head cook")]
    posting = make_posting("cook", **{"title": "Head cook", **fields})
    assert list(rename_problems(make_plan(posting, lock=lock))) == []
