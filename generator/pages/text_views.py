"""Articles, and pages of words."""

from generator.model import documents
from generator.pages import urls
from generator.pages.extra import extra
from generator.pages.kit import Kit
from generator.pages.page import Page
from generator.pages.pictures import picture
from generator.pages.views import ArticlesView, ArticleView, Head, LinkView, WordsView

_OTHERS = 3


def articles_view(page: Page, head: Head, kit: Kit) -> ArticlesView:
    """`/articles/`."""
    return ArticlesView(kit.frame, head, kit.articles.cards(kit.site.articles))


def article_view(article: documents.Article, head: Head, kit: Kit) -> ArticleView:
    """An article with the jobs it speaks of."""
    site, formats = kit.site, kit.formats
    others = [other for other in site.articles[: _OTHERS + 1] if other is not article]
    topics = site.topics[article.identity]
    return ArticleView(
        frame=kit.frame,
        head=head,
        title=article.title,
        language=article.identity.language,
        breadcrumbs=(LinkView(kit.plan.href(urls.ARTICLES), word="nav.articles"),),
        author=article.author,
        date=formats.day(article.date),
        updated=formats.day(article.updated) if article.updated else None,
        minutes=formats.count(article.body.minutes),
        lead=article.summary,
        summary=article.summary or article.body.text,
        picture=picture(article.image, article.image_alt, kit.plan),
        body=kit.bodies.view(article.body, article.spans.path),
        jobs=kit.rows.named(article.jobs),
        categories=tuple(map(kit.categories.link, topics.categories)),
        places=tuple(map(kit.places.link, topics.places)),
        others=kit.articles.cards(others[:_OTHERS]),
        extra=extra(article.extra),
    )


def words_view(words: documents.Page, page: Page, head: Head, kit: Kit) -> WordsView:
    """Any other page, with its list of postings where it asks for one."""
    path = words.spans.path
    return WordsView(
        frame=kit.frame,
        head=head,
        title=words.title,
        language=words.identity.language,
        lead=words.summary,
        summary=words.summary or words.body.text,
        picture=picture(words.image, words.image_alt, kit.plan),
        body=kit.bodies.view(words.body, path),
        jobs=kit.rows.page_of(kit.plan.chosen[path], page) if words.jobs else None,
        extra=extra(words.extra),
    )
