"""The files that pages point to: the site's own, and the theme's under names that change with them."""

import hashlib

from generator.build.pictures import picture_size
from generator.build.workspace import Workspace
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.files import STATIC_FOLDER
from generator.model.site_config import SiteConfig
from generator.pages.assets import Asset
from generator.pages.extra import frozen
from generator.pages.views import StyleView
from generator.render.renderer import Renderer
from generator.render.theme import Theme

_TEMPLATE = ".jinja"


def gather_static(workspace: Workspace) -> dict[str, Asset]:
    """The files below `content/static/` by their path there."""
    assets = {}
    for path in workspace.static():
        data = workspace.read(path)
        assets[path.removeprefix(f"{STATIC_FOLDER}/")] = Asset(_digest(data), *picture_size(path, data))
    return assets


def publish_theme(theme: Theme, config: SiteConfig) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The theme's assets by name, with the site's choices filled into those that are templates."""
    style = StyleView(config.theme.accent, frozen(config.theme.settings))
    renderer = Renderer(theme, config.language, lambda digest: ())
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for name, data in theme.assets.items():
        if not name.endswith(_TEMPLATE):
            files[name] = data
            continue
        rendered = renderer.style(name, style)
        files[name.removesuffix(_TEMPLATE)] = rendered.data
        if rendered.problem:
            problems.append(rendered.problem)
    return files, tuple(problems)


def theme_url(name: str, data: bytes) -> str:
    """Where a theme's file is published: its name carries its digest, so that it may be kept for ever."""
    stem, dot, ending = name.rpartition(".")
    return f"/assets/{stem or ending}.{_digest(data)[:10]}{dot}{ending if stem else ''}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
