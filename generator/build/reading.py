"""What the site's files say, each by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.build.workspace import Workspace
from generator.content.documents import Parsed, parse_document
from generator.content.settings import settings_of
from generator.content.site_config import parse_config
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.documents import Document
from generator.model.files import SITE_FILE
from generator.model.site_config import SiteConfig


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line may ask for besides what the site says."""

    base_url: str = ""
    theme: str = ""
    drafts: bool = False
    strict: bool = False
    verify: bool = False
    as_of: date | None = None
    environment: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Content:
    """All documents, the HTML of their bodies by path, and what is wrong with any of them."""

    config: SiteConfig | None
    documents: tuple[Document, ...]
    bodies: Mapping[str, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]


def read_content(workspace: Workspace, options: Options) -> Content:
    """Every file by itself; without a site.yaml that can be read, the others still show their problems."""
    parsed = _read_config(workspace)
    config = _overridden(parsed.document, options) if parsed.document else None
    settings = settings_of(config)
    problems = [*workspace.diagnostics, *parsed.diagnostics]
    documents, bodies = [], {}
    for path in workspace.texts():
        one = parse_document(path, workspace.read(path), settings)
        problems += one.diagnostics
        if one.document:
            documents.append(one.document)
            bodies[path] = one.html
    return Content(config, tuple(documents), bodies, tuple(problems))


def _read_config(workspace: Workspace) -> Parsed[SiteConfig]:
    """What site.yaml says; nothing where it is a link out of the site, which is told already."""
    if SITE_FILE not in workspace.files:
        return Parsed(None)
    return parse_config(SITE_FILE, workspace.read(SITE_FILE))


def _overridden(config: SiteConfig, options: Options) -> SiteConfig:
    if options.base_url:
        config = replace(config, url=options.base_url.rstrip("/"))
    if options.theme:
        config = replace(config, theme=replace(config.theme, name=options.theme))
    return config
