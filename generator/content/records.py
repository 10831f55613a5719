"""A map read by a field table: values by name, their places, and all that is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.content.groups import FINISHES, WRAPPED
from generator.content.keys import Row, Table, fold_key
from generator.content.values import PARSERS
from generator.content.values.problem import Problem
from generator.content.yaml import nodes
from generator.content.yaml.lines import quoted
from generator.content.yaml.traps import SMART_QUOTES
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.codes import values as value_codes
from generator.diagnostics.diagnostic import Code, Diagnostic, Span, has_errors
from generator.diagnostics.suggest import nearest
from generator.model.documents import Spans
from generator.model.kinds import Choice, Either, Free, Group, Kind, ListOf, Plain
from generator.model.vocabulary import Vocabulary

_EXTRA = re.compile(r"x[_-]", re.IGNORECASE)
_COMMENT_VALUE = re.compile(r":\s+(#[^\s#].*)$")
_MOST_WORDS_SHOWN = 14
# A salary or an address is a line; a limit also bounds what judging and suggesting may cost.
_LONGEST_VALUE = 1000
_MOST_SUGGESTIONS = 50


@dataclass(frozen=True, slots=True)
class Record:
    """What a map says: `values` hold defaults where a field is absent; a field with an error is missing."""

    values: Mapping[str, Any]
    extra: Mapping[str, Any]
    spans: Spans
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a map was read from, and the language its figures and dates are in."""

    path: str
    language: str
    text: str
    first_line: int


@dataclass(slots=True)
class _Findings:
    """What one reading gathers on its way through the nodes."""

    origin: Origin
    spans: dict[str, Span] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def line(self, number: int) -> str:
        """The source line of that number in the whole file."""
        self.lines = self.lines or self.origin.text.split("\n")
        index = number - self.origin.first_line
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def span(self, node: nodes.Node) -> Span:
        return Span(self.origin.path, node.line, node.column, node.end_column)

    def report(self, code: Code, message: str, hint: str, node: nodes.Node) -> None:
        self.diagnostics.append(Diagnostic(code, message, hint, self.span(node)))

    def problem(self, problem: Problem, node: nodes.Node, key: str) -> Any:
        """The value that the problem leaves, after it was reported."""
        hint = problem.hint
        if problem.instead:
            line = f"{key}: {problem.instead}" if key else problem.instead
            hint = f"write `{line}`" + (f"; {hint}" if hint else "")
        self.report(problem.code, problem.message, hint, node)
        return problem.value


def read_record(mapping: nodes.Mapping, table: Table, origin: Origin, *, takes_extra: bool = False) -> Record:
    """The values of a map by the names of the table's fields."""
    findings = _Findings(origin)
    values = _read_map(mapping, table, "", findings, takes_extra)
    return Record(values, findings.extra, Spans(origin.path, findings.spans), tuple(findings.diagnostics))


def _read_map(
    mapping: nodes.Mapping, table: Table, prefix: str, findings: _Findings, takes_extra: bool = False
) -> dict[str, Any]:
    values = dict(table.defaults)
    seen: dict[str, nodes.Text] = {}
    for entry in mapping.entries:
        row = table.find(entry.key.text)
        name = row.field.name if row else fold_key(entry.key.text)
        if name in seen:
            _report_duplicate(entry.key, seen[name], findings)
            continue
        seen[name] = entry.key
        if row is not None:
            _read_field(entry, row, prefix, values, findings)
        elif takes_extra and _EXTRA.match(entry.key.text):
            _read_extra(entry, findings)
        else:
            _report_unknown(entry.key, table, findings, takes_extra)
    _report_missing(mapping, table, seen, prefix, findings)
    return values


def _read_field(
    entry: nodes.Entry, row: Row, prefix: str, values: dict[str, Any], findings: _Findings
) -> None:
    name, node = row.field.name, entry.value
    if _says_nothing(node):
        _report_comment(entry, findings)
        return
    findings.spans[prefix + name] = findings.span(node)
    value = _read(node, row.field.kind, row, prefix + name, entry.key.text, findings)
    if value is None:
        values.pop(name, None)
    else:
        values[name] = value


def _says_nothing(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text) and (node.is_absent or not node.text.strip())


def _read(node: nodes.Node, kind: Kind, row: Row, name: str, key: str, findings: _Findings) -> Any:
    match kind:
        case Plain() | Choice():
            return _read_scalar(node, kind, row, key, findings)
        case ListOf(item=item):
            return _read_list(node, item, row, name, key, findings)
        case Either(plain=plain, group=group):
            if isinstance(node, nodes.Mapping):
                return _read_group(node, group, row, name, key, findings)
            value = _read_scalar(node, plain, row, key, findings)
            return WRAPPED[group.make](value) if value is not None and group.make in WRAPPED else value
        case Group():
            return _read_group(node, kind, row, name, key, findings)
        case Free():
            return _read_free(node, findings)


def _read_scalar(node: nodes.Node, kind: Plain | Choice, row: Row, key: str, findings: _Findings) -> Any:
    if not isinstance(node, nodes.Text):
        return _report_not_text(node, row, key, findings)
    text = node.text.strip()
    if len(text) > _LONGEST_VALUE and not (isinstance(kind, Plain) and kind.name == "text"):
        return _report_too_long(row, node, findings)
    smart = None if node.is_quoted or text.isascii() else SMART_QUOTES.match(text)
    if smart is not None:
        line = f"{key}: {_yaml(smart['inner'])}" if key else _yaml(smart["inner"])
        message = "smart quotes don't work as quotes here: they would be shown"
        findings.report(codes.SMART_QUOTES, message, f"write `{line}`", node)
        return None
    if isinstance(kind, Choice):
        word = kind.vocabulary.find(text)
        return word if word is not None else _report_word(text, kind.vocabulary, row, node, findings)
    value = PARSERS[kind.name](text, findings.origin.language)
    return findings.problem(value, node, key) if isinstance(value, Problem) else value


def _report_too_long(row: Row, node: nodes.Node, findings: _Findings) -> None:
    message = f"the value of `{row.field.name}` has more than {_LONGEST_VALUE} characters"
    findings.report(
        codes.WRONG_SHAPE, message, f"write it like `{row.field.name}: {row.field.example}`", node
    )


def _yaml(text: str) -> str:
    return quoted(text) if re.search(r": |:$| #|^[@`%&*!\[{]", text) else text


def _read_list(node: nodes.Node, item: Kind, row: Row, name: str, key: str, findings: _Findings) -> Any:
    if not isinstance(node, nodes.Sequence):
        value = _read(node, item, row, f"{name}.0", key, findings)
        findings.spans[f"{name}.0"] = findings.span(node)
        return None if value is None else (value,)
    if row.field.required and all(map(_says_nothing, node.items)):
        hint = f"write a line such as `{row.field.name}: {row.field.example}`"
        findings.report(codes.MISSING_FIELD, f"`{row.field.name}` is empty", hint, node)
        return None
    values = []
    for index, inner in enumerate(node.items):
        if not _says_nothing(inner):
            findings.spans[f"{name}.{index}"] = findings.span(inner)
            values.append(_read(inner, item, row, f"{name}.{index}", "", findings))
    return None if None in values else tuple(values)


def _read_group(node: nodes.Node, group: Group, row: Row, name: str, key: str, findings: _Findings) -> Any:
    if not isinstance(node, nodes.Mapping) or row.inner is None:
        return _report_not_group(node, group, row, findings)
    before = len(findings.diagnostics)
    values = _read_map(node, row.inner, f"{name}.", findings)
    if has_errors(findings.diagnostics[before:]):
        return None
    finish = FINISHES.get(group.make)
    made = finish(values) if finish else group.make(**values)
    return findings.problem(made, node, key) if isinstance(made, Problem) else made


def _read_free(node: nodes.Node, findings: _Findings) -> Any:
    if isinstance(node, nodes.Text):
        return "" if node.is_absent else node.text.strip()
    if isinstance(node, nodes.Sequence):
        return tuple(_read_free(item, findings) for item in node.items)
    values: dict[str, Any] = {}
    first: dict[str, nodes.Text] = {}
    for entry in node.entries:
        if entry.key.text in first:
            _report_duplicate(entry.key, first[entry.key.text], findings)
            continue
        first[entry.key.text] = entry.key
        values[entry.key.text] = _read_free(entry.value, findings)
    return values


def _read_extra(entry: nodes.Entry, findings: _Findings) -> None:
    name = re.sub(r"[\s-]+", "_", entry.key.text.strip().casefold())
    findings.spans[name] = findings.span(entry.value)
    findings.extra[name] = _read_free(entry.value, findings)


def _report_duplicate(key: nodes.Text, first: nodes.Text, findings: _Findings) -> None:
    spelt = f" (as `{first.text}`)" if first.text != key.text else ""
    message = f"`{key.text}` stands here a second time"
    hint = f"keep this line or line {first.line}{spelt}, and delete the other"
    findings.report(codes.DUPLICATE_FIELD, message, hint, key)


def _report_unknown(key: nodes.Text, table: Table, findings: _Findings, takes_extra: bool) -> None:
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


def _report_missing(
    mapping: nodes.Mapping, table: Table, seen: Mapping[str, nodes.Text], prefix: str, findings: _Findings
) -> None:
    for name in table.required:
        if prefix + name in findings.spans:
            continue
        example = table.by_key[name].field.example
        hint = f"write a line such as `{name}: {example}`"
        is_line_reported = name in seen and _has_report_on(seen[name].line, findings)
        if name in seen and not is_line_reported:
            findings.report(codes.MISSING_FIELD, f"`{name}` is empty", hint, seen[name])
        elif name not in seen:
            findings.report(codes.MISSING_FIELD, f"`{name}` is missing", hint, replace(mapping, end_column=0))


def _has_report_on(line: int, findings: _Findings) -> bool:
    return any(d.at is not None and d.at.line == line for d in findings.diagnostics)


def _report_comment(entry: nodes.Entry, findings: _Findings) -> None:
    """Say so where a value vanished because it begins with `#`."""
    match = _COMMENT_VALUE.search(findings.line(entry.key.line))
    if match is None or not isinstance(entry.value, nodes.Text) or entry.value.is_quoted:
        return
    column = match.start(1) + 1
    at = Span(findings.origin.path, entry.key.line, column, column + len(match[1]))
    message = f"`{match[1]}` is read as a comment, so `{entry.key.text}` is empty"
    hint = f"write `{entry.key.text}: {quoted(match[1].strip())}`"
    findings.diagnostics.append(Diagnostic(codes.READ_AS_COMMENT, message, hint, at))


def _report_not_text(node: nodes.Node, row: Row, key: str, findings: _Findings) -> None:
    name = row.field.name
    if isinstance(node, nodes.Mapping):
        text = _as_written(node)
        hint = f"write `{name}: {row.field.example}`"
        if text is not None:
            hint = f"put the text into quotes: `{key}: {quoted(text)}`" if key else f"write `{quoted(text)}`"
        findings.report(codes.WRONG_SHAPE, f"`{name}` takes text, not fields of its own", hint, node)
        return
    items = node.items if isinstance(node, nodes.Sequence) else ()
    one = items[0].text if len(items) == 1 and isinstance(items[0], nodes.Text) else row.field.example
    findings.report(
        codes.WRONG_SHAPE, f"`{name}` takes one value, not a list", f"write `{name}: {one}`", node
    )


def _as_written(node: nodes.Mapping) -> str | None:
    """The text of a list item such as `- Design: the basics`, which YAML took for a map."""
    if len(node.entries) != 1:
        return None
    entry = node.entries[0]
    return f"{entry.key.text}: {entry.value.text}" if isinstance(entry.value, nodes.Text) else None


def _report_not_group(node: nodes.Node, group: Group, row: Row, findings: _Findings) -> None:
    names = ", ".join(f"`{field.name}`" for field in group.fields)
    message = f"`{row.field.name}` takes fields of its own, not {_shape(node)}"
    findings.report(codes.WRONG_SHAPE, message, f"write {names} below it, indented by two spaces", node)


def _shape(node: nodes.Node) -> str:
    return "a list" if isinstance(node, nodes.Sequence) else "text"


def _report_word(text: str, vocabulary: Vocabulary, row: Row, node: nodes.Node, findings: _Findings) -> None:
    near = nearest(text, vocabulary.spellings()) if len(findings.diagnostics) < _MOST_SUGGESTIONS else None
    word = vocabulary.find(near) if near else None
    if word is not None:
        hint = f"did you mean `{word}`?"
    else:
        words = [f"`{word}`" for word in vocabulary.words][:_MOST_WORDS_SHOWN]
        hint = "write one of " + ", ".join(words)
    findings.report(value_codes.UNKNOWN_WORD, f"`{text}` isn't a word for `{row.field.name}`", hint, node)
