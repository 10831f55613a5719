"""Text without characters that act, hide or only look like a space."""

import re

from generator.content.markdown.marks import CLOSE, OPEN

# Controls, turns of direction, halves of characters, and what marks our own markup on its way to HTML.
_UNFIT = re.compile(
    f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff{OPEN}{CLOSE}]"
)
# Soft hyphens and what has no width; the joiners of emoji, Persian and Indian scripts stay.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile(r"\s+")


def seen(text: str) -> str:
    """The text without what can't be seen; its spaces stay as they are."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", _UNFIT.sub("", text))


def even(text: str) -> str:
    """The text with each run of spaces of any kind, line ends too, as one plain space."""
    return _SPACES.sub(" ", seen(text))


def line(text: str) -> str:
    """The text as one tidy line."""
    return even(text).strip()
