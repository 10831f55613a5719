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
