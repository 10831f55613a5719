"""MD: what is wrong with a file's words."""

from generator.diagnostics.diagnostic import Code, Severity

RAW_HTML_REMOVED = Code(
    "MD001",
    "raw-html-removed",
    Severity.WARNING,
    """Text may hold simple HTML (such as `<kbd>`, `<details>` or `<figure>`), but nothing that runs, loads
or restyles the page: scripts, frames, forms, embedded media and the like are left out of the site.

Left out:

    <iframe src="https://video.example.com/1"></iframe>

Instead, link to it:

    [Watch the film](https://video.example.com/1)
""",
)

LINK_REFUSED = Code(
    "MD002",
    "link-refused",
    Severity.WARNING,
    """A link may begin with https:, http:, mailto: or tel:, or lead to another file or page of this site.
A picture may begin with https: or http:, or be a file of this site. Anything else is left out, and only
the words stay.

Left out:

    [Apply](htps://example.com/jobs/1)

Mended:

    [Apply](https://example.com/jobs/1)
""",
)

LINK_WITHOUT_TARGET = Code(
    "MD003",
    "link-without-target",
    Severity.WARNING,
    """A link or picture says nothing between its round brackets, so there is nowhere to go and nothing
to show.

Leads nowhere:

    [how we hire]()

Mended:

    [how we hire](../pages/how-we-hire.md)
""",
)

BROKEN_LINK = Code(
    "MD004",
    "almost-a-link",
    Severity.WARNING,
    """Something is written almost like a link, so its brackets would be shown as they stand. Most often
there is a space in the address, or between `]` and `(`.

Shown as it stands:

    [our benefits](our benefits.pdf)

Mended, with the address in angle brackets:

    [our benefits](<our benefits.pdf>)
""",
)

TEMPLATE_IN_LINK = Code(
    "MD005",
    "template-in-link",
    Severity.WARNING,
    """Text is never run as a template, so `{{ … }}` and `{% … %}` are shown as they stand. As a link's
address they keep it from being a link at all. They are often left behind by the tool a file was written for.

Shown as it stands:

    [what we pay]({% link pages/compensation.md %})

Mended, with the path from this file to the other:

    [what we pay](../pages/compensation.md)
""",
)

TOO_DEEP = Code(
    "MD006",
    "nested-too-deeply",
    Severity.WARNING,
    """Text stands inside 40 quotes, or 20 lists, or as many of both together. It is left out of the site
with all that is nested deeper. Most often such text was pasted from a long exchange of e-mails, where each
answer adds a `>`.

Left out:

    > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > We look forward to it.

Mended:

    > We look forward to it.
""",
)
