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
A picture should be a file of this site, and may begin with https: or http:. Anything else is left out,
and only the words stay.

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

PICTURE_WITHOUT_WORDS = Code(
    "MD007",
    "picture-without-words",
    Severity.WARNING,
    """A picture says nothing to people who can't see it, because they listen to the page or the picture
doesn't come. Say in a sentence what it shows. A picture that is mere decoration, with nothing to miss, says
so by an `alt` that is empty on purpose.

Says nothing:

    ![](/images/workshop.jpg)

Mended:

    ![Two people true a wheel at a workbench](/images/workshop.jpg)

Or, for decoration:

    <img src="/images/ribbon.svg" alt="">
""",
)

PICTURE_FROM_ELSEWHERE = Code(
    "MD008",
    "picture-from-elsewhere",
    Severity.WARNING,
    """A picture lies on another host, so everybody who opens the page would send that host their address,
and see no picture on the day it is moved there. Put the file into content/static/ if you may use it: it is
published with the site, and its size is known, so that nothing jumps while the page loads.

Asks another host:

    ![Two people true a wheel](https://pictures.example.com/workshop.jpg)

Mended, with the file at content/static/images/workshop.jpg:

    ![Two people true a wheel](/images/workshop.jpg)
""",
)
