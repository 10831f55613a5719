"""What pictures for sharing are made with, gathered before anything is planned."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field

from generator.build.drawing import Drawing, can_draw, drawing_release
from generator.build.mark import mark_of
from generator.build.source.theme_folder import ThemeFiles
from generator.build.store.cache import Memos
from generator.build.store.codec import decode, encode
from generator.build.store.keys import key
from generator.build.store.pictures import Pictures
from generator.content.fonts import parse_face
from generator.diagnostics.codes import cards as codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.model.faces import Face
from generator.model.site_config import SiteConfig
from generator.pages.assets import Asset, CardAssets
from generator.pages.kinds import Kind
from generator.pages.views import Mark

_FONTS = "cards/fonts"
_ENDINGS = (".otf", ".ttf")


class CardKit(Struct, frozen=True):
    """All that pictures for sharing need besides their views; nothing where the site has none.

    `fonts` is the digest of the theme's fonts.
    """

    assets: CardAssets | None = None
    faces: Mapping[str, Face] = field(default_factory=dict)
    fonts: bytes = b""
    drawing: Drawing | None = None
    problems: tuple[Diagnostic, ...] = ()


class CardSource(Struct, frozen=True):
    """What pictures for sharing are made from; `logo` reads the site's logo, None where it has none.

    `memos` has what former builds found out, and `pictures` what they drew.
    """

    config: SiteConfig
    theme: ThemeFiles
    logo: Callable[[], tuple[Asset, bytes] | None]
    memos: Memos
    pictures: Pictures | None


@contextmanager
def card_kit(source: CardSource) -> Iterator[CardKit]:
    """What pictures are made with; the program that draws wants fonts as files, for so long."""
    if not source.config.cards:
        yield CardKit()
    elif not can_draw():
        what = "what draws pictures for sharing isn't installed"
        yield _refused(source.config, codes.CARDS_NEED_EXTRA, what)
    else:
        with tempfile.TemporaryDirectory(prefix="openings-fonts-") as folder:
            yield _gathered(source, Path(folder))


def _gathered(source: CardSource, folder: Path) -> CardKit:
    theme = source.theme
    files = {name: data for name, data in theme.below(_FONTS).items() if name.endswith(_ENDINGS)}
    faces = {name: _face(source.memos, data) for name, data in files.items()}
    broken = [name for name, face in faces.items() if face is None]
    if broken or not files:
        what = f"`{broken[0]}` can't be read as a font" if broken else "there is no font in cards/fonts/"
        return _refused(source.config, codes.CARD_FONTS, f"the theme `{theme.name}`: {what}")
    known = {Path(name).stem: face for name, face in faces.items() if face}
    fonts = key(part for name, data in files.items() for part in (name, data))
    mark, address, problems = _mark(source)
    drawing = Drawing(
        fonts=tuple(_written(folder, number, name, files[name]) for number, name in enumerate(files)),
        ingredients=key(fonts, drawing_release()),
        mark=address,
        template=f"themes/{theme.name}/{Kind.CARD.template}",
        kept=source.pictures,
    )
    characters = frozenset().union(*(face.characters for face in known.values()))
    return CardKit(CardAssets(characters, mark), known, fonts, drawing, problems)


def _face(memos: Memos, data: bytes) -> Face | None:
    """A font's characters, known from a former build that had the same font."""
    own = key("font", data)
    known = memos.memo(own)
    if known is not None:
        return decode(known, Face)
    face = parse_face(data)
    if face:
        memos.remember({own: encode(face)})
    return face


def _written(folder: Path, number: int, name: str, data: bytes) -> str:
    path = folder / f"{number}{Path(name).suffix}"
    path.write_bytes(data)
    return str(path)


def _mark(source: CardSource) -> tuple[Mark | None, str, tuple[Diagnostic, ...]]:
    """The logo, the address that holds it, and why there is none although the site has a logo."""
    found = source.logo()
    if found is None:
        return None, "", ()
    logo = source.config.logo.lstrip("/")
    made = mark_of(logo, *found)
    if made:
        return *made, ()
    what, hint = f"`{logo}` can't stand on pictures for sharing", "see `openings explain CD005`"
    return None, "", (Diagnostic(codes.MARK_LEFT_OUT, what, hint, source.config.spans.at("logo")),)


def _refused(config: SiteConfig, code: Code, what: str) -> CardKit:
    hint = "pip install 'openings[cards]'" if code is codes.CARDS_NEED_EXTRA else "put a .ttf or .otf there"
    at = config.spans.at("cards")
    return CardKit(problems=(Diagnostic(code, what, hint, at),))
