"""Finding out what a whole site comes to: the part of a comparison that takes long."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from generator.build.laying_out import in_main_language, lay_out, unranked
from generator.build.relating import judged_files, judged_postings
from generator.build.store.codec import Told, decode, encode, told
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.assemble import assemble
from generator.library.site import Job
from generator.model.documents import Document
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
    """The work of finding the facts of several sites, two pieces for each: what it is, and is asked in vain.

    The two take about as long: with two workers, a comparison of 10,000 postings takes a tenth less.
    """

    sites: tuple[Sources, ...]
    day: date

    @property
    def pieces(self) -> int:
        """How many pieces there are."""
        return 2 * len(self.sites)

    def begin(self) -> Callable[[Sequence[int]], list[bytes]]:
        """Does some of the pieces, as JSON, which is quickly sent to us."""
        return lambda numbers: [self._piece(*divmod(number, 2)) for number in numbers]

    def _piece(self, number: int, part: int) -> bytes:
        sources = self.sites[number]
        return encode(told(_asked_in_vain(sources, self.day)) if part else _facts(sources, self.day))

    def together(self, pieces: Iterable[bytes]) -> Iterator[Facts]:
        """The facts of each site from its two pieces."""
        each = iter(pieces)
        for first, second in zip(each, each, strict=True):
            facts = decode(first, Facts)
            yield replace(facts, problems=(*facts.problems, *decode(second, tuple[Told, ...])))


def _asked_in_vain(sources: Sources, day: date) -> tuple[Diagnostic, ...]:
    """What is asked of the postings; nothing is planned for it."""
    config = sources.config
    site, _ = assemble(in_main_language(sources.documents, config), config, day, lock=sources.lock)
    return judged_postings(site)


def _facts(sources: Sources, day: date) -> Facts:
    """All but that; similar jobs aren't looked for, since nothing here depends on them."""
    assets = Assets(sources.static)
    laid = lay_out(
        sources.documents, sources.config, day, assets, drafts=False, similar=unranked, lock=sources.lock
    )
    plan = laid.plan
    return Facts(
        jobs=tuple(map(_job_fact, laid.site.jobs)),
        pages=dict(_pages(plan)),
        redirects={found.source: f"{found.target}{found.rest}" for found in plan.redirects},
        problems=told(judged_files(laid)),
    )


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
