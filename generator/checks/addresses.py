"""Rules for addresses: are all of them remembered."""

from collections.abc import Iterator

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.files import LOCK_FILE
from generator.model.slugs import fold
from generator.pages import urls
from generator.pages.lock import recorded_pages
from generator.pages.plan import Plan

_NAMED = 3


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
