"""The site's theme at one moment, ready to fill."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack

from jinja2 import BytecodeCache
from msgspec import Struct
from msgspec.structs import replace

from generator.build.assets import publish_theme, theme_url
from generator.build.cards import CardKit, CardSource, card_kit
from generator.build.source.theme import parse_theme
from generator.build.source.theme_folder import ThemeFiles, read_theme, theme_folder
from generator.build.source.workspace import read_file
from generator.build.store.pictures import Pictures
from generator.diagnostics.diagnostic import Diagnostic, has_errors
from generator.model.files import STATIC_FOLDER
from generator.model.site_config import SiteConfig
from generator.pages.assets import Asset
from generator.preview.site.calm import wait_for_calm
from generator.preview.site.memory import Memory
from generator.preview.site.stock import Stock
from generator.render.bodies import Bodies
from generator.render.renderer import Renderer

_CARDS = "cards"
# So many files that a theme published earlier are kept.
_EARLIER = 200


class Theming(Struct, frozen=True, eq=False):
    """The theme of `files` with the site's choices: what it publishes, and what fills its templates.

    `published` holds its assets by name, `urls` where each is found; `earlier` those that it published a
    while ago by URL, for pages that were handed out then. With mistakes in it, all but `problems` is as it
    was before them.
    """

    files: ThemeFiles
    choices: object
    published: Mapping[str, bytes]
    urls: Mapping[str, str]
    earlier: Mapping[str, bytes]
    renderer: Renderer
    cards: CardKit
    problems: tuple[Diagnostic, ...]


class Dresser:
    """Makes themings; what pictures for sharing are drawn with is kept until it is closed.

    `bodies` gives the words of a file, `pictures` those that were drawn before.
    """

    def __init__(self, bodies: Bodies, bytecode: BytecodeCache | None, pictures: Pictures | None) -> None:
        self._bodies, self._bytecode, self._pictures = bodies, bytecode, pictures
        self._memory = Memory()
        self._held = ExitStack()

    def themed(self, stock: Stock, config: SiteConfig, former: Theming | None) -> Theming:
        """The theme as it is now; the former theming itself where nothing changed."""
        root, name = stock.workspace.root, config.theme.name
        files = read_theme(root, name, config.cards)
        if former and former.files != files:
            wait_for_calm(theme_folder(root, name).rglob("*"))
            files = read_theme(root, name, config.cards)
        logo = stock.static.get(config.logo.lstrip("/")) if config.cards else None
        choices = (config.theme, config.language, config.cards, logo)
        if former and (former.files, former.choices) == (files, choices):
            return former
        fresh = self._made(stock, config, files, choices, former)
        if former and has_errors(fresh.problems):
            return replace(former, files=files, choices=choices, problems=fresh.problems)
        return fresh

    def close(self) -> None:
        """Lets go of what themings were made with."""
        self._held.close()

    def _made(
        self, stock: Stock, config: SiteConfig, files: ThemeFiles, choices: object, former: Theming | None
    ) -> Theming:
        cards = self._cards(stock, config, files, choices, former)
        theme, of_words = parse_theme(files, cards.faces)
        published, of_styles = publish_theme(theme, config, self._bytecode)
        mark = cards.drawing.mark if cards.drawing else ""
        return Theming(
            files=files,
            choices=choices,
            published=published,
            urls={name: theme_url(name, data) for name, data in published.items()},
            earlier=_earlier(former) if former else {},
            renderer=Renderer(theme, config.language, self._bodies, self._bytecode, mark),
            cards=cards,
            problems=(*of_words, *of_styles, *cards.problems),
        )

    def _cards(
        self, stock: Stock, config: SiteConfig, files: ThemeFiles, choices: object, former: Theming | None
    ) -> CardKit:
        """What pictures are drawn with: the former's where nothing of it changed."""
        if former and former.choices == choices and former.files.below(_CARDS) == files.below(_CARDS):
            return former.cards
        source = CardSource(config, files, _logo_reader(stock, config), self._memory, self._pictures)
        return self._held.enter_context(card_kit(source))


def _earlier(former: Theming) -> dict[str, bytes]:
    """What was published by the former theming and before it, the newest last."""
    known = {**former.earlier, **{url: former.published[name] for name, url in former.urls.items()}}
    return dict(list(known.items())[-_EARLIER:])


def _logo_reader(stock: Stock, config: SiteConfig) -> Callable[[], tuple[Asset, bytes] | None]:
    name = config.logo.lstrip("/")
    asset = stock.static.get(name)
    path = f"{STATIC_FOLDER}/{name}"
    return lambda: (asset, read_file(stock.workspace.root, path)) if asset else None
