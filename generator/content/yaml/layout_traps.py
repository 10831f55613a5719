"""Slips in how lines stand: indentation, lists, text without a field."""

import re

from generator.content.yaml.lines import (
    bare_value,
    content_above,
    content_below,
    field_line,
    indent,
    is_blank,
    is_item,
    parent_field,
    quoted,
    value_line,
)
from generator.content.yaml.trap import Trap, instead, spaces
from generator.diagnostics.codes import front_matter as codes

_NO_SPACE = re.compile(
    r"^(?P<lead> *(?:- +)?)(?P<name>[A-Za-z_][\w-]{0,39}):(?!//)(?P<value>[^\s:].*|\u00a0.*)$"
)


_BLOCK_MARK = re.compile(r"^(?P<mark>[|>])[+-]?\d?[ \t]*(?P<text>[^\s#+\-\d].*)$")


_ONE_WORD = re.compile(r"^[A-Za-z_][\w-]*$")


def tab(lines: list[str], index: int, first_line: int) -> Trap | None:
    """Tabs where spaces should indent."""
    lead = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
    if "\t" not in lead:
        return None
    column = lead.index("\t") + 1
    tabbed = [i for i, line in enumerate(lines) if "\t" in line[: len(line) - len(line.lstrip())]]
    where = f"line {first_line + tabbed[0]}"
    if len(tabbed) > 1:
        where = "lines " + ", ".join(str(first_line + i) for i in tabbed[:8])
    changes = {i: _without_tabs(lines[i]) for i in tabbed}
    hint = f"use spaces instead of the tab on {where}: two for each step"
    return Trap(codes.TAB, "a tab stands where spaces should", hint, index, column, column + 1, changes)


def _without_tabs(line: str) -> str:
    body = line.lstrip()
    return line[: len(line) - len(body)].replace("\t", "  ") + body


def block_mark(lines: list[str], index: int, first_line: int) -> Trap | None:
    """`name: | text`: the text of a block begins on the line below the mark."""
    parts = value_line(lines[index])
    match = _BLOCK_MARK.match(parts.value) if parts else None
    if parts is None or match is None:
        return None
    run = _prose_run(lines, index + 1) or _deeper_run(lines, index)
    below = f", and so on to line {first_line + run[-1]}" if run else ""
    hint = f"write `{parts.with_value(match['mark']).strip()}` and move the text to the next line, "
    changes = {index: parts.with_value(quoted(match["text"])), **dict.fromkeys(run, "")}
    message = f"text stands on the same line as `{match['mark']}`"
    return Trap(
        codes.BLOCK_TEXT,
        message,
        hint + "indented by two spaces" + below,
        index,
        parts.column,
        changes=changes,
    )


def _prose_run(lines: list[str], start: int) -> list[int]:
    """The lines from `start` on that stand at the margin and are no fields, items or comments."""
    end = start
    for i in range(start, len(lines)):
        if not lines[i].strip():
            continue
        if not is_margin_text(lines[i]):
            break
        end = i + 1
    return [i for i in range(start, end) if lines[i].strip()]


def _deeper_run(lines: list[str], index: int) -> list[int]:
    """The lines below that are indented more than this one."""
    run: list[int] = []
    for i in range(index + 1, len(lines)):
        if lines[i].strip() and indent(lines[i]) <= indent(lines[index]):
            break
        run.append(i)
    return [i for i in run if lines[i].strip()]


def is_margin_text(line: str) -> bool:
    """Whether the line is text at the margin: neither field nor list item nor comment."""
    is_at_margin = bool(line.strip()) and line[0] not in " \t#"
    return is_at_margin and not is_item(line) and field_line(line) is None and not _NO_SPACE.match(line)


def missing_space(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """`name:value` without the space that makes it a field."""
    match = _NO_SPACE.match(lines[index])
    if match is None:
        return None
    value = match["value"].lstrip("\u00a0")
    line = f"{match['lead']}{match['name']}: {value}"
    message = f"the space after `{match['name']}:` is missing"
    if value != match["value"]:
        message = f"the space after `{match['name']}:` is a special one (non-breaking)"
    column = match.end("name") + 2
    return Trap(codes.SPACE_AFTER_COLON, message, instead(line), index, column, column + 1, {index: line})


def stray_list(lines: list[str], index: int, first_line: int) -> Trap | None:
    """List items below a field that has its value already."""
    if not is_item(lines[index]):
        return None
    above = content_above(lines, index)
    field_above = field_line(lines[above]) if above is not None else None
    if above is None or field_above is None or not bare_value(field_above.value):
        return None
    if field_above.value[0] in "|>" or indent(lines[index]) < len(field_above.lead):
        return None
    depth = indent(lines[index])
    run = [index]
    for i in range(index + 1, len(lines)):
        if not is_blank(lines[i]) and indent(lines[i]) < depth:
            break
        run.append(i)
    message = f"a list item follows `{field_above.name}`, which has a value already"
    hint = f"write the field the list belongs to above line {first_line + index}, or delete the list"
    return Trap(codes.STRAY_LIST, message, hint, index, depth + 1, changes=dict.fromkeys(run, ""))


def list_indentation(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """A list item that isn't indented like the others of its list."""
    parent = parent_field(lines, index) if is_item(lines[index]) else None
    if parent is None:
        return None
    first = content_below(lines, parent)
    if first is None or first >= index or not is_item(lines[first]):
        return None
    depth, right = indent(lines[index]), indent(lines[first])
    if depth == right:
        return None
    name = field_line(lines[parent])
    message = (
        f"this list item is indented by {spaces(depth)}, the first one of `{name.name if name else ''}` "
        f"by {spaces(right)}"
    )
    hint = f"put {spaces(right)} before the `-`"
    changes = _shifted(lines, index, depth, right)
    return Trap(codes.LIST_INDENTATION, message, hint, index, 1, depth + 2, changes)


def _shifted(lines: list[str], index: int, depth: int, right: int) -> dict[int, str]:
    changes = {index: " " * right + lines[index].lstrip(" ")}
    below = content_below(lines, index)
    if below is None or indent(lines[below]) == right + 2:
        return changes
    for i in range(below, len(lines)):
        if not is_blank(lines[i]) and indent(lines[i]) <= depth:
            break
        changes[i] = " " * max(0, indent(lines[i]) + right - depth) + lines[i].lstrip(" ")
    return changes


def indentation(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """A field that is indented like none of those above it."""
    parts = field_line(lines[index])
    above = content_above(lines, index)
    if parts is None or above is None or is_item(lines[index]) or not _ONE_WORD.match(parts.name):
        return None
    field_above = value_line(lines[above])
    if field_above is None:
        return None
    depth, right = indent(lines[index]), len(field_above.lead)
    is_nested = depth > right and not bare_value(field_above.value)
    if depth == right or is_nested or depth in _open_levels(lines, above):
        return None
    line = " " * right + lines[index].lstrip(" ")
    message = f"`{parts.name}` is indented by {spaces(depth)}, the field above by {spaces(right)}"
    hint = f"put {spaces(right)} before `{parts.name}`"
    return Trap(codes.INDENTATION, message, hint, index, 1, depth + 1, {index: line})


def _open_levels(lines: list[str], index: int) -> set[int]:
    levels: set[int] = set()
    lowest: float = float("inf")
    for i in range(index, -1, -1):
        parts = value_line(lines[i]) if not is_blank(lines[i]) else None
        if parts is not None and len(parts.lead) < lowest:
            lowest = len(parts.lead)
            levels.add(len(parts.lead))
            levels.add(indent(lines[i]))
    return levels


def margin_text(lines: list[str], index: int, first_line: int) -> Trap | None:
    """Text at the margin that belongs to no field: pasted without indentation."""
    if not is_margin_text(lines[index]):
        return None
    run = _prose_run(lines, index)
    above = next((f for i in range(index - 1, -1, -1) if (f := field_line(lines[i])) is not None), None)
    where = (
        f"lines {first_line + index} to {first_line + run[-1]}"
        if len(run) > 1
        else f"line {first_line + index}"
    )
    hint = "delete it, or give it a field's name and a colon"
    if above is not None:
        name = above.with_value(">").strip()
        hint = (
            f"if it belongs to `{above.name}`: write `{name}`, put all its text below that line, "
            f"and indent {where} by two spaces"
        )
    message = f"this text belongs to no field: `{_opening_words(lines[index])}`"
    return Trap(codes.MARGIN_TEXT, message, hint, index, changes=dict.fromkeys(run, ""))


def _opening_words(line: str) -> str:
    return line if len(line) <= 40 else line[:40].rsplit(" ", 1)[0] + " …"


def first_line_indented(lines: list[str], problem: str) -> Trap | None:
    """Blanks before the very first field."""
    first = content_below(lines, -1)
    if first is None or "document start" not in problem or not indent(lines[first]):
        return None
    changes: dict[int, str] = {}
    for i in range(first, len(lines)):
        if not is_blank(lines[i]) and not indent(lines[i]):
            break
        changes[i] = (
            lines[i][indent(lines[first]) :] if lines[i][: indent(lines[first])].isspace() else lines[i]
        )
    hint = "begin each field at the start of its line"
    return Trap(codes.INDENTATION, "spaces stand before the first field", hint, first, 1, 0, changes)
