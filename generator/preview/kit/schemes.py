"""A theme's stylesheets and pages as they look in one colour scheme, whatever the system prefers.

Only what asks for the system's preference is rewritten. `light-dark()`, system colours and pictures follow
the `color-scheme` of their element by themselves. A choice that a theme keeps by script stays that script's.
"""

import re
from enum import StrEnum

_GAP = r"(?:\s|/\*(?:[^*]|\*(?!/))*\*/)*"
# What looks like code and is none, then what is looked for.
_CSS = re.compile(
    rf"""
      /\*.*?(?:\*/|\Z) | "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'? | \burl\(\s*[^\s"')][^)]*\)?
    | \({_GAP}prefers-color-scheme{_GAP}:{_GAP}(?P<wanted>light|dark){_GAP}\)
    | (?P<property>(?<![\w-])color-scheme{_GAP}:)(?P<schemes>(?:[\sa-z-]|/\*(?:[^*]|\*(?!/))*\*/)*)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# Media features that always hold, and never: no viewport is narrower than nothing.
_ALWAYS, _NEVER = "(min-width: 0px)", "(max-width: -1px)"

_TAG = re.compile(rb"""<(?:meta|link|source|style)\b(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_MEDIA = re.compile(rb"""(\smedia\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_IS_SCHEME = re.compile(rb"""\sname\s*=\s*["']?color-scheme["'\s/>]""", re.IGNORECASE)
_CONTENT = re.compile(rb"""(\scontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_SHEET = re.compile(rb"(<style\b[^>]*>)(.*?)(</style)", re.IGNORECASE | re.DOTALL)


class Scheme(StrEnum):
    """A colour scheme."""

    LIGHT = "light"
    DARK = "dark"

    @property
    def other(self) -> "Scheme":
        """The one that isn't shown."""
        return Scheme.DARK if self is Scheme.LIGHT else Scheme.LIGHT


def style_in(scheme: Scheme, css: str) -> str:
    """A stylesheet, or the text of a `media` attribute, as it holds in one scheme."""

    def settled(found: re.Match[str]) -> str:
        if wanted := found["wanted"]:
            return _ALWAYS if wanted.lower() == scheme else _NEVER
        if found["property"]:
            return found["property"] + _narrowed(scheme, found["schemes"])
        return found[0]

    return _CSS.sub(settled, css)


def page_in(scheme: Scheme, html: bytes) -> bytes:
    """A page as it holds in one scheme."""

    def styled(found: re.Match[bytes]) -> bytes:
        return found[1] + style_in(scheme, found[2].decode("utf-8", "replace")).encode() + found[3]

    def media(found: re.Match[bytes]) -> bytes:
        mark, text = found[2][:1], found[2][1:-1].decode("utf-8", "replace")
        return found[1] + mark + style_in(scheme, text).encode() + mark

    def content(found: re.Match[bytes]) -> bytes:
        return found[1] + _narrowed(scheme, found[2].decode("utf-8", "replace")).encode()

    def tag(found: re.Match[bytes]) -> bytes:
        told = _MEDIA.sub(media, found[0])
        return _CONTENT.sub(content, told) if _IS_SCHEME.search(told) else told

    return _SHEET.sub(styled, _TAG.sub(tag, html))


def _narrowed(scheme: Scheme, schemes: str) -> str:
    """The schemes that a page is made for without the other one, unless it is made for that one alone."""
    words = set(re.findall(r"[a-z-]+", schemes.lower()))
    if not words.issuperset(Scheme):
        return schemes
    return re.sub(rf"\b{scheme.other}\b", "", schemes, flags=re.IGNORECASE)
