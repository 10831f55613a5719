"""Without script every page says what it is about, and every open job is found by links alone."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.audit.browsing import visitor
from tests.audit.pages import AuditedPage
from tests.audit.rows import Row
from tests.audit.sites import AuditedSite

# So much of the words in a page's file is seen at once; the rest is in closed panels, or for screen readers.
# A form asks a script, and isn't shown without one.
_SHARE = 0.75
_COUNTS = """() => {
  const count = text => (text.match(/\\S+/g) || []).length;
  // What is laid out only when somebody scrolls to it is seen all the same.
  for (const part of document.querySelectorAll("main *"))
    if (getComputedStyle(part).contentVisibility === "auto") part.style.contentVisibility = "visible";
  const all = document.querySelector("main").cloneNode(true);
  for (const part of all.querySelectorAll("script, style, template, form, [hidden], details > :not(summary)"))
    part.remove();
  return [count(document.querySelector("main").innerText), count(all.textContent)];
}"""
_LINKS = "all => all.filter(link => link.checkVisibility()).map(link => link.pathname)"


def scriptless(site: AuditedSite, browser: Browser) -> tuple[Row, ...]:
    """For each page type what is seen, then how many jobs are reached."""
    with visitor(browser, script=False) as page:
        rows = [row for each in site.pages for row in _rows(page, site, each)]
        return (*rows, _reach(page, site))


def _rows(page: Page, site: AuditedSite, audited: AuditedPage) -> Iterator[Row]:
    page.goto(site.address + audited.path)
    headings = [heading for heading in page.locator("h1:visible").all() if heading.inner_text().strip()]
    seen, written = page.evaluate(_COUNTS)
    share = seen / written if written else 0
    yield Row(
        f"{audited.type}: headings, share of its {written} words that is seen",
        f"1, ≥ {_SHARE:.0%}",
        f"{len(headings)}, {min(share, 1):.0%}",
        len(headings) == 1 and share >= _SHARE,
    )
    if audited.applies:
        yield _apply(page, audited)


def _apply(page: Page, audited: AuditedPage) -> Row:
    """Whether a link that is seen leads where people apply."""
    links = page.locator("main a:visible").evaluate_all("all => all.map(link => link.href)")
    found = [link for link in links if link.startswith(audited.applies)]
    return Row(f"{audited.type}: ways to apply", "≥ 1", str(len(found)), bool(found), audited.applies)


def _reach(page: Page, site: AuditedSite) -> Row:
    """Follows the list of all jobs from page to page, as somebody would who clicks."""
    reached, waiting, seen = set[str](), ["/jobs/"], set[str]()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        page.goto(site.address + path)
        links = page.locator("main a[href]").evaluate_all(_LINKS)
        reached.update(links)
        waiting += [link for link in links if link.startswith("/jobs/page/")]
    missing = sorted(site.open_jobs - reached)
    count = len(site.open_jobs)
    what = f"open jobs reached from /jobs/ over {len(seen)} pages"
    return Row(what, str(count), str(count - len(missing)), not missing and count > 0, tuple(missing))
