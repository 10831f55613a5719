"""Our own markup for task lists, table cells and code: classes for the theme, never styles."""

import re
from collections.abc import Callable, Mapping

from markdown_it.token import Token

from generator.content.markdown.marks import OPEN, TASK_DONE, TASK_OPEN

_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_CHECKBOXES = {
    TASK_DONE: '<input type="checkbox" disabled checked> ',
    TASK_OPEN: '<input type="checkbox" disabled> ',
}


def dress(tokens: list[Token], prefix: str) -> None:
    """Set classes on cells, code and tasks, in place; `prefix` stands before each class."""
    for i, token in enumerate(tokens):
        dresser = _DRESSERS.get(token.type)
        if dresser:
            dresser(tokens, i, prefix)


def set_checkboxes(page: str) -> str:
    """The HTML with a checkbox for each task's mark."""
    if OPEN not in page:
        return page
    for mark, checkbox in _CHECKBOXES.items():
        page = page.replace(mark, checkbox)
    return page


def _align(tokens: list[Token], i: int, prefix: str) -> None:
    """Make a cell's alignment a class."""
    style = str(tokens[i].attrs.pop("style", ""))
    side = style.removeprefix("text-align:")
    if side in ("right", "center"):
        tokens[i].attrs["class"] = f"{prefix}align-{side}"


def _name_language(tokens: list[Token], i: int, prefix: str) -> None:
    """Make the language of code a class."""
    code = tokens[i]
    if code.info.strip():
        code.attrs["class"] = f"{prefix}language-{code.info.split(maxsplit=1)[0]}"
        code.info = ""


def _make_task(tokens: list[Token], i: int, prefix: str) -> None:
    """Begin the words of an item that is a task with a checkbox that is labelled by them."""
    words = tokens[i + 2] if i + 2 < len(tokens) else tokens[i]
    if words.type != "inline" or not words.children or words.children[0].type != "text":
        return
    found = _TASK.match(words.children[0].content)
    # Behind a backslash, a bracket is just a bracket.
    if not found or not words.content.startswith("["):
        return
    words.children[0].content = words.children[0].content[found.end() :]
    mark = TASK_OPEN if found[1] == " " else TASK_DONE
    words.children.insert(0, Token("html_inline", "", 0, content=f"<label>{mark}"))
    words.children.append(Token("html_inline", "", 0, content="</label>"))
    tokens[i].attrs["class"] = f"{prefix}task"


_DRESSERS: Mapping[str, Callable[[list[Token], int, str], None]] = {
    "th_open": _align,
    "td_open": _align,
    "fence": _name_language,
    "list_item_open": _make_task,
}
