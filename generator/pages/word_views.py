"""Home, articles, pages of words, and the page for addresses that lead nowhere."""

from generator.library.nodes import Category, Place
from generator.library.site import Job
from generator.library.stories import nodes_of
from generator.model import documents
from generator.pages import urls
from generator.pages.extra import extra
from generator.pages.formats import count, date_text
from generator.pages.links import body_view, picture
from generator.pages.lists import (
    article_card,
    article_cards,
    category_entries,
    category_link,
    job_list,
    job_row,
    place_entries,
    place_link,
    reading_minutes,
)
from generator.pages.plan import Page, Plan, jobs_of
from generator.pages.views import (
    ArticlesView,
    ArticleView,
    CategoryEntry,
    Frame,
    Head,
    HomeView,
    JobRow,
    JobsView,
    NotFoundView,
    WordsView,
)

_NEWEST = 8
_STORIES = 3


def home_view(page: Page, plan: Plan, frame: Frame, head: Head) -> HomeView:
    """`/`."""
    site, language = plan.site, page.language
    return HomeView(
        frame=frame,
        head=head,
        tagline=site.config.tagline,
        description=site.config.description,
        total=count(len(site.open_jobs), language),
        categories=_hiring(page, plan),
        places=tuple(entry for entry in place_entries((), plan, language) if entry.count.number),
        newest=tuple(job_row(job, plan, language) for job in site.open_jobs[:_NEWEST]),
        articles=article_cards(site.articles[:_STORIES], plan, language),
    )


def jobs_view(page: Page, plan: Plan, frame: Frame, head: Head) -> JobsView:
    """`/jobs/` and its further pages."""
    return JobsView(frame, head, job_list(plan.site.open_jobs, page, plan))


def articles_view(page: Page, plan: Plan, frame: Frame, head: Head) -> ArticlesView:
    """`/articles/`."""
    return ArticlesView(frame, head, article_cards(plan.site.articles, plan, page.language))


def article_view(article: documents.Article, page: Page, plan: Plan, frame: Frame, head: Head) -> ArticleView:
    """An article with the jobs it speaks of."""
    site, language = plan.site, page.language
    others = [other for other in site.articles if other is not article]
    categories = (node for node in nodes_of(article, site, Category) if node in site.categories)
    places = (node for node in nodes_of(article, site, Place) if node in site.places)
    return ArticleView(
        frame=frame,
        head=head,
        title=article.title,
        language=article.identity.language,
        author=article.author,
        date=date_text(article.date, language),
        updated=date_text(article.updated, language) if article.updated else None,
        minutes=reading_minutes(article, language),
        lead=article.summary,
        summary=article.summary or article.body.text,
        picture=picture(article.image, article.image_alt, plan),
        body=body_view(article.body, article.spans.path, plan),
        jobs=_jobs_named(article, plan, language),
        categories=tuple(category_link(node, plan) for node in categories if isinstance(node, Category)),
        places=tuple(place_link(node, plan, language) for node in places if isinstance(node, Place)),
        others=tuple(article_card(other, plan, language) for other in others[:_STORIES]),
        extra=extra(article.extra),
    )


def words_view(words: documents.Page, page: Page, plan: Plan, frame: Frame, head: Head) -> WordsView:
    """Any other page, with its list of postings where it asks for one."""
    jobs = job_list(jobs_of(words, plan.site), page, plan) if words.jobs else None
    return WordsView(
        frame=frame,
        head=head,
        title=words.title,
        language=words.identity.language,
        lead=words.summary,
        summary=words.summary or words.body.text,
        picture=picture(words.image, words.image_alt, plan),
        body=body_view(words.body, words.spans.path, plan),
        jobs=jobs,
        extra=extra(words.extra),
    )


def not_found_view(page: Page, plan: Plan, frame: Frame, head: Head) -> NotFoundView:
    """`/404.html`."""
    return NotFoundView(frame, head, _hiring(page, plan))


def _hiring(page: Page, plan: Plan) -> tuple[CategoryEntry, ...]:
    """The top categories that have an open job."""
    entries = category_entries((), plan, page.language)
    return tuple(entry for entry in entries if entry.count.number)


def _jobs_named(article: documents.Article, plan: Plan, language: str) -> tuple[JobRow, ...]:
    """The open postings an article names, in its order."""
    by_stem: dict[str, Job] = {job.posting.identity.stem: job for job in plan.site.open_jobs}
    return tuple(job_row(by_stem[stem], plan, language) for stem in article.jobs if stem in by_stem)


def section_of(page: Page) -> str:
    """The navigation address that a page belongs under, from the site's root."""
    for section in (urls.JOBS, urls.CATEGORIES, urls.LOCATIONS, urls.ARTICLES):
        if page.url.startswith(section):
            return section
    return page.url.partition("page/")[0]
