"""A posting's page."""

from collections.abc import Iterator

from generator.library.nodes import Category, Place
from generator.library.site import Job, State
from generator.model.documents import Posting
from generator.model.values import Term
from generator.pages import urls
from generator.pages.contacts import mail_url
from generator.pages.extra import extra
from generator.pages.formats import Formats
from generator.pages.kit import Kit
from generator.pages.pictures import picture
from generator.pages.structured_data import address_of, region_of, start_day
from generator.pages.views import DateText, Head, JobView, LinkView, PlaceFact, TermView

_ARTICLES = 2


def job_view(job: Job, head: Head, kit: Kit) -> JobView:
    """What the theme sees of a posting on the site's day."""
    posting, site, formats = job.posting, kit.site, kit.formats
    paths = tuple(map(kit.categories.path, job.categories))
    applying = apply_url(job.apply, posting) if job.is_open else ""
    return JobView(
        frame=kit.frame,
        head=head,
        slug=job.slug,
        url=kit.plan.href(urls.job_url(job.slug)),
        title=posting.title,
        language=posting.text_language,
        state=job.standing.state.value,
        reason=job.standing.reason,
        is_closing_soon=job.standing.is_closing_soon,
        breadcrumbs=(LinkView(kit.frame.jobs_url, word="nav.jobs"), *(paths[0] if paths else ())),
        categories=paths,
        places=tuple(_places(job, kit)),
        remote=posting.remote,
        remote_from=tuple(formats.country(code) for code in posting.remote_from if code != "anywhere"),
        is_anywhere="anywhere" in posting.remote_from,
        employment=posting.employment,
        term=_term(posting.term, formats),
        salary=formats.salary(job.salary) if job.salary else None,
        hours=posting.hours,
        start=posting.start,
        start_day=formats.day(start) if (start := start_day(posting)) else None,
        positions=formats.count(posting.positions) if posting.positions else None,
        team=posting.team,
        level=posting.level,
        skills=posting.skills,
        languages=posting.languages,
        education=posting.education,
        experience=formats.duration(posting.experience) if posting.experience else None,
        company=posting.company or site.config.company.name,
        requisition=posting.requisition,
        posted=formats.day(posting.posted),
        opens=formats.day(posting.opens) if posting.opens else None,
        updated=formats.day(posting.updated) if posting.updated else None,
        closes=_closes(job, formats),
        summary=posting.summary or posting.body.text,
        picture=picture(posting.image, posting.image_alt, kit.plan),
        body=kit.bodies.view(posting.body, posting.spans.path),
        snippets=kit.bodies.snippets(site.included(job)),
        apply_url=applying,
        is_apply_by_mail=applying.startswith("mailto:"),
        contact=kit.contact(posting.contact) if posting.contact else None,
        adjustments=kit.contact(site.config.adjustments) if site.config.adjustments else None,
        similar=tuple(map(kit.rows.similar, site.similar.get(posting.identity, ()))),
        more_categories=tuple(_more_categories(job, kit)),
        more_places=tuple(_more_places(job, kit)),
        articles=kit.articles.fitting(job, _ARTICLES),
        extra=extra(posting.extra),
    )


def _closes(job: Job, formats: Formats) -> DateText | None:
    """The last day to apply, where it still counts or is why the posting closed."""
    standing, closes = job.standing, job.posting.closes
    is_gone = standing.state is State.CLOSED and standing.reason != "date"
    if closes is None or is_gone or standing.state is State.ON_HOLD:
        return None
    return formats.day(closes)


def _more_categories(job: Job, kit: Kit) -> Iterator[LinkView]:
    """The posting's categories, then the top ones above them, where there are other jobs."""
    tops = map(kit.categories.top, job.categories)
    for category in {category.slugs: category for category in (*job.categories, *tops)}.values():
        if _has_others(category, job, kit):
            yield kit.categories.link(category)


def _more_places(job: Job, kit: Kit) -> Iterator[LinkView]:
    """The posting's places where there are other jobs."""
    for entry in job.places:
        if _has_others(entry.place, job, kit):
            yield kit.places.link(entry.place)


def _has_others(node: Category | Place, job: Job, kit: Kit) -> bool:
    """Whether there are open postings beside this one."""
    return len(kit.site.jobs_in(node)) > job.is_open


def apply_url(apply: str, posting: Posting) -> str:
    """Where a link to apply leads; a mail arrives with the job's title and id as its subject."""
    if "@" in apply and "://" not in apply:
        return mail_url(apply, f"{posting.title} ({posting.id})")
    return apply


def _places(job: Job, kit: Kit) -> Iterator[PlaceFact]:
    for entry in job.places:
        yield PlaceFact(
            kit.places.link(entry.place),
            region_of(entry.place),
            address_of(entry.place),
            apply_url(entry.apply, job.posting) if job.is_open and entry.apply else "",
            kit.formats.salary(entry.salary) if entry.salary else None,
        )


def _term(term: Term | None, formats: Formats) -> TermView | None:
    if term is None:
        return None
    return TermView(term.permanent, formats.duration(term.months) if term.months else None)
