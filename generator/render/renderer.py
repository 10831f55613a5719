"""Views become bytes."""

from collections.abc import Iterator
from types import TracebackType

from jinja2 import BytecodeCache, FunctionLoader, TemplateError, TemplateNotFound, TemplateSyntaxError
from msgspec import Struct

from generator.diagnostics.codes import cards as card_codes
from generator.diagnostics.codes import themes as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.pages.data_views import DataView, View
from generator.pages.kinds import Kind
from generator.pages.views import CardView, StyleView
from generator.render.bodies import Bodies, html_of
from generator.render.bytecode import WordedBytecode
from generator.render.cards import flaw
from generator.render.data import data
from generator.render.fitting import fitter
from generator.render.missing import MissingFieldError
from generator.render.parts import Parts
from generator.render.sandbox import Sandbox
from generator.render.structured import structurer
from generator.render.theme import Theme
from generator.render.words import MissingWordError, forms_of, translator


class Rendered(Struct, frozen=True):
    """A page's bytes, or why there are none."""

    data: bytes = b""
    problem: Diagnostic | None = None


class Renderer:
    """Renders the pages of one language with one theme.

    Templates are compiled when first used, unless `bytecode` has kept them from an earlier time. `mark` is
    the address that holds the site's logo for pictures for sharing.
    """

    def __init__(
        self,
        theme: Theme,
        language: str,
        bodies: Bodies,
        bytecode: BytecodeCache | None = None,
        mark: str = "",
    ) -> None:
        catalogue = theme.catalogue(language)
        kept = WordedBytecode(bytecode, language, catalogue) if bytecode else None
        self._theme = theme
        self._characters = frozenset().union(*(face.characters for face in theme.faces.values()))
        self._environment = Sandbox(FunctionLoader(self._load), kept)
        self._bodies, self._words = bodies, translator(catalogue)
        self._environment.filters["t"] = self._words
        self._environment.filters["forms"] = forms_of(catalogue)
        self._environment.filters["html"] = lambda body: html_of(body, bodies)
        self._environment.filters["structured"] = structurer(bodies, catalogue)
        self._environment.filters["data"] = lambda _: mark
        self._environment.filters["fitted"] = fitter(theme.faces)
        self._environment.filters["part"] = Parts(self._environment).part

    def render(self, kind: Kind, view: View) -> Rendered:
        """The bytes of a page; a template's mistake comes back as a problem."""
        if isinstance(view, DataView):
            return Rendered(data(view, self._bodies, self._words))
        rendered = self._fill(kind.template, page=view)
        return self._judged(rendered, kind) if isinstance(view, CardView) else rendered

    def flaws(self) -> Iterator[Diagnostic]:
        """What is wrong with the syntax of templates, whether a page needs them or not."""
        for name in self._theme.templates:
            try:
                self._environment.get_template(name)
            except TemplateSyntaxError as error:
                yield self._problem(error, name)

    def _judged(self, card: Rendered, kind: Kind) -> Rendered:
        """A picture's SVG, unless it couldn't be drawn as it is meant."""
        what = "" if card.problem else flaw(card.data.decode(), self._characters)
        if not what:
            return card
        at = Span(self._theme.path(kind.template))
        return Rendered(problem=Diagnostic(card_codes.CARD_FAILED, what, "", at))

    def style(self, name: str, view: StyleView) -> Rendered:
        """The bytes of a stylesheet that the theme ships as a template, by its name in `assets/`."""
        return self._fill(f"assets/{name}", style=view)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self._theme.source(name)
        return None if source is None else (source, self._theme.path(name), None)

    def _fill(self, name: str, **context: object) -> Rendered:
        try:
            return Rendered(self._environment.get_template(name).render(**context).encode())
        except TemplateNotFound as error:
            missing = str(error.name or name)
            what = f"the theme `{self._theme.name}` has no template `{missing}`"
            hint = f"add {self._theme.path(missing)}"
            return Rendered(problem=Diagnostic(codes.MISSING_TEMPLATE, what, hint))
        except Exception as error:  # a template may divide by zero or call a filter with anything
            return Rendered(problem=self._problem(error, name))

    def _problem(self, error: Exception, name: str) -> Diagnostic:
        if isinstance(error, TemplateSyntaxError):
            at = Span(error.filename or self._theme.path(name), error.lineno)
            return Diagnostic(codes.TEMPLATE_SYNTAX, _plain(error.message), "", at)
        line = _template_line(error.__traceback__, self._theme.folder)
        if line is None and not isinstance(error, TemplateError | MissingWordError):
            raise error  # no template had a part in it: our own mistake
        code = codes.MISSING_WORD if isinstance(error, MissingWordError) else codes.TEMPLATE_FAILED
        message = _plain(str(error.args[0] if error.args else error)) or type(error).__name__
        hint = error.hint if isinstance(error, MissingFieldError) else ""
        return Diagnostic(code, message, hint, line or Span(self._theme.path(name)))


def _template_line(traceback: TracebackType | None, folder: str) -> Span | None:
    """The innermost template line that an error passed through: Jinja rewrites those frames."""
    found = None
    while traceback:
        path = traceback.tb_frame.f_code.co_filename
        if path.startswith(f"{folder}/"):
            found = Span(path, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def _plain(message: str | None) -> str:
    text = (message or "").rstrip(".").replace("'", "`")
    return text[:1].lower() + text[1:]
