r"""Words as Markdown that shows these very words: a backslash where a character would do something.

Only there, since people read and edit the files: `5 - 3 < 4_000` stays as it is.
"""

import re

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
_CLOSING_HASHES = re.compile(r"(?:(?<=\s)|^)#(?=#*\s*$)")


def escaped(text: str) -> str:
    """Words within a line."""
    return _EVERYWHERE.sub(_with_backslashes, text)


def line_escaped(line: str) -> str:
    """A line whose words are escaped, so that its beginning makes no heading, list, quote or table."""
    for pattern in _LEADING:
        line, found = pattern.subn(r"\1\\\2", line)
        if found:
            return line
    return line


def heading_escaped(line: str) -> str:
    """A heading's line, whose last `#` are words and no decoration."""
    return _CLOSING_HASHES.sub(r"\\#", line)


def cell_escaped(line: str) -> str:
    """A table's cell, in which a bar is no border."""
    return line.replace("|", "\\|")


def _with_backslashes(found: re.Match[str]) -> str:
    return "".join(f"\\{ch}" for ch in found[0])
