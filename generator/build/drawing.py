"""SVG becomes PNG, unless a former build has drawn the very same."""

from importlib.util import find_spec

from msgspec import Struct

from generator.build.store.keys import key
from generator.build.store.pictures import Pictures
from generator.diagnostics.codes import cards as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.pages.cards import HEIGHT, WIDTH
from generator.render.renderer import Rendered

_NEEDED = ("resvg_py", "fontTools")


def can_draw() -> bool:
    """Whether the extra `cards` is installed."""
    return all(find_spec(name) for name in _NEEDED)


class Drawing(Struct, frozen=True):
    """What pictures for sharing are drawn with; it can be sent to other processes.

    `fonts` are the paths of font files, `ingredients` the digest of their bytes and of the program that
    draws. `mark` is the address that holds the site's logo; `kept` has what was drawn before.
    """

    fonts: tuple[str, ...]
    ingredients: bytes
    mark: str
    template: str
    kept: Pictures | None

    def drawn(self, card: Rendered) -> Rendered:
        """The picture of a card that was filled in."""
        if card.problem:
            return card
        own = key("picture", card.data, self.ingredients)
        known = self.kept.get(own) if self.kept else None
        if known is not None:
            return Rendered(known)
        try:
            data = rasterised(card.data.decode(), self.fonts)
        except ValueError as error:
            what = f"the picture can't be drawn: {error}"
            return Rendered(problem=Diagnostic(codes.CARD_FAILED, what, "", Span(self.template)))
        if self.kept:
            self.kept.put(own, data)
        return Rendered(data)


def rasterised(svg: str, fonts: tuple[str, ...]) -> bytes:
    """The PNG of an SVG, with these fonts and no others; ValueError where it isn't sound."""
    import resvg_py  # an extra: most sites do without

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, width=WIDTH, height=HEIGHT, skip_system_fonts=True, font_files=list(fonts)
        )
    )


def drawing_release() -> str:
    """The release of the program that draws."""
    from importlib.metadata import version  # 10 ms, which only sites with pictures for sharing pay

    return version("resvg_py")
