"""Text from strangers made fit for a terminal: nothing in it acts, and its width is known."""

import unicodedata

# Joiners change how letters and emoji look and can't reorder or hide text.
_HARMLESS = frozenset("\u200c\u200d")
_UNPRINTABLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text with every character that could act on a terminal shown as a picture or a number."""
    return text if text.isascii() and text.isprintable() else "".join(map(visible_character, text))


def visible_character(ch: str) -> str:
    """One character as a terminal may have it: `␛` for an escape, `<U+202E>` for a turn of direction."""
    if ch.isprintable() or ch in _HARMLESS:
        return ch
    if ch < " ":
        return chr(0x2400 + ord(ch))
    if unicodedata.category(ch) in _UNPRINTABLE:
        return f"<U+{ord(ch):04X}>"
    return " "


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def _character_width(ch: str) -> int:
    if unicodedata.combining(ch) or unicodedata.category(ch) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(ch) in "WF" else 1
