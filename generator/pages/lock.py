"""What content/urls.lock should say today: every address for people, and what is to be remembered of it."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from generator.library.lifecycle import recorded_end
from generator.library.nodes import Category, Place
from generator.library.site import Job, State
from generator.model import documents
from generator.model.published import MOVED, Published, alias_keys, keys_of
from generator.model.territories import country_name
from generator.pages import urls
from generator.pages.kinds import Kind
from generator.pages.page import Page, Subject, document_of
from generator.pages.plan import Plan

_RECORDED = (
    *(Kind.HOME, Kind.JOBS, Kind.JOB, Kind.CATEGORIES, Kind.CATEGORY, Kind.LOCATIONS, Kind.PLACE),
    *(Kind.ARTICLES, Kind.ARTICLE, Kind.WORDS),
)


def recorded_pages(plan: Plan) -> Iterator[Page]:
    """The pages whose addresses are to be remembered: those that a file or the site itself makes."""
    for page in plan.pages:
        is_made = not isinstance(page.subject, Job) or document_of(page)
        if page.kind in _RECORDED and page.number == 1 and is_made:
            yield page


def next_lock(plan: Plan) -> tuple[Published, ...]:
    """The lines for the site's day, by address; a line changes only when something has happened."""
    today = plan.site.today
    known = {entry.url: entry for entry in plan.site.published or ()}
    here = {page.url: _recorded(page, known.get(page.url), today) for page in recorded_pages(plan)}
    moved = {url: urls.job_url(job.slug) for url, job in plan.site.past.renamed.items()}
    gone = {url: _left(entry, moved.get(url, ""), today) for url, entry in known.items() if url not in here}
    return tuple(entry for _, entry in sorted({**here, **gone}.items()))


def _recorded(page: Page, known: Published | None, today: date) -> Published:
    """The line for an address that has its page."""
    if not isinstance(page.subject, Job):
        keys = alias_keys(_aliases(page.subject))
        return Published(page.url, known.first if known else today, keys=keys, title=name_of(page.subject))
    job, posting = page.subject, page.subject.posting
    last = posting.closes
    first = known.first if known else min(today, posting.posted)
    if job.standing.state is State.CLOSED and job.standing.reason != "date":
        last = _end(known, first, today)
    return Published(
        url=page.url,
        first=first,
        last=last,
        keys=(*keys_of(posting), *alias_keys(posting.aliases)),
        title=posting.title,
        category=posting.category[0] if posting.category else "",
    )


def name_of(subject: Subject) -> str:
    """What a page is called, where it has a name of its own."""
    match subject:
        case Job():
            return subject.posting.title
        case Category():
            return subject.name
        case Place():
            return subject.city or country_name(subject.country, "en")
        case documents.Article() | documents.Page():
            return subject.title
    return ""


def _aliases(subject: Subject) -> tuple[str, ...]:
    return subject.aliases if isinstance(subject, documents.Article | documents.Page) else ()


def _left(entry: Published, moved: str, today: date) -> Published:
    """The line for an address that has no page any more; `moved` is where its posting is now, if anywhere.

    What is once recorded isn't judged again, so that no later day or file undoes it.
    """
    to = moved or entry.moved
    keys = (*(key for key in entry.keys if not key.startswith(MOVED)), *((f"{MOVED}{to}",) if to else ()))
    return replace(entry, keys=keys, last=_end(entry, entry.first, today))


def _end(known: Published | None, first: date, today: date) -> date:
    """The last open day of what nobody says a day of: as recorded, else yesterday, as it isn't open today."""
    return recorded_end(known, today) or max(first, today - timedelta(days=1))
