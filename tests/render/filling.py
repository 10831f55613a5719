"""A page filled from a template that a test gives."""

from collections.abc import Mapping

from generator.pages.kinds import Kind
from generator.pages.view import Viewer
from generator.pages.views import HomeView
from generator.render.renderer import Rendered, Renderer
from generator.render.theme import Catalogue, Theme
from tests.builders import make_plan, make_posting

PIECES = {"d": ("<p><a ", ">x</a></p>")}


def home() -> HomeView:
    """The view of a home page with one posting."""
    planned = make_plan(make_posting(), tagline="Tea & <biscuits>")
    view = Viewer(planned, "en").view(planned.pages[0])
    assert isinstance(view, HomeView)
    return view


def make_theme(templates: Mapping[str, str], words: Catalogue | None = None) -> Theme:
    """A theme of these templates, named without their ending."""
    pages = {f"{name}.html": text for name, text in templates.items()}
    return Theme("plain", "themes/plain", pages, {"en": words or {}}, {})


def fill(template: str, words: Catalogue | None = None, **templates: str) -> Rendered:
    """The home page made with a template, and with others that it may use."""
    theme = make_theme({"home": template, **templates}, words)
    return Renderer(theme, "en", PIECES.__getitem__).render(Kind.HOME, home())
