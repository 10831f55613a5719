"""All documents together: the site of a day and its plan, which is enough to make any page."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics.diagnostic import Diagnostic
from generator.library.assemble import assemble
from generator.library.site import Job, Site
from generator.model.documents import Article, Document, Identity, Page, Posting
from generator.model.published import UrlsLock
from generator.model.site_config import SiteConfig
from generator.pages.assets import Assets
from generator.pages.plan import Plan, plan

# What has a page of its own unless it is kept off the site.
_WITH_PAGE = (Posting, Article, Page)


class Laid(Struct, frozen=True):
    """The site and its plan; `problems` are those that came up on the way."""

    documents: tuple[Document, ...]
    site: Site
    plan: Plan
    problems: tuple[Diagnostic, ...]


def lay_out(
    documents: Iterable[Document],
    config: SiteConfig,
    today: date,
    assets: Assets,
    drafts: bool,
    similar: Callable[[tuple[Job, ...]], Mapping[Identity, tuple[Job, ...]]],
    lock: UrlsLock | None,
) -> Laid:
    """The site and its plan on a day; `similar` makes the table of similar jobs.

    `lock` is what content/urls.lock says, None where there is no such file.
    """
    known = tuple(documents)
    site, of_site = assemble(in_main_language(known, config), config, today, drafts, lock)
    site = replace(site, similar=similar(site.jobs_with_past))
    planned, of_plan = plan(site, assets, (d for d in known if isinstance(d, _WITH_PAGE)))
    return Laid(known, site, planned, (*of_site, *of_plan))


def in_main_language(documents: Iterable[Document], config: SiteConfig) -> tuple[Document, ...]:
    """The documents that the site is made of: translations wait."""
    return tuple(one for one in documents if one.identity.language == config.language)


def unranked(jobs: tuple[Job, ...]) -> Mapping[Identity, tuple[Job, ...]]:
    """No similar jobs at all, for whoever needs the site and its plan alone."""
    return {}
