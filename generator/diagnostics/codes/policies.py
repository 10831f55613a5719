"""PO: what job boards, laws and the site itself ask of an open posting."""

from generator.diagnostics.diagnostic import Code, Severity

TITLE_WITH_PLACE = Code(
    "PO001",
    "title-with-place",
    Severity.WARNING,
    """The title names a place of the posting, or says that it is remote. Job boards show the place beside
the title, so it stands there twice, and Google asks for the job's title alone. The place belongs in
`location`, and `remote: yes` says the rest.

    title: Data engineer, Berlin       better: Data engineer
    title: Data engineer (remote)      better: Data engineer

Source: Google, JobPosting, `title`, and Indeed's XML feed, `title`; read 2026-11-23.
developers.google.com/search/docs/appearance/structured-data/job-posting""",
)

TITLE_WITH_SALARY = Code(
    "PO002",
    "title-with-salary",
    Severity.WARNING,
    """The title says what is paid. Google asks for the job's title alone, and shows the salary beside it
if the posting has one:

    salary: USD 180,000 - 220,000 per year

Source: Google, JobPosting, `title`, read 2026-11-23.
developers.google.com/search/docs/appearance/structured-data/job-posting""",
)

TITLE_WITH_COMPANY = Code(
    "PO003",
    "title-with-company",
    Severity.WARNING,
    """The title names the company. Google asks for the job's title alone; every list shows the company
beside it. Where the name is a part of the job, such as a product's, switch this check off in site.yaml:

    policies: {off: [title-with-company]}

Source: Google, JobPosting, `title`, read 2026-11-23.
developers.google.com/search/docs/appearance/structured-data/job-posting""",
)

SHOUTING_TITLE = Code(
    "PO004",
    "shouting-title",
    Severity.WARNING,
    """The title shouts: capitals throughout, a word such as `URGENT`, exclamation marks, rows of stars,
or pictures. Google may take that for spam. Short names of things stay as they are: SAP, ABAP, iOS, C++,
and so does what stands for all genders, such as `(m/w/d)` or `Entwickler*in`.

Source: Google, JobPosting, `title`, read 2026-11-23.
developers.google.com/search/docs/appearance/structured-data/job-posting""",
)

TITLE_WITH_CODE = Code(
    "PO005",
    "title-with-code",
    Severity.WARNING,
    """The title holds a number of the vacancy or a day. Google asks for the job's title alone. Numbers
have fields of their own, and so do days:

    requisition: R-4821
    start: September 2027

Source: Google, JobPosting, `title`, read 2026-11-23.
developers.google.com/search/docs/appearance/structured-data/job-posting""",
)

SHORT_DESCRIPTION = Code(
    "PO006",
    "short-description",
    Severity.WARNING,
    """The text below the fields has less than 100 characters. LinkedIn takes no shorter description, and
Google asks for a whole one: the tasks, what somebody should bring, the hours.

Source: LinkedIn, XML feeds, `description`, and Google, JobPosting, `description`; read 2026-11-23.
learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide""",
)

REMOTE_CONTRADICTION = Code(
    "PO007",
    "remote-contradiction",
    Severity.WARNING,
    """Title or text say that the job is done remotely, or on site alone, and the field `remote` says the
opposite. Lists, filters and job boards go by the field, candidates by the text. Change the one that is
wrong:

    remote: yes
    remote_from: [Sweden, Germany]

Google wants what the fields say in the text too (JobPosting, `jobLocationType`; read 2026-11-23).
developers.google.com/search/docs/appearance/structured-data/job-posting""",
)

LONG_NAME_AS_ID = Code(
    "PO008",
    "long-name-as-id",
    Severity.WARNING,
    """A posting's `id` is its file's name unless it says another one. Feeds carry at most 40 characters,
so a longer name is cut and ends in letters that nobody recognises. Write an `id` of your own; the one in the
message is the one that is used now.

Source: LinkedIn, XML feeds, `partnerJobId`, read 2026-11-23.
learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide""",
)

STALE_POSTING = Code(
    "PO009",
    "stale-posting",
    Severity.WARNING,
    """The posting has been open for long without a change. Candidates and search engines
take old postings for ones that nobody looks after. Say that it is still true, say when it ends, or close
it:

    updated: 2026-11-20
    closes: 2027-01-31

`openings close STEM` closes it. How long is long is for the site to say; 180 days is our own choice:

    lifecycle: {stale_after: 365 days}""",
)

PAY_RANGE = Code(
    "PO010",
    "pay-range-missing",
    Severity.WARNING,
    """The field `salary` has no pay, or only one end of a range, and the posting is open in a place whose law
may ask for both ends. Pay that stands in the text alone isn't seen. This is a lint, not legal advice:
which law holds depends on more than a posting says. docs/policies.md lists the places with the law,
since when, the source, and the day it was read. Some laws begin at a number of employees:

    company: {employees: 12}

Source: the table in docs/policies.md, read 2026-11-23 and 2026-11-28.""",
)

PAY_BEFORE_INTERVIEW = Code(
    "PO011",
    "pay-before-interview",
    Severity.NOTICE,
    """The field `salary` has no pay, or only one end of a range, and the posting has a place in the European
Union. Pay that stands in the text alone isn't seen.
Candidates there are to be told the pay or its range in the posting or before the first interview
(Directive (EU) 2023/970, Article 5; not every country has made it law yet). Saying it in the posting is
the simplest way.

Source: eur-lex.europa.eu/eli/dir/2023/970/oj, and the table in docs/policies.md; read 2026-11-23.""",
)

WIDE_PAY_RANGE = Code(
    "PO012",
    "wide-pay-range",
    Severity.WARNING,
    """The range of the salary may be wider than Ontario allows: CAD 50,000 a year between its ends, since
2026-01-01, for employers of 25 people or more, unless the range ends above CAD 200,000. Pay by the hour
counts with the posting's `hours` a week, or 40 without them. The same rule asks for two sentences that
no check can write for you: whether the vacancy exists already, and whether artificial intelligence sorts
the applications.

Source: Ontario, O. Reg. 476/24 (www.ontario.ca/laws/regulation/240476), read 2026-11-28.""",
)

WORDS_MISSING = Code(
    "PO013",
    "words-missing",
    Severity.WARNING,
    """The site asks for words that neither the posting nor one of its snippets holds: see `policies` in
site.yaml, `words`. Case, accents and spaces don't count. Write them, or include a snippet that has them:

    include: [equal-opportunity]""",
)

REQUIRED_BY_SITE = Code(
    "PO014",
    "required-by-site",
    Severity.ERROR,
    """The site asks every open posting for this field: see `policies` in site.yaml, `require`. Write the
line, or keep the posting off the site until it is known with `status: draft` or `status: on-hold`.""",
)
