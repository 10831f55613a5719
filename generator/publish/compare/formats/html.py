"""A page of its own, with both sides next to each other: nothing in it runs or is fetched."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape

from generator.diagnostics.formats.visible import visible
from generator.publish.compare.changes import Changes
from generator.publish.compare.report import Entry, Line, Piece, Reworded, Section, Tone, report_of
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import BREAK, Part, Passage, parted

_STYLE = """
:root{color-scheme:light dark;--ink:#1c1c1a;--quiet:#5a5a55;--ground:#fff;--line:#d8d8d2;--gone:#fbe3e0;
--new:#dcf2e0;--code:#f2f2ee}
@media(prefers-color-scheme:dark){:root{--ink:#ecece6;--quiet:#a9a9a2;--ground:#161614;--line:#3b3b37;
--gone:#5a2520;--new:#1d4a2a;--code:#262623}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);
background:var(--ground);overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:1rem 0 .5rem}
h2{font-size:1.2rem;margin:2.5rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h3{font-size:1rem;font-weight:400;margin:1.5rem 0 .25rem}
p{margin:.5rem 0}
.note{font-weight:700}
ul{margin:.25rem 0;padding-left:1.25rem;color:var(--quiet)}
code{font:.875em/1.4 ui-monospace,monospace;background:var(--code);color:var(--ink);padding:.1em .3em;
border-radius:3px}
table{width:100%;table-layout:fixed;border-collapse:collapse;margin:.5rem 0;border:1px solid var(--line)}
tbody{border-top:1px solid var(--line)}
th,td{width:50%;padding:.25rem .6rem .4rem;text-align:left;vertical-align:top;font-weight:400}
th{color:var(--quiet)}
tbody th{padding-bottom:0}
td+td{border-left:1px solid var(--line)}
del{background:var(--gone)}
ins{background:var(--new);text-decoration-thickness:2px}
.nothing{color:var(--quiet);font-style:italic}
"""
_DIGEST = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
_TAGS = {Part.SAME: ("", ""), Part.GONE: ("<del>", "</del>"), Part.NEW: ("<ins>", "</ins>")}
_HEAD = '<thead><tr><th scope="col">Before</th><th scope="col">After</th></tr></thead>\n'


def render(changes: Changes) -> str:
    """The whole page."""
    report = report_of(changes)
    title = escape(visible("".join(piece.text for piece in report.title)))
    notes = "".join(f'<p class="note">{_text(note)}</p>\n' for note in report.notes)
    sections = "".join(map(_section, report.sections))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{_line(report.title)}</h1>\n<p>{_text(report.summary)} As of {changes.day.isoformat()}.</p>\n"
        f"{notes}{sections}</main>\n</body>\n</html>\n"
    )


def _section(section: Section) -> str:
    entries = "".join(map(_entry, section.entries))
    return f"<section>\n<h2>{escape(section.title)}</h2>\n{entries}</section>\n"


def _entry(entry: Entry) -> str:
    remarks = "".join(f"<li>{_line(remark)}</li>" for remark in entry.remarks)
    rows = "".join((*map(_field, entry.fields), *map(_reworded, entry.reworded)))
    listed = f"<ul>{remarks}</ul>\n" if remarks else ""
    table = f"<table>{_HEAD}{rows}</table>\n" if rows else ""
    return f"<h3>{_line(entry.head)}</h3>\n{listed}{table}"


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    text = _text(piece.text)
    if piece.tone is Tone.OURS:
        return text
    tag = {Tone.STRONG: "strong", Tone.CODE: "code"}.get(piece.tone, "bdi")
    return f'<{tag} dir="auto">{text}</{tag}>'


def _field(field: FieldChange) -> str:
    before = f"<del>{_text(field.before)}</del>" if field.before else ""
    after = f"<ins>{_text(field.after)}</ins>" if field.after else ""
    return _row(field.field, before, after)


def _reworded(words: Reworded) -> str:
    return _row(words.name, _side(words.passage, Part.NEW), _side(words.passage, Part.GONE))


def _side(passage: Passage, other: Part) -> str:
    """One side of a passage: without what is on the other alone."""
    return "".join(_runs(passage, other)).removeprefix("<br>").strip()


def _runs(passage: Passage, other: Part) -> Iterator[str]:
    for run in passage:
        if run.part is not other:
            space, words = parted(run.text)
            opening, closing = _TAGS[run.part]
            yield f"{space}{opening}{_text(words)}{closing}".replace(BREAK, "<br>")


def _row(name: str, before: str, after: str) -> str:
    nothing = '<span class="nothing">nothing</span>'
    cells = "".join(f'<td dir="auto">{cell or nothing}</td>' for cell in (before, after))
    head = f'<tr><th colspan="2" scope="rowgroup">{_text(name)}</th></tr>'
    return f"<tbody>{head}<tr>{cells}</tr></tbody>\n"


def _text(text: str) -> str:
    """The text as nothing but text, in which no sign turns the direction of others."""
    return BREAK.join(escape(visible(line)) for line in text.split(BREAK))
