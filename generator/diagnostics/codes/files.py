"""FS: what is wrong with the files of a site, whatever they say."""

from generator.diagnostics.diagnostic import Code, Severity

LINK_OUT_OF_SITE = Code(
    "FS001",
    "link-out-of-site",
    Severity.ERROR,
    """A file or folder of the site is a symbolic link to somewhere outside it. Files outside the site are
never read, because a pull request could name any file of the machine that builds. Copy the file instead.""",
)

UNREADABLE_FILE = Code(
    "FS002",
    "unreadable-file",
    Severity.ERROR,
    """A file can't be read, most often because its permissions don't allow it.""",
)

STRAY_FILE = Code(
    "FS003",
    "stray-file",
    Severity.WARNING,
    """A file in content/ lies in no folder that means anything, so nothing is made of it. Markdown
belongs in content/postings/, categories/, locations/, articles/, pages/ or snippets/; anything else that
the site should serve belongs in content/static/.""",
)

FILE_TOO_LARGE = Code(
    "FS004",
    "file-too-large",
    Severity.ERROR,
    """A Markdown file is larger than two megabytes, which is about a thousand pages of text. Most likely
it holds something that isn't text; pictures belong in content/static/.""",
)

RECORDS_LOST = Code(
    "FS005",
    "records-lost",
    Severity.WARNING,
    """The output folder holds a site that we made, but the records of that build (in `.openings/` beside the
site) are gone. Everything is written as usual, but pages of postings that no longer exist can't be told
from files of your own, so they stay. Empty the folder once, and all is right again.""",
)

UNREADABLE_NAME = Code(
    "FS006",
    "unreadable-name",
    Severity.ERROR,
    """The name of a file isn't text in UTF-8, so no address can be made of it. This happens to files that
were packed on an old system. Rename the file.""",
)

CACHE_REBUILT = Code(
    "FS007",
    "cache-rebuilt",
    Severity.NOTICE,
    """What former builds found out is kept in `.openings/` beside the site, so that later ones are quick.
This time it couldn't be used: it is damaged, gone, or was made by another release of Openings. Everything was
made anew, which only takes longer; the site is the same.""",
)

OUT_OF_REACH = Code(
    "FS008",
    "out-of-reach",
    Severity.ERROR,
    """While `openings serve` runs, what the site can't do without went missing: its site.yaml, the theme that
it names, or a file in the moment it was read. The pages stay as they were until it is there again.""",
)

MERGE_CONFLICT = Code(
    "FS009",
    "merge-conflict",
    Severity.ERROR,
    """Two people changed the same lines, and git wrote both versions into the file, between lines of seven
signs each. Somebody has to say which is right: keep that one, and delete the other with the three lines.

    <<<<<<< HEAD
    salary: EUR 60000 - 70000 per year
    =======
    salary: EUR 62000 - 72000 per year
    >>>>>>> pay-of-engineers

Text that only shows such lines is fine with a space before them.""",
)
