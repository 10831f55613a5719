"""The field tables of the files in `content/`: one row a field, read by schema, reader, messages and docs."""

from generator.model import plain
from generator.model.kinds import Choice, Either, Field, Group, ListOf
from generator.model.values import Address, Contact, JobFilter, PlaceEntry, Salary
from generator.model.vocabulary import (
    EDUCATION,
    EMPLOYMENT,
    EMPLOYMENT_OR_CONTRACT,
    LEVEL,
    PAY_PERIOD,
    PUBLISHING,
    REMOTE,
    STATUS,
)

SALARY_KIND = Either(
    plain.SALARY,
    Group(
        (
            Field("minimum", plain.AMOUNT, "The least that is paid.", "180000", other_names=("min", "from")),
            Field("maximum", plain.AMOUNT, "The most that is paid.", "220000", other_names=("max", "to")),
            Field("currency", plain.CURRENCY, "ISO code or sign.", "USD", required=True),
            Field("per", Choice(PAY_PERIOD), "What the figures are for.", "year", required=True),
            Field("note", plain.TEXT, "Words beside the figures.", "plus bonus", default=""),
        ),
        Salary,
    ),
)

CONTACT_KIND = Either(
    plain.CONTACT,
    Group(
        (
            Field("name", plain.TEXT, "Who it is.", "Ada Berg", default=""),
            Field("email", plain.CONTACT, "E-mail address.", "ada@example.com", default=""),
            Field("phone", plain.TEXT, "Telephone, as it should be shown.", '"+46 8 123 45"', default=""),
            Field("url", plain.URL, "A page about them.", "https://example.com/ada", default=""),
        ),
        Contact,
    ),
)

PLACE_KIND = Either(
    plain.PLACE,
    Group(
        (
            Field("place", plain.PLACE, "The place itself.", "Berlin, Germany", required=True),
            Field("apply", plain.APPLY, "Where to apply for this place.", "https://…", default=""),
            Field("salary", SALARY_KIND, "What is paid in this place.", "EUR 70,000 per year"),
        ),
        PlaceEntry,
    ),
)

FILTER_KIND = Group(
    (
        Field("category", ListOf(plain.CATEGORY), "In any of these, or below.", "Engineering", default=()),
        Field("location", ListOf(plain.PLACE), "In any of these, or below.", "Sweden", default=()),
        Field("employment", ListOf(Choice(EMPLOYMENT)), "Any of these.", "internship", default=()),
        Field("remote", ListOf(Choice(REMOTE)), "Any of these.", "yes", default=()),
        Field("level", ListOf(Choice(LEVEL)), "Any of these.", "entry", default=()),
        Field("team", ListOf(plain.TEXT), "Any of these.", "Playback", default=()),
    ),
    JobFilter,
)

ADDRESS_KIND = Group(
    (
        Field("street", plain.TEXT, "Street and number.", "Nybrogatan 8", default=""),
        Field("postal_code", plain.TEXT, "Postal code.", '"114 34"', default=""),
    ),
    Address,
)

_IMAGE = Field(
    "image", plain.ASSET, "A picture below `content/static/`.", "images/team.jpg", "top", default=""
)
_IMAGE_ALT = Field(
    "image_alt",
    plain.TEXT,
    'What the picture shows, for those who can\'t see it. Mere decoration: `""`.',
    "The team around a long table",
    default="",
)
_SUMMARY = Field(
    "summary",
    plain.TEXT,
    "One or two sentences for lists and search engines; default: the first words of the text.",
    "Keep music playing for everyone, everywhere.",
    "lists, search engines",
    default="",
)
_PUBLISHING = Field(
    "status", Choice(PUBLISHING), "`draft` keeps it off the site.", "draft", "nowhere", default="published"
)

_ALIASES = Field(
    "aliases",
    ListOf(plain.URL_PATH),
    "Former addresses of this page; who asks for one is led here.",
    "[/jobs/old/]",
    default=(),
)

POSTING = (
    Field(
        "title",
        plain.TEXT,
        "The job's title alone: no place, pay or code.",
        "Data engineer",
        "everywhere",
        required=True,
    ),
    Field(
        "category",
        ListOf(plain.CATEGORY),
        "The kind of work; ` / ` goes from parent to child. Several: a list.",
        "Engineering & IT / Data",
        "posting, lists, category pages",
        required=True,
    ),
    Field(
        "location",
        ListOf(PLACE_KIND),
        "Where the work is done, from specific to general, or the name of an office in "
        "`content/locations/`. Several: a list. An entry may also be a map with `place`, `apply` and "
        "`salary`. Needed unless `remote` is `yes`.",
        "New York, USA",
        "posting, lists, place pages",
        default=(),
    ),
    Field(
        "remote",
        Choice(REMOTE),
        "`yes` means the whole job, always.",
        "hybrid",
        "posting, lists",
        default="no",
    ),
    Field(
        "remote_from",
        ListOf(plain.AREA),
        "The countries somebody may work from, or `anywhere`. Needed where `remote` is `yes`.",
        "[United States, Canada]",
        "posting",
        default=(),
    ),
    Field(
        "employment",
        ListOf(Choice(EMPLOYMENT_OR_CONTRACT)),
        "The kind of contract; the words for its length count as `term`.",
        "full-time",
        "posting, lists",
        default=(),
    ),
    Field(
        "salary",
        SALARY_KIND,
        "What is paid: currency, one figure or a range, and the period. Leave it out rather than "
        "writing words like *competitive*.",
        "USD 180,000 - 220,000 per year",
        "posting, lists",
    ),
    Field(
        "posted",
        plain.DATE,
        "The day it was first published.",
        "2026-03-02",
        "posting, lists",
        required=True,
        instead="`openings stamp` takes the day from git",
    ),
    Field(
        "opens",
        plain.DATE,
        "The first day it is shown; before that day there is no page.",
        "2026-03-02",
    ),
    Field(
        "closes",
        plain.DATE,
        "The last day to apply, inclusive, in the site's time zone.",
        "2026-04-15",
        "posting, lists",
    ),
    Field("updated", plain.DATE, "The day of the last change of substance.", "2026-03-20", "posting"),
    Field(
        "status",
        Choice(STATUS),
        "`draft`, `on-hold`, `filled` or `closed`. `open` never beats a date.",
        "filled",
        "posting",
        default="open",
    ),
    Field(
        "apply",
        plain.APPLY,
        "Where to apply: a web address or an e-mail address. Needed while the posting is open.",
        "https://ats.example.com/jobs/1234",
        "posting",
        default="",
    ),
    _SUMMARY,
    Field("term", plain.TERM, "How long the contract runs.", "12 months", "posting"),
    Field(
        "id",
        plain.IDENTIFIER,
        "A name that never changes: no two postings share it, and applications by e-mail have it in their "
        "subject; default: the file's stem. Kept for search engines and job boards.",
        "lh-4821",
        default="",
    ),
    Field("requisition", plain.TEXT, "Your own number for the vacancy.", "R-4821", "posting", default=""),
    Field("team", plain.TEXT, "The team somebody joins.", "Playback", "posting", default=""),
    Field("level", Choice(LEVEL), "How much experience the job asks for.", "senior", "posting", default=""),
    Field("skills", ListOf(plain.TEXT), "Skills by name.", "[Python, SQL]", "posting", default=()),
    Field("languages", ListOf(plain.TEXT), "Languages the job needs.", "[English]", "posting", default=()),
    Field("hours", plain.HOURS, "Hours a week.", "37.5", "posting", default=""),
    Field("start", plain.TEXT, "When the work begins.", "September 2026", "posting", default=""),
    Field("positions", plain.WHOLE_NUMBER, "How many people are sought.", "2", "posting"),
    Field(
        "education", ListOf(Choice(EDUCATION)), "What is asked for.", "bachelor degree", "posting", default=()
    ),
    Field("experience", plain.MONTHS, "Months of experience asked for.", "36", "posting"),
    Field("contact", CONTACT_KIND, "Whom to ask.", "Ada Berg <ada@example.com>", "posting"),
    Field(
        "company", plain.TEXT, "The employer, where it isn't the site's.", "Acme GmbH", "posting", default=""
    ),
    Field(
        "related",
        ListOf(plain.STEM),
        "Postings to show first among the similar jobs.",
        "[data-engineer]",
        "posting",
        default=(),
    ),
    Field(
        "include",
        ListOf(plain.STEM),
        "Snippets below the text, besides those that site.yaml includes everywhere.",
        "[relocation]",
        "posting",
        default=(),
    ),
    _ALIASES,
    _IMAGE,
    _IMAGE_ALT,
    Field(
        "language", plain.LANGUAGE, "The language of the text, where it isn't the site's.", "sv", default=""
    ),
)

CATEGORY = (
    Field(
        "title",
        plain.TEXT,
        "The category's name, exactly as postings write it.",
        "Engineering & IT",
        "",
        required=True,
    ),
    _SUMMARY,
    _IMAGE,
    _IMAGE_ALT,
)

LOCATION = (
    Field("title", plain.TEXT, "The place's name.", "Stockholm", "place page", required=True),
    Field(
        "place", plain.PLACE, "Where it is, from specific to general.", "Stockholm, Sweden", "", required=True
    ),
    Field("aliases", ListOf(plain.TEXT), "Other names that postings may use.", "[HQ]", default=()),
    Field("address", ADDRESS_KIND, "Street and postal code.", "{street: Nybrogatan 8}", "place page"),
    Field("coordinates", plain.COORDINATES, "Degrees north, east. Kept for the map.", "59.33, 18.06"),
    Field("time_zone", plain.TIME_ZONE, "Its time zone.", "Europe/Stockholm", "place page", default=""),
    _SUMMARY,
    _IMAGE,
    _IMAGE_ALT,
)

ARTICLE = (
    Field("title", plain.TEXT, "The headline.", "A quiet week", "everywhere", required=True),
    Field("date", plain.DATE, "The day it was published.", "2026-03-02", "article, lists", required=True),
    Field("author", plain.TEXT, "Who wrote it.", "Ada Berg", "article, lists", default=""),
    _SUMMARY,
    Field("updated", plain.DATE, "The day of the last change of substance.", "2026-03-20", "article"),
    Field(
        "categories",
        ListOf(plain.CATEGORY),
        "Categories it speaks of.",
        "[Engineering & IT]",
        "postings",
        default=(),
    ),
    Field("locations", ListOf(plain.PLACE), "Places it speaks of.", "[Stockholm]", "postings", default=()),
    Field("jobs", ListOf(plain.STEM), "Postings it speaks of.", "[data-engineer]", "article", default=()),
    _ALIASES,
    _PUBLISHING,
    _IMAGE,
    _IMAGE_ALT,
)

PAGE = (
    Field("title", plain.TEXT, "The page's title.", "Students", "everywhere", required=True),
    _SUMMARY,
    Field("jobs", FILTER_KIND, "Which open postings to list.", "{employment: internship}", "page"),
    _ALIASES,
    _PUBLISHING,
    _IMAGE,
    _IMAGE_ALT,
)

SNIPPET = (Field("title", plain.TEXT, "A heading above the words.", "What we offer", "postings", default=""),)
