r"""Words as Markdown that shows these very words: a backslash where a character would do something.

Only there, since people read and edit the files: `5 - 3 < 4_000` stays as it is.
"""

import re

from generator.importers.cleaning.spaces import line

_EVERYWHERE = re.compile(
    r"[\\`*\[\]]"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=\#?\w+;)"
    r"|~(?=~)|(?<=~)~"
    # Between letters, an underscore is one; at a word's edge, it may begin to emphasise.
    r"|(?<![A-Za-z0-9_])_+|_+(?![A-Za-z0-9_])"
)
_LEADING = (
    re.compile(r"^()(#{1,6}(?=\s|$))"),
    re.compile(r"^()([-+](?=\s|$))"),
    re.compile(r"^(\d{1,9})([.)](?=\s|$))"),
    re.compile(r"^()(>)"),
    re.compile(r"^()(=+\s*$)"),
    # What underlines a heading, parts the text, or parts a table's head from its body.
    re.compile(r"^()([-:|][-:|\s]*$)"),
)
_EMPTY_LINES = re.compile(r"\n\s*\n")
_CLOSING_HASHES = re.compile(r"(?:(?<=\s)|^)#(?=#*\s*$)")


def escaped(text: str) -> str:
    """Words within a line."""
    return _EVERYWHERE.sub(_with_backslashes, text)


def line_escaped(text: str) -> str:
    """A line whose words are escaped, so that its beginning makes no heading, list, quote or table."""
    for pattern in _LEADING:
        text, found = pattern.subn(r"\1\\\2", text)
        if found:
            return text
    return text


def heading_escaped(text: str) -> str:
    """A heading's line, whose last `#` are words and no decoration."""
    return _CLOSING_HASHES.sub(r"\\#", text)


def cell_escaped(text: str) -> str:
    """A table's cell, in which a bar is no border."""
    return text.replace("|", "\\|")


def plain_markdown(text: str) -> str:
    """Text that is no Markdown as such: empty lines part paragraphs, other line ends stay line ends."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n\n".join(filter(None, map(_paragraph, _EMPTY_LINES.split(whole))))


def _paragraph(text: str) -> str:
    lines = filter(None, map(line, text.split("\n")))
    return "\\\n".join(line_escaped(escaped(one)) for one in lines)


def _with_backslashes(found: re.Match[str]) -> str:
    return "".join(f"\\{ch}" for ch in found[0])
