"""FV: what is wrong with a field's value."""

from generator.diagnostics.diagnostic import Code, Severity

DATE_IMPOSSIBLE = Code(
    "FV001",
    "impossible-date",
    Severity.ERROR,
    """The date has the right form, but the calendar doesn't have that day.

    closes: 2026-02-30      fails: February 2026 has 28 days
    closes: 2026-02-28      works""",
)
DATE_AMBIGUOUS = Code(
    "FV002",
    "ambiguous-date",
    Severity.ERROR,
    """A date with slashes means one day in America and another in Europe, so it isn't accepted.

    posted: 03/04/2026      fails: 3 April or March 4?
    posted: 2026-04-03      works: 3 April 2026""",
)
DATE_FORM = Code(
    "FV003",
    "date-form",
    Severity.ERROR,
    """Dates are written year-month-day, with four digits for the year and two each for month and day.

    posted: 2 March 2026      fails
    posted: 2026-3-2          fails
    posted: 2026-03-02        works""",
)
SALARY_WORDS = Code(
    "FV004",
    "salary-in-words",
    Severity.ERROR,
    """`salary` takes figures. Words such as competitive or negotiable tell candidates nothing, and search
engines leave the salary out. In many places a figure is the law.

    salary: competitive                          fails
    (no salary line)                             works
    salary: EUR 55,000 - 65,000 per year         works

Words may stand beside the figures:
    salary: {min: 55000, max: 65000, currency: EUR, per: year, note: plus bonus}""",
)
SALARY_WITHOUT_CURRENCY = Code(
    "FV005",
    "salary-without-currency",
    Severity.ERROR,
    """A figure without a currency could be anything, above all on a site read in several countries.

    salary: 55,000 - 65,000 per year         fails
    salary: EUR 55,000 - 65,000 per year     works
    salary: €55,000 - €65,000 per year       works""",
)
CURRENCY_AMBIGUOUS = Code(
    "FV006",
    "ambiguous-currency",
    Severity.ERROR,
    """The sign stands for several currencies: `kr` is used in Sweden, Norway and Denmark.

    salary: 52 000 kr per month           fails
    salary: SEK 52 000 per month          works""",
)
CURRENCY_UNKNOWN = Code(
    "FV007",
    "unknown-currency",
    Severity.ERROR,
    """The currency isn't known, or is no longer in use. Write its three letters or a usual sign.

    salary: EUO 55,000 per year      fails
    salary: EUR 55,000 per year      works
    salary: €55,000 per year         works""",
)
SALARY_TWO_CURRENCIES = Code(
    "FV008",
    "two-currencies",
    Severity.ERROR,
    """A salary has one currency. For different pay in different places, give each place its own.

    salary: EUR 55,000 - USD 65,000        fails

    location:
      - {place: "Berlin, Germany", salary: EUR 55,000 per year}
      - {place: "New York, USA", salary: USD 65,000 per year}      works""",
)
FIGURE_AMBIGUOUS = Code(
    "FV009",
    "ambiguous-figure",
    Severity.ERROR,
    """A dot or a comma means thousands in one language and a fraction in another. Where the file's language
doesn't settle it, the figure isn't accepted.

    salary: EUR 1.000 per month       fails in English: 1,000 or 1.00?
    salary: EUR 1,000 per month       works in English
    salary: KWD 1.000 per month       works in English: a dinar has three decimals
    salary: EUR 1000 per month        works everywhere""",
)
FIGURE_UNREADABLE = Code(
    "FV010",
    "unreadable-figure",
    Severity.ERROR,
    """The figure's separators don't stand between groups of three digits, or are mixed.

    salary: USD 18,0000 per year       fails
    salary: USD 180,000 per year       works
    salary: INR 18,00,000 per year     works, as figures are written in India
    salary: USD 180000 per year        works
    salary: USD 180k per year          works""",
)
SALARY_WITHOUT_PERIOD = Code(
    "FV011",
    "salary-without-period",
    Severity.ERROR,
    """A small figure without a period could be for an hour, a day or a month. (Without one, figures from
10,000 count for a year; in currencies without cents, such as yen, from 1,000,000.)

    salary: EUR 3,500                 fails
    salary: EUR 3,500 per month       works""",
)
SALARY_REVERSED = Code(
    "FV012",
    "salary-reversed",
    Severity.ERROR,
    """The range begins with the larger figure.

    salary: EUR 65,000 - 55,000 per year       fails
    salary: EUR 55,000 - 65,000 per year       works""",
)
SALARY_ONE_END = Code(
    "FV013",
    "salary-one-end",
    Severity.ERROR,
    """A range needs both ends: "up to" and "from" leave out what candidates want to know, and many laws on
pay transparency ask for both.

    salary: up to EUR 65,000 per year           fails
    salary: EUR 55,000 - 65,000 per year        works""",
)
SALARY_TRAILING_WORDS = Code(
    "FV014",
    "salary-trailing-words",
    Severity.ERROR,
    """Behind figures, currency and period stands something that isn't understood. Words beside the pay
belong into `note`.

    salary: EUR 55,000 per year plus bonus                                         fails
    salary: {min: 55000, currency: EUR, per: year, note: "plus bonus"}             works""",
)
SALARY_UNREADABLE = Code(
    "FV015",
    "unreadable-salary",
    Severity.ERROR,
    """The salary's parts don't stand in the usual order: currency, figure or range, period. The currency
may also stand behind the figure.

    salary: EUR per year 55,000        fails
    salary: EUR 55,000 per year        works
    salary: 55,000 EUR per year        works""",
)
UNKNOWN_WORD = Code(
    "FV016",
    "unknown-word",
    Severity.ERROR,
    """The field takes one of a few words, in any of many usual spellings; this isn't one of them.

    employment: fulltme        fails
    employment: full-time      works
    employment: Vollzeit       works""",
)
ADDRESS_INSECURE = Code(
    "FV017",
    "insecure-address",
    Severity.WARNING,
    """The address begins with http://, so what candidates send isn't encrypted and browsers warn of it.
Nearly every site answers to https:// as well: try it and change the address.

    apply: http://ats.example.com/jobs/1234        warns
    apply: https://ats.example.com/jobs/1234       works""",
)
ADDRESS_WITHOUT_SCHEME = Code(
    "FV018",
    "address-without-https",
    Severity.ERROR,
    """A web address begins with https://; without it, browsers look for a page of this site.

    apply: www.example.com/jobs              fails
    apply: https://www.example.com/jobs      works""",
)
ADDRESS_UNUSABLE = Code(
    "FV019",
    "unusable-address",
    Severity.ERROR,
    """This isn't a whole web address, or one that visitors can't use: with spaces, with a password, or
beginning with something other than https://.

    apply: see our website                        fails
    apply: https://ats.example.com/jobs/1234      works""",
)
MAIL_UNUSABLE = Code(
    "FV020",
    "unusable-mail-address",
    Severity.ERROR,
    """This isn't an e-mail address.

    apply: jobs(at)example.com                        fails
    apply: jobs@example.com?subject=Application       fails
    apply: jobs@example.com                           works""",
)
CONTACT_UNREADABLE = Code(
    "FV021",
    "unreadable-contact",
    Severity.ERROR,
    """A contact is a name and an e-mail address in angle brackets, an e-mail address alone, or a group.

    contact: Ada Berg, ada@example.com          fails
    contact: Ada Berg <ada@example.com>         works
    contact: {name: Ada Berg, phone: "+46 8 123 45"}      works""",
)
PLACE_UNREADABLE = Code(
    "FV022",
    "unreadable-place",
    Severity.ERROR,
    """A place goes from specific to general, with commas: city, region where it helps, country. Several
places are a list.

    location: Berlin or Munich                                  fails
    location: ["Berlin, Germany", "Munich, Germany"]            works
    location: Remote                                            fails: write `remote: yes`""",
)
COUNTRY_UNKNOWN = Code(
    "FV023",
    "unknown-remote-country",
    Severity.ERROR,
    """`remote_from` names countries, the European Union, or `anywhere`. A country counts under its usual
names in English and in the file's language.

    remote_from: Germny                    fails
    remote_from: Germany                   works
    remote_from: [Sweden, Denmark]         works""",
)
COUNTRY_AMBIGUOUS = Code(
    "FV024",
    "ambiguous-remote-country",
    Severity.ERROR,
    """The name means a country and also a state or province: CA is Canada and California.

    remote_from: CA           fails
    remote_from: Canada       works""",
)
CATEGORY_UNREADABLE = Code(
    "FV025",
    "unreadable-category",
    Severity.ERROR,
    """A category's path goes from parent to child with a slash between two spaces.

    category: Engineering > Data              fails
    category: Engineering / Data              works""",
)
COORDINATES_UNREADABLE = Code(
    "FV026",
    "unreadable-coordinates",
    Severity.ERROR,
    """A point on the map is two numbers: degrees north, degrees east. South and west are negative.

    coordinates: 59°20'N 18°4'E        fails
    coordinates: 59.33, 18.06          works""",
)
IDENTIFIER_UNFIT = Code(
    "FV027",
    "unfit-identifier",
    Severity.ERROR,
    """Job boards take identifiers of at most 40 letters from a to z, digits, dots, hyphens and underscores.
It has to begin with a letter or digit.

    id: Senior Engineer (Berlin)      fails
    id: senior-engineer-berlin        works""",
)
STEM_UNFIT = Code(
    "FV028",
    "unfit-stem",
    Severity.ERROR,
    """Other files are named without their folder and without `.md`.

    related: postings/data-engineer.md      fails
    related: data-engineer                  works""",
)
ASSET_PATH = Code(
    "FV029",
    "unusable-file-path",
    Severity.ERROR,
    """Pictures are named by their path below content/static/, with forward slashes.

    image: C:\\Users\\ada\\berlin.jpg        fails: nobody else has that file
    image: ../berlin.jpg                    fails
    image: images/berlin.jpg                works: content/static/images/berlin.jpg""",
)
PATH_UNUSABLE = Code(
    "FV030",
    "unusable-path",
    Severity.ERROR,
    """A path of this site begins with a slash and has no spaces and no dots that lead elsewhere.

    aliases: jobs/old-name          fails
    aliases: /jobs/old-name/        works""",
)
LENGTH_UNREADABLE = Code(
    "FV031",
    "unreadable-length",
    Severity.ERROR,
    """The field takes a number of months, or of days, and nothing else.

    experience: 3+ years       fails
    experience: 3 years        works
    experience: 36             works: months""",
)
TERM_UNREADABLE = Code(
    "FV032",
    "unreadable-term",
    Severity.ERROR,
    """`term` says how long the contract runs: permanent, fixed-term, or a length.

    term: until Christmas      fails
    term: permanent            works
    term: 12 months            works""",
)
HOURS_UNREADABLE = Code(
    "FV033",
    "unreadable-hours",
    Severity.ERROR,
    """`hours` are hours a week: a number, or two with a hyphen.

    hours: full-time       fails
    hours: 37.5            works
    hours: 20-25           works""",
)
NOT_A_WHOLE_NUMBER = Code(
    "FV034",
    "not-a-whole-number",
    Severity.ERROR,
    """The field takes a whole number from 1, in digits.

    positions: two      fails
    positions: 2        works""",
)
COLOUR_UNREADABLE = Code(
    "FV035",
    "unreadable-colour",
    Severity.ERROR,
    """Colours are written as # and six hex digits, in quotes: without quotes, YAML reads what follows # as a
comment.

    accent: green            fails
    accent: "#1f6f54"        works""",
)
LANGUAGE_TAG = Code(
    "FV036",
    "unknown-language",
    Severity.ERROR,
    """Languages are named by their letters: two or three for the language, perhaps more for its script or
the country. It has to be a language that we can write dates and numbers in.

    language: Swedish      fails
    language: aaa          fails
    language: sv           works
    language: pt-BR        works
    language: zh-Hant      works""",
)
TIME_ZONE_UNKNOWN = Code(
    "FV037",
    "unknown-time-zone",
    Severity.ERROR,
    """Time zones are named by continent and city, as computers know them. Abbreviations such as CET or PST
don't say when summer time begins.

    time_zone: Stockholm             fails
    time_zone: Europe/Stockholm      works""",
)
REMOTE_FROM_MISSING = Code(
    "FV038",
    "remote-from-missing",
    Severity.ERROR,
    """A job that is done from anywhere in a country still has to say which countries: tax, labour law and
search engines ask for it.

    remote: yes                        fails

    remote: yes
    remote_from: [Sweden, Germany]     works""",
)
LOCATION_MISSING = Code(
    "FV039",
    "location-missing",
    Severity.ERROR,
    """A posting needs a place, unless the whole job is remote.

    location: Berlin, Germany      works

    remote: yes
    remote_from: Germany           works as well""",
)
CLOSES_BEFORE_POSTED = Code(
    "FV040",
    "closes-before-posted",
    Severity.WARNING,
    """The last day to apply lies before the day the posting was published. One of the two dates is mostly a
slip, often in the year.

    posted: 2026-03-02
    closes: 2025-04-15      warns
    closes: 2026-04-15      works""",
)
CLOSES_BEFORE_OPENS = Code(
    "FV041",
    "closes-before-opens",
    Severity.WARNING,
    """The last day to apply lies before the first day the posting is shown, so it will never be open.

    opens: 2026-05-01
    closes: 2026-04-15      warns""",
)
TERM_CONTRADICTION = Code(
    "FV042",
    "term-contradiction",
    Severity.ERROR,
    """`employment` says how long the contract runs and `term` says otherwise.

    employment: [full-time, permanent]
    term: 12 months                         fails

    employment: full-time
    term: 12 months                         works""",
)
SALARY_PARTS = Code(
    "FV043",
    "salary-without-figure",
    Severity.ERROR,
    """A salary in parts needs at least one figure, and `minimum` is not above `maximum`. One figure alone
counts for both.

    salary: {currency: EUR, per: year}                             fails
    salary: {min: 55000, max: 65000, currency: EUR, per: year}     works""",
)
CONTACT_EMPTY = Code(
    "FV044",
    "empty-contact",
    Severity.ERROR,
    """A contact in parts needs a way to reach somebody: an e-mail address, a phone number or a page.

    contact: {name: Ada Berg}                                    fails
    contact: {name: Ada Berg, email: ada@example.com}            works""",
)
SYNONYMS_ALONE = Code(
    "FV045",
    "synonyms-alone",
    Severity.ERROR,
    """Words that mean the same come at least two to a line, with commas between, each with a letter or digit.

    synonyms: [developer, engineer]        fails: two lines of one word each
    synonyms: ["developer, engineer"]      works: one line of two""",
)
PARAMETER_NAME = Code(
    "FV046",
    "parameter-name",
    Severity.ERROR,
    """The name of a parameter is what stands before `=` in an address such as /jobs/?source=fair. A star at
its end stands for anything.

    apply_parameters: [?source=fair]       fails
    apply_parameters: [source, utm_*]      works""",
)
ORIGIN = Code(
    "FV047",
    "not-a-host",
    Severity.ERROR,
    """A host that pages may load from is named with https:// and without a path: the Content-Security-Policy
allows whole hosts, and nothing that isn't encrypted.

    media: media.example.com/talks         fails
    media: https://media.example.com       works""",
)
DATA_ATTRIBUTE = Code(
    "FV048",
    "data-attribute",
    Severity.ERROR,
    """What a script's tag tells it is written as a name, an equals sign and a value. It arrives as an
attribute whose name begins with `data-`.

    data: careers.example.com              fails
    data: domain=careers.example.com       works""",
)
YES_NO_UNREADABLE = Code(
    "FV049",
    "neither-yes-nor-no",
    Severity.ERROR,
    """The field is a switch: it is `yes` or `no`.

    cards: on         fails
    cards: yes        works""",
)
FIGURE_FINE = Code(
    "FV050",
    "finer-than-money",
    Severity.ERROR,
    """The figure has more digits behind its point than its currency: yen and won have none, most have two,
dinars three. The page would show it rounded, and feeds and search engines would be told another figure.

    salary: JPY 1250.50 per hour       fails
    salary: JPY 1251 per hour          works
    salary: EUR 12.50 per hour         works
    salary: KWD 3.125 per hour         works""",
)
