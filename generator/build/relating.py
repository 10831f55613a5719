"""All documents together: the site of a day, its plan, and what is wrong between its files."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct

from generator.build.laying_out import Laid, lay_out
from generator.checks.addresses import lock_problems, rename_problems
from generator.checks.boards import board_problems
from generator.checks.contrast import accent_problems
from generator.checks.host_problems import address_problems, rule_problems
from generator.checks.links import frame_problems, link_problems
from generator.checks.policies.rules import policy_problems, switched_on
from generator.checks.postings import posting_problems
from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import sparing
from generator.library.similar.table import similar_jobs
from generator.library.site import Job, Site
from generator.model.documents import Document, Identity
from generator.model.published import UrlsLock
from generator.model.site_config import SiteConfig
from generator.pages.assets import Assets
from generator.pages.plan import Plan

# So many broken names of one kind get a suggestion: beyond that something larger is wrong.
_SUGGESTIONS = 50


class Related(Struct, frozen=True):
    """The site and its plan, with the problems that no single file shows."""

    site: Site
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]


def relate(
    documents: Iterable[Document],
    config: SiteConfig,
    today: date,
    assets: Assets,
    drafts: bool = False,
    similar: Callable[[tuple[Job, ...]], Mapping[Identity, tuple[Job, ...]]] = similar_jobs,
    lock: UrlsLock | None = None,
) -> Related:
    """What the documents make together on the day; `similar` makes the table of similar jobs.

    `lock` is what content/urls.lock says, None where there is no such file.
    """
    laid = lay_out(documents, config, today, assets, drafts, similar, lock)
    return Related(laid.site, laid.plan, judged(laid, drafts))


def judged(laid: Laid, drafts: bool = False) -> tuple[Diagnostic, ...]:
    """What is wrong between the files of a site."""
    return (*judged_files(laid, drafts), *judged_postings(laid.site))


def judged_postings(site: Site) -> tuple[Diagnostic, ...]:
    """What boards, laws and the site ask of postings in vain: about half of the time of all judgement."""
    return switched_on(policy_problems(site), site.config)


def judged_files(laid: Laid, drafts: bool = False) -> tuple[Diagnostic, ...]:
    """What is wrong between the files of a site but for that."""
    site, planned, config = laid.site, laid.plan, laid.site.config
    of_postings = posting_problems(site, sparing(_SUGGESTIONS))
    suggest = sparing(_SUGGESTIONS)
    of_links = (
        problem for document in laid.documents for problem in link_problems(document, planned, suggest)
    )
    waiting = (_waits(d) for d in laid.documents if d.identity.language != config.language)
    of_config = (*accent_problems(config), *frame_problems(planned))
    of_lock = () if drafts else (*lock_problems(planned), *rename_problems(planned))
    of_addresses = (*of_lock, *address_problems(config), *rule_problems(planned))
    of_files = (*laid.problems, *of_postings, *board_problems(site))
    return (*of_files, *of_config, *of_links, *of_addresses, *waiting)


def _waits(document: Document) -> Diagnostic:
    language = document.identity.language
    what = f"the translation into `{language}` isn't shown yet"
    hint = "nothing to do: it is read and checked, and waits for a version with several languages"
    return Diagnostic(codes.TRANSLATION_WAITS, what, hint, document.spans.at(""))
