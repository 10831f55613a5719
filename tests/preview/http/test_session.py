from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.preview.http.session import cookie_of, no_cookie, wish_of
from generator.preview.site.wish import Wish

_BASE = Wish(date(2026, 1, 2))


def _sent_back(cookie: str) -> dict[str, str]:
    return {"cookie": f"other=1; {cookie.partition(';')[0]}; last=2"}


@settings(deadline=None)
@given(st.builds(Wish, st.none() | st.dates(), st.booleans()))
def test_wish_comes_back(wish: Wish) -> None:
    assert wish_of(_sent_back(cookie_of(wish, 8000)), 8000, _BASE) == wish


def test_each_port_has_its_own_wish() -> None:
    assert wish_of(_sent_back(cookie_of(Wish(drafts=True), 8001)), 8000, _BASE) == _BASE


def test_cookie_is_for_this_session_and_no_script() -> None:
    assert cookie_of(Wish(date(2026, 5, 1), True), 8000) == (
        "openings_8000=2026-05-01.1; Path=/; HttpOnly; SameSite=Strict"
    )


def test_forgotten_wish_is_the_command_lines_again() -> None:
    assert "Max-Age=0" in no_cookie(8000)
    assert wish_of(_sent_back(no_cookie(8000)), 8000, _BASE) == _BASE


@pytest.mark.parametrize(
    "value",
    [
        *("", "1", "2026-02-30.1", "0000-01-01.0", "2026-05-01", "2026-05-01.2", "2026-5-1.1", "-."),
        *("２０２６-05-01.1", '"2026-05-01.1"', "2026-05-01.1 ,x", "../../etc"),
    ],
)
def test_broken_cookie_is_ignored(value: str) -> None:
    assert wish_of({"cookie": f"openings_8000={value}"}, 8000, _BASE) == _BASE


@settings(deadline=None)
@given(st.text())
def test_no_cookie_breaks_anything(text: str) -> None:
    assert isinstance(wish_of({"cookie": text}, 8000, _BASE), Wish)
