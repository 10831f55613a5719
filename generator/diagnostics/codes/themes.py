"""TH: what is wrong with a theme."""

from generator.diagnostics.diagnostic import Code, Severity

TEMPLATE_SYNTAX = Code(
    "TH001",
    "template-syntax",
    Severity.ERROR,
    """A template of the theme can't be read: Jinja found a mistake in its syntax on that line.""",
)

TEMPLATE_FAILED = Code(
    "TH002",
    "template-failed",
    Severity.ERROR,
    """A template of the theme was read but could not be filled in: most often it asks a page's view for
something the view doesn't have. docs/themes.md lists what each view holds.""",
)

MISSING_TEMPLATE = Code(
    "TH003",
    "missing-template",
    Severity.ERROR,
    """The theme has no template for a kind of page. docs/themes.md lists the templates a theme needs.""",
)

MISSING_WORD = Code(
    "TH004",
    "missing-word",
    Severity.ERROR,
    """A template asks for a word of the interface that the theme's catalogue (`words/en.yaml`) doesn't
have, or leaves a placeholder of it empty.""",
)

BROKEN_CATALOGUE = Code(
    "TH005",
    "broken-catalogue",
    Severity.ERROR,
    """A theme's catalogue of words is a flat map from a code to a text, or to its plural forms:

    apply-now: Apply now
    jobs-count:
      one: "{count} job"
      other: "{count} jobs" """,
)
