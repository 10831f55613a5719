"""What a real browser makes of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.preview.http.stand_ins import FILES, SiteStandIn, StudioStandIn, serving

# A policy that lets nothing of the site in, said both ways.
_CLOSED = "default-src 'none'"
_CLOSED_PAGE = (
    f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="{_CLOSED}">'
    "<title>T</title><body>Cook</body></html>"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_script_works_under_the_strictest_policy(page: Page) -> None:
    files = {"/": _CLOSED_PAGE.encode(), "/404.html": _CLOSED_PAGE.encode()}
    studio = StudioStandIn(SiteStandIn(files, header_rules=f"/*\n  Content-Security-Policy: {_CLOSED}\n"))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with serving(studio) as port:
        for target in ("/", "/nowhere/"):
            page.goto(f"http://localhost:{port}{target}")
            page.wait_for_selector(f'html[data-ran="yes"][data-version="{studio.version()}"]')
            studio.show(SiteStandIn(files))
            page.wait_for_selector(f'html[data-version="{studio.version()}"]')
    assert [line for line in said if "Content Security Policy" in line] == []


_ATTEMPTS = """async (target) => {
    const loaded = (name, options) => new Promise((resolve) => {
        const element = Object.assign(document.createElement(name), options);
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        document.head.append(element);
    });
    const read = (options) => fetch(target + "__openings/echo", options).then(
        (answer) => answer.text(), () => "nothing");
    return {
        page: await fetch(target).then((answer) => answer.text(), () => "nothing"),
        desk: await read({}),
        posted: await read({method: "POST", body: "drafts=1", credentials: "include"}),
        picture: await loaded("img", {src: target + "logo.svg"}),
        script: await loaded("script", {src: target + "__openings/live.js?of=1"}),
        events: await new Promise((resolve) => {
            const source = new EventSource(target + "__openings/events");
            source.onmessage = () => resolve(true);
            source.onerror = () => resolve(false);
        }),
    };
}"""


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_pages_of_other_sites_get_nothing(page: Page, host: str) -> None:
    """Neither one of another name, nor one at another port of the same."""
    rules = "/*\n  Access-Control-Allow-Origin: *\n  Access-Control-Allow-Credentials: true\n"
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    site = SiteStandIn({**FILES, "/logo.svg": picture}, header_rules=rules)
    foreign = StudioStandIn(SiteStandIn({"/": b"<!doctype html><title>T</title>"}))
    with serving(StudioStandIn(site)) as port, serving(foreign) as other:
        page.goto(f"http://{host}:{other}/")
        got = page.evaluate(_ATTEMPTS, f"http://127.0.0.1:{port}/")
    assert got == {
        "page": "nothing",
        "desk": "nothing",
        "posted": "nothing",
        "picture": False,
        "script": False,
        "events": False,
    }


def test_page_that_is_known_is_asked_for_and_not_sent_again(page: Page) -> None:
    studio = StudioStandIn(SiteStandIn(header_rules="/*\n  Cache-Control: max-age=3600\n"))
    with serving(studio) as port:
        address = f"http://localhost:{port}/jobs/cook/"
        page.goto(address)
        assert page.inner_text("h1") == "Cook"
        page.goto(f"http://localhost:{port}/")
        studio.show(SiteStandIn({**FILES, "/jobs/cook/": b"<!doctype html><title>T</title><h1>Baker</h1>"}))
        page.goto(address)
        assert page.inner_text("h1") == "Baker"
