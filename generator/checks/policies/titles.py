"""What a title shouldn't hold besides the job's title: Google's and Indeed's rules, read 2026-11-23."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.diagnostics.codes import policies as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.nodes import Place
from generator.library.site import Job, Site
from generator.model.slugs import fold
from generator.model.territories import country_name, find_country

_ALONE = "write the job's title alone"

# Parts that a title sets off from each other: `Cook, Berlin`, `Cook (remote)`, `Cook – Berlin`.
_PARTS = re.compile(r"\s+[-–—/]\s+|[(),|:\[\]•·–—]")
_REMOTE = frozenset(
    (
        *("remote", "fully remote", "100% remote", "full remote", "remote only", "remote possible"),
        *("remote job", "work from home", "wfh", "home office", "homeoffice", "teletravail", "remoto"),
        *("100% remoto", "100% teletravail", "da remoto", "distans", "op afstand", "praca zdalna"),
    )
)
_REMOTE_FIRST = re.compile(r"((?:(100\s?%|fully|full) )?remote) (\w+)", re.IGNORECASE)
# Behind `Remote` at the beginning these are the work, and not where it is done: `Remote sensing scientist`.
_DONE_REMOTELY = frozenset(
    (
        *(
            "sensing",
            "sensor",
            "sensors",
            "support",
            "assistance",
            "access",
            "control",
            "controls",
            "controlled",
        ),
        *("monitoring", "operation", "operations", "operator", "operators", "pilot", "piloted", "desktop"),
        *(
            "handling",
            "hands",
            "infrastructure",
            "diagnostics",
            "connectivity",
            "server",
            "service",
            "services",
        ),
        *(
            "system",
            "systems",
            "vehicle",
            "vehicles",
            "tower",
            "weapon",
            "video",
            "deposit",
            "patient",
            "care",
        ),
        *("area", "areas", "site", "sites", "location", "locations", "community", "communities", "medic"),
        *("i", "team", "teams", "work", "working", "workforce", "workplace", "people", "learning", "first"),
        *("or", "and", "oder", "und", "ou", "et"),
    )
)

_CURRENCY = r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|INR)\b)"
_PERIOD = r"(?:/| (?:per|pro|par|an?) )(?:hour|hr|h|year|annum|month|stunde|jahr|monat|heure|an|mois)\b"
_SALARY = re.compile(
    rf"{_CURRENCY}\s?\d[\d.,kK]*|\d[\d.,]*[kK]?\s?{_CURRENCY}|\d[\d.,]*[kK]?{_PERIOD}"
    r"|\b\d{2,3}[kK]?\s?[-–—]\s?\d{2,3}[kK]\b"
    r"|\b(?!20\d\d\b)\d[\d.,]{2,}[\s-]?euros?\b",  # behind the figure alone: `Euro 6` is a norm
    re.IGNORECASE,
)

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGER = 3  # letters: shorter words in capitals are short names of things
# Longer short names, which say nothing of how loud a title is.
_SHORT_NAMES = frozenset(
    (
        *("ABAP", "APAC", "ASIC", "AUTOSAR", "CCNA", "CCNP", "CISM", "CISO", "CISSP", "CMOS", "COBOL"),
        *("CRNA", "DACH", "DATEV", "DFIR", "EHSQ", "EMEA", "FICO", "FMEA", "FPGA", "GDPR", "HIPAA", "HSEQ"),
        *("HTML", "HVAC", "ISTQB", "LATAM", "LGBTQ", "LIMS", "MINT", "NASA", "NATO", "NICU", "OSHA", "OSINT"),
        *("PACS", "PICU", "PMHNP", "QHSE", "SCADA", "SDET", "SIEM", "SOAR", "STEM", "UNESCO", "UNICEF"),
        *("USAID", "VHDL"),
    )
)
_CALLS = frozenset(
    ("URGENT", "HIRING", "IMMEDIATE", "IMMEDIATELY", "WANTED", "APPLY", "DRINGEND", "GESUCHT", "URGENTE")
)
# A name such as `Yahoo!`, behind which the title goes on.
_NAME = re.compile(r"\b(?!(?:Now|Us|Today|Wanted|Urgent|Hiring)!)[^\W\d_a-z]\w*!(?=[ -]\w)")
_SIGNS = re.compile(
    "[!\uff01]|\\*{2,}|^\\s*\\*|[★☆✓✔➡]"
    "|[\U0001f000-\U0001faff\u2600-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u23e9-\u23fa]"
)

_NORM = (
    r"(?:ANSI|API|AS|ASME|ASTM|BS|CSA|CVE|DGUV|DIN|EN|IATF|IEC|IEEE|IPC|ISO|JIS|MIL|NEN|NFPA|NIST|PCI|RFC"
    r"|SAE|SAP|SOC|TRGS|UL|UNE|UNI|VDA|VDE|VDI)"
)
_NUMBER = re.compile(
    r"#\s?(?!20\d\d\b)\d{3,}"
    r"|\b(?:ref|req|requisition|job|vacancy|position|posting|kennziffer|stellen-?nr)\b[\s.]*"
    r"(?:id|no|nr|number|code)?[\s.:#]*[A-Z]{0,4}-?(?!20\d\d\b)\d{3,}"
    rf"|\b(?!{_NORM}[-_]?\d)(?-i:[A-Z]{{1,4}})[-_]?(?!20\d\d\b)\d{{4,}}\b"
    r"|\b\d{6,}\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli"
    r"|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
_DAY = re.compile(
    rf"\b20\d\d-\d\d(?:-\d\d)?\b|\b\d{{1,2}}[./]\d{{1,2}}[./](?:20)?\d\d\b|\b{_MONTH}\.?\s+20\d\d\b",
    re.IGNORECASE,
)


def title_problems(job: Job, site: Site) -> Iterator[Diagnostic]:
    """What a posting's title holds that has a field of its own, or shouts."""
    posting = job.posting
    title, at = posting.title, posting.spans.at("title")
    place = _place_in(title, job, site.config.languages)
    if place:
        field = "remote" if fold(place) in _REMOTE else "location"
        what = f"the title says where the work is done: `{place}`"
        yield Diagnostic(codes.TITLE_WITH_PLACE, what, f"{_ALONE}: `{field}` says the rest", at)
    has_digit = any(map(str.isdigit, title))
    if has_digit and (salary := _SALARY.search(title)):
        what = f"the title says what is paid: `{salary[0].strip()}`"
        yield Diagnostic(codes.TITLE_WITH_SALARY, what, f"{_ALONE}: `salary` says the rest", at)
    if company := _company_in(title, job, site):
        what = f"the title names the company, `{company}`"
        yield Diagnostic(codes.TITLE_WITH_COMPANY, what, f"{_ALONE}: every list shows the company", at)
    if shouted := _shouted(title):
        what = f"the title shouts: `{shouted}`"
        yield Diagnostic(codes.SHOUTING_TITLE, what, "write it in small letters, without signs", at)
    if has_digit and (number := _number_in(title, job)):
        what = f"the title holds a number or a day: `{number}`"
        hint = f"{_ALONE}: `requisition`, `start` and `closes` say the rest"
        yield Diagnostic(codes.TITLE_WITH_CODE, what, hint, at)


def _place_in(title: str, job: Job, languages: tuple[str, ...]) -> str:
    """The place, or the word for remote work, that the title names; empty where it names none."""
    found = remote_words(title)
    if found or not job.places:
        return found
    parts = [part.strip() for part in _PARTS.split(title)]
    words = fold(title)
    name = next((found for place in job.places if (found := _first_in(words, _names(place.place)))), "")
    if name or len(parts) == 1:
        return name
    countries = {place.place.country for place in job.places}
    return next((part for part in parts[1:] if part and find_country(part, languages) in countries), "")


@lru_cache(maxsize=1)  # two rules ask it of the same title, one after the other
def remote_words(title: str) -> str:
    """What of a title says that the work is done remotely, such as `remote` in `Cook (remote)`."""
    first = _REMOTE_FIRST.match(title)
    if first and (first[2] or fold(first[3]) not in _DONE_REMOTELY):
        return first[1]
    before, _, last = title.rpartition(" ")
    ends = () if before.endswith((" of", " for", " and", " &")) else (last,)
    return next((part.strip() for part in (*_PARTS.split(title), *ends) if fold(part) in _REMOTE), "")


@lru_cache(maxsize=1000)
def _names(place: Place) -> tuple[tuple[str, str], ...]:
    """What people call the place, each name as it is and folded.

    A region's letters (`IN`, `OR`) are words as well, so they don't count.
    """
    region = place.region if len(place.region) > _LONGER else ""
    names = (place.city, place.page.title if place.page else "", region, country_name(place.country, "en"))
    return tuple((name, fold(name)) for name in names if len(name) > 1)


def _first_of(title: str, names: Iterable[str]) -> str:
    """The first of the names that stands in the title as words of its own."""
    return _first_in(fold(title), ((name, fold(name)) for name in names))


def _first_in(words: str, names: Iterable[tuple[str, str]]) -> str:
    """The first of the names that stands among folded words; each comes with itself folded."""
    for name, folded in names:
        if folded in words and re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", words):
            return name
    return ""


def _company_in(title: str, job: Job, site: Site) -> str:
    names = (job.posting.company, site.config.company.name, site.config.name)
    return _first_of(title, (name for name in names if len(name) > 1))


def _shouted(title: str) -> str:
    """What of the title is loud; empty where nothing is."""
    if sign := _SIGNS.search(_NAME.sub("", title, count=1)):
        return sign[0].strip()
    words = _WORD.findall(title)
    loud = [word for word in words if len(word) > _LONGER and word.isupper()]
    call = next((word for word in loud if word in _CALLS), "")
    if call or not loud:
        return call
    has_quiet = any(len(word) > _LONGER and not word.isupper() for word in words)
    return "" if has_quiet or _SHORT_NAMES.issuperset(loud) else " ".join(loud)


def _number_in(title: str, job: Job) -> str:
    posting = job.posting
    own = [posting.requisition, posting.id if "id" in posting.spans else ""]
    named = _first_of(title, (name for name in own if any(map(str.isdigit, name))))
    found = _NUMBER.search(title) or _DAY.search(title)
    return named or (found[0].strip() if found else "")
