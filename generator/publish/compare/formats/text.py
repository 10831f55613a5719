"""For people at a terminal."""

from collections.abc import Iterator, Mapping

from generator.diagnostics.formats.visible import visible
from generator.publish.compare.changes import Changes
from generator.publish.compare.report import Entry, Line, Piece, Tone, report_of
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import BREAK, Part, Passage, parted

_STYLES: Mapping[object, str] = {Tone.STRONG: "1", Tone.CODE: "36", Part.GONE: "31;9", Part.NEW: "32"}
_MARKS = {Part.SAME: ("", ""), Part.GONE: ("[-", "-]"), Part.NEW: ("{+", "+}")}
_BREAK = " / "
_TITLE = "1;4"
# What begins a command of GitHub's runners wherever in a line it stands.
_COMMAND, _NO_COMMAND = "##[", "## ["


def render(changes: Changes, colour: bool = False) -> str:
    """All changes, a few lines each; in colour, or with `[-gone-]` and `{+new+}` as git marks words."""
    report = report_of(changes)
    lines = [_line(report.title, colour), report.summary]
    lines += [f"note: {_safe(note)}" for note in report.notes]
    for section in report.sections:
        lines += ["", _painted(section.title, _TITLE, colour)]
        lines += [line for entry in section.entries for line in _entry(entry, colour)]
    return "".join(f"{line}\n" for line in lines)


def _entry(entry: Entry, colour: bool) -> Iterator[str]:
    yield f"- {_line(entry.head, colour)}"
    yield from (f"  * {_line(remark, colour)}" for remark in entry.remarks)
    yield from (f"  * {_safe(field.field)}: {_field(field)}" for field in entry.fields)
    yield from (f"  * {_safe(words.name)}: {_passage(words.passage, colour)}" for words in entry.reworded)


def _field(field: FieldChange) -> str:
    before, after = _safe(field.before), _safe(field.after)
    return f"{before} → {after or 'nothing'}" if before else after


def _passage(passage: Passage, colour: bool) -> str:
    parts = []
    for run in passage:
        space, words = parted(run.text)
        opening, closing = ("", "") if colour else _MARKS[run.part]
        shown = _safe(words.replace(BREAK, _BREAK))
        painted = _painted(shown, _STYLES.get(run.part, ""), colour)
        parts.append(f"{space.replace(BREAK, _BREAK)}{opening}{painted}{closing}")
    return "".join(parts)


def _line(line: Line, colour: bool) -> str:
    return "".join(_piece(piece, colour) for piece in line)


def _piece(piece: Piece, colour: bool) -> str:
    if piece.tone is Tone.OURS:
        return piece.text
    return _painted(_safe(piece.text), _STYLES.get(piece.tone, ""), colour)


def _safe(text: str) -> str:
    """The text on one line, with nothing in it that acts on a terminal or on a workflow's runner."""
    return visible(" ".join(text.split())).replace(_COMMAND, _NO_COMMAND)


def _painted(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour and style and text else text
