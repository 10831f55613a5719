"""The pages of the kit that are ours: the overview, and sheets in the clothes of the theme."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.build.store.keys import digest
from generator.preview.http.injecting import script_tag
from generator.preview.kit.buttons import STATES, buttons_of
from generator.preview.kit.schemes import Scheme
from generator.preview.kit.sections import SECTIONS
from generator.preview.kit.stage import BASE, FULL, Stage
from generator.preview.site.files import PageError

WIDTHS = (320, 390, 768, 1280)
_USUAL = 390

_TEMPLATES = Path(__file__).parent / "templates"
# What a text can be made of, each in type of its own.
_LEVELS = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "li", "blockquote", "th", "td"),
    *("pre", "code", "figcaption", "summary", "small", "kbd"),
)
# Where a theme's own buttons are found.
_WITH_BUTTONS = (
    *("/", "/jobs/", "/jobs/keeper/", "/jobs/cook/", "/jobs/each-its-own-way/"),
    *("/categories/fog/", "/saved/", "/404.html"),
)
_NAMES = ("rest", "hover", "focus", "pressed")
_OPENING = re.compile(r"""\A.*?<body\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE | re.DOTALL)
_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.IGNORECASE | re.DOTALL)
_HEAD_END = re.compile(r"</head\s*>|(?=<body\b)", re.IGNORECASE)


class Pages:
    """Fills our own templates."""

    def __init__(self) -> None:
        loader = FileSystemLoader(_TEMPLATES)
        self._templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    def overview(self, stage: Stage, width: int) -> str:
        """The kit's page, with its frames as wide as asked for, if that is one of the widths.

        The preview's script is told the digest of the page at its usual width: another width is no change.
        """
        usual = digest(self._overview(stage, _USUAL, "").encode()).hex()
        return self._overview(stage, width if width in WIDTHS else _USUAL, usual)

    def _overview(self, stage: Stage, width: int, known_by: str) -> str:
        site = stage.site
        return self._templates.get_template("overview.html").render(
            base=BASE,
            sections=SECTIONS,
            schemes=tuple(Scheme),
            widths=WIDTHS,
            width=width,
            levels=_LEVELS,
            theme=site.theming.files.name,
            accent=site.model.config.theme.accent,
            settings=site.model.config.theme.settings,
            problems=len(site.theming.problems),
            state=stage.state,
            script=script_tag(known_by) if known_by else "",
        )

    def colours(self, stage: Stage, scheme: Scheme) -> str:
        """A sheet of all colours."""
        return self._sheet(stage, scheme, "colours.html", colours=stage.colours())

    def buttons(self, stage: Stage, scheme: Scheme) -> str:
        """A sheet of all buttons in all their states."""
        found = buttons_of(_texts(stage, scheme, _WITH_BUTTONS))
        return self._sheet(stage, scheme, "buttons.html", buttons=found, states=STATES, names=_NAMES)

    def _sheet(self, stage: Stage, scheme: Scheme, name: str, **values: object) -> str:
        """Our words in a page of the theme: what it says before them stays, but for its scripts."""
        for page in _texts(stage, scheme, ("/short/",)):
            if found := _OPENING.search(page):
                ours = self._templates.get_template(name).render(base=BASE, scheme=scheme, **values)
                return _with_styles(_SCRIPT.sub("", found[0]), stage, scheme) + ours
        raise PageError("the theme makes no page that this could be shown in")


def _with_styles(opening: str, stage: Stage, scheme: Scheme) -> str:
    """The beginning of a page with the theme's stylesheets for single pages, and with ours."""
    of_pages = (f"{BASE}/{scheme}/{FULL}{url}" for url in stage.sheets_of_pages())
    sheets = (*of_pages, f"{BASE}/sheet.css", f"{BASE}/{scheme}/swatches.css")
    styles = "".join(f'<link rel="stylesheet" href="{sheet}">\n' for sheet in sheets)
    return _HEAD_END.sub(lambda end: styles + end[0], opening, count=1)


def swatches(colours: tuple[str, ...]) -> str:
    """A stylesheet that paints each swatch in its colour."""
    return "".join(f'[data-kit-colour="{name}"] {{ background: var({name}); }}\n' for name in colours)


def _texts(stage: Stage, scheme: Scheme, addresses: tuple[str, ...]) -> Iterator[str]:
    """Pages of the specimen site, but for those that the theme can't make."""
    for address in addresses:
        try:
            found = stage.file(FULL, scheme, address)
        except PageError:
            continue
        if found:
            yield found.data.decode("utf-8", "replace")
