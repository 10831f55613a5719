"""Most of what people write (paragraphs, headings, lists without lists in them) read by one expression each.

A rule of markdown-it's block chain. Its tokens are those that the other rules would make; what it isn't sure
of it leaves to them: anything nested, and any block whose end depends on what follows.
"""

import re
from typing import Literal

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


_IS_BLOCK = True

Attributes = dict[str, str | int | float]


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


def _paragraph(text: str, start: int, end: int, level: int = 0, *, hidden: bool = False) -> list[Token]:
    return [
        _block("paragraph_open", "p", 1, [start, end], level, hidden=hidden),
        _words(text, start, end, level + 1),
        _block("paragraph_close", "p", -1, None, level, hidden=hidden),
    ]


def _heading(text: str, mark: str, line: int) -> list[Token]:
    tag = f"h{len(mark)}"
    return [
        _block("heading_open", tag, 1, [line, line + 1], markup=mark),
        _words(text, line, line + 1, 1),
        _block("heading_close", tag, -1, None, markup=mark),
    ]


def _list(source: str, bullet: str | None, start: int, following: int) -> list[Token]:
    """A list without empty lines; it and its last item reach to the next block."""
    items = _ITEM.findall(source)
    name, tag, markup = ("bullet_list", "ul", bullet) if bullet else ("ordered_list", "ol", ".")
    tokens = [_block(f"{name}_open", tag, 1, [start, following], markup=markup, attrs=_start(items[0][0]))]
    for i, (mark, text) in enumerate(items, 1):
        behind = start + 1 + text.count("\n")
        end = behind if i < len(items) else following
        number = "" if bullet else mark[:-1]
        tokens.append(_block("list_item_open", "li", 1, [start, end], 1, markup=markup, info=number))
        tokens += _paragraph(_outdented(text, len(mark) + 1), start, behind, 2, hidden=True)
        tokens.append(_block("list_item_close", "li", -1, None, 1, markup=markup))
        start = behind
    tokens.append(_block(f"{name}_close", tag, -1, None, markup=markup))
    return tokens


def _start(mark: str) -> Attributes:
    """The attributes of a list that begins with the mark: where it counts from, if not from 1."""
    number = mark.rstrip("-*.")
    return {"start": int(number)} if number and int(number) != 1 else {}


def _outdented(text: str, columns: int) -> str:
    return re.sub(f"\n {{1,{columns}}}", "\n", text) if "\n" in text else text


def _words(text: str, start: int, end: int, level: int) -> Token:
    return Token("inline", "", 0, {}, [start, end], level, [], mdTrim(text), "", "", {}, _IS_BLOCK)


def _block(
    kind: str,
    tag: str,
    nesting: Literal[-1, 0, 1],
    lines: list[int] | None,
    level: int = 0,
    *,
    markup: str = "",
    info: str = "",
    attrs: Attributes | None = None,
    hidden: bool = False,
) -> Token:
    """A block's token. By place, because Python takes twice as long over so many names."""
    return Token(kind, tag, nesting, attrs or {}, lines, level, None, "", markup, info, {}, _IS_BLOCK, hidden)
