"""OU: what is wrong with the pages that were built, whosever fault it is."""

from generator.diagnostics.diagnostic import Code, Severity

_WHOSE = """

This is found in a page that was built, so most often the theme has to be mended: look for the template
that makes the page."""

MISSING_PART = Code(
    "OU001",
    "missing-part",
    Severity.ERROR,
    f"""A page lacks something that every page needs: one `h1`, a title, a description, the canonical
address, the language or a `main` landmark.{_WHOSE}""",
)

REPEATED_TEXT = Code(
    "OU002",
    "repeated-text",
    Severity.WARNING,
    f"""Two pages have the same title or the same description, so people can't tell them apart among search
results. Two postings with the same title want a difference that a candidate understands.{_WHOSE}""",
)

DEAD_LINK = Code(
    "OU003",
    "dead-link",
    Severity.ERROR,
    f"""A page of the site points to a page, file or heading of the site that isn't there.{_WHOSE}""",
)

INLINE_CODE = Code(
    "OU004",
    "inline-code",
    Severity.ERROR,
    f"""A page holds a script or a style in itself. A Content-Security-Policy that keeps strangers' code out
forbids it; put scripts and styles into files of the theme's assets/ folder.{_WHOSE}""",
)

REPEATED_ID = Code(
    "OU005",
    "repeated-id",
    Severity.ERROR,
    f"""Two elements of one page have the same `id`, so links and labels can't tell them apart.{_WHOSE}""",
)

NOT_CLEAN = Code(
    "OU006",
    "not-clean",
    Severity.ERROR,
    """`openings build --verify` makes the whole site a second time, from nothing, and a file came out
otherwise than in the build that only did what had changed. Nothing is published then. Delete the folder
`.openings/` beside the site and build again, and please report it: this must never happen.""",
)

WRONG_SITEMAP = Code(
    "OU007",
    "wrong-sitemap",
    Severity.ERROR,
    """A sitemap lists an address that isn't a page of the site, isn't there, leads on to another page, or has
`noindex`; or it leaves out a page with a JobPosting, which Google then finds late or never. A build writes
the sitemaps with the pages, so one of them was changed or published without the other, or the theme has left
out `<meta name="robots" content="noindex">` where `page.head.is_indexed` is false, or has it elsewhere.""",
)

# Google's rules for structured data, as read on the days that docs/search-engines.md names.
_GOOGLE = """

Google takes a page out of its job search for this, and a whole site where it happens often. What must be
there, and how a page shows it, is in docs/search-engines.md with Google's own pages as the source."""

UNREADABLE_DATA = Code(
    "OU010",
    "unreadable-data",
    Severity.ERROR,
    f"""A page's structured data, the block of type `application/ld+json`, isn't JSON, doesn't name
`https://schema.org` as its `@context`, or holds a `<` as it is. A `</script>` in a posting's words would then
end the block. The filter `structured` does all of that right; write no such block by hand.{_WHOSE}""",
)

MISPLACED_DATA = Code(
    "OU011",
    "misplaced-data",
    Severity.ERROR,
    f"""A JobPosting stands where Google allows none: on a list, on a page that search engines may not keep,
on one that names another address as its own, or beside a second JobPosting, be it in a block of data or as
microdata. It belongs on the page of one
open posting.{_GOOGLE}{_WHOSE}""",
)

MISSING_PROPERTY = Code(
    "OU012",
    "missing-property",
    Severity.ERROR,
    f"""A JobPosting lacks what Google requires: a title, a description, the day it was posted, the employer's
name, and where the work is done. A place needs its country. Work that is all remote needs the countries one
may work from, or a place, whose country Google then takes.{_GOOGLE}""",
)

WRONG_VALUE = Code(
    "OU013",
    "wrong-value",
    Severity.ERROR,
    f"""Structured data holds a value that Google can't read or doesn't allow: a kind of employment it has no
word for, a day or time in another form than ISO 8601, a day that no calendar has, a last day
before that of posting or without its time zone, pay without a unit, a
description without paragraphs, breadcrumbs that lead nowhere.{_GOOGLE}""",
)

EXPIRED_DATA = Code(
    "OU014",
    "expired-data",
    Severity.ERROR,
    f"""A JobPosting's last day is past, and the page still offers the job. Pages don't change by themselves:
build and publish the site every day, and postings close by themselves. Google asks that an expired job lose
its JobPosting, leave the index, or be taken off.{_GOOGLE}""",
)

HIDDEN_DATA = Code(
    "OU015",
    "hidden-data",
    Severity.ERROR,
    f"""A JobPosting says something that its page doesn't show, or shows otherwise: another title than the
`h1`, a day, pay, a place, an employer, or words of the description. Everything in it must stand on the page,
and be equal.{_GOOGLE}{_WHOSE}""",
)

UNPROVEN_DATA = Code(
    "OU016",
    "unproven-data",
    Severity.WARNING,
    f"""Structured data says something that nobody can compare with the page without knowing its language,
such as the kind of employment, or names steps of the way down that the page doesn't show. Mark the word with
its code, and both are compared:

    <data value="full-time">Full-time</data>

Nor can anybody tell which link is the one to apply: mark it with `data-apply`. A JobPosting written as
microdata isn't read at all; the filter `structured` writes one that is.
{_WHOSE}""",
)

NO_WAY_TO_APPLY = Code(
    "OU017",
    "no-way-to-apply",
    Severity.ERROR,
    f"""A page with a JobPosting has no link to apply: none marked `data-apply` that leads to another site, to
a mail address or to a page of the site that is there. Where no page of the site marks such links, any in
`main` that leads to another site or is a mail address may be the one, and OU016 says that nobody can
tell.{_GOOGLE}{_WHOSE}""",
)

MISSING_DATA = Code(
    "OU018",
    "missing-data",
    Severity.WARNING,
    f"""The pages have no structured data, or the home page doesn't say whose site it is. One line in the head
of every page writes it all:

    {{{{ page | structured }}}}
{_WHOSE}""",
)

NO_JOB_POSTING = Code(
    "OU019",
    "no-job-posting",
    Severity.NOTICE,
    f"""The page of a posting may be kept by search engines and has no JobPosting, so Google for Jobs doesn't
show it.

For an open posting that is right where there is nothing true to say: Google wants a place of work, or for
remote work the countries one may work from, and knows no word for everywhere. Give a posting with
`remote_from: anywhere` a `location`, such as the office it belongs to, or name countries. A posting without
any words isn't offered either.

The page of a posting that isn't open rightly has no JobPosting, and needs `noindex` too: the theme has left
out `<meta name="robots" content="noindex">` where `page.head.is_indexed` is false.{_WHOSE}""",
)

EARLY_DATA = Code(
    "OU020",
    "early-data",
    Severity.WARNING,
    """A JobPosting's `datePosted` is yet to come. Google asks for the day on which the job was first posted,
and its page is there already. Write that day as `posted`; to show a posting from a day on, write `opens`.""",
)
