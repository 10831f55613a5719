"""The report: tables of goal and measurement, what missed, and the same as JSON."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from tests.audit.rows import Chapter, Row, misses

_BEGIN, _END = "<!-- figures: written by `make audit` -->", "<!-- end of figures -->"
_SHOWN = 12
_LONGEST = 300


def tables(chapters: Sequence[Chapter]) -> str:
    """All chapters as Markdown, after a summary and a list of what missed."""
    return "\n\n".join((_summary(chapters), *_missed(chapters), *map(_chapter, chapters)))


def as_json(chapters: Sequence[Chapter]) -> str:
    """All chapters with every detail."""
    return json.dumps([asdict(chapter) for chapter in chapters], ensure_ascii=False, indent=1) + "\n"


def with_figures(text: str, figures: str) -> str:
    """The page's text with these figures between its marks; ValueError where a mark is missing."""
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise ValueError(f"the page lacks `{_BEGIN}` or `{_END}`")
    return f"{before}{begin}\n\n{figures.strip()}\n\n{end}{after}"


def _summary(chapters: Sequence[Chapter]) -> str:
    count, missed = sum(len(chapter.rows) for chapter in chapters), len(misses(chapters))
    return f"**{count - missed} of {count} goals are met.**"


def _missed(chapters: Sequence[Chapter]) -> Iterable[str]:
    missed = misses(chapters)
    if missed:
        yield "### Missed"
        yield "\n".join(_miss(title, row) for title, row in missed)


def _miss(title: str, row: Row) -> str:
    figures = f"goal {_text(row.goal)}, measured {_text(row.measured)}"
    lines = [f"- **{_text(title)}, {_text(row.what)}**: {figures}"]
    lines += [f"  - {_text(_cut(detail))}" for detail in row.details[:_SHOWN]]
    if len(row.details) > _SHOWN:
        lines.append(f"  - and {len(row.details) - _SHOWN} more")
    return "\n".join(lines)


def _chapter(chapter: Chapter) -> str:
    rows = [
        f"| {_text(row.what)} | {_text(row.goal)} | {_text(row.measured)} | {_verdict(row)} |"
        for row in chapter.rows
    ]
    head = ["| | Goal | Measured | |", "|---|--:|--:|---|"]
    return "\n".join([f"### {_text(chapter.title)}", "", *head, *rows])


def _verdict(row: Row) -> str:
    return "pass" if row.is_passed else "**miss**"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _text(text: str) -> str:
    """Text as Markdown shows it as it is, on one line and in one cell."""
    plain = " ".join(text.split())
    for mark in "\\`*_[]<>|":
        plain = plain.replace(mark, f"\\{mark}")
    return plain
