"""The site's content for commands that look at it without rendering anything."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.build.assets import gather_static
from generator.build.clock import build_day
from generator.build.reading import Content, Options, read_content
from generator.build.workspace import Workspace, open_workspace
from generator.checks.links import link_problems
from generator.checks.postings import posting_problems
from generator.cli.invocation import Invocation
from generator.cli.reporting import write_report
from generator.content.settings import ParseSettings
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, in_order
from generator.library.assemble import assemble
from generator.library.site import Site
from generator.model.documents import Document
from generator.model.site_config import SiteConfig
from generator.pages.assets import Assets
from generator.pages.plan import plan


@dataclass(frozen=True, slots=True)
class Loaded:
    """A site on one day, with every problem of its content."""

    workspace: Workspace
    content: Content
    settings: ParseSettings
    site: Site
    diagnostics: tuple[Diagnostic, ...]


def load(invocation: Invocation, as_of: date | None = None) -> Loaded:
    """The site as far as its files can be read; an OpeningsError where site.yaml can't, told on stderr."""
    workspace = open_workspace(invocation.site)
    content = read_content(workspace, Options())
    if content.config is None:
        of_site = [d for d in content.diagnostics if d.at and d.at.path == "content/site.yaml"]
        write_report(of_site, workspace, invocation, "text", sys.stderr)
        raise OpeningsError("without its site.yaml the site can't be read", exit_code=1)
    config = content.config
    today = build_day(as_of, invocation.environment, config.time_zone)
    site, problems = relate(workspace, content.documents, config, today)
    settings = ParseSettings(config.language, config.languages)
    return Loaded(workspace, content, settings, site, in_order((*content.diagnostics, *problems)))


def relate(
    workspace: Workspace, documents: Iterable[Document], config: SiteConfig, today: date
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The site that the documents make, and what is wrong between them, short of rendering it."""
    together = tuple(documents)
    site, problems = assemble(together, config, today)
    planned, of_plan = plan(site, Assets(gather_static(workspace), {}))
    of_links = (problem for document in together for problem in link_problems(document, planned))
    return site, (*problems, *posting_problems(site), *of_plan, *of_links)
