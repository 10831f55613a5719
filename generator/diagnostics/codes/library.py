"""LB: what is wrong between files: places, categories, dates, references by name."""

from generator.diagnostics.diagnostic import Code, Severity

UNKNOWN_COUNTRY = Code(
    "LB002",
    "unknown-country",
    Severity.ERROR,
    """A place goes from specific to general and ends with its country, so that candidates, search
engines and job boards know where the work is. The last part isn't the name of a country that we know.

Fails:    location: Berlin, Germnay
Mended:   location: Berlin, Germany

Fails:    location: Austin, TX
Mended:   location: Austin, TX, USA

Countries may be written in English or in any language of the site, and as USA, UK, UAE and the like.""",
)

AMBIGUOUS_COUNTRY = Code(
    "LB003",
    "ambiguous-country",
    Severity.ERROR,
    """The last part of a place could be a country or a state. `CA` is Canada to some and California
to others; `Georgia` is a country and a state. Write it so that nobody has to guess:

    location: San Francisco, CA, USA
    location: Toronto, Canada""",
)

BARE_CITY = Code(
    "LB004",
    "bare-city",
    Severity.ERROR,
    """A city without a country. There is a London in Canada too, and search engines refuse a job
whose country they don't know. Either write the country:

    location: London, United Kingdom

or, where many postings are in one office, give it a page once and use its bare name from then on:

    # content/locations/london.md
    ---
    title: London
    place: London, United Kingdom
    ---""",
)

CITY_IN_TWO_REGIONS = Code(
    "LB005",
    "city-in-two-regions",
    Severity.ERROR,
    """Two cities of one country have this name, and this posting doesn't say which it means.

Fails:    location: Portland, USA
Mended:   location: Portland, OR, USA""",
)

LOOKALIKE_PLACE = Code(
    "LB006",
    "lookalike-place",
    Severity.WARNING,
    """Two places of one country differ by a single letter. Most often one of them is a slip, and the
jobs would stand on two pages where people look for one. If both are real, nothing needs to be done.""",
)

SHARED_OFFICE_NAME = Code(
    "LB007",
    "shared-office-name",
    Severity.ERROR,
    """Two files in content/locations/ answer to the same name, so a posting that uses it could mean
either. Change the `title` or the `aliases` of one.""",
)

LOOKALIKE_CATEGORY = Code(
    "LB010",
    "lookalike-category",
    Severity.WARNING,
    """Two categories side by side differ by a single letter, such as `Enginering` and `Engineering`, by
`and` for `&`, by up to three letters at the end, or by the spaces around the slash to a child.
Most often one of them is a slip, and the jobs would stand on two pages where people look for one.
Capitals, accents and spaces make no difference and are never reported.""",
)

CATEGORY_NAMED_LIKE_CHILD = Code(
    "LB011",
    "category-named-like-child",
    Severity.WARNING,
    """A category at the top has the name of one that lies inside another. Most often the parent was
forgotten.

Looks odd:  category: Software Engineering
Mended:     category: Engineering & IT / Software Engineering""",
)

CATEGORY_WITHOUT_PARENT = Code(
    "LB012",
    "category-without-parent",
    Severity.ERROR,
    """Folders in content/categories/ nest as categories do: the page of a child lies in a folder that
has the name of its parent's file.

    content/categories/engineering-it.md                        title: Engineering & IT
    content/categories/engineering-it/software-engineering.md   title: Software Engineering""",
)

SHARED_URL = Code(
    "LB013",
    "shared-address",
    Severity.ERROR,
    """Two categories, or two pages of one category or place, would have the same address on the site.
An address is made of a name's letters and digits, so `C++` and `C#` end up the same. Rename one, or
keep only one of the two files.""",
)

APPLY_MISSING = Code(
    "LB020",
    "apply-missing",
    Severity.ERROR,
    """An open posting says nowhere how to apply. Give it a web address or an e-mail address:

    apply: https://ats.example.com/jobs/1234
    apply: jobs@example.com

or take it off the market with `status: on-hold` until the address is known. Where a posting has several
places with an `apply` of their own, each of them needs one.""",
)

POSTED_IN_FUTURE = Code(
    "LB021",
    "posted-in-future",
    Severity.WARNING,
    """`posted` says the day a posting was first published, and that day is still to come. To publish it
later by itself, write `opens:` with that day as well.""",
)

AMBIGUOUS_DOLLAR = Code(
    "LB022",
    "ambiguous-dollar",
    Severity.ERROR,
    """A bare `$` is read as the dollar of the posting's country. This posting has places in several
countries with dollars, or none, so the sign could mean more than one currency. Write its letters:

    salary: USD 120,000 - 140,000 per year""",
)

DAY_IN_FUTURE = Code(
    "LB023",
    "day-in-future",
    Severity.WARNING,
    """`updated` of an open posting, or `date` or `updated` of an article, is a day that is still to come.
Files tell what has happened: what they hold is published now, and feeds and the sitemap take such a day for
today's until it has come. Write the day of the last change; give an article that should wait
`status: draft`.""",
)

UNKNOWN_POSTING = Code(
    "LB030",
    "unknown-posting",
    Severity.WARNING,
    """`related:` or `jobs:` names a posting that doesn't exist. It is named by its file without folder
and `.md`: content/postings/eng/data-engineer.md is `data-engineer`. A posting that has closed may stay in
the list; it is left out by itself.""",
)

UNKNOWN_SNIPPET = Code(
    "LB031",
    "unknown-snippet",
    Severity.ERROR,
    """`include:` names a snippet that doesn't exist. It is named by its file without `.md`:
content/snippets/benefits.md is `benefits`.""",
)

SHARED_ID = Code(
    "LB032",
    "shared-id",
    Severity.ERROR,
    """Two postings have the same `id`. Job boards tell postings apart by it and would show only one.
This happens when a file is copied; `openings new posting --from FILE` gives a copy its own id.""",
)

TRANSLATION_WAITS = Code(
    "LB033",
    "translation-waits",
    Severity.WARNING,
    """The file is a translation: its name ends in a language of the site, such as `data-engineer.fr.md`.
This version builds the pages of the site's main language only, so the file is read and checked, and shown
nowhere yet.""",
)
