"""Slips inside a value: colons, quotes, brackets and other characters that mean something to YAML."""

import re

from generator.content.yaml.layout_traps import indentation
from generator.content.yaml.lines import (
    FieldLine,
    bare_value,
    content_above,
    content_below,
    field_line,
    indent,
    quoted,
    value_line,
)
from generator.content.yaml.trap import Trap, instead, quote_value
from generator.diagnostics.codes import front_matter as codes

_OPENING_SMART = "“”„‟«»‘‚‹"


_INDICATORS = "@`%&*!,]}?"


def smart_quotes(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """Typographic quotes where YAML knows only straight ones."""
    parts = value_line(lines[index])
    if parts is None or not parts.value or parts.value[0] not in _OPENING_SMART or ":" not in parts.value:
        return None
    text = parts.value.strip("“”„‟«»‘’‚‹› ")
    return quote_value(codes.SMART_QUOTES, "smart quotes don't work as quotes here", parts, text, index)


def opening_quote(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """A value in straight quotes that aren't closed, or closed too early."""
    parts = value_line(lines[index])
    if parts is None or parts.value[:1] not in ('"', "'") or not parts.value:
        return None
    quote, rest = parts.value[0], parts.value[1:]
    end = _closing(rest, quote)
    if end is None:
        text = bare_value(rest).replace("''", "'") if quote == "'" else bare_value(rest)
        line = parts.with_value(quoted(text))
        message = f"the closing `{quote}` is missing"
        return Trap(
            codes.QUOTE_NOT_CLOSED, message, instead(line), index, parts.column, changes={index: line}
        )
    after = rest[end + 1 :]
    if not after.strip() or after.lstrip().startswith("#"):
        return _bad_escape(parts, rest[:end], quote, index)
    text = rest[:-1] if rest.endswith(quote) else parts.value
    message = f"text stands behind the closing `{quote}`"
    return quote_value(codes.TEXT_AFTER_QUOTE, message, parts, text, index)


def _closing(rest: str, quote: str) -> int | None:
    pattern = r'^(?:[^"\\]|\\.)*"' if quote == '"' else r"^(?:[^']|'')*'(?!')"
    match = re.match(pattern, rest)
    return match.end() - 1 if match else None


def _bad_escape(parts: FieldLine, inner: str, quote: str, index: int) -> Trap | None:
    if quote != '"' or not re.search(r'\\[^0abtnvfre "/\\N_LPxuU]', inner):
        return None
    message = "a backslash in double quotes has a special meaning"
    return quote_value(codes.TEXT_AFTER_QUOTE, message, parts, inner, index)


def brackets(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """A value that begins like a list or map in brackets, but isn't one or isn't closed."""
    parts = value_line(lines[index])
    if parts is None or parts.value[:1] not in ("[", "{") or not parts.value:
        return None
    opening = parts.value[0]
    closing = "]" if opening == "[" else "}"
    text = bare_value(parts.value)
    if text.count(opening) > text.count(closing):
        line = parts.with_value(text + closing)
        message = f"the closing `{closing}` is missing"
        return Trap(
            codes.BRACKET_NOT_CLOSED, message, instead(line), index, parts.column, changes={index: line}
        )
    if text.endswith(closing):
        return None
    message = f"a value that begins with `{opening}` needs quotes, unless it is a list or a map"
    return quote_value(codes.NEEDS_QUOTES, message, parts, text, index)


def indicator(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """A value whose first character means something to YAML."""
    parts = value_line(lines[index])
    if parts is None or not parts.value:
        return None
    is_dash = parts.value.startswith("- ") and parts.name
    if parts.value[0] not in _INDICATORS and not is_dash:
        return None
    shown = "a backtick" if parts.value[0] == "`" else f"`{parts.value[0]}`"
    message = f"a value that begins with {shown} needs quotes"
    return quote_value(codes.NEEDS_QUOTES, message, parts, bare_value(parts.value), index)


def colon(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """A colon inside a value without quotes."""
    parts = value_line(lines[index])
    if parts is None or parts.value[:1] in tuple("\"'[{|>") or not parts.value:
        return None
    text = bare_value(parts.value)
    match = re.search(r":(?=\s|$)", text)
    if match is None or indentation(lines, index, 0) is not None:
        return None
    column = parts.column + match.start()
    line = parts.with_value(quoted(text))
    message = "a value with a colon in it needs quotes"
    return Trap(codes.COLON, message, instead(line), index, column, column + 1, {index: line})


def continued_colon(lines: list[str], index: int, _first_line: int) -> Trap | None:
    """A colon in the second line of a value that goes over several lines."""
    above = content_above(lines, index)
    if above is None or ": " not in lines[index] + " " or indent(lines[index]) <= indent(lines[above]):
        return None
    start = above
    while start > 0 and field_line(lines[start]) is None:
        start -= 1
    parts = field_line(lines[start])
    if parts is None or not parts.value or parts.value[0] in "|>\"'[{":
        return None
    hint = (
        f"write `{parts.with_value('>').strip()}` and begin the text on the next line, indented by two spaces"
    )
    column = lines[index].index(":") + 1
    changes = {i: lines[i].replace(": ", " ").rstrip(":") for i in range(start + 1, index + 1)}
    message = f"the text of `{parts.name}` has a colon in it"
    return Trap(codes.COLON, message, hint, index, column, column + 1, changes)


def open_quote_above(lines: list[str], index: int) -> int | None:
    """The first line down to `index` whose quote is still open when the next field begins."""
    for i in range(min(index + 1, len(lines))):
        parts = value_line(lines[i])
        if parts is None or parts.value[:1] not in ('"', "'") or not parts.value:
            continue
        below = content_below(lines, i)
        is_open = _closing(parts.value[1:], parts.value[0]) is None
        if is_open and (
            below is None or (field_line(lines[below]) and indent(lines[below]) <= indent(lines[i]))
        ):
            return i
    return None
