"""JB: what keeps a posting out of the feeds for job boards."""

from generator.diagnostics.diagnostic import Code, Severity

INDEED_PLACE = Code(
    "JB001",
    "not-on-indeed",
    Severity.NOTICE,
    """The posting isn't in `/feeds/indeed.xml`: Indeed shows a job in a city, or, where all of it is done
from home, in a country. It names neither. Give the city, or the countries that one can work from:

    location: Lund, Sweden            works
    remote_from: [Sweden, Norway]     works, with `remote: yes`
    remote_from: anywhere             doesn't: which country would Indeed show it in?""",
)

LINKEDIN_TITLE = Code(
    "JB002",
    "title-too-long-for-linkedin",
    Severity.WARNING,
    """The posting isn't in `/feeds/linkedin.xml`: LinkedIn takes titles of at most 200 characters. A title
is the name of the job alone; what else it says fits into `summary`.""",
)

LINKEDIN_WORDS = Code(
    "JB003",
    "words-too-few-for-linkedin",
    Severity.WARNING,
    """The posting isn't in `/feeds/linkedin.xml`: LinkedIn takes no description of less than 100 characters.
The words of the file count, and those of the snippets that it includes. Say what the work is.""",
)

LINKEDIN_APPLY = Code(
    "JB004",
    "no-address-for-linkedin",
    Severity.WARNING,
    """The posting isn't in `/feeds/linkedin.xml`: LinkedIn sends people to a web address that begins with
`https://`, and can't send them to an e-mail address.

    apply: jobs@example.com                   isn't taken
    apply: https://ats.example.com/jobs/1     works""",
)

LINKEDIN_PLACE = Code(
    "JB005",
    "no-place-for-linkedin",
    Severity.WARNING,
    """The posting isn't in `/feeds/linkedin.xml`: LinkedIn shows every job at a place, a remote one in a
country. Give a city, a country, or the countries that one can work from in `remote_from`; `anywhere` and
`European Union` are none.""",
)

LINKEDIN_COMPANY = Code(
    "JB006",
    "other-company-for-linkedin",
    Severity.NOTICE,
    """The posting isn't in `/feeds/linkedin.xml`: all jobs of that feed go under the `company_id` of
site.yaml, and its `company` is another than the site's own. LinkedIn would show it as the wrong company's
job.

    company: Example Labs     isn't taken where the site's company is Example Ltd
    (no company line)         works""",
)
