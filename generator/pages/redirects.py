"""Addresses that lead elsewhere: which there are, where each ends, and what is wrong with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Note, Span
from generator.diagnostics.suggest import Suggest, did_you_mean, sparing
from generator.library.nodes import Category, Place
from generator.library.site import Job, Site
from generator.model.addresses import job_slug, normalised
from generator.model.documents import Article, Page, Posting, Spans, line_spans
from generator.model.files import LOCK_FILE
from generator.pages import urls

PERMANENT, TEMPORARY = 301, 302
# So many broken targets get a suggestion: beyond that something larger is wrong.
_SUGGESTIONS = 50

# What the page is about that a redirect leads to; None for another host's, and for pages about nothing.
Aim = Job | Category | Place | Article | Page | None


class Redirect(Struct, frozen=True):
    """Who asks for `source` is led to `target`: a path from the site's root, or a URL.

    `rest` is a query or fragment behind a path. The field `field` of the file that `spans` are of says so.
    """

    source: str
    target: str
    spans: Spans
    field: str
    rest: str = ""
    status: int = PERMANENT
    aim: Aim = None

    @property
    def at(self) -> Span:
        """Where its source is said."""
        return self.spans.at(f"{self.field}.from")

    @property
    def target_at(self) -> Span:
        """Where its target is said."""
        return self.spans.at(f"{self.field}.to")


class Taken(Struct, frozen=True):
    """What the site's addresses hold already.

    `aims` gives for each page what it is about; `is_file` tells the files that are copied, `is_hidden` where
    a file would have its page that isn't published today.
    """

    aims: Mapping[str, Aim]
    is_file: Callable[[str], bool]
    is_hidden: Callable[[str], bool]

    def has(self, url: str) -> bool:
        """Whether something is at an address."""
        return url in self.aims or self.is_file(url)


def redirects(site: Site, taken: Taken) -> tuple[tuple[Redirect, ...], tuple[Diagnostic, ...]]:
    """The redirects of a site, by their sources; and what is wrong with them."""
    problems: list[Diagnostic] = []
    suggest = sparing(_SUGGESTIONS)
    wanted: dict[str, Redirect] = {}
    for redirect in (*_aliases(site), *_written(site)):
        if problem := _conflict(redirect, wanted, taken):
            problems.append(problem)
        else:
            wanted[redirect.source] = redirect
    for redirect in (*_renames(site), *_remembered(site)):
        if redirect.source not in wanted and not taken.has(redirect.source):
            wanted[redirect.source] = redirect
    for redirect, problem in _fallbacks(site, wanted, taken):
        wanted[redirect.source] = redirect
        problems += [problem] if problem else []
    final = []
    for redirect in wanted.values():
        ended, problem = _ended(redirect, wanted, taken, suggest)
        final += [ended] if ended else []
        problems += [problem] if problem else []
    return tuple(sorted(final, key=lambda redirect: redirect.source)), tuple(problems)


def _aliases(site: Site) -> Iterator[Redirect]:
    """Former addresses that files with a page name."""
    postings = (job.posting for job in site.jobs if job.has_page)
    documents: tuple[Posting | Article | Page, ...] = (*postings, *site.articles, *site.pages)
    for document in documents:
        for i, alias in enumerate(document.aliases):
            yield Redirect(normalised(alias), urls.own_url(document), document.spans, f"aliases.{i}")


def _written(site: Site) -> Iterator[Redirect]:
    """What site.yaml redirects; an address of the site itself counts as its path."""
    config = site.config
    for i, redirection in enumerate(config.redirects):
        to, rest = redirection.target, ""
        if not urls.is_external(to, config.url):
            path, rest = urls.divided(to.removeprefix(config.url) or urls.HOME)
            to = unquote(path)
        yield Redirect(normalised(redirection.source), to, config.spans, f"redirects.{i}", rest)


def _renames(site: Site) -> Iterator[Redirect]:
    """Addresses of postings that go on under another one."""
    for url, job in site.past.renamed.items():
        yield Redirect(url, urls.job_url(job.slug), Spans(LOCK_FILE), "")


def _remembered(site: Site) -> Iterator[Redirect]:
    """Former addresses of postings that are only remembered."""
    for job in site.past.remembered:
        for alias in job.posting.aliases:
            yield Redirect(alias, urls.job_url(job.slug), job.posting.spans, "title")


def _conflict(redirect: Redirect, known: Mapping[str, Redirect], taken: Taken) -> Diagnostic | None:
    """Why there can't be such a redirect."""
    source, at = redirect.source, redirect.at
    if taken.has(source) or taken.is_hidden(source):
        if isinstance(taken.aims.get(source), Category | Place):
            what = f"`{source}` is a page today, so nobody is led on from it"
            return Diagnostic(codes.PAGE_BEFORE_REDIRECT, what, "take the line out if the page stays", at)
        is_here = "is a page or file of the site" if taken.has(source) else "is the address of a page to come"
        hint = "take the line out, or rename the file whose address it is"
        return Diagnostic(codes.REDIRECT_FROM_PAGE, f"`{source}` {is_here}", hint, at)
    other = known.get(source)
    if other and (other.target, other.rest) != (redirect.target, redirect.rest):
        what = f"`{source}` is sent to `{other.target}` already"
        return Diagnostic(
            codes.TWO_REDIRECTS, what, "keep one of the two lines", at, (Note(other.at, "the other line"),)
        )
    return None


def _fallbacks(
    site: Site, known: Mapping[str, Redirect], taken: Taken
) -> Iterator[tuple[Redirect, Diagnostic | None]]:
    """Published addresses without a page, led to the nearest page above; articles and pages are told of."""
    for entry in site.published or ():
        if job_slug(entry.url) or entry.url in known or taken.has(entry.url):
            continue
        target = next(url for url in urls.above(entry.url) if url in taken.aims)
        at = line_spans(LOCK_FILE, "url", entry.line, len(entry.url) + 1)
        redirect = Redirect(entry.url, target, at, "url", status=TEMPORARY)
        is_of_postings = entry.url.startswith((urls.CATEGORIES, urls.LOCATIONS))
        what = f"`{entry.url}` was published and isn't there any more: it leads to `{target}`"
        hint = f"write `aliases: {entry.url}` into the file that took its place, or put it into `redirects`"
        yield redirect, None if is_of_postings else Diagnostic(codes.PAGE_GONE, what, hint, redirect.at)


def _ended(
    redirect: Redirect, known: Mapping[str, Redirect], taken: Taken, suggest: Suggest
) -> tuple[Redirect | None, Diagnostic | None]:
    """The redirect straight to where it ends; None where it ends nowhere. And what is wrong with it."""
    steps, last = {redirect.source: None}, redirect
    while following := known.get(_page_of(last)):
        if following.source in steps:
            return None, _loop(redirect, (*steps, following.source))
        steps[following.source] = None
        last = following
    target = next((url for url in (last.target, _page_of(last)) if taken.has(url)), "")
    if not target and last.target.startswith("/"):  # where it ends is told of at the last redirect
        return None, _nowhere(redirect, taken, suggest) if last is redirect else None
    found = replace(
        redirect,
        target=target or last.target,
        rest=last.rest,
        status=max(redirect.status, last.status),
        aim=taken.aims.get(target),
    )
    return found, None if last is redirect else _chain(redirect, found)


def _page_of(redirect: Redirect) -> str:
    """The address of the page that a redirect leads to, in the form in which addresses are compared."""
    return normalised(redirect.target) if redirect.target.startswith("/") else ""


def _loop(redirect: Redirect, steps: Iterable[str]) -> Diagnostic:
    way = " → ".join(f"`{step}`" for step in steps)
    hint = "let one of them lead to a page"
    return Diagnostic(codes.REDIRECT_LOOP, f"the redirect leads back: {way}", hint, redirect.target_at)


def _chain(redirect: Redirect, found: Redirect) -> Diagnostic:
    end = f"{found.target}{found.rest}"
    what = f"`{redirect.target}` is itself sent on to `{end}`"
    return Diagnostic(codes.REDIRECT_CHAIN, what, f"write `{end}`", redirect.target_at)


def _nowhere(redirect: Redirect, taken: Taken, suggest: Suggest) -> Diagnostic:
    if taken.is_hidden(_page_of(redirect)):
        what = f"`{redirect.target}` isn't published today, so nothing leads there"
        return Diagnostic(codes.LINK_TO_UNPUBLISHED, what, "", redirect.target_at)
    hint = did_you_mean(redirect.target, taken.aims, "write the address of a page, such as `/jobs/`", suggest)
    return Diagnostic(
        codes.REDIRECT_TO_NOWHERE, f"there is no page at `{redirect.target}`", hint, redirect.target_at
    )
