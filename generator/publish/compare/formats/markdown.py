"""For a pull request: Markdown as GitHub and GitLab render it, in which nobody else's text is markup.

What strangers wrote stands inside a line of ours, with every sign escaped that means something to Markdown.
Mentions, references and addresses are looked for in the text that is shown: an invisible joiner breaks them.
"""

import re

from generator.diagnostics.counting import count
from generator.diagnostics.formats.visible import visible
from generator.publish.compare.changes import Changes
from generator.publish.compare.report import Entry, Line, Piece, Report, Reworded, Tone, report_of
from generator.publish.compare.shortening import Limits, cut, shortened, shortened_line, words_in
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import BREAK, Part, parted

# GitHub: a comment holds 65,536 characters. A workflow may have something to say above the report.
_LARGEST = 60_000
# The first with which everything has room is taken; where nothing helps, the last.
_LIMITS = (Limits(_LARGEST, _LARGEST), Limits(100, 4000), Limits(40, 1200), Limits(20, 400))
_CUT = (
    "This is cut to what a comment holds. What is missing is counted at its place; "
    "`openings diff --format html` shows all of it."
)
_JOINER = "\u2060"
_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~&$])")
# `@name`, `#1`, `!1`, `~label` and the like; `:emoji:` and `https:`; `www.`; `GH-1`; a commit's number.
_REFERENCES = re.compile(
    r"(?<=[@#!$%~&^:])(?=[\w/])|(?<=\bwww)(?=\.)|(?<=[A-Za-z]-)(?=\d)|(?<=[0-9a-f]{6})(?=[0-9a-f])",
    re.IGNORECASE,
)
_TAGS = {Part.SAME: ("", ""), Part.GONE: ("<del>", "</del>"), Part.NEW: ("<ins>", "</ins>")}


def render(changes: Changes) -> str:
    """The report, cut no more than a comment asks for, with a count of what was left out."""
    report = report_of(changes)
    for limits in _LIMITS:
        parts, left = _parts(report, limits)
        if not left:
            return "".join(parts)
    words = sum(map(words_in, left))
    more = f"{len(left):,} more entries with {count(words, 'word')} are left out here"
    return "".join((*parts, f"\n*{more}, since comments hold no more.*\n"))


def _parts(report: Report, limits: Limits) -> tuple[list[str], list[Entry]]:
    """The parts that have room, and the entries for which there is none."""
    parts = [_head(report, limits)]
    size = len(parts[0].encode())
    each = [(number, entry, s.title) for s in report.sections for number, entry in enumerate(s.entries)]
    for at, (number, entry, title) in enumerate(each):
        text = ("" if number else f"\n#### {title}\n\n") + _entry(shortened(entry, limits))
        size += len(text.encode())
        if size > _LARGEST:
            return parts, [left for _, left, _ in each[at:]]
        parts.append(text)
    return parts, []


def _head(report: Report, limits: Limits) -> str:
    most = limits.characters
    notes = [_bold(cut(note, most)) for note in report.notes] + ([] if limits is _LIMITS[0] else [_CUT])
    title = _line(shortened_line(report.title, most))
    return f"### {title}\n\n{_escaped(report.summary)}\n" + "".join(f"\n{note}\n" for note in notes)


def _entry(entry: Entry) -> str:
    lines = (*map(_line, entry.remarks), *map(_field, entry.fields), *map(_reworded, entry.reworded))
    return "".join((f"- {_line(entry.head)}\n", *(f"  - {line}\n" for line in lines)))


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


def _reworded(words: Reworded) -> str:
    parts = ["text: " if words.name == "text" else f"{_code(words.name)}: "]
    for run in words.passage:
        space, shown = parted(run.text)
        opening, closing = _TAGS[run.part]
        parts.append(_breaks(space) + opening + _escaped(_breaks(shown)) + closing)
    return "".join(parts)


def _breaks(text: str) -> str:
    return text.replace(BREAK, " / ")


def _code(text: str) -> str:
    """The text as code, in which nothing is looked for: fenced by more backticks than it has in a row."""
    shown = visible(_one_line(text))
    if not shown:
        return ""
    fence = "`" * (max((len(row) for row in re.findall("`+", shown)), default=0) + 1)
    space = " " if "`" in shown else ""
    return f"{fence}{space}{shown}{space}{fence}"


def _escaped(text: str) -> str:
    """The text as nothing but text, on one line."""
    return _SIGNS.sub(r"\\\1", _REFERENCES.sub(_JOINER, visible(_one_line(text))))


def _one_line(text: str) -> str:
    return " ".join(text.split())
