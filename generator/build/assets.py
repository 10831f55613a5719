"""The files of a theme as pages point to them: under names that change with them."""

import hashlib

from jinja2 import BytecodeCache

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.site_config import SiteConfig
from generator.pages.extra import frozen
from generator.pages.urls import ASSETS
from generator.pages.views import StyleView
from generator.render.renderer import Renderer
from generator.render.theme import Theme

_TEMPLATE = ".jinja"


def publish_theme(
    theme: Theme, config: SiteConfig, bytecode: BytecodeCache | None = None
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The theme's assets by name, with the site's choices filled into those that are templates."""
    style = StyleView(config.theme.accent, frozen(config.theme.settings))
    renderer = Renderer(theme, config.language, lambda source: (), bytecode)
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
    return f"{ASSETS}{stem or ending}.{_digest(data)[:10]}{dot}{ending if stem else ''}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
