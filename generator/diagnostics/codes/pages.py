"""PG: what is wrong with addresses and links."""

from generator.diagnostics.diagnostic import Code, Severity

TWO_ON_ONE_URL = Code(
    "PG001",
    "two-on-one-address",
    Severity.ERROR,
    """Two files would become the same page. An address is made of the file's name without its folder,
in lower case and with hyphens, so `postings/eng/Data Analyst.md` and `postings/ops/data-analyst.md` meet
at `/jobs/data-analyst/`. Files in content/static/ are published under their own names and may meet a page
too, also where one needs a file and the other a folder of one name, as content/static/jobs and `/jobs/` do.
Rename one of them.""",
)

BROKEN_LINK = Code(
    "PG002",
    "broken-link",
    Severity.ERROR,
    """A link leads to a file or page that isn't there. Link to the file itself, seen from the file you
are in, and the address follows by itself even if it changes:

    [how we hire](../pages/how-we-hire.md)
    [all jobs](/jobs/)

Files in content/static/ are linked by their path below it: `/brochure.pdf`.""",
)

BROKEN_FRAGMENT = Code(
    "PG003",
    "broken-fragment",
    Severity.WARNING,
    """The page is there, but it has no heading of that name. The part after `#` is a heading in lower
case with hyphens: `## What we offer` is `#what-we-offer`.""",
)

MISSING_PICTURE = Code(
    "PG004",
    "missing-picture",
    Severity.ERROR,
    """A picture isn't in content/static/. It is named by its path below that folder: `image:
images/berlin.jpg` is content/static/images/berlin.jpg. Capitals count.""",
)

LINK_TO_UNPUBLISHED = Code(
    "PG005",
    "link-to-unpublished",
    Severity.WARNING,
    """A link leads to a posting, article or page that isn't published today: a draft, or a posting that
opens later. On the site it is plain text until then, and left out of the navigation and the footer.""",
)

UNKNOWN_NAVIGATION = Code(
    "PG006",
    "unknown-navigation",
    Severity.ERROR,
    """site.yaml's `navigation` names something that isn't there. Use `categories`, `locations`,
`articles`, `jobs`, the name of a file in content/pages/ without `.md`, or a map with `title` and `to`.""",
)
