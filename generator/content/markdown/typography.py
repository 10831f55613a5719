"""Real quotes, dashes and ellipses for straight ones, as the language writes them."""

import re
from collections.abc import Mapping

from markdown_it.rules_core import StateCore
from markdown_it.rules_core.smartquotes import process_inlines
from markdown_it.token import Token

_ENGLISH = ("“", "”", "‘", "’")
_GERMAN = ("„", "“", "‚", "‘")
_POLISH = ("„", "”", "‚", "’")
_SWEDISH = ("”", "”", "’", "’")
_FRENCH = ("«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›")
_POINTED = ("«", "»", "“", "”")

# Double and single quotes; after CLDR's delimiters where that is also what people print.
_QUOTES: Mapping[str, tuple[str, str, str, str]] = {
    "bg": _GERMAN, "cs": _GERMAN, "de": _GERMAN, "is": _GERMAN, "lt": _GERMAN, "sk": _GERMAN, "sl": _GERMAN,
    "hr": _POLISH, "hu": _POLISH, "pl": _POLISH, "ro": _POLISH, "sr": _POLISH,
    "fi": _SWEDISH, "sv": _SWEDISH,
    "fr": _FRENCH,
    "el": _POINTED, "es": _POINTED, "it": _POINTED, "nb": _POINTED, "nn": _POINTED, "no": _POINTED,
    "ru": ("«", "»", "„", "“"), "uk": ("«", "»", "„", "“"),
    "de-ch": ("«", "»", "‹", "›"), "fr-ch": ("«", "»", "‹", "›"), "pt-pt": _POINTED,
}  # fmt: skip

_APOSTROPHE = re.compile(r"'(?<=[^\W_]')(?=[^\W_])")

# A wall of quotes is no prose, and pairing them takes time that grows with their square.
_MOST_QUOTES = 400

_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_EM_DASH = re.compile(r"(?<!-)---(?!-)")
_EN_DASH = re.compile(r"(?<![-\w])--(?![-\w])|(?<=\w)--(?=\w)")


def quotes_of(language: str) -> tuple[str, str, str, str]:
    """Opening and closing double quotes, then single ones, of a language tag."""
    tag = language.lower().replace("_", "-")
    return _QUOTES.get(tag) or _QUOTES.get(tag.partition("-")[0]) or _ENGLISH


def set_quotes(state: StateCore) -> None:
    """Curl the quotes of every paragraph and heading; a rule of markdown-it's core chain."""
    for token in state.tokens:
        if token.children and ("'" in token.content or '"' in token.content):
            count = token.content.count('"') + token.content.count("'")
            if count <= _MOST_QUOTES and _has_quotes_to_pair(token.children):
                process_inlines(token.children, state)


def _has_quotes_to_pair(children: list[Token]) -> bool:
    """Whether there are more quotes than apostrophes within words, which are curled here at once."""
    found = False
    for token in children:
        if token.type == "text":
            if "'" in token.content:
                token.content = _APOSTROPHE.sub("’", token.content)
            found = found or "'" in token.content or '"' in token.content
    return found


def set_dashes(state: StateCore) -> None:
    """Write dashes for `--` and `---` and an ellipsis for `...`, outside code and bare addresses."""
    if "--" in state.src or "..." in state.src:
        for token in state.tokens:
            if token.children and ("--" in token.content or "..." in token.content):
                _set_dashes(token.children)


def _set_dashes(children: list[Token]) -> None:
    in_address = False
    for token in children:
        if token.info == "auto":
            in_address = token.type == "link_open"
        elif token.type == "text" and not in_address:
            text = _EM_DASH.sub("—", _ELLIPSIS.sub("…", token.content))
            token.content = _EN_DASH.sub("–", text)
