"""A posting's page."""

from collections.abc import Iterator
from urllib.parse import quote

from generator.library.nodes import Category, Place
from generator.library.site import Job, State
from generator.library.topics import articles_for
from generator.model.documents import Identity, Posting
from generator.model.territories import country_name
from generator.model.values import Contact, Term
from generator.pages import urls
from generator.pages.extra import extra
from generator.pages.formats import count, date_text, duration, salary_view
from generator.pages.links import body_view, picture
from generator.pages.lists import article_cards, category_link, category_path, place_link
from generator.pages.plan import Page, Plan
from generator.pages.views import (
    ContactView,
    DateText,
    Frame,
    Head,
    JobView,
    LinkView,
    PlaceFact,
    SimilarJob,
    SnippetView,
    TermView,
)

_ARTICLES = 2


def job_view(job: Job, page: Page, plan: Plan, frame: Frame, head: Head) -> JobView:
    """What the theme sees of a posting on the site's day."""
    posting, language = job.posting, page.language
    path = posting.spans.path
    first = category_path(job.categories[0], plan) if job.categories else ()
    apply_url = _apply_url(job.apply, posting) if job.is_open else ""
    return JobView(
        frame=frame,
        head=head,
        title=posting.title,
        language=posting.text_language,
        state=job.standing.state.value,
        reason=job.standing.reason,
        is_closing_soon=job.standing.is_closing_soon,
        breadcrumbs=(LinkView(plan.href(urls.JOBS), word="nav.jobs"), *first),
        categories=tuple(category_path(category, plan) for category in job.categories),
        places=tuple(_places(job, plan, language)),
        remote=posting.remote,
        remote_from=tuple(country_name(c, language) for c in posting.remote_from if c != "anywhere"),
        is_anywhere="anywhere" in posting.remote_from,
        employment=posting.employment,
        term=_term(posting.term, language),
        salary=salary_view(job.salary, language) if job.salary else None,
        hours=posting.hours,
        start=posting.start,
        positions=count(posting.positions, language) if posting.positions else None,
        team=posting.team,
        level=posting.level,
        skills=posting.skills,
        languages=posting.languages,
        education=posting.education,
        experience=duration(posting.experience, language) if posting.experience else None,
        company=posting.company,
        requisition=posting.requisition,
        posted=date_text(posting.posted, language),
        opens=date_text(posting.opens, language) if posting.opens else None,
        updated=date_text(posting.updated, language) if posting.updated else None,
        closes=_closes(job, language),
        summary=posting.summary or posting.body.text,
        picture=picture(posting.image, posting.image_alt, plan),
        body=body_view(posting.body, path, plan),
        snippets=tuple(_snippets(posting, plan)),
        apply_url=apply_url,
        is_apply_by_mail=apply_url.startswith("mailto:"),
        contact=_contact(posting.contact),
        adjustments=_contact(plan.site.config.adjustments),
        similar=tuple(
            _similar(other, plan, language) for other in plan.site.similar.get(posting.identity, ())
        ),
        more_categories=tuple(_more_categories(job, plan)),
        more_places=tuple(
            place_link(entry.place, plan, language)
            for entry in job.places
            if _has_others(entry.place, job, plan)
        ),
        articles=article_cards(articles_for(job, plan.site, _ARTICLES), plan, language),
        extra=extra(posting.extra),
    )


def _closes(job: Job, language: str) -> DateText | None:
    """The last day to apply, where it still counts or is why the posting closed."""
    standing, closes = job.standing, job.posting.closes
    is_gone = standing.state is State.CLOSED and standing.reason != "date"
    if closes is None or is_gone or standing.state is State.ON_HOLD:
        return None
    return date_text(closes, language)


def _more_categories(job: Job, plan: Plan) -> Iterator[LinkView]:
    """The posting's categories, then the top ones above them, where there are other jobs."""
    tops = (plan.site.category_tree.top_of(category) for category in job.categories)
    for category in dict.fromkeys((*job.categories, *tops)):
        if _has_others(category, job, plan):
            yield category_link(category, plan)


def _has_others(node: Category | Place, job: Job, plan: Plan) -> bool:
    """Whether there are open postings beside this one."""
    return len(plan.site.jobs_in(node)) > job.is_open


def _apply_url(apply: str, posting: Posting) -> str:
    """Where the apply button leads; a mail arrives with the job's title and id as its subject."""
    if "@" in apply and "://" not in apply:
        return f"{_mail_url(apply)}?subject={quote(f'{posting.title} ({posting.id})')}"
    return apply


def _mail_url(address: str) -> str:
    """A `mailto:` address; escaped, so that nothing in it is read as a further header."""
    return f"mailto:{quote(address, safe='@')}"


def _places(job: Job, plan: Plan, language: str) -> Iterator[PlaceFact]:
    for entry in job.places:
        yield PlaceFact(
            place_link(entry.place, plan, language),
            _apply_url(entry.apply, job.posting) if job.is_open and entry.apply else "",
            salary_view(entry.salary, language) if entry.salary else None,
        )


def _term(term: Term | None, language: str) -> TermView | None:
    if term is None:
        return None
    return TermView(term.permanent, duration(term.months, language) if term.months else None)


def _snippets(posting: Posting, plan: Plan) -> Iterator[SnippetView]:
    """The posting's own snippets, then those of every posting, each once."""
    language = posting.identity.language
    for stem in dict.fromkeys((*posting.include, *plan.site.config.include)):
        snippet = plan.site.snippets.get(Identity(stem, language))
        if snippet:
            yield SnippetView(snippet.title, body_view(snippet.body, snippet.spans.path, plan))


def _contact(contact: Contact | None) -> ContactView | None:
    """Somebody to write to or call."""
    if contact is None:
        return None
    return ContactView(
        name=contact.name,
        email=contact.email,
        mail_url=_mail_url(contact.email) if contact.email else "",
        phone=contact.phone,
        phone_url="tel:" + "".join(ch for ch in contact.phone if ch.isdigit() or ch == "+")
        if contact.phone
        else "",
        url=contact.url,
    )


def _similar(job: Job, plan: Plan, language: str) -> SimilarJob:
    return SimilarJob(
        title=job.posting.title,
        url=plan.href(urls.job_url(job.slug)),
        language=job.posting.text_language,
        categories=tuple(category_link(category, plan) for category in job.categories),
        places=tuple(place_link(entry.place, plan, language) for entry in job.places),
        remote=job.posting.remote,
    )
