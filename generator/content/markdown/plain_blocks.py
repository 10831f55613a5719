"""Most of what people write (paragraphs, headings, lists without lists in them) read by one expression each.

A rule of markdown-it's block chain. Its tokens are those that the other rules would make; what it isn't sure
of it leaves to them: anything nested, and any block whose end depends on what follows.
"""

import re
from collections.abc import Iterator

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

# What begins nothing but a paragraph: a word, a number without a dot, emphasis, brackets that define nothing.
_WORD = r"[^\s`~>*\-_+0-9\[<#=|:]|[0-9]++(?![.)])|[*_]{1,2}(?=[^\s*_])"
_FIRST = rf"(?:{_WORD}|\[[^\[\]\\\n]*+\](?!:))[^\n]*+"
_WRAPPED = rf"(?:\n *+(?:{_WORD}|\[)[^\n]*+)*+"
_TEXT = f"{_FIRST}{_WRAPPED}"
_PARAGRAPH = rf"(?P<text>{_TEXT})(?=[ \t\n]*\Z|\n[ \t]*\n)"
_HEADING = r"(?P<mark>\#{1,6})[ \t](?P<title>[^\n\#|]++)(?=\n|\Z)"
_SAME = r"(?:(?P=bullet)|[0-9]{1,9}(?P=dot))"
# A list ends with its last line if what comes after the empty ones is neither indented nor another item.
_END_OF_LIST = rf"(?=[ \t\n]*\Z|\n(?:[ \t]*\n)++(?![ \t]|{_SAME}(?:\s|\Z)))"
_LIST = rf"(?:(?P<bullet>[-*])|[0-9]{{1,9}}(?P<dot>\.))[ ]{_TEXT}(?:\n{_SAME}[ ]{_TEXT})*+{_END_OF_LIST}"
_BLOCK = re.compile(f"{_PARAGRAPH}|{_HEADING}|{_LIST}")
_ITEM = re.compile(rf"([-*]|[0-9]+\.) ({_TEXT})")


def plain_blocks(state: StateBlock, start: int, end: int, _silent: bool) -> bool:
    """Read the plain blocks that follow each other, outside of lists and quotes; whether there was one."""
    if state.level:
        return False
    line = start
    while line < end and (found := _BLOCK.match(state.src, state.bMarks[line])):
        behind = line + found[0].count("\n") + 1
        following = state.skipEmptyLines(behind)
        if found["text"]:
            state.tokens += _paragraph(found["text"], line, behind)
        elif found["title"]:
            state.tokens += _heading(found["title"], found["mark"], line)
        else:
            state.tokens += _list(found[0], found["bullet"], line, following)
        state.line = behind
        line = following
    return line > start


def _paragraph(text: str, start: int, end: int, level: int = 0, *, hidden: bool = False) -> Iterator[Token]:
    yield Token("paragraph_open", "p", 1, map=[start, end], level=level, block=True, hidden=hidden)
    yield _words(text, start, end, level + 1)
    yield Token("paragraph_close", "p", -1, level=level, block=True, hidden=hidden)


def _heading(text: str, mark: str, line: int) -> Iterator[Token]:
    tag = f"h{len(mark)}"
    yield Token("heading_open", tag, 1, map=[line, line + 1], markup=mark, block=True)
    yield _words(text, line, line + 1, 1)
    yield Token("heading_close", tag, -1, markup=mark, block=True)


def _list(source: str, bullet: str | None, start: int, following: int) -> Iterator[Token]:
    """A list without empty lines; it and its last item reach to the next block."""
    items = _ITEM.findall(source)
    name, tag, markup = ("bullet_list", "ul", bullet) if bullet else ("ordered_list", "ol", ".")
    attrs = _start(items[0][0])
    yield Token(f"{name}_open", tag, 1, attrs, [start, following], markup=markup, block=True)
    for i, (mark, text) in enumerate(items, 1):
        behind = start + 1 + text.count("\n")
        end = behind if i < len(items) else following
        number = "" if bullet else mark[:-1]
        yield Token("list_item_open", "li", 1, {}, [start, end], 1, markup=markup, info=number, block=True)
        yield from _paragraph(_outdented(text, len(mark) + 1), start, behind, 2, hidden=True)
        yield Token("list_item_close", "li", -1, level=1, markup=markup, block=True)
        start = behind
    yield Token(f"{name}_close", tag, -1, markup=markup, block=True)


def _start(mark: str) -> dict[str, str | int | float]:
    """The attributes of a list that begins with the mark: where it counts from, if not from 1."""
    number = mark.rstrip("-*.")
    return {"start": int(number)} if number and int(number) != 1 else {}


def _outdented(text: str, columns: int) -> str:
    return re.sub(f"\n {{1,{columns}}}", "\n", text) if "\n" in text else text


def _words(text: str, start: int, end: int, level: int) -> Token:
    return Token(
        "inline", "", 0, map=[start, end], level=level, children=[], content=mdTrim(text), block=True
    )
