from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.preview.http.application import Application
from generator.preview.http.guard import guard_for
from generator.preview.http.messages import Request, Response
from generator.preview.http.session import cookie_of
from generator.preview.site.wish import Wish
from tests.preview.http.stand_ins import (
    FILES,
    NOT_FOUND,
    PAGE,
    DeskStandIn,
    SiteStandIn,
    StudioStandIn,
    application,
    asking,
)


def _answer(site: SiteStandIn | None, target: str, method: str = "GET", **headers: str) -> Response:
    return application(site).answer(asking(target, method, **headers))


def _led(site: SiteStandIn, target: str) -> tuple[int, str]:
    answer = _answer(site, target)
    return answer.status, dict(answer.headers).get("Location", "")


_CAREERS = SiteStandIn(base_path="/careers")


def test_page_comes_with_the_script_and_file_as_it_is() -> None:
    page = _answer(SiteStandIn(), "/jobs/cook/?from=mail")
    assert page.status == 200
    assert b'<script src="/__openings/live.js?of=' in page.body
    assert _answer(SiteStandIn(), "/assets/site.css").body == FILES["/assets/site.css"]


def test_page_is_there_under_the_name_of_its_file() -> None:
    assert _answer(SiteStandIn(), "/jobs/cook/index.html") == _answer(SiteStandIn(), "/jobs/cook/")
    assert _answer(SiteStandIn(), "/index.html") == _answer(SiteStandIn(), "/")
    assert _answer(SiteStandIn(), "/jobs/cook/index.html/").status == 404


def test_page_is_there_without_the_ending_of_its_file() -> None:
    site = SiteStandIn(
        {**FILES, "/plain.html": PAGE, "/both.html": PAGE, "/both/": NOT_FOUND, "/a/.html": PAGE}
    )
    assert _answer(site, "/plain").body == _answer(site, "/plain.html").body
    assert _answer(site, "/both").body == _answer(site, "/both.html").body
    assert _answer(site, "/plain/").status == 404
    assert _answer(site, "/a/").status == 404


def test_files_for_hosts_are_handed_out_to_nobody() -> None:
    rules = "/rules /_headers 200\n/led/ /_redirects 200\n"
    site = SiteStandIn({**FILES, "/_headers": b"/*", "/_redirects": b"/a /b"}, redirect_rules=rules)
    careers = SiteStandIn({**FILES, "/_headers": b"/*"}, base_path="/careers")
    for target in ("/_headers", "/_redirects", "/%5Fheaders", "/rules", "/led/"):
        assert _answer(site, target).status == 404
    assert _answer(careers, "/careers/_headers").status == 404


def test_missing_slash_is_added_and_the_query_kept() -> None:
    assert _led(SiteStandIn(), "/jobs/cook?a=b&c") == (301, "/jobs/cook/?a=b&c")
    assert _led(_CAREERS, "/careers/jobs/cook") == (301, "/careers/jobs/cook/")
    assert _led(SiteStandIn({"/caf\u00e9/": PAGE}), "/caf%C3%A9") == (301, "/caf%C3%A9/")


def test_files_take_no_slash() -> None:
    assert _answer(SiteStandIn(), "/assets/site.css/").status == 404
    assert _led(SiteStandIn({"/feeds/": b"", "/a": b""}), "/a/") == (404, "")


def test_root_leads_to_the_base_path_and_nothing_is_beside_it() -> None:
    assert _led(_CAREERS, "/?a") == (302, "/careers/?a")
    assert _led(_CAREERS, "/careers") == (301, "/careers/")
    assert _answer(_CAREERS, "/careers/").status == 200
    for beside in ("/jobs/cook/", "/careersjobs/cook/", "/careers.html", "/careers/careers/", "/404.html"):
        assert _answer(_CAREERS, beside).status == 404


@pytest.mark.parametrize(
    "target", ["//evil.example/jobs", "//jobs/cook", "/\\evil.example", "/%2fevil.example", "///"]
)
def test_nothing_leads_to_another_site(target: str) -> None:
    site = SiteStandIn(
        {**FILES, "//evil.example/jobs/": PAGE, "//jobs/cook/": PAGE}, redirect_rules="/* /:splat/ 301"
    )
    assert _led(site, target) == (404, "")


def test_what_is_not_there_is_told_by_the_sites_own_page() -> None:
    answer = _answer(SiteStandIn(header_rules="/*\n  X-Rule: 1\n"), "/nowhere/")
    assert answer.status == 404
    assert NOT_FOUND.partition(b"</body>")[0] in answer.body
    assert b"live.js" in answer.body
    assert ("X-Rule", "1") in answer.headers
    assert "ETag" not in dict(answer.headers)
    assert _answer(SiteStandIn({}), "/nowhere/").status == 404


def test_known_tag_changes_nothing_about_what_is_missing() -> None:
    assert _answer(SiteStandIn(), "/nowhere/", if_none_match="*", range="bytes=0-1").status == 404


def test_redirects_go_before_files_with_the_small_page_as_body() -> None:
    rules = "/jobs/chef/ /jobs/cook/ 301\n/x /jobs/cook/#a 302\n/assets/site.css / 302"
    site = SiteStandIn(
        {**FILES, "/jobs/chef/": PAGE}, redirect_rules=rules, unread=frozenset({"/jobs/chef/"})
    )
    answer = _answer(site, "/jobs/chef/?a=b")
    assert (answer.status, answer.body) == (301, PAGE)
    assert ("Location", "/jobs/cook/?a=b") in answer.headers
    assert ("Cache-Control", "no-cache") in answer.headers
    assert _led(site, "/x?a=b") == (302, "/jobs/cook/?a=b#a")
    assert _led(site, "/jobs/chef") == (301, "/jobs/chef/")
    assert _answer(site, "/assets/site.css").body == b""


def test_small_page_is_there_where_no_rule_leads_on() -> None:
    site = SiteStandIn({**FILES, "/jobs/chef/": PAGE}, unread=frozenset({"/jobs/chef/"}))
    assert _answer(site, "/jobs/chef/").body == PAGE
    assert _led(site, "/jobs/chef") == (301, "/jobs/chef/")


def test_query_of_a_redirect_takes_the_place_of_the_visitors() -> None:
    site = SiteStandIn(
        redirect_rules="/a /jobs/?category=tea 301\n/b https://x.example/?y#z 301\n/c https://[x 301"
    )
    assert _led(site, "/a?q=1") == (301, "/jobs/?category=tea")
    assert _led(site, "/b?q=1") == (301, "https://x.example/?y#z")
    assert _led(site, "/c?q=1") == (301, "https://[x?q=1")


def test_redirect_to_its_own_address_is_not_followed() -> None:
    site = SiteStandIn(redirect_rules="/* / 301\n")
    assert _led(site, "/jobs/cook/") == (301, "/")
    assert _answer(site, "/").status == 200
    assert _answer(SiteStandIn(redirect_rules="/jobs/%63ook/ /jobs/cook/?a 301"), "/jobs/cook/").status == 200


def test_page_of_a_rule_stands_in_for_what_is_missing() -> None:
    rules = "/app/* /jobs/cook/ 200\n/gone/ /404.html 410\n/old/* /404.html 404\n/lost/ /nowhere/ 200\n"
    site = SiteStandIn({**FILES, "/app/real/": PAGE + b" "}, redirect_rules=rules)
    assert _answer(site, "/app/a/b").body == _answer(site, "/jobs/cook/").body
    assert _answer(site, "/app/real/").body != _answer(site, "/jobs/cook/").body
    assert _led(site, "/app/real") == (301, "/app/real/")
    assert _answer(site, "/gone/").status == 410
    assert _answer(site, "/old/").status == 404
    assert _answer(site, "/lost/").status == 404


def test_forced_page_goes_before_the_file() -> None:
    site = SiteStandIn(redirect_rules="/jobs/* /404.html 404!")
    assert _answer(site, "/jobs/cook/").status == 404


def test_rules_name_the_base_path() -> None:
    rules = "/careers/old/ /careers/jobs/cook/ 301\n/careers/app/ /careers/ 200\n"
    site = SiteStandIn(header_rules="/careers/*\n  X-Rule: 1\n", redirect_rules=rules, base_path="/careers")
    assert _led(site, "/careers/old/") == (301, "/careers/jobs/cook/")
    assert _answer(site, "/careers/app/").status == 200
    assert ("X-Rule", "1") in _answer(site, "/careers/").headers
    assert ("X-Rule", "1") in _answer(site, "/careers/%2e%2e/").headers
    assert ("X-Rule", "1") not in _answer(site, "/").headers


def test_page_that_cannot_be_made_is_told_by_the_desk() -> None:
    site = SiteStandIn(broken=frozenset({"/jobs/cook/"}))
    for target in ("/jobs/cook/", "/jobs/cook", "/jobs/cook/index.html"):
        answer = _answer(site, target)
        assert (answer.status, answer.body) == (500, b"`job.title` is undefined")


def test_everybody_waits_while_there_is_nothing_to_show() -> None:
    assert _answer(None, "/jobs/").status == 503
    assert _answer(None, "/__openings/echo").status == 200
    assert _answer(None, "/jobs/", host="evil.example").status == 421


def test_wish_of_the_browser_decides_what_it_sees() -> None:
    wish = Wish(date(2026, 12, 24), drafts=True)
    studio = StudioStandIn(SiteStandIn(), {wish: SiteStandIn({"/": b"a day ahead"})})
    answers = Application(studio, DeskStandIn(studio), guard_for("127.0.0.1", 8000))
    cookie = cookie_of(wish, 8000).partition(";")[0]
    assert answers.answer(asking("/", cookie=cookie)).body.startswith(b"a day ahead")
    assert not answers.answer(asking("/", cookie=cookie_of(wish, 8001))).body.startswith(b"a day ahead")
    assert (
        answers.answer(asking("/__openings/echo", cookie=cookie)).body
        == b"GET /__openings/echo 2026-12-24 True "
    )


def test_page_is_told_at_an_address_of_the_preview_too() -> None:
    site = SiteStandIn(header_rules="/jobs/*\n  X-Rule: 1\n", redirect_rules="/old/ /jobs/cook/ 301")
    for target in ("/", "/jobs/cook/?a=b%26c", "/jobs/cook", "/nowhere/", "/old/?a", "/assets/site.css"):
        told = _answer(site, f"/__openings/page?at={quote(target, safe='')}")
        assert told == _answer(site, target)
    assert _answer(None, "/__openings/page?at=%2F").status == 503
    broken = SiteStandIn(broken=frozenset({"/jobs/cook/"}))
    assert _answer(broken, "/__openings/page?at=%2Fjobs%2Fcook%2F").status == 500


@pytest.mark.parametrize(
    "query",
    [
        *("", "?", "?at", "?at=", "?of=/", "?at=jobs/", "?at=//evil.example/", "?at=http://evil.example/"),
        *("?at=http://localhost:8000/", "?at=/__openings/echo", "?at=/%5F_openings/echo", "?at=%252F"),
        *("?at=/%255f_openings/echo", "?at=/__openings/page?at=/", "?at=/%23", "?at=%00", "?at=/../x"),
    ],
)
def test_page_of_no_address_of_the_site_is_not_told(query: str) -> None:
    assert _answer(SiteStandIn(), f"/__openings/page{query}").status == 404


def test_page_is_told_to_readers_of_our_own_alone() -> None:
    target = "/__openings/page?at=/"
    assert _answer(SiteStandIn(), target).status == 200
    assert _answer(SiteStandIn(), target, "HEAD").status == 405
    assert _answer(SiteStandIn(), target, "POST", origin="http://localhost:8000").status == 405
    assert _answer(SiteStandIn(), target, host="evil.example").status == 421
    assert _answer(SiteStandIn(), target, sec_fetch_site="cross-site").status == 403


def test_desk_is_asked_in_one_spelling() -> None:
    told = b"GET /__openings/echo?a=%2F None False "
    assert _answer(SiteStandIn(), "/__openings/echo?a=%2F").body == told
    assert _answer(SiteStandIn(), "/%5f_openings/%65cho?a=%2F").body == told
    assert _answer(SiteStandIn(), "http://127.0.0.1:8000/__openings/echo?a=%2F").body == told
    assert _answer(SiteStandIn(), "/__openings/nothing").status == 404


def test_changes_reach_the_desk_with_their_body() -> None:
    request = asking("/__openings/echo", "POST", "drafts=1", origin="http://localhost:8000")
    assert application(SiteStandIn()).answer(request).body == b"POST /__openings/echo None False drafts=1"


def test_events_are_for_listeners_alone() -> None:
    answers = application(SiteStandIn())
    assert answers.listener(asking("/__openings/events")) == Wish()
    assert answers.listener(asking("/__openings/events", host="evil.example")) is None
    assert answers.listener(asking("/__openings/events", sec_fetch_site="cross-site")) is None
    assert answers.listener(asking("/")) is None
    head = asking("/__openings/events", "HEAD")
    assert answers.listener(head) is None
    assert answers.answer(head).status == 405
    assert answers.answer(asking("/__openings/events", host="evil.example")).status == 421


_PIECE = st.sampled_from(
    [
        "/",
        "%2e",
        "..",
        "%",
        "%00",
        "%ff",
        "\\",
        "?",
        "#",
        "//",
        "jobs",
        "cook",
        "__openings",
        "404.html",
        "\r\n",
        "\xe9",
    ]
)
_TARGETS = st.lists(_PIECE | st.text(max_size=2), max_size=12).map("".join) | st.text()
_VALUES = (
    st.sampled_from(["localhost:8000", "*", "bytes=0-", "bytes=-9", '"a"', "cross-site", "null"]) | st.text()
)
_HEADERS = st.dictionaries(
    st.sampled_from(["host", "origin", "cookie", "range", "if-range", "if-none-match", "sec-fetch-site"]),
    _VALUES,
)
_RULES = st.sampled_from(
    [
        "",
        "/* /:splat 301",
        "/:a/* /jobs/cook/?:a 200",
        "/* //x/:splat\n/a q=:q /b/:q",
        "/*\n  X-A: :splat\n  ! X-A\n",
    ]
)


@settings(deadline=None, max_examples=400)
@given(_TARGETS, st.sampled_from(["GET", "HEAD", "POST"]), _HEADERS, _RULES | st.text(), _RULES | st.text())
def test_nothing_that_is_asked_breaks_the_answer(
    target: str, method: str, headers: dict[str, str], redirects: str, rules: str
) -> None:
    site = SiteStandIn(header_rules=rules, redirect_rules=redirects)
    for sent in ({"host": "localhost:8000", **headers}, {**headers, "host": "localhost:8000"}):
        answer = application(site).answer(Request(method, target, sent))
        assert not [value for _, value in answer.headers if "\r" in value or "\n" in value]
        location = dict(answer.headers).get("Location", "/")
        assert not location.startswith(("//", "/\\"))
