"""Finding out what a whole site comes to: the part of a comparison that takes long."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from generator.build.laying_out import lay_out
from generator.build.relating import judged
from generator.build.store.codec import encode, told
from generator.library.site import Job
from generator.model.documents import Document, Identity
from generator.model.published import Published, UrlsLock, keys_of
from generator.model.site_config import SiteConfig
from generator.pages import urls
from generator.pages.assets import Asset, Assets
from generator.pages.kinds import UNREAD, Kind
from generator.pages.lock import name_of
from generator.pages.plan import Plan
from generator.publish.compare.facts import Facts, JobFact

# Pages that are there whatever a site says, and that nobody links to.
_OWN = (Kind.SAVED, Kind.NOT_FOUND)


class Sources(Struct, frozen=True):
    """All that a site's facts depend on besides its day."""

    documents: tuple[Document, ...]
    config: SiteConfig
    static: Mapping[str, Asset]
    lock: UrlsLock | None


class FactFinding(Struct, frozen=True):
    """The work of finding the facts of several sites."""

    sites: tuple[Sources, ...]
    day: date

    def begin(self) -> Callable[[Sequence[int]], list[bytes]]:
        """Finds the facts of some of the sites, as JSON: it is kept so, and quickly sent to us."""
        return lambda numbers: [encode(facts_of(self.sites[number], self.day)) for number in numbers]


def facts_of(sources: Sources, day: date) -> Facts:
    """The facts of one site; similar jobs aren't looked for, since nothing here depends on them."""
    assets = Assets(sources.static)
    laid = lay_out(
        sources.documents, sources.config, day, assets, drafts=False, similar=_unranked, lock=sources.lock
    )
    plan = laid.plan
    return Facts(
        jobs=tuple(map(_job_fact, laid.site.jobs)),
        pages=dict(_pages(plan)),
        redirects={found.source: f"{found.target}{found.rest}" for found in plan.redirects},
        problems=told(judged(laid)),
    )


def _unranked(jobs: tuple[Job, ...]) -> Mapping[Identity, tuple[Job, ...]]:
    return {}


def _pages(plan: Plan) -> Iterable[tuple[str, str]]:
    """The pages for people by their addresses, of long lists the first."""
    for page in plan.pages:
        if page.number == 1 and page.kind not in UNREAD and page.kind not in _OWN:
            yield page.url, name_of(page.subject)


def _job_fact(job: Job) -> JobFact:
    posting, url = job.posting, urls.job_url(job.slug)
    category = next(iter(posting.category), "")
    published = Published(url, posting.posted, None, keys_of(posting), posting.title, category)
    standing = job.standing
    return JobFact(posting.spans.path, url, standing.state, standing.reason, job.has_page, published)
