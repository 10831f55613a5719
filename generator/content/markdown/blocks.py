"""Our own markup for task lists, table cells and code: classes for the theme, never styles."""

import re

from markdown_it.token import Token

from generator.content.markdown.marks import TASK_DONE, TASK_OPEN

_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_CHECKBOXES = {
    TASK_DONE: '<input type="checkbox" disabled checked> ',
    TASK_OPEN: '<input type="checkbox" disabled> ',
}


def dress(tokens: list[Token], prefix: str) -> None:
    """Set classes on cells, code and tasks, in place; `prefix` stands before each class."""
    for i, token in enumerate(tokens):
        if token.type in ("th_open", "td_open"):
            _align(token, prefix)
        elif token.type == "fence" and token.info.strip():
            token.attrs["class"] = f"{prefix}language-{token.info.split(maxsplit=1)[0]}"
            token.info = ""
        elif token.type == "list_item_open" and i + 2 < len(tokens):
            _make_task(token, tokens[i + 2], prefix)


def set_checkboxes(page: str) -> str:
    """The HTML with a checkbox for each task's mark."""
    for mark, checkbox in _CHECKBOXES.items():
        page = page.replace(mark, checkbox)
    return page


def _align(cell: Token, prefix: str) -> None:
    style = str(cell.attrs.pop("style", ""))
    side = style.removeprefix("text-align:")
    if side in ("right", "center"):
        cell.attrs["class"] = f"{prefix}align-{side}"


def _make_task(item: Token, words: Token, prefix: str) -> None:
    """Begin the item's words with a checkbox that is labelled by them."""
    if words.type != "inline" or not words.children:
        return
    found = _TASK.match(words.children[0].content)
    if words.children[0].type != "text" or not found:
        return
    words.children[0].content = words.children[0].content[found.end() :]
    mark = TASK_OPEN if found[1] == " " else TASK_DONE
    words.children.insert(0, Token("html_inline", "", 0, content=f"<label>{mark}"))
    words.children.append(Token("html_inline", "", 0, content="</label>"))
    item.attrs["class"] = f"{prefix}task"
