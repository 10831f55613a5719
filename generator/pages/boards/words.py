"""A posting's words for other sites: every link and picture by its whole address."""

from generator.library.site import Job
from generator.pages import urls
from generator.pages.bodies import for_elsewhere
from generator.pages.kit import Kit
from generator.pages.views import BodyView, SnippetView


def words_of(job: Job, kit: Kit) -> tuple[BodyView, tuple[SnippetView, ...]]:
    """The posting's own words and the snippets below them, as on its page."""
    own = kit.bodies.view(job.posting.body, job.posting.spans.path)
    snippets = kit.bodies.snippets(kit.site.included(job))
    return for_elsewhere(own, snippets, kit.plan.absolute(urls.job_url(job.slug)))
