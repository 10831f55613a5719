from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model.site_config import Lifecycle
from generator.preview.desk.day import day_of, note_of, own_path
from generator.preview.http.session import wish_of
from generator.preview.site.wish import Wish
from tests.builders import make_posting, make_site
from tests.preview.desk.asking import DAY, PORT, header, open_desk, open_studio, post, posting

_CHRISTMAS = date(2026, 12, 24)
_TODAY = Wish()


def _shortcuts(*fields: dict[str, Any], wish: Wish = _TODAY) -> dict[str, str]:
    postings = (make_posting(f"cook-{number}", **one) for number, one in enumerate(fields))
    site = make_site(*postings, lifecycle=Lifecycle(closing_soon=7, review_after=90))
    return {one.label: str(one.day) for one in day_of(wish, _TODAY, DAY, site).shortcuts}


def test_shortcuts_lead_to_days_on_which_something_happens() -> None:
    assert _shortcuts({"closes": date(2026, 5, 1)}, {"opens": date(2026, 4, 1)}) == {
        "Today": "2026-03-16",
        "Tomorrow": "2026-03-17",
        "In a week": "2026-03-23",
        "Next change": "2026-04-01",
        "All closed": "2026-05-02",
    }


def test_next_change_is_the_one_after_the_day_that_is_shown() -> None:
    found = _shortcuts({"closes": date(2026, 5, 1)}, wish=Wish(date(2026, 4, 25)))
    assert found["Next change"] == "2026-05-02"


def test_site_that_days_do_not_change_has_no_such_shortcuts() -> None:
    assert set(_shortcuts({})) == {"Today", "Tomorrow", "In a week"}


@pytest.mark.parametrize(
    ("wish", "base", "note"),
    [
        (Wish(), Wish(), ""),
        (Wish(_CHRISTMAS), Wish(), "As of 24 December 2026"),
        (Wish(_CHRISTMAS, drafts=True), Wish(), "As of 24 December 2026, with drafts"),
        (Wish(drafts=True), Wish(), "With drafts"),
        (Wish(), Wish(drafts=True), "Without drafts"),
        (Wish(_CHRISTMAS), Wish(_CHRISTMAS), ""),
        (Wish(), Wish(_CHRISTMAS), "As of 16 March 2026"),
    ],
)
def test_note_says_what_is_not_as_the_server_was_told(wish: Wish, base: Wish, note: str) -> None:
    assert note_of(wish, base, DAY) == note


@pytest.mark.parametrize(
    ("body", "wish"),
    [
        ("as_of=2026-12-24", Wish(_CHRISTMAS)),
        ("as_of=2026-12-24&drafts=1", Wish(_CHRISTMAS, drafts=True)),
        ("as_of=&drafts=1", Wish(drafts=True)),
        ("as_of=2026-03-16&drafts=1", Wish(drafts=True)),  # who wants today goes on to tomorrow at midnight
        ("as_of=2026-12-24&back_to_base=1", Wish()),
        ("", Wish()),
    ],
)
def test_form_is_kept_in_the_cookie_of_one_browser(tmp_path: Path, body: str, wish: Wish) -> None:
    answer = post(open_desk(open_studio(tmp_path, {})), body)
    cookie = header(answer, "Set-Cookie")
    assert (answer.status, header(answer, "Location")) == (303, "/__openings/")
    assert wish_of({"cookie": cookie.partition(";")[0]}, PORT, Wish()) == wish
    assert ("Max-Age=0" in cookie) is (wish == Wish())


def test_today_is_a_day_like_any_other_where_the_server_was_told_another(tmp_path: Path) -> None:
    desk = open_desk(open_studio(tmp_path, {"postings/cook.md": posting()}, as_of=_CHRISTMAS))
    cookie = header(post(desk, "as_of=2026-03-16"), "Set-Cookie").partition(";")[0]
    assert wish_of({"cookie": cookie}, PORT, Wish(_CHRISTMAS)) == Wish(DAY)


@pytest.mark.parametrize(
    "body",
    [
        "as_of=2026-02-30",
        "as_of=tomorrow",
        "as_of=0001-01-01",
        "as_of=9999-12-31",
        "as_of=%ff",
        "as_of=2026-12-24%0d%0aSet-Cookie:a",
        "&".join(f"a{n}=1" for n in range(50)),
        "as_of=ä",
    ],
)
def test_day_that_is_none_is_refused_with_a_sentence(tmp_path: Path, body: str) -> None:
    answer = post(open_desk(open_studio(tmp_path, {})), body)
    assert answer.status == 400
    assert answer.body.startswith(b"The day has to ")
    assert header(answer, "Set-Cookie") == ""


@pytest.mark.parametrize(
    "address",
    ["/", "/jobs/cook/", "/careers/jobs/cook/?q=a#top", "/%2e%2e/x"],
)
def test_form_leads_back_to_a_page_of_our_own(address: str) -> None:
    assert own_path(address) == address


@pytest.mark.parametrize(
    "address",
    [
        *("", "jobs/", "//evil.example/", "///evil.example/", "/\\evil.example/", "\\\\evil.example/"),
        *("https://evil.example/", "javascript:alert(1)", "/a\r\nSet-Cookie: a=b", "/\t/evil.example", "/ü"),
    ],
)
def test_form_never_leads_to_another_site(address: str) -> None:
    assert own_path(address) == "/__openings/"
