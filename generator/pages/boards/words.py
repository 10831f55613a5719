"""A posting's words for other sites: every link and picture by its whole address."""

from html import escape
from urllib.parse import urlsplit

from msgspec.structs import replace

from generator.library.site import Job
from generator.pages import urls
from generator.pages.kit import Kit
from generator.pages.views import BodyView, SnippetView

_NAMES = ('href="', 'src="')


def words_of(job: Job, kit: Kit) -> tuple[BodyView, tuple[SnippetView, ...]]:
    """The posting's own words and the snippets below them, as on its page."""
    posting = job.posting
    include = (*posting.include, *kit.site.config.include)
    snippets = kit.bodies.snippets(include, posting.identity.language)
    page = kit.plan.absolute(urls.job_url(job.slug))
    return (
        _whole(kit.bodies.view(posting.body, posting.spans.path), page),
        tuple(replace(snippet, body=_whole(snippet.body, page)) for snippet in snippets),
    )


def _whole(body: BodyView, page: str) -> BodyView:
    """The words as they are for somebody who isn't on `page`."""
    return replace(body, attributes=tuple(_address(attribute, page) for attribute in body.attributes))


def _address(attribute: str, page: str) -> str:
    """A link or picture; what begins with a slash is the host's, a fragment the page's own."""
    for name in _NAMES:
        if attribute.startswith(f"{name}#"):
            return f"{name}{escape(page)}{attribute.removeprefix(name)}"
        if attribute.startswith(f"{name}/"):
            parts = urlsplit(page)
            return f"{name}{parts.scheme}://{parts.netloc}{attribute.removeprefix(name)}"
    return attribute
