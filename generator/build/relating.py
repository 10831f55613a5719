"""All documents together: the site of a day, its plan, and what is wrong between its files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.build.reading import Content
from generator.checks.echoes import without_echoes
from generator.checks.links import frame_problems, link_problems
from generator.checks.postings import posting_problems
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.assemble import assemble
from generator.library.site import Site
from generator.model.documents import Document
from generator.model.site_config import SiteConfig
from generator.pages.assets import Assets
from generator.pages.plan import Plan, plan


@dataclass(frozen=True, slots=True)
class Related:
    """The site and its plan, with the problems that no single file shows."""

    site: Site
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]


def relate(
    documents: Iterable[Document], config: SiteConfig, today: date, assets: Assets, drafts: bool = False
) -> Related:
    """What the documents make together on the day."""
    together = tuple(documents)
    site, of_site = assemble(together, config, today, drafts)
    planned, of_plan = plan(site, assets)
    of_links = (problem for document in together for problem in link_problems(document, planned))
    problems = (*of_site, *posting_problems(site), *of_plan, *frame_problems(planned), *of_links)
    return Related(site, planned, problems)


def all_problems(content: Content, related: Related) -> tuple[Diagnostic, ...]:
    """The problems of each file by itself and of all together, one slip said once."""
    return (*content.diagnostics, *without_echoes(related.diagnostics, content.diagnostics))
