"""Can the hosts that site.yaml names take the site, and what they are told of it."""

from datetime import date
from typing import Any

import pytest

from generator.checks.host_limits import HOST_LIMITS, HostLimit, Measure, passed_limit
from generator.checks.host_problems import address_problems, has_known_host, rule_problems, size_problems
from generator.diagnostics.diagnostic import Severity
from generator.model.documents import Spans
from generator.model.site_config import Deployment, OtherHosts
from generator.model.values import Redirection
from generator.model.vocabulary import HOST
from tests.builders import make_config, make_page, make_plan

_OF_FILES = (Measure.FILES, Measure.FILES_IN_FOLDER, Measure.SIZE, Measure.FILE_SIZE)


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
        pytest.param(
            ("gitlab-pages",),
            [],
            {"redirects": _redirects(1001)},
            ["there are 1,001 redirects, and gitlab-pages takes 1,000"],
            id="gitlab-redirects",
        ),
        pytest.param(("gitlab-pages",), [], {"redirects": _redirects(1000)}, [], id="gitlab-full"),
        pytest.param(("netlify",), _pages(100), {"redirects": _redirects(2100)}, [], id="netlify-takes-it"),
        pytest.param((), _pages(100), {"redirects": _redirects(2100)}, [], id="no host is named"),
    ],
)
def test_host_that_is_named_is_not_told_too_much(
    hosts: tuple[str, ...], documents: list[Any], config: dict[str, Any], messages: list[str]
) -> None:
    spans = Spans("content/site.yaml", "\nhosts 3 8 12\n")
    plan = make_plan(*documents, hosts=hosts, **config)
    problems = list(rule_problems(plan))
    assert [problem.message.partition(" (read ")[0] for problem in problems] == messages
    assert all(problem.hint and problem.code.name == "host-limit" for problem in problems)
    assert all(problem.at and problem.at.path == spans.path for problem in problems)


def _sizes(measure: Measure, figure: int) -> dict[str, int]:
    """A site of exactly so much."""
    if measure in (Measure.SIZE, Measure.FILE_SIZE):
        return {"index.html": figure}
    return {f"{'jobs' if measure is Measure.FILES_IN_FOLDER else n % 100}/{n}": 0 for n in range(figure)}


_LIMITS = [limit for limit in HOST_LIMITS if limit.measure in _OF_FILES]


@pytest.mark.parametrize("limit", _LIMITS, ids=lambda limit: f"{limit.host}: {limit.shown} {limit.measure}")
def test_site_is_told_of_one_above_a_limit_and_not_at_it(limit: HostLimit) -> None:
    config = make_config(hosts=(limit.host,))
    sizes = _sizes(limit.measure, limit.most)
    at = [problem.message for problem in size_problems(sizes, config)]
    assert not any(f"takes {limit.shown}" in message for message in at)
    sizes |= {"index.html": limit.most + 1} if len(sizes) == 1 else {"jobs/one-more": 0}
    (above,) = size_problems(sizes, config)
    assert f"and {limit.host} takes {limit.shown}" in above.message
    assert above.severity is (Severity.NOTICE if limit.plan else Severity.WARNING)
    assert above.hint


@pytest.mark.parametrize(
    ("measure", "figure", "message"),
    [
        (
            Measure.FILES,
            20_001,
            "there are 20,001 files, and cloudflare takes 20,000 on its free plan (read 2026-11-23)",
        ),
        (Measure.FILES, 100_001, "there are 100,001 files, and cloudflare takes 100,000 (read 2026-11-23)"),
        (
            Measure.FILE_SIZE,
            30_000_000,
            "there are 30 MB in a file, and cloudflare takes 26.2 MB (read 2026-11-23)",
        ),
    ],
)
def test_message_says_both_numbers(measure: Measure, figure: int, message: str) -> None:
    (problem,) = size_problems(_sizes(measure, figure), make_config(hosts=("cloudflare",)))
    assert problem.message == message


def test_branch_is_taken_for_what_github_pages_shows() -> None:
    config = make_config(deploy=(Deployment(branch="gh-pages"),))
    (problem,) = size_problems({"index.html": 1_000_000_001}, config)
    assert problem.message == "there are 1,000 MB in all, and github-pages takes 1,000 MB (read 2026-11-28)"


_SAMPLE = "https://careers.larkhollow.example"


@pytest.mark.parametrize(
    ("url", "hosts", "places", "is_told"),
    [
        (_SAMPLE, ("cloudflare",), (), True),
        (f"{_SAMPLE}:8443/careers", ("github-pages", "azure"), (), True),
        (_SAMPLE, (), (Deployment(folder="/srv/www"),), True),
        (_SAMPLE, (), (Deployment(folder="/srv/www", url="https://jobs.example.com"),), False),
        (_SAMPLE, ("github-pages",), (), False),
        (_SAMPLE, (), (), False),
        ("https://example.com", ("cloudflare",), (), False),
        ("https://careers.example.org/a.example", ("cloudflare",), (), False),
    ],
)
def test_site_that_is_shown_does_not_call_itself_by_an_address_that_leads_nowhere(
    url: str, hosts: tuple[str, ...], places: tuple[Deployment, ...], is_told: bool
) -> None:
    problems = list(address_problems(make_config(url=url, hosts=hosts, deploy=places)))
    assert [(problem.code.code, url in problem.message) for problem in problems] == [
        ("PG018", True)
    ] * is_told


def test_branch_of_gitlab_is_measured_once() -> None:
    config = make_config(hosts=("gitlab-pages",), deploy=(Deployment(branch="pages"),))
    (problem,) = size_problems({"index.html": 1_000_000_001}, config)
    assert "gitlab-pages" in problem.message


def test_no_site_is_measured_for_a_host_that_nobody_named() -> None:
    assert not has_known_host(make_config())
    assert not has_known_host(make_config(deploy=(Deployment(folder="/var/www"),)))
    assert list(size_problems({"index.html": 10**12}, make_config())) == []


def test_every_host_has_a_limit_that_says_where_and_when_it_was_read() -> None:
    assert {limit.host for limit in HOST_LIMITS} == set(HOST.words)
    for limit in HOST_LIMITS:
        assert limit.source.startswith("https://")
        assert date(2026, 11, 1) <= date.fromisoformat(limit.checked) <= date(2036, 1, 1)


def test_greatest_limit_that_is_passed_counts() -> None:
    passed = passed_limit("azure", Measure.SIZE, 600_000_000)
    assert passed
    assert (passed.most, passed.plan) == (500_000_000, "")
