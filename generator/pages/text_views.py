"""Articles, and pages of words."""

from generator.library.filters import chosen_jobs
from generator.library.site import Job
from generator.model import documents
from generator.pages.extra import extra
from generator.pages.formats import date_text
from generator.pages.links import body_view, picture
from generator.pages.lists import (
    article_cards,
    category_link,
    job_list,
    job_row,
    place_link,
    reading_minutes,
)
from generator.pages.plan import Page, Plan
from generator.pages.views import ArticlesView, ArticleView, Frame, Head, JobRow, WordsView

_OTHERS = 3


def articles_view(page: Page, plan: Plan, frame: Frame, head: Head) -> ArticlesView:
    """`/articles/`."""
    return ArticlesView(frame, head, article_cards(plan.site.articles, plan, page.language))


def article_view(article: documents.Article, page: Page, plan: Plan, frame: Frame, head: Head) -> ArticleView:
    """An article with the jobs it speaks of."""
    site, language = plan.site, page.language
    others = [other for other in site.articles if other is not article]
    topics = site.topics[article.identity]
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
        categories=tuple(category_link(node, plan) for node in topics.categories),
        places=tuple(place_link(node, plan, language) for node in topics.places),
        others=article_cards(others[:_OTHERS], plan, language),
        extra=extra(article.extra),
    )


def words_view(words: documents.Page, page: Page, plan: Plan, frame: Frame, head: Head) -> WordsView:
    """Any other page, with its list of postings where it asks for one."""
    jobs = job_list(chosen_jobs(plan.site, words.jobs), page, plan) if words.jobs else None
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


def _jobs_named(article: documents.Article, plan: Plan, language: str) -> tuple[JobRow, ...]:
    """The open postings an article names, in its order."""
    by_stem: dict[str, Job] = {job.posting.identity.stem: job for job in plan.site.open_jobs}
    return tuple(job_row(by_stem[stem], plan, language) for stem in article.jobs if stem in by_stem)
