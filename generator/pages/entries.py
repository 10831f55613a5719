"""Postings and articles as entries of feeds."""

from datetime import date
from urllib.parse import urlsplit

from generator.library.nodes import Category
from generator.library.site import Job
from generator.model.addresses import ascii_host
from generator.model.documents import Article
from generator.model.slugs import slugify
from generator.pages import urls
from generator.pages.changes import article_changed, first_moment
from generator.pages.data_views import FeedEntry
from generator.pages.once import once
from generator.pages.plan import Plan


class Entries:
    """The entries of one plan's feeds; each is made once, whatever feeds it stands in."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._language = plan.site.config.language
        self._owner, self._folder = _owner(plan.site.config.url)
        self.job = once(self._job, lambda job: job.posting.spans.path)
        self.article = once(self._article, lambda article: article.spans.path)

    def _job(self, job: Job) -> FeedEntry:
        posting = job.posting
        return FeedEntry(
            id=self._tag(posting.posted.year, f"jobs/{posting.id}"),
            title=posting.title,
            url=self._plan.absolute(urls.job_url(job.slug)),
            language=self._foreign(posting.text_language),
            author=posting.company,
            published=self._moment(min(posting.posted, job.changed)),
            updated=self._moment(job.changed),
            summary=posting.summary or posting.body.text,
            categories=tuple(map(_path, job.categories)),
        )

    def _article(self, article: Article) -> FeedEntry:
        slug = slugify(article.identity.stem)
        site, changed = self._plan.site, article_changed(article, self._plan.site)
        return FeedEntry(
            id=self._tag(article.date.year, f"articles/{slug}"),
            title=article.title,
            url=self._plan.absolute(urls.article_url(slug)),
            language=self._foreign(article.identity.language),
            author=article.author,
            published=self._moment(min(article.date, changed)),
            updated=self._moment(changed),
            summary=article.summary or article.body.text,
            categories=tuple(map(_path, site.topics[article.identity].categories)),
        )

    def _moment(self, day: date) -> str:
        return first_moment(day, self._plan.site)

    def _tag(self, year: int, name: str) -> str:
        """A name for all time (RFC 4151): whose it is, since when, and which."""
        return f"tag:{self._owner},{year:04}:{self._folder}{urls.escaped(name)}"

    def _foreign(self, language: str) -> str:
        return "" if language == self._language else language


def _owner(url: str) -> tuple[str, str]:
    """The site's host and its folder as URIs write them: ASCII alone, the folder with its last slash."""
    parts = urlsplit(url)
    host, folder = parts.hostname or "", parts.path.strip("/")
    return ascii_host(host) or host, urls.escaped("", f"{folder}/") if folder else ""


def _path(category: Category) -> str:
    return " / ".join(category.names)
