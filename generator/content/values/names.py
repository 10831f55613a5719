"""Names of things: identifiers, files, languages, time zones and colours."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache

from babel.core import Locale, UnknownLocaleError, get_global
from babel.localedata import exists

from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes
from generator.diagnostics.suggest import nearest
from generator.model.files import STATIC_FOLDER
from generator.model.slugs import fold, slugify

LONGEST_IDENTIFIER = 40  # LinkedIn: partnerJobId <= 40
_DIGEST = 8
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")
_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_MACHINE = re.compile(r"^(?:[A-Za-z]:[\\/]|\\\\|~|file:|/(?:Users|home|mnt|media|Volumes|tmp|var|private)/)")
_PUT = f"put the file into `{STATIC_FOLDER}/` and write its path below that folder"
# Names that Babel has and the time zone list hasn't.
_DROPPED_ZONES = frozenset(("Etc/Unknown", "US/Pacific-New", "Canada/East-Saskatchewan"))


def parse_text(text: str, _language: str) -> str | Problem:
    """The text with its line ends as spaces."""
    return " ".join(text.split()) if "\n" in text else text.strip()


def parse_identifier(text: str, _language: str) -> str | Problem:
    """A name that feeds can carry: at most 40 plain letters, digits, dots, hyphens and underscores."""
    if _IDENTIFIER.fullmatch(text):
        return text
    too_long = f", not {len(text)}" if len(text) > LONGEST_IDENTIFIER else ""
    message = f"`{text[:60]}` has to be at most 40 letters, digits, dots, hyphens or underscores{too_long}"
    return Problem(codes.IDENTIFIER_UNFIT, message, instead=fitting_identifier(text))


def fitting_identifier(text: str) -> str:
    """The text as an identifier: unchanged where it fits, else its slug.

    A slug that is too long is cut and ends in a digest of the whole text, so that no two of them meet.
    """
    if _IDENTIFIER.fullmatch(text):
        return text
    slug = slugify(text)
    if len(slug) <= LONGEST_IDENTIFIER:
        return slug
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    return f"{slug[: LONGEST_IDENTIFIER - _DIGEST - 1].rstrip('-')}-{digest}"


def parse_stem(text: str, _language: str) -> str | Problem:
    """A file's name without folder and ending."""
    stem = re.split(r"[/\\]", text.rstrip("/\\"))[-1].removesuffix(".md")
    if stem == text and stem not in (".", ".."):
        return text
    message = f"`{text}` is more than a file's name"
    if not stem or stem in (".", ".."):
        return Problem(
            codes.STEM_UNFIT, message, "write it without folder and `.md`, such as `backend-engineer`"
        )
    return Problem(codes.STEM_UNFIT, message, instead=stem)


def parse_asset(text: str, _language: str) -> str | Problem:
    """A path below content/static/, without a slash at its beginning."""
    if re.match(r"^(?:https?:)?//", text, re.IGNORECASE):
        return _asset_problem(f"`{text}` lies on another site", _PUT)
    if _MACHINE.match(text):
        return _asset_problem(f"`{text}` is a path on your own computer", _PUT)
    if "\\" in text:
        return _asset_problem(f"`{text}` has backslashes", instead=text.replace("\\", "/"))
    path = re.sub(r"^(?:\./|/)+", "", text)
    inside = re.sub(r"^(?:(?:\.\./)*content/|(?:\.\./)+)?static/", "", path)
    if inside != path:
        return _asset_problem(f"`{text}` names the folder `static`, which isn't needed", instead=inside)
    if ".." in path.split("/") or not path or ":" in path:
        return _asset_problem(
            f"`{text}` isn't a file below {STATIC_FOLDER}/", "write it like `images/berlin.jpg`"
        )
    return path


def _asset_problem(message: str, hint: str = "", instead: str = "") -> Problem:
    return Problem(codes.ASSET_PATH, message, hint, instead)


def parse_language(text: str, _language: str) -> str | Problem:
    """A language tag in its usual capitals, such as `pt-BR`; Babel has a locale for each that is taken."""
    match = _LANGUAGE.fullmatch(text)
    if match is None:
        return _not_a_language(text, _language_names().get(fold(text)))
    language, script, region = match.groups()
    parts = [language.lower(), script and script.title(), region and region.upper()]
    tag = "-".join(part for part in parts if part)
    return tag if _has_locale(tag) else _not_a_language(text, _nearest_tag(tag))


def _not_a_language(text: str, instead: str | None) -> Problem:
    message = f"`{text}` is no language tag that we know"
    hint = "" if instead else "write its letters, such as `en`, `de` or `pt-BR`"
    return Problem(codes.LANGUAGE_TAG, message, hint, instead or "")


@cache
def _has_locale(tag: str) -> bool:
    """Whether Babel has a locale of this very language; `zh-TW` leads to `zh-Hant-TW`, which is one."""
    return exists(tag.partition("-")[0]) and _locale_of(tag) is not None


def _locale_of(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _nearest_tag(tag: str) -> str | None:
    """The language alone where only its region or script is unknown, or its newer or shorter name."""
    language = tag.partition("-")[0]
    locale = _locale_of(language)
    return locale.language if locale else None


@cache
def _language_names() -> Mapping[str, str]:
    names = {fold(name): code for code, name in Locale("en").languages.items() if exists(code)}
    own = {
        fold(str(Locale(code).get_display_name() or "")): code
        for code in ("de", "fr", "es", "sv", "it", "nl")
    }
    return names | own


def parse_time_zone(text: str, _language: str) -> str | Problem:
    """A name of the IANA list."""
    zones = _time_zones()
    if text in zones:
        return text
    tail = text.replace(" ", "_").casefold()
    same = sorted(zone for zone in zones if tail in (zone.casefold(), zone.casefold().rpartition("/")[2]))
    near = same[0] if same else nearest(text, zones)
    message = f"unknown time zone `{text}`"
    if near is not None:
        return Problem(codes.TIME_ZONE_UNKNOWN, message, instead=near)
    return Problem(codes.TIME_ZONE_UNKNOWN, message, "write continent and city, such as `Europe/Stockholm`")


@cache
def _time_zones() -> frozenset[str]:
    known = (*get_global("zone_territories"), *get_global("zone_aliases"), "UTC")
    return frozenset(known) - _DROPPED_ZONES


def parse_colour(text: str, _language: str) -> str | Problem:
    """A colour as `#` and six small hex digits."""
    if _COLOUR.fullmatch(text):
        digits = text[1:].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    message = f"`{text}` isn't a colour of six hex digits"
    if _COLOUR.fullmatch(f"#{text}"):
        return Problem(codes.COLOUR_UNREADABLE, message, instead=f'"#{text}"')
    return Problem(codes.COLOUR_UNREADABLE, message, 'write it in quotes, such as `"#1f6f54"`')


def parse_yes_no(text: str, _language: str) -> bool | Problem:
    """Whether a switch is on."""
    if text.lower() in ("yes", "true"):
        return True
    if text.lower() in ("no", "false"):
        return False
    return Problem(codes.YES_NO_UNREADABLE, f"`{text}` is neither yes nor no", "write `yes` or `no`")


def parse_navigation(text: str, language: str) -> str | Problem:
    """A part of the site by its name, or a page's stem."""
    if text.startswith("/") or ":" in text:
        hint = "write a page's stem, such as `students`; for an address use `{title: …, to: …}`"
        return Problem(codes.STEM_UNFIT, f"`{text}` isn't a part of the site", hint)
    return parse_stem(text, language)
