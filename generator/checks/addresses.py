"""Rules for addresses: are all of them remembered, and can the hosts take what they are told."""

from collections.abc import Iterator

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.files import LOCK_FILE
from generator.model.slugs import fold
from generator.pages import urls
from generator.pages.data_views import AzureView, HeadersView, HostView, RedirectsView, VercelView
from generator.pages.host_views import host_view
from generator.pages.hosts import AZURE, CLOUDFLARE, VERCEL
from generator.pages.kinds import HOST_FILES
from generator.pages.lock import recorded_pages
from generator.pages.plan import Plan
from generator.render.hosts import header_lines, host_file, redirect_lines

_NAMED = 3

# What the hosts' documentation says they take; docs/addresses.md has the sources.
_CLOUDFLARE_REDIRECTS, _CLOUDFLARE_REDIRECT_LENGTH = 2_000, 1_000
_CLOUDFLARE_RULES, _CLOUDFLARE_HEADER_LENGTH = 100, 2_000
_VERCEL_REDIRECTS = 2_048
_AZURE_BYTES = 20_000

_HINTS = {
    CLOUDFLARE: "make them fewer or shorter, or move them to Cloudflare's Bulk Redirects and Transform Rules",
    VERCEL: "take the oldest out of `redirects` and `aliases`",
    AZURE: "take the oldest out of `redirects` and `aliases`, or leave `azure` out of `hosts`",
}


def lock_problems(plan: Plan) -> Iterator[Diagnostic]:
    """That addresses are published which content/urls.lock doesn't have, where there is such a file."""
    if plan.site.published is None:
        return
    known = {entry.url for entry in plan.site.published}
    new = sorted(page.url for page in recorded_pages(plan) if page.url not in known)
    if not new:
        return
    shown = ", ".join(f"`{url}`" for url in new[:_NAMED])
    more = f" and {len(new) - _NAMED:,} more" if len(new) > _NAMED else ""
    what = f"{shown}{more} {'is' if len(new) == 1 else 'are'} not recorded yet"
    hint = "run `openings lock` when you publish, and commit the file"
    yield Diagnostic(codes.ADDRESSES_NOT_RECORDED, what, hint, Span(LOCK_FILE))


def rename_problems(plan: Plan) -> Iterator[Diagnostic]:
    """Postings that are remembered as closed, and seem to go on under another name."""
    here = {(fold(job.posting.title), job.posting.posted): job for job in plan.site.open_jobs}
    for job in plan.site.past.remembered:
        other = here.get((fold(job.posting.title), job.posting.posted))
        if not other:
            continue
        url, path = urls.job_url(job.slug), other.posting.spans.path
        what = f"`{url}` says that the job is closed, and `{path}` seems to be the same job"
        hint = f"if it is, write `aliases: {url}` into `{path}`; else give it another title"
        yield Diagnostic(codes.PAGE_GONE, what, hint, job.posting.spans.at("title"))


def host_problems(plan: Plan) -> Iterator[Diagnostic]:
    """What is more than a host takes, of those that site.yaml names: nobody else is to be bothered."""
    config = plan.site.config
    kinds = [page.kind for page in plan.pages if page.kind in HOST_FILES] if config.hosts else []
    for kind in kinds:
        for host, what in _excess(host_view(kind, plan)):
            if host in config.hosts:
                yield Diagnostic(codes.HOST_LIMIT, what, _HINTS[host], config.spans.at("hosts"))


def _excess(view: HostView) -> Iterator[tuple[str, str]]:
    """Each host whose limit is passed, and by what."""
    match view:
        case RedirectsView():
            lines = redirect_lines(view)
            yield from _over(CLOUDFLARE, len(view.redirects), _CLOUDFLARE_REDIRECTS, "redirects")
            longest = max(map(len, lines), default=0)
            yield from _over(CLOUDFLARE, longest, _CLOUDFLARE_REDIRECT_LENGTH, "characters in a redirect")
        case HeadersView():
            lines = [line for rule in view.rules for line in header_lines(rule)]
            yield from _over(CLOUDFLARE, len(view.rules), _CLOUDFLARE_RULES, "rules for headers")
            longest = max(map(len, lines), default=0)
            yield from _over(CLOUDFLARE, longest, _CLOUDFLARE_HEADER_LENGTH, "characters in a header")
        case VercelView():
            yield from _over(VERCEL, len(view.redirects), _VERCEL_REDIRECTS, "redirects")
        case AzureView():
            yield from _over(AZURE, len(host_file(view)), _AZURE_BYTES, "bytes of settings")


def _over(host: str, figure: int, limit: int, what: str) -> Iterator[tuple[str, str]]:
    if figure > limit:
        yield host, f"there are {figure:,} {what}, and {host} takes {limit:,}"
