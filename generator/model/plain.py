"""The plain kinds: what one scalar may say, with its JSON Schema and the spellings to show."""

from collections.abc import Mapping
from typing import Any

from generator.model.kinds import Plain

# YAML editors see `42` and `yes` as a number and a boolean where we read text.
_SCALAR: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}

TEXT = Plain("text", "some text", _SCALAR, ("Backend engineer", "42", "yes"))
IDENTIFIER = Plain(
    "identifier",
    "at most 40 letters, digits, dots, hyphens or underscores",  # LinkedIn: partnerJobId <= 40
    {"type": ["string", "number"], "pattern": r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"},
    ("lh-4821", "R_7.2", "4821"),
)
STEM = Plain(
    "stem",
    "a file's name without folder and `.md`",
    {"type": ["string", "number"], "pattern": r"^[^/\\]+$"},
    ("backend-engineer",),
)
DATE = Plain(
    "date",
    "a day written year-month-day, such as 2026-03-02",
    {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    ("2026-03-02",),
)
WHOLE_NUMBER = Plain(
    "whole-number",
    "a whole number from 1",
    {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^[1-9]\d*$"}]},
    ("3",),
)
HOURS = Plain(
    "hours",
    "hours a week, such as 37.5 or 20-25",
    {
        "anyOf": [
            {"type": "number", "exclusiveMinimum": 0, "maximum": 168},
            {"type": "string", "pattern": r"^\d{1,3}([.,]\d{1,2})?(\s*[-–]\s*\d{1,3}([.,]\d{1,2})?)?$"},
        ]
    },
    ("40", "37.5", "20-25", "20 – 25"),
)
MONTHS = Plain(
    "months",
    "a number of months, or years such as `3 years`",
    {
        "anyOf": [
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": r"^\d{1,3}(\s*([Mm]onths?|[Yy]ears?))?$"},
        ]
    },
    ("36", "36 months", "3 years", "1 year"),
)
DAYS = Plain(
    "days",
    "a number of days",
    {
        "anyOf": [
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": r"^\d{1,4}(\s*[Dd]ays?)?$"},
        ]
    },
    ("7", "7 days"),
)
SALARY = Plain(
    "salary",
    "currency, figure or range, and period, such as `USD 180,000 - 220,000 per year`",
    {"type": "string", "pattern": r"\d"},
    (
        "USD 180,000 - 220,000 per year",
        "€55k–65k",
        "£30 an hour",
        "SEK 52 000 – 64 000 / month",
        "55,000 EUR per annum",
        "EUR 3,500 monthly",
        "$120,000 - $140,000 per year",
        "US$ 45.50 per hour",
        "£60k to £75k p.a.",
        "CHF 120'000 per year",
    ),
)
AMOUNT = Plain(
    "amount",
    "an amount of money, such as 180000 or 180,000",
    {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^\d"}]},
    ("180000", "180,000", "32.50", "55k"),
)
CURRENCY = Plain(
    "currency",
    "a currency's three letters, such as EUR, or its sign",
    {"type": "string", "pattern": r"^([A-Za-z]{3}|[^\w\s]|[A-Z]{1,3}\$|kr)$"},
    ("EUR", "usd", "€", "US$", "C$"),
)
PLACE = Plain(
    "place",
    "a place from specific to general, such as `New York, USA`, or the name of a page in content/locations/",
    {"type": "string", "minLength": 1},
    ("New York, USA", "New York, NY, USA", "Sweden"),
)
AREA = Plain(
    "area",
    "a country, or `anywhere`",
    {"type": "string", "minLength": 1},
    ("Germany", "anywhere", "European Union"),
)
CATEGORY = Plain(
    "category",
    "a category, with ` / ` from parent to child",
    _SCALAR,
    ("Engineering & IT / Software Engineering", "Finance"),
)
APPLY = Plain(
    "apply",
    "an https address or an e-mail address",
    {"type": "string", "pattern": r"^(https?://\S+|(mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+)$"},
    ("https://ats.example.com/jobs/1234", "jobs@example.com", "mailto:jobs@example.com"),
)
URL = Plain(
    "url",
    "a web address that begins with https://",
    {"type": "string", "pattern": r"^https?://\S+$"},
    ("https://example.com", "https://example.github.io/careers/"),
)
# Expected and written like any other; what it can't hold is judged by its parser.
SITE_URL = Plain("site-url", URL.accepts, URL.schema, URL.spellings)
LINK = Plain(
    "link",
    "a path of this site such as /jobs/, a web address or an e-mail address",
    {"type": "string", "pattern": r"^(/\S*|https?://\S+|(mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+)$"},
    ("/jobs/", "https://example.com/blog", "press@example.com"),
)
URL_PATH = Plain(
    "url-path",
    "a path of this site, such as /jobs/old-name/",
    {"type": "string", "pattern": r"^/[^\s?#]*$"},
    ("/jobs/old-name/",),
)
REDIRECT_TARGET = Plain(
    "redirect-target",
    "a path of this site such as /jobs/, or a web address",
    {"type": "string", "pattern": r"^(/\S*|https?://\S+)$"},
    ("/jobs/", "/jobs/?category=design", "https://example.com/careers"),
)
ASSET = Plain(
    "asset",
    "a file below content/static/, such as images/berlin.jpg",
    {"type": "string", "pattern": r"^[^\\:]+$"},
    ("images/berlin.jpg", "/logo.svg"),
)
EMAIL = Plain(
    "email",
    "an e-mail address",
    {"type": "string", "pattern": r"^(mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+$"},
    ("jobs@example.com", "mailto:jobs@example.com"),
)
CONTACT = Plain(
    "contact",
    "`Name <mail>` or an e-mail address",
    {"type": "string", "pattern": r"^[^<>]*<?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$"},
    ("Ada Berg <ada@example.com>", "jobs@example.com"),
)
TERM = Plain(
    "term",
    "`permanent`, `fixed-term`, or a length such as `12 months`",
    {
        "anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "string", "minLength": 1},
        ]
    },
    ("permanent", "perm", "CDI", "fixed-term", "12 months", "2 years"),
)
COORDINATES = Plain(
    "coordinates",
    "latitude and longitude in degrees, such as 59.33, 18.06",
    {"type": "string", "pattern": r"^-?\d{1,2}(\.\d+)?\s*,\s*-?\d{1,3}(\.\d+)?$"},
    ("59.33, 18.06", "-23.5,-46.6"),
)
LANGUAGE = Plain(
    "language",
    "a language tag, such as en or pt-BR",
    {"type": "string", "pattern": r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"},
    ("en", "pt-BR"),
)
TIME_ZONE = Plain(
    "time-zone",
    "a time zone of the IANA list, such as Europe/Stockholm",
    {"type": "string", "minLength": 1},
    ("Europe/Stockholm", "UTC"),
)
YES_NO = Plain(
    "yes-no",
    "`yes` or `no`",
    {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": r"^([Yy]es|[Nn]o|[Tt]rue|[Ff]alse)$"}]},
    ("yes", "no", "true", "false", "Yes", "No"),
)
COLOUR = Plain(
    "colour",
    'a colour as six hex digits, such as "#1f6f54" (in quotes)',
    {"type": "string", "pattern": r"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"},
    ("#1f6f54", "#abc"),
)
NAVIGATION = Plain(
    "navigation",
    "categories, locations, articles, jobs, or the stem of a page in content/pages/",
    {"type": "string", "minLength": 1},
    ("categories", "students"),
)
SYNONYMS = Plain(
    "synonyms",
    "words that mean the same, with commas between",
    {"type": "string", "pattern": r"^[^,]*\S[^,]*(,[^,]*\S[^,]*)+$"},
    ("developer, engineer, programmer", "hr, human resources"),
)
WORDING = Plain(
    "wording",
    "words that have to appear, with ` | ` between those of which one is enough",
    {"type": ["string", "number"], "minLength": 1},
    ("equal opportunity", "equal opportunity | all backgrounds"),
)
PARAMETER = Plain(
    "parameter",
    "the name of a parameter in an address, such as source; utm_* for all that begin so",
    {"type": "string", "pattern": r"^[A-Za-z0-9_.-]+\*?$"},
    ("source", "utm_campaign", "utm_*"),
)
ORIGIN = Plain(
    "origin",
    "a host with its scheme, such as https://stats.example.com",
    {"type": "string", "pattern": r"^https://[^\s/?#]+/?$"},
    ("https://stats.example.com", "https://media.example.com:8443"),
)
DATA_ATTRIBUTE = Plain(
    "data-attribute",
    "a name and a value, such as domain=careers.example.com",
    {"type": "string", "pattern": r"^[a-z][a-z0-9-]*=.*$"},
    ("domain=careers.example.com",),
)
