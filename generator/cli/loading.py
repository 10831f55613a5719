"""The site's content for commands that look at it without rendering anything."""

import sys
from datetime import date

from msgspec import Struct

from generator.build.options import Options
from generator.build.reading import Content, read_content
from generator.build.relating import Related, relate
from generator.build.source.clock import build_day
from generator.build.source.workspace import Workspace, open_workspace
from generator.build.store.cache_folder import open_cache
from generator.checks.echoes import without_echoes
from generator.cli.invocation import Invocation
from generator.cli.reporting import write_report
from generator.content.settings import ParseSettings, settings_of
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, has_errors, in_order
from generator.library.site import Site
from generator.model.files import SITE_FILE
from generator.pages.assets import Assets


class Loaded(Struct, frozen=True):
    """A site on one day, with every problem of its content."""

    workspace: Workspace
    content: Content
    settings: ParseSettings
    related: Related
    diagnostics: tuple[Diagnostic, ...]

    @property
    def site(self) -> Site:
        """The site that the files make."""
        return self.related.site


def load(invocation: Invocation, as_of: date | None = None) -> Loaded:
    """The site as far as its files can be read; an OpeningsError where site.yaml can't, told on stderr."""
    workspace = open_workspace(invocation.site)
    with open_cache(workspace.root) as (cache, _):
        return _load(workspace, read_content(workspace, Options(), cache), invocation, as_of)


def _load(workspace: Workspace, content: Content, invocation: Invocation, as_of: date | None) -> Loaded:
    of_site = [d for d in content.diagnostics if d.at and d.at.path == SITE_FILE]
    if content.config is None or has_errors(of_site):
        write_report(of_site, workspace, invocation, "text", sys.stderr)
        raise OpeningsError("without its site.yaml the site can't be read", exit_code=1)
    config = content.config
    today = build_day(as_of, invocation.environment, config.time_zone)
    related = relate(content.documents, config, today, Assets(content.static), lock=content.lock)
    between = without_echoes(related.diagnostics, content.diagnostics)
    problems = in_order((*content.diagnostics, *between))
    return Loaded(workspace, content, settings_of(config), related, problems)
