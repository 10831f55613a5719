"""Each audit that looks through a browser finds what is planted for it, and nothing on a sound page."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.accessibility import accessibility
from tests.audit.planted import page, planted
from tests.audit.privacy import Promise, privacy
from tests.audit.rows import Row
from tests.audit.scriptless import scriptless
from tests.audit.search_speed import search_speed
from tests.audit.states import State
from tests.audit.weight import weight

_WIDE = '<p class="wide">Wide</p>'
_SHEET = '<link rel="stylesheet" href="/a.css">'
_SCRIPT = '<script src="/a.js" defer></script>'


def _missed(rows: Iterable[Row]) -> list[str]:
    return [detail for row in rows if not row.is_passed for detail in row.details]


@pytest.fixture
def one_state(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks at the posting as it comes, and at nothing else."""
    posting = (State("open posting", "/jobs/keeper/"),)
    for audit in ("accessibility", "privacy"):
        monkeypatch.setattr(f"tests.audit.{audit}.states", lambda site: posting)


@pytest.mark.usefixtures("axe", "one_state")
def test_violation_and_sideways_scroll_are_found(browser: Browser, tmp_path: Path) -> None:
    with planted(tmp_path / "sound", page()) as site:
        assert _missed(accessibility(site, browser)) == []
    text = page(_SHEET, _WIDE + '<img src="/a.svg">')
    with planted(tmp_path / "bad", text, {"a.css": ".wide { width: 2000px }"}) as site:
        (posting,) = accessibility(site, browser)
    assert not posting.is_passed
    assert "light, 320 px: image-alt: img" in posting.details
    assert "dark, 1280 px: image-alt: img" in posting.details
    assert not posting.measured.endswith(" 0 px")


@pytest.mark.usefixtures("axe")
def test_state_that_cannot_be_reached_is_a_miss(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.audit.states.PATIENCE", 300)
    with planted(tmp_path, page().replace("details", "div")) as site:
        rows = {row.what.partition(":")[0]: row.measured for row in accessibility(site, browser)}
    assert rows["share panel open"] == "not reached"


def _broken(browser: Browser, folder: Path, text: str, **files: str) -> dict[Promise, tuple[str, ...]]:
    """The promises that a page breaks, with the details."""
    named = {f"a.{kind}": content for kind, content in files.items()}
    with planted(folder, text, named) as site:
        rows = privacy(site, browser)
    return {promise: row.details for promise, row in zip(Promise, rows, strict=True) if not row.is_passed}


@pytest.mark.usefixtures("one_state")
def test_sound_page_keeps_every_promise(browser: Browser, tmp_path: Path) -> None:
    assert _broken(browser, tmp_path, page(_SCRIPT), js="document.body.dataset.ready = '';") == {}


@pytest.mark.usefixtures("one_state")
def test_other_host_is_found_even_where_the_policy_refuses_it(browser: Browser, tmp_path: Path) -> None:
    picture = '<img src="http://127.0.0.2:9/a.png" alt="">'
    refused = _broken(browser, tmp_path / "refused", page(main=picture))
    assert any("img-src: http://127.0.0.2:9/a.png" in detail for detail in refused[Promise.COMPLAINTS])
    allowed = _broken(browser, tmp_path / "allowed", page(main=picture, policy="img-src *"))
    assert any("http://127.0.0.2:9/a.png: everywhere" in detail for detail in allowed[Promise.STRANGERS])


@pytest.mark.usefixtures("one_state")
def test_connection_ahead_of_time_counts_as_asking(browser: Browser, tmp_path: Path) -> None:
    broken = _broken(browser, tmp_path, page('<link rel="preconnect" href="http://127.0.0.2:9">'))
    assert broken[Promise.STRANGERS][0].startswith("http://127.0.0.2:9/: everywhere")


@pytest.mark.usefixtures("one_state")
def test_cookie_is_found(browser: Browser, tmp_path: Path) -> None:
    broken = _broken(browser, tmp_path, page(_SCRIPT), js="document.cookie = 'seen=1'")
    assert broken == {Promise.COOKIES: ("seen: everywhere",)}


@pytest.mark.usefixtures("one_state")
def test_page_without_a_policy_runs_everything_that_is_tried(browser: Browser, tmp_path: Path) -> None:
    broken = _broken(browser, tmp_path, page().replace("http-equiv", "data-was"))
    assert broken[Promise.BARE] == ("no policy: everywhere",)
    ran = {detail.partition(":")[0] for detail in broken[Promise.RAN]}
    assert ran == {
        "eval",
        "Function",
        "setTimeout-with-text",
        "inline-script",
        "inline-handler",
        "inline-style",
    }


@pytest.mark.usefixtures("one_state")
def test_policy_that_allows_inline_code_is_found_by_words_and_by_trying(
    browser: Browser, tmp_path: Path
) -> None:
    policy = "script-src 'self' 'unsafe-inline'; style-src 'self'"
    broken = _broken(browser, tmp_path, page(policy=policy))
    assert broken[Promise.LOOSE] == ("'unsafe-inline': everywhere",)
    ran = {detail.partition(":")[0] for detail in broken[Promise.RAN]}
    assert ran == {"inline-script", "inline-handler"}


@pytest.mark.usefixtures("one_state")
def test_policy_that_refuses_every_script_is_as_good(browser: Browser, tmp_path: Path) -> None:
    assert _broken(browser, tmp_path, page(policy="default-src 'none'; img-src 'self'")) == {}


def test_words_that_only_a_script_shows_are_missed(browser: Browser, tmp_path: Path) -> None:
    with planted(tmp_path / "sound", page()) as site:
        assert all(row.is_passed for row in scriptless(site, browser))
    with planted(tmp_path / "bad", page(_SHEET), {"a.css": "main > p, main > a { display: none }"}) as site:
        missed = [row.what for row in scriptless(site, browser) if not row.is_passed]
    assert missed[0].startswith("open posting: headings, share of its")
    assert missed[1] == "open posting: ways to apply"


def test_job_that_no_link_leads_to_is_missed(browser: Browser, tmp_path: Path) -> None:
    with planted(tmp_path, page(), {"jobs/page/2/index.html": page()}) as site:
        assert _missed(scriptless(site, browser)) == ["/jobs/cook/"]


def test_browser_weighs_what_is_sent(browser: Browser, tmp_path: Path) -> None:
    script = "".join(f"const value{number} = {number * 7919 % 10007};" for number in range(4000))
    with planted(tmp_path, page(_SCRIPT), {"a.js": script}) as site:
        missed = [row.what for row in weight(site, browser) if not row.is_passed]
    assert missed == ["/jobs/keeper/, files: script", "/jobs/keeper/, Chromium: script"]


_SEARCH = '<label>Search <input type="search" id="_search"></label><p id="found"></p>'
_FINDS = """
const field = document.querySelector("#_search");
field.addEventListener("input", () => {
  const start = performance.now();
  while (performance.now() - start < WAIT);
  document.querySelector("#found").textContent = field.value;
});
"""


def test_search_that_is_not_there_is_a_miss(browser: Browser, tmp_path: Path) -> None:
    with planted(tmp_path, page()) as site:
        assert [row.measured for row in search_speed(browser, site.address)] == ["not there yet"]


def test_slow_search_is_a_miss_by_both_clocks(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.audit.search_speed.QUERY", "a cook")
    files = {"jobs/index.html": page(_SCRIPT, _SEARCH), "a.js": _FINDS.replace("WAIT", "120")}
    with planted(tmp_path, page(), files) as site:
        changed, shown, painted = search_speed(browser, site.address)
    assert (changed.measured, changed.is_passed) == ("6", True)
    assert not shown.is_passed
    assert not painted.is_passed


def test_search_that_finds_nothing_is_a_miss(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.audit.search_speed.QUERY", "a")
    with planted(tmp_path, page(), {"jobs/index.html": page(main=_SEARCH)}) as site:
        changed = search_speed(browser, site.address)[0]
    assert (changed.measured, changed.is_passed) == ("0", False)
