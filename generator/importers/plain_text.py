"""Text that is no Markdown, written in Markdown so that it shows as it was."""

import re

from generator.content.controls import without_controls

# What means something anywhere in a line, and what only means something where a line begins.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|]")
_AT_BEGINNING = re.compile(r"^(?:[#+\-=:]|(\d{1,9})(?=[.)]))")
_EMPTY_LINES = re.compile(r"\n\s*\n")


def plain_text(text: str) -> str:
    """Markdown that shows this text: empty lines part paragraphs, other line ends stay line ends."""
    whole = without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return "\n\n".join(filter(None, map(_paragraph, _EMPTY_LINES.split(whole))))


def _paragraph(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\\\n".join(_escaped(line) for line in lines if line)


def _escaped(line: str) -> str:
    return _AT_BEGINNING.sub(_begin, _ANYWHERE.sub(r"\\\g<0>", line))


def _begin(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[1] else f"\\{match[0]}"
