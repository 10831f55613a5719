"""Rules for the built site as a whole: what every page must have, and that its links hold."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, tzinfo

from generator.checks.html_facts import HtmlFacts, read_page
from generator.checks.output_urls import absolute, file_at
from generator.checks.sitemaps import sitemap_problems
from generator.checks.structured_data import StructuredDataRules
from generator.diagnostics.codes import output as codes
from generator.diagnostics.diagnostic import Diagnostic, Note, Span


def output_problems(
    files: Mapping[str, bytes],
    site_url: str,
    today: date | None = None,
    time_zone: tzinfo | None = None,
) -> Iterator[Diagnostic]:
    """What is wrong with the files of a built site, by their paths below the output folder.

    `today` is a day in `time_zone`; without it nothing is taken for past, or for yet to come.
    """
    pages: dict[str, HtmlFacts] = {}
    rules = StructuredDataRules(files.keys(), site_url, today, time_zone)
    for path in sorted(files):
        if path.endswith(".html"):
            pages[path], shown = read_page(files[path])
            yield from rules.of_page(path, pages[path], shown)
    yield from rules.of_site()
    yield from sitemap_problems(files, pages, rules.offered, site_url)
    for path, facts in pages.items():
        yield from _parts(path, facts)
        yield from _dead_links(path, facts, files, pages, site_url)
    indexed = {path: facts for path, facts in pages.items() if facts.is_indexed and not facts.leads_to}
    yield from _repeated(indexed, "title", lambda facts: facts.title)
    yield from _repeated(indexed, "description", lambda facts: facts.description)


def _parts(path: str, facts: HtmlFacts) -> Iterator[Diagnostic]:
    at = Span(path)
    wanted = {
        "one `h1`": facts.headings == 1,
        "a title": bool(facts.title.strip()),
        "a description": bool(facts.description.strip() or facts.leads_to),
        "its canonical address": bool(facts.canonical),
        "its language": bool(facts.language),
        "a `main` landmark": facts.has_main,
    }
    for part, is_there in wanted.items():
        if not is_there:
            yield Diagnostic(codes.MISSING_PART, f"the page lacks {part}", "", at)
    for tag in dict.fromkeys(facts.inline):
        yield Diagnostic(codes.INLINE_CODE, f"a script or style stands in the page itself: `{tag}`", "", at)
    for repeated in sorted(name for name, times in Counter(facts.ids).items() if times > 1):
        yield Diagnostic(codes.REPEATED_ID, f"two elements have the id `{repeated}`", "", at)


def _dead_links(
    path: str,
    facts: HtmlFacts,
    files: Mapping[str, bytes],
    pages: Mapping[str, HtmlFacts],
    site_url: str,
) -> Iterator[Diagnostic]:
    for link in dict.fromkeys(facts.links):
        url, _, fragment = absolute(link, path, site_url).partition("#")
        file = file_at(url, site_url)
        if file is None:
            continue
        if file not in files:
            yield Diagnostic(codes.DEAD_LINK, f"the link `{link}` leads nowhere", "", Span(path))
        elif fragment and file in pages and fragment not in pages[file].ids:
            yield Diagnostic(codes.DEAD_LINK, f"no element is called `#{fragment}`", "", Span(path))


def _repeated(
    pages: Mapping[str, HtmlFacts], what: str, text_of: Callable[[HtmlFacts], str]
) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    for path, facts in pages.items():
        text = text_of(facts)
        owner = owners.setdefault(text, path)
        if text and owner != path:
            yield Diagnostic(
                codes.REPEATED_TEXT,
                f"two pages have the {what} `{text}`",
                "",
                Span(path),
                (Note(Span(owner), "the other page"),),
            )
