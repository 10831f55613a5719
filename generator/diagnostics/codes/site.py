"""SC: what is wrong with site.yaml."""

from generator.diagnostics.diagnostic import Code, Severity

SITE_URL = Code(
    "SC001",
    "unusable-site-url",
    Severity.ERROR,
    """`url` is where the finished site will live: scheme, host, and its folder if it has one. All links to
the site in feeds and search engines begin with it.

    url: careers.example.com                    fails: begin with https://
    url: https://careers.example.com/?lang=en   fails: nothing behind the path
    url: https://careers.example.com            works
    url: https://example.github.io/careers      works""",
)

PALE_ACCENT = Code(
    "SC002",
    "pale-accent",
    Severity.WARNING,
    """Words in the accent, such as links, are hard to read on a light page, and so are white words on it,
such as those of the apply button: WCAG 2.2 asks for a contrast of 4.5:1 (1.4.3, level AA). Browsers
since 2024 let the default theme take shades from the accent that are easy to read; older ones show it
as it is, and a theme of your own may as well.

    theme:
      accent: "#f6b73c"      has 1.58:1
      accent: "#8d671e"      works: the same colour with less light""",
)
