"""What becomes of postings' addresses that were published and have no page of a file today."""

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date

from generator.library.lifecycle import is_expired, last_change, recorded_end
from generator.library.nodes import Category
from generator.library.renames import renamed
from generator.library.site import Job, Past, Standing, State
from generator.model.addresses import job_slug, job_url, normalised
from generator.model.documents import Article, Body, Identity, Page, Posting, line_spans
from generator.model.files import LOCK_FILE
from generator.model.published import Published
from generator.model.site_config import SiteConfig


def past_of(
    lock: tuple[Published, ...],
    jobs: tuple[Job, ...],
    claimed: Container[str],
    config: SiteConfig,
    today: date,
    category_of: Callable[[str], Category | None],
) -> Past:
    """What is remembered of postings; `claimed` are addresses that some file redirects.

    `category_of` finds a category that has a page. What is remembered is said by no file, so it neither
    makes a category nor counts as a job.
    """
    here = {job_url(job.slug) for job in jobs if job.has_page}
    over = {job_url(job.slug) for job in jobs if job.standing.state is State.CLOSED and not job.has_page}
    absent = [e for e in lock if job_slug(e.url) and e.url not in here and e.url not in claimed]
    moved = renamed(absent, lock, jobs)
    left = [entry for entry in absent if entry.url not in moved and entry.url not in over]
    closed = [_closed(entry, config, today, category_of) for entry in left]
    over |= {job_url(job.slug) for job in closed if not job.has_page}
    return Past(
        remembered=tuple(job for job in closed if job.has_page),
        expired=tuple(job for job in closed if not job.has_page),
        renamed=moved,
        gone=tuple(sorted(over - here - moved.keys())),
    )


def claimed_addresses(
    jobs: Iterable[Job], articles: Iterable[Article], pages: Iterable[Page], config: SiteConfig
) -> Iterator[str]:
    """The addresses that files with a page, or site.yaml, redirect."""
    shown: tuple[Posting | Article | Page, ...] = (*(job.posting for job in jobs), *articles, *pages)
    yield from (normalised(alias) for document in shown for alias in document.aliases)
    yield from (normalised(redirection.source) for redirection in config.redirects)


def _closed(
    entry: Published, config: SiteConfig, today: date, category_of: Callable[[str], Category | None]
) -> Job:
    """A posting that no file says any more, as a closed one."""
    slug = job_slug(entry.url)
    category = category_of(entry.category) if entry.category else None
    last = recorded_end(entry, today)
    posting = Posting(
        # Its address is no file's stem, so that it is never taken for a posting of the same name.
        identity=Identity(entry.url, config.language),
        spans=line_spans(LOCK_FILE, "title", entry.line),
        body=Body(),
        title=entry.title or slug.replace("-", " ").capitalize(),
        posted=entry.first,
        closes=entry.last,
        status="closed",
        id=entry.id or slug,
        aliases=entry.aliases,
    )
    return Job(
        posting=posting,
        slug=slug,
        standing=Standing(State.CLOSED, reason="date" if last else "closed"),
        last_open=last,
        changed=last_change(posting, last, today),
        has_page=not is_expired(last, config.lifecycle.keep_closed_for, today),
        categories=(category,) if category else (),
        places=(),
        salary=None,
    )
