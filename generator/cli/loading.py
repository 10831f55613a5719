"""The site's content for commands that look at it without rendering anything."""

import sys
from dataclasses import dataclass
from datetime import date

from generator.build.assets import gather_static
from generator.build.clock import build_day
from generator.build.reading import Content, Options, read_content
from generator.build.relating import Related, all_problems, relate
from generator.build.workspace import Workspace, open_workspace
from generator.cli.invocation import Invocation
from generator.cli.reporting import write_report
from generator.content.settings import ParseSettings, settings_of
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, has_errors, in_order
from generator.library.site import Site
from generator.model.files import SITE_FILE
from generator.pages.assets import Assets


@dataclass(frozen=True, slots=True)
class Loaded:
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
    content = read_content(workspace, Options())
    of_site = [d for d in content.diagnostics if d.at and d.at.path == SITE_FILE]
    if content.config is None or has_errors(of_site):
        write_report(of_site, workspace, invocation, "text", sys.stderr)
        raise OpeningsError("without its site.yaml the site can't be read", exit_code=1)
    config = content.config
    today = build_day(as_of, invocation.environment, config.time_zone)
    related = relate(content.documents, config, today, Assets(gather_static(workspace)))
    return Loaded(workspace, content, settings_of(config), related, in_order(all_problems(content, related)))
