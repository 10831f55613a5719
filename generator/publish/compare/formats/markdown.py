"""For a pull request: Markdown as GitHub and GitLab render it, in which nobody else's text is markup.

What strangers wrote stands inside a line of ours, with every sign escaped that means something to Markdown.
Mentions, references and addresses are looked for in the text that is shown: an invisible joiner breaks them.
"""

import re
from collections.abc import Iterator

from generator.diagnostics.formats.visible import visible
from generator.publish.compare.changes import Changes
from generator.publish.compare.report import Entry, Line, Piece, Report, Section, Tone, report_of
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import BREAK, ELLIPSIS, Part, Passage, parted

# GitHub: a comment holds 65,536 characters. A workflow may have something to say above the report.
_LARGEST = 60_000
_LONGEST = 400  # characters of one value or one run of words
_MOST_LINES = 20  # of one entry
_JOINER = "\u2060"
_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~&$])")
# `@name`, `#1`, `!1`, `~label` and the like; `:emoji:` and `https:`; `www.`; `GH-1`; a commit's number.
_REFERENCES = re.compile(
    r"(?<=[@#!$%~&^:])(?=[\w/])|(?<=\bwww)(?=\.)|(?<=[A-Za-z]-)(?=\d)|(?<=[0-9a-f]{6})(?=[0-9a-f])",
    re.IGNORECASE,
)
_TAGS = {Part.SAME: ("", ""), Part.GONE: ("<del>", "</del>"), Part.NEW: ("<ins>", "</ins>")}


def render(changes: Changes) -> str:
    """The report, cut to what a comment holds, with a note of what was left out."""
    report = report_of(changes)
    parts = [_head(report)]
    size = len(parts[0].encode())
    for number, section in enumerate(report.sections):
        told, size = _section(section, size)
        parts += told
        if size > _LARGEST:
            left = sum(len(other.entries) for other in report.sections[number + 1 :])
            left += len(section.entries) - (len(told) - 1)
            parts.append(f"\n*{left:,} more entries are left out here, since comments hold no more.*\n")
            break
    return "".join(parts)


def _head(report: Report) -> str:
    notes = "".join(f"\n{_bold(note)}\n" for note in report.notes)
    return f"### {_line(report.title)}\n\n{_escaped(report.summary)}\n{notes}"


def _section(section: Section, size: int) -> tuple[list[str], int]:
    """The parts that have room, and the size of all of them; over the limit where one has none."""
    parts = [f"\n#### {section.title}\n\n"]
    size += len(parts[0])
    for entry in section.entries:
        text = "".join(f"{line}\n" for line in _entry(entry))
        size += len(text.encode())
        if size > _LARGEST:
            break
        parts.append(text)
    return parts, size


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- {_line(entry.head)}"
    lines = [*map(_line, entry.remarks), *map(_field, entry.fields), *map(_passage, entry.passages)]
    yield from (f"  - {line}" for line in lines[:_MOST_LINES])
    if more := len(lines) - _MOST_LINES:
        yield from (f"  - and {more:,} more",) if more > 0 else ()


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    if piece.tone is Tone.OURS:
        return piece.text
    if piece.tone is Tone.CODE:
        return _code(piece.text)
    return _bold(piece.text) if piece.tone is Tone.STRONG else _escaped(piece.text)


def _bold(text: str) -> str:
    shown = _escaped(text)
    return f"**{shown}**" if shown else ""


def _field(field: FieldChange) -> str:
    before, after = _escaped(field.before), _escaped(field.after)
    return f"{_code(field.field)}: " + (f"{before} → {after or '*nothing*'}" if before else after)


def _passage(passage: Passage) -> str:
    parts = ["text: "]
    for run in passage:
        space, words = parted(run.text)
        opening, closing = _TAGS[run.part]
        parts.append(_breaks(space) + opening + _escaped(_breaks(words)) + closing)
    return "".join(parts)


def _breaks(text: str) -> str:
    return text.replace(BREAK, " / ")


def _code(text: str) -> str:
    """The text as code, in which nothing is looked for: fenced by more backticks than it has in a row."""
    shown = visible(_cut(text))
    if not shown:
        return ""
    fence = "`" * (max((len(row) for row in re.findall("`+", shown)), default=0) + 1)
    space = " " if "`" in shown else ""
    return f"{fence}{space}{shown}{space}{fence}"


def _escaped(text: str) -> str:
    """The text as nothing but text, on one line."""
    return _SIGNS.sub(r"\\\1", _REFERENCES.sub(_JOINER, visible(_cut(text))))


def _cut(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}{ELLIPSIS}"
