"""CD: what keeps a picture for sharing from being drawn."""

from generator.diagnostics.diagnostic import Code, Severity

CARDS_NEED_EXTRA = Code(
    "CD001",
    "cards-not-installed",
    Severity.ERROR,
    """site.yaml says `cards: yes`, and what draws the pictures isn't installed. It is an extra, since most
sites do without:

    pip install 'openings[cards]'

Or take `cards: yes` out again.""",
)

CARD_LEFT_OUT = Code(
    "CD002",
    "card-left-out",
    Severity.NOTICE,
    """No picture for sharing is drawn for this page, because its words have a character that no font of the
theme has: it would be an empty box. The page is published without the picture. Write the character in
another way, or bring a font that has it (docs/themes.md, "Pictures for sharing").""",
)

CARD_FONTS = Code(
    "CD003",
    "card-fonts-missing",
    Severity.ERROR,
    """Pictures for sharing are drawn with the fonts that the theme brings, in `cards/fonts/`, and no others:
those of the machine that builds would make other pictures on each machine. There is none, or one of them
can't be read. Fonts end in `.ttf` or `.otf`; put the font's licence beside it.""",
)

CARD_FAILED = Code(
    "CD004",
    "card-failed",
    Severity.ERROR,
    """The theme's `cards/card.svg` was filled in and gave no picture: it isn't sound SVG, it names a file
(all it shows must be in it, as `data:` addresses), or it shows a character of its own, or a word of the
catalogue, that no font in `cards/fonts/` has.""",
)

MARK_LEFT_OUT = Code(
    "CD005",
    "logo-not-on-cards",
    Severity.NOTICE,
    """The logo isn't on the pictures for sharing, which are drawn without it. It has to be SVG, PNG or JPEG
of at most 200 KB that says its size in pixels, at most 4,000 each way. An SVG may have no DOCTYPE and not
more than 24 references to parts of its own (`<use>`, `url(#…)`), because some of them nest without end.""",
)
