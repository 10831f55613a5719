"""What pictures for sharing are made with, gathered before anything is planned."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field

from generator.build.drawing import Drawing, can_draw, drawing_release
from generator.build.mark import mark_of
from generator.build.run import Run
from generator.build.store.codec import decode, encode
from generator.build.store.keys import digest, key
from generator.build.store.pictures import open_pictures
from generator.content.fonts import parse_face
from generator.diagnostics.codes import cards as codes
from generator.diagnostics.diagnostic import Code, Diagnostic, OpeningsError
from generator.model.faces import Face
from generator.model.files import STATIC_FOLDER
from generator.pages.assets import CardAssets
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


@contextmanager
def card_kit(run: Run) -> Iterator[CardKit]:
    """What the run's pictures are made with; the program that draws wants fonts as files, for so long."""
    if not run.config.cards:
        yield CardKit()
    elif not can_draw():
        yield _refused(run, codes.CARDS_NEED_EXTRA, "what draws pictures for sharing isn't installed")
    else:
        with tempfile.TemporaryDirectory(prefix="openings-fonts-") as folder:
            yield _gathered(run, Path(folder))


def _gathered(run: Run, folder: Path) -> CardKit:
    files = {name: data for name, data in run.theme.below(_FONTS).items() if name.endswith(_ENDINGS)}
    faces = {name: _face(run, data) for name, data in files.items()}
    broken = [name for name, face in faces.items() if face is None]
    if broken or not files:
        what = f"`{broken[0]}` can't be read as a font" if broken else "there is no font in cards/fonts/"
        return _refused(run, codes.CARD_FONTS, f"the theme `{run.theme.name}`: {what}")
    known = {Path(name).stem: face for name, face in faces.items() if face}
    fonts = key(part for name, data in files.items() for part in (name, data))
    mark, address, problems = _mark(run)
    drawing = Drawing(
        fonts=tuple(_written(folder, number, name, files[name]) for number, name in enumerate(files)),
        ingredients=key(fonts, drawing_release()),
        mark=address,
        template=f"themes/{run.theme.name}/{Kind.CARD.template}",
        kept=open_pictures(run.cache.path.parent) if run.options.cache else None,
    )
    characters = frozenset().union(*(face.characters for face in known.values()))
    return CardKit(CardAssets(characters, mark), known, fonts, drawing, problems)


def _face(run: Run, data: bytes) -> Face | None:
    """A font's characters, known from a former build that had the same font."""
    own = key("font", data)
    known = run.cache.memo(own)
    if known is not None:
        return decode(known, Face)
    face = parse_face(data)
    if face:
        run.cache.remember({own: encode(face)})
    return face


def _written(folder: Path, number: int, name: str, data: bytes) -> str:
    path = folder / f"{number}{Path(name).suffix}"
    path.write_bytes(data)
    return str(path)


def _mark(run: Run) -> tuple[Mark | None, str, tuple[Diagnostic, ...]]:
    """The logo, the address that holds it, and why there is none although the site has a logo."""
    logo = run.config.logo.lstrip("/")
    asset = run.content.static.get(logo)
    if asset is None:
        return None, "", ()
    path = f"{STATIC_FOLDER}/{logo}"
    data = run.workspace.read(path)
    if digest(data) != run.content.files[path].digest:
        raise OpeningsError(f"`{path}` changed while the site was built", "build again")
    made = mark_of(logo, asset, data)
    if made:
        return *made, ()
    what, hint = f"`{logo}` can't stand on pictures for sharing", "see `openings explain CD005`"
    return None, "", (Diagnostic(codes.MARK_LEFT_OUT, what, hint, run.config.spans.at("logo")),)


def _refused(run: Run, code: Code, what: str) -> CardKit:
    hint = "pip install 'openings[cards]'" if code is codes.CARDS_NEED_EXTRA else "put a .ttf or .otf there"
    at = run.config.spans.at("cards")
    return CardKit(problems=(Diagnostic(code, what, hint, at),))
