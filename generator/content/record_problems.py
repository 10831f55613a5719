"""What can be wrong with the shape of a map and its fields, reported at its place."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from generator.content.findings import Findings
from generator.content.keys import Row, Table, fold_key
from generator.content.yaml.lines import quoted
from generator.content.yaml.nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.codes import values as value_codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.suggest import nearest
from generator.model.kinds import Group, Kind, Plain
from generator.model.vocabulary import Vocabulary

# What follows a plain value from its end on, where it looks like more text than like a comment.
_CUT = re.compile(r"[ \t]+#[^\W_].*$")
_COMMA = re.compile(r",(?!\d)\s*(?=\S)")
_NEEDS_QUOTES_IN_LIST = re.compile(r"[\[\]{}]|: | #|^[\"'&*!|>%@`#]")
# Kinds of value that are words as somebody thinks of them, and those that lists are made of.
_WORDS = frozenset(("text", "category", "place"))
_ITEMS = frozenset(("text", "stem"))
_COMMENT_VALUE = re.compile(r":\s+(#[^\s#].*)$")
_MOST_WORDS_SHOWN = 14
# A salary or an address is a line; a limit also bounds what judging and suggesting may cost.
LONGEST_VALUE = 1000
_MOST_SUGGESTIONS = 50
MOST_UNFIT = 20


def report_unfit(character: str, node: TextNode, findings: Findings) -> None:
    """Say that a text holds a character that would act instead of showing."""
    message = f"the text holds a character that isn't shown but acts (U+{ord(character):04X})"
    hint = "delete it, or its escape such as `\\e` or `\\u202E`"
    findings.report(codes.ACTING_CHARACTER, message, hint, node)


def report_too_long(row: Row, node: Node, findings: Findings) -> None:
    """Say that a value is longer than any such value is."""
    message = f"the value of `{row.field.name}` has more than {LONGEST_VALUE} characters"
    findings.report(
        codes.WRONG_SHAPE, message, f"write it like `{row.field.name}: {row.field.example}`", node
    )


def report_duplicate(key: TextNode, first: TextNode, findings: Findings) -> None:
    """Say that a field stands in the file twice."""
    spelt = f" (as `{first.text}`)" if first.text != key.text else ""
    message = f"`{key.text}` stands here a second time"
    hint = f"keep this line or line {first.line}{spelt}, and delete the other"
    findings.report(codes.DUPLICATE_FIELD, message, hint, key)


def report_unknown(key: TextNode, table: Table, findings: Findings, takes_extra: bool) -> None:
    """Say that a field doesn't exist, and which one may be meant."""
    near = _nearest_field(key.text, table) if len(findings.diagnostics) < _MOST_SUGGESTIONS else None
    if near is not None:
        hint = f"did you mean `{near}`?"
    elif takes_extra:
        hint = "delete the line; a field of your own, for a theme, begins with `x_`"
    else:
        hint = "the fields here are " + ", ".join(f"`{name}`" for name in table.names)
    message = f"unknown field `{key.text}`" if key.text else "a field has no name"
    findings.report(codes.UNKNOWN_FIELD, message, hint, key)


def _nearest_field(key: str, table: Table) -> str | None:
    elsewhere = table.elsewhere(key)
    if elsewhere is not None:
        return elsewhere
    known = {fold_key(name): name for name in table.names}
    near = nearest(fold_key(key), known)
    return known[near] if near else None


def report_missing(
    mapping: MapNode, table: Table, seen: Mapping[str, TextNode], prefix: str, findings: Findings
) -> None:
    """Say which required fields are missing or empty."""
    for name in table.required:
        if prefix + name in findings.nodes:
            continue
        field = table.by_key[name].field
        hint = "; ".join(filter(None, (f"write a line such as `{name}: {field.example}`", field.instead)))
        is_line_reported = name in seen and _has_report_on(seen[name].line, findings)
        if name in seen and not is_line_reported:
            findings.report(codes.MISSING_FIELD, f"`{name}` is empty", hint, seen[name])
        elif name not in seen:
            findings.report(codes.MISSING_FIELD, f"`{name}` is missing", hint, replace(mapping, end_column=0))


def _has_report_on(line: int, findings: Findings) -> bool:
    return any(d.at is not None and d.at.line == line for d in findings.diagnostics)


def report_comment(entry: Entry, findings: Findings) -> None:
    """Say so where a value vanished because it begins with `#`."""
    match = _COMMENT_VALUE.search(findings.line(entry.key.line))
    if match is None or not isinstance(entry.value, TextNode) or entry.value.is_quoted:
        return
    column = match.start(1) + 1
    at = Span(findings.origin.path, entry.key.line, column, column + len(match[1]))
    message = f"`{match[1]}` is read as a comment, so `{entry.key.text}` is empty"
    hint = f"write `{entry.key.text}: {quoted(match[1].strip())}`"
    findings.diagnostics.append(Diagnostic(codes.READ_AS_COMMENT, message, hint, at))


def report_cut(node: TextNode, kind: Kind, key: str, findings: Findings) -> None:
    """Say so where a text ends at a `#` that looks like a part of it."""
    if node.is_quoted or not node.end_column or not isinstance(kind, Plain) or kind.name not in _WORDS:
        return
    match = _CUT.match(findings.line(node.line), node.end_column - 1)
    if match is None:
        return
    whole = quoted(node.text.strip() + match[0].rstrip())
    message = f"`{match[0].strip()}` is read as a comment and not shown"
    findings.report(codes.CUT_BY_COMMENT, message, f"write `{f'{key}: ' if key else ''}{whole}`", node)


def report_commas(node: Node, item: Kind, key: str, findings: Findings) -> None:
    """Say so where a list seems to be meant and one text is written."""
    if not isinstance(item, Plain) or item.name not in _ITEMS:
        return
    if not isinstance(node, TextNode) or node.is_quoted or "," not in node.text:
        return
    parts = [part.strip() for part in _COMMA.split(node.text) if part.strip()]
    if len(parts) < 2:
        return
    shown = ", ".join(quoted(part) if _NEEDS_QUOTES_IN_LIST.search(part) else part for part in parts)
    hint = f"write `{key}: [{shown}]`" if key else f"write `[{shown}]`"
    findings.report(codes.COMMA_IN_ONE_VALUE, f"`{key}` has commas, but counts as one value", hint, node)


def report_not_text(node: Node, row: Row, key: str, findings: Findings) -> None:
    """Say that one text is wanted, and show it where it can be told."""
    name = row.field.name
    if isinstance(node, MapNode):
        text = _as_written(node)
        hint = f"write `{name}: {row.field.example}`"
        if text is not None:
            hint = f"put the text into quotes: `{key}: {quoted(text)}`" if key else f"write `{quoted(text)}`"
        findings.report(codes.WRONG_SHAPE, f"`{name}` takes text, not fields of its own", hint, node)
        return
    items = node.items if isinstance(node, ListNode) else ()
    one = items[0].text if len(items) == 1 and isinstance(items[0], TextNode) else row.field.example
    findings.report(
        codes.WRONG_SHAPE, f"`{name}` takes one value, not a list", f"write `{name}: {one}`", node
    )


def _as_written(node: MapNode) -> str | None:
    """The text of a list item such as `- Design: the basics`, which YAML took for a map."""
    if len(node.entries) != 1:
        return None
    entry = node.entries[0]
    return f"{entry.key.text}: {entry.value.text}" if isinstance(entry.value, TextNode) else None


def report_not_group(node: Node, group: Group, row: Row, findings: Findings) -> None:
    """Say that a map is wanted."""
    names = ", ".join(f"`{field.name}`" for field in group.fields)
    message = f"`{row.field.name}` takes fields of its own, not {_shape(node)}"
    findings.report(codes.WRONG_SHAPE, message, f"write {names} below it, indented by two spaces", node)


def _shape(node: Node) -> str:
    return "a list" if isinstance(node, ListNode) else "text"


def report_word(text: str, vocabulary: Vocabulary, row: Row, node: Node, findings: Findings) -> None:
    """Say that a word isn't one of a vocabulary's."""
    near = nearest(text, vocabulary.spellings()) if len(findings.diagnostics) < _MOST_SUGGESTIONS else None
    word = vocabulary.find(near) if near else None
    if word is not None:
        hint = f"did you mean `{word}`?"
    else:
        words = [f"`{word}`" for word in vocabulary.words][:_MOST_WORDS_SHOWN]
        hint = "write one of " + ", ".join(words)
    findings.report(value_codes.UNKNOWN_WORD, f"`{text}` isn't a word for `{row.field.name}`", hint, node)
