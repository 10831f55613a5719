"""Words that fields choose from, with the spellings that real postings use."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from generator.diagnostics.codes import policies
from generator.diagnostics.diagnostic import Code


def fold_word(text: str) -> str:
    """The word without case, spaces, underscores, hyphens, dots and slashes, for matching spellings."""
    return text.casefold().translate(_UNSPOKEN)


_UNSPOKEN = dict.fromkeys(map(ord, " \t_-./\u00a0"))


class Vocabulary(Struct, frozen=True):
    """A closed set of words; each word maps to its other spellings, matched by `fold_word`."""

    name: str
    words: Mapping[str, tuple[str, ...]]

    def __hash__(self) -> int:
        """By name: vocabularies are module constants."""
        return hash(self.name)

    def find(self, text: str) -> str | None:
        """The word that `text` spells, or None."""
        return text if text in self.words else _by_spelling(self).get(fold_word(text))

    def spellings(self) -> tuple[str, ...]:
        """Every accepted spelling, each word before its synonyms."""
        return tuple(s for word, others in self.words.items() for s in (word, *others))


@cache
def _by_spelling(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Folded spelling to word; the earlier word wins."""
    found: dict[str, str] = {}
    for word, others in vocabulary.words.items():
        for spelling in (word, *others):
            found.setdefault(fold_word(spelling), word)
    return found


EMPLOYMENT = Vocabulary(
    "employment",
    {
        "full-time": (
            "full time",
            "fulltime",
            "FULL_TIME",
            "Vollzeit",
            "temps plein",
            "tiempo completo",
            "heltid",
            "tempo pieno",
            "tempo integral",
            "voltijd",
        ),
        "part-time": (
            "part time",
            "parttime",
            "PART_TIME",
            "Teilzeit",
            "temps partiel",
            "tiempo parcial",
            "deltid",
            "tempo parziale",
            "deeltijd",
        ),
        "contract": ("contractor", "freelance", "freelancer", "CONTRACTOR", "freie Mitarbeit", "consultant"),
        "temporary": ("temp", "TEMPORARY", "seasonal", "Zeitarbeit", "intérim", "vikariat"),
        "internship": ("intern", "INTERN", "Praktikum", "stage", "prácticas", "praktik", "tirocinio"),
        "apprenticeship": ("apprentice", "Ausbildung", "alternance", "apprentissage", "lärling"),
        "working student": ("Werkstudent", "Werkstudentin", "student job", "studentjobb"),
        "volunteer": ("VOLUNTEER", "voluntary", "Ehrenamt", "bénévolat"),
        "per-diem": ("per diem", "PER_DIEM", "on call", "casual"),
        "other": ("OTHER",),
    },
)

PERMANENT = "permanent"

CONTRACT = Vocabulary(
    "contract",
    {
        PERMANENT: ("perm", "CDI", "unbefristet", "indefinido", "tillsvidare", "open-ended"),
        "fixed-term": ("fixed term", "CDD", "befristet", "visstid", "term"),
    },
)

# Real postings write the length of the contract beside its kind; there it becomes the term.
EMPLOYMENT_OR_CONTRACT = Vocabulary("employment or contract", {**EMPLOYMENT.words, **CONTRACT.words})

REMOTE = Vocabulary(
    "remote",
    {
        "no": ("false", "none", "on-site", "onsite", "on site", "office", "in office", "vor Ort", "sur site"),
        "hybrid": ("partly", "partial", "partially remote", "hybride", "flexible"),
        "yes": (
            "true",
            "remote",
            "fully remote",
            "full remote",
            "100%",
            "remote only",
            "télétravail",
            "telecommute",
            "TELECOMMUTE",
        ),
    },
)

STATUS = Vocabulary(
    "status",
    {
        "open": ("live", "published", "active"),
        "draft": ("unpublished",),
        "on-hold": ("on hold", "hold", "paused"),
        "filled": ("hired", "position filled"),
        "closed": ("ended", "expired", "cancelled", "canceled", "withdrawn"),
    },
)

LEVEL = Vocabulary(
    "level",
    {
        "intern": ("internship", "student", "trainee"),
        "entry": ("entry level", "junior", "graduate", "associate"),
        "mid": ("mid level", "intermediate", "professional", "regular"),
        "senior": ("senior level", "sr", "experienced"),
        "lead": ("staff", "principal", "team lead", "expert"),
        "manager": ("management", "head"),
        "director": ("director level", "vice president", "VP"),
        "executive": ("C-level", "chief"),
    },
)

# Google's values for educationRequirements.credentialCategory (beta), and its "no requirements".
EDUCATION = Vocabulary(
    "education",
    {
        "no requirements": ("none", "no requirement", "no degree"),
        "high school": ("secondary school", "Abitur", "baccalauréat", "gymnasium"),
        "associate degree": ("associate",),
        "bachelor degree": ("bachelor", "bachelors", "bachelor's degree", "BA", "BSc", "licence"),
        "professional certificate": ("certificate", "vocational training", "Berufsausbildung"),
        "postgraduate degree": ("master", "masters", "master's degree", "MSc", "MA", "PhD", "doctorate"),
    },
)

PAY_PERIOD = Vocabulary(
    "pay period",
    {
        "hour": ("hourly", "hr", "h", "Stunde", "heure", "timme", "an hour", "hora"),
        "day": ("daily", "d", "Tag", "jour", "dag", "a day", "diem"),
        "week": ("weekly", "wk", "w", "Woche", "semaine", "vecka", "a week"),
        "month": ("monthly", "mo", "mth", "m", "Monat", "mois", "månad", "a month", "mes"),
        "year": (
            "yearly",
            "annual",
            "annually",
            "annum",
            "a year",
            "yr",
            "y",
            "pa",
            "Jahr",
            "an",
            "år",
            "año",
        ),
    },
)

PUBLISHING = Vocabulary("publishing", {"published": ("open", "live"), "draft": ("unpublished",)})

# Static hosts, most of which take redirects and headers from files.
HOST = Vocabulary(
    "host",
    {
        "netlify": (),
        "cloudflare": ("Cloudflare Pages", "Cloudflare Workers"),
        "vercel": (),
        "azure": ("Azure Static Web Apps",),
        "github-pages": ("GitHub Pages",),
        "gitlab-pages": ("GitLab Pages",),
    },
)

# Checks that a site may switch off, by their readable names; the code will do too.
POLICY = Vocabulary(
    "policy",
    {code.name: (code.code,) for code in vars(policies).values() if isinstance(code, Code)},
)

# Fields that a site may ask of every open posting; each is a field's own name.
REQUIRABLE = Vocabulary(
    "requirable field",
    {
        "salary": ("pay",),
        "closes": ("closing date", "deadline"),
        "summary": (),
        "employment": ("employment type",),
        "term": (),
        "level": (),
        "team": (),
        "requisition": (),
        "id": (),
        "contact": (),
        "hours": (),
        "start": (),
        "image": (),
    },
)
