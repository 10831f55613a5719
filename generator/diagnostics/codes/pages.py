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

REDIRECT_FROM_PAGE = Code(
    "PG007",
    "redirect-from-page",
    Severity.ERROR,
    """An address is to be redirected, and a page or file of the site is there, or would be once a draft, an
upcoming or a closed posting is shown. Nobody could say which of the two a visitor gets. Take the line out of
`aliases` or `redirects`, or rename the file whose page is there.""",
)

TWO_REDIRECTS = Code(
    "PG008",
    "two-redirects",
    Severity.ERROR,
    """Two lines of `aliases` or `redirects` send one address to different pages. Keep one of them. With and
without the last slash, it is the same address.""",
)

REDIRECT_LOOP = Code(
    "PG009",
    "redirect-loop",
    Severity.ERROR,
    """A redirect leads back to where it began, by itself or by way of others, so that a browser would never
arrive. Let one of them lead to a page.

    redirects:
      - {from: /careers/, to: /vacancies/}
      - {from: /vacancies/, to: /careers/}      fails
      - {from: /vacancies/, to: /jobs/}         works""",
)

REDIRECT_CHAIN = Code(
    "PG010",
    "redirect-chain",
    Severity.WARNING,
    """A redirect leads to an address that is itself redirected. Visitors are sent to the last one at once, so
nothing is broken, but write that one: then the line says what happens.""",
)

REDIRECT_TO_NOWHERE = Code(
    "PG011",
    "redirect-to-nowhere",
    Severity.ERROR,
    """A redirect leads to a page that isn't there. Name a page by its address, such as `/jobs/`, or write a
whole web address.""",
)

PAGE_BEFORE_REDIRECT = Code(
    "PG012",
    "page-before-redirect",
    Severity.WARNING,
    """An address is to be redirected, and a category or place has its page there today. Pages of categories
and places come and go with the postings in them, so this isn't an error: the page is shown, and the redirect
waits. Take the line out if the page is to stay.""",
)

PAGE_GONE = Code(
    "PG013",
    "published-page-gone",
    Severity.WARNING,
    """An article or a page was published, says content/urls.lock, and isn't there any more. Who asks for it
is led to the nearest page above. Or a posting's file is gone, and another has its title: then its address
says that the job is closed, though it may be the same one under another name. To lead readers on to what
took its place, write its address into that file:

    aliases: /how-we-interview/

or, where no file did, into site.yaml:

    redirects:
      - {from: /how-we-interview/, to: /jobs/}""",
)

ADDRESSES_NOT_RECORDED = Code(
    "PG014",
    "addresses-not-recorded",
    Severity.NOTICE,
    """The site has pages whose addresses content/urls.lock doesn't remember yet. Once such a page goes,
nobody knows that it was there, and its address ends in nothing. Run `openings lock` when you publish, and
commit the file.""",
)

UNREADABLE_RECORD = Code(
    "PG015",
    "unreadable-record",
    Severity.WARNING,
    """A line of content/urls.lock can't be read, so what it remembers is left out. `openings lock` writes the
file, one address a line with tabs between: address, id, title, category, first day, last open day; a hyphen
stands for nothing. Take the line from an earlier version of the file.""",
)

HOST_LIMIT = Code(
    "PG016",
    "host-limit",
    Severity.WARNING,
    """A host that site.yaml names in `hosts` takes only so much: so many files and bytes, redirects and
rules for headers. It leaves out what is more, or refuses the site. The message says on which day the number
was last read, since hosts change their minds; docs/hosts.md has all of them, with where they were read and
when. The pages that redirect without the host's help are there all the same. Files and bytes
are counted when all pages are made: in `openings check` and `openings build --verify`.""",
)

HOST_PLAN = Code(
    "PG017",
    "host-plan",
    Severity.NOTICE,
    """The site has more files or bytes than its host takes on its free plan. On another plan there is nothing
to do. The message says on which day the number was read; docs/hosts.md has the numbers of both.""",
)

EXAMPLE_ADDRESS = Code(
    "PG018",
    "example-address",
    Severity.WARNING,
    """site.yaml says in `hosts` or `deploy` where the site is shown, and its `url` is still the sample's. No
address in `.example` can ever be anybody's, and `url` stands in each page, in the sitemap and in robots.txt:
search engines would be sent there. Write the address that visitors find the site at. `openings build
--base-url` says another for one build. With GitHub Pages and GitLab Pages, the workflows of `openings init`
ask the host.""",
)
