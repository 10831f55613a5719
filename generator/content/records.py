"""A map read by a field table: values by name, their places, and all that is wrong."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from generator.content import record_problems as problems
from generator.content.controls import is_blank, is_fit, unfit_texts, without_unfit
from generator.content.findings import Findings, Origin
from generator.content.groups import FINISHES, WRAPPED
from generator.content.keys import Row, Table, fold_key
from generator.content.values import PARSERS
from generator.content.values.problem import Problem
from generator.content.yaml.lines import quoted
from generator.content.yaml.nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Diagnostic, has_errors
from generator.model.documents import Spans
from generator.model.kinds import Choice, Either, Free, Group, Kind, ListOf, Plain

_SMART_QUOTES = re.compile("^[“”„‟«»‘’‚‹›](?P<inner>[^“”„‟«»]*)[“”‟«»‘’‹›]$")
_EXTRA = re.compile(r"x[_-]", re.IGNORECASE)


class Record(Struct, frozen=True):
    """What a map says: `values` hold defaults where a field is absent; a field with an error is missing."""

    values: Mapping[str, Any]
    extra: Mapping[str, Any]
    spans: Spans
    diagnostics: tuple[Diagnostic, ...]


def read_record(mapping: MapNode, table: Table, origin: Origin, *, takes_extra: bool = False) -> Record:
    """The values of a map by the names of the table's fields."""
    findings = Findings(origin)
    mapping = _fit(mapping, findings)
    values = _read_map(mapping, table, "", findings, takes_extra)
    return Record(values, findings.extra, findings.spans(), tuple(findings.diagnostics))


def _fit(mapping: MapNode, findings: Findings) -> MapNode:
    """The map without the characters that no text may hold, after they were reported."""
    if is_fit(findings.origin.text):
        return mapping
    unfit = list(unfit_texts(mapping))
    for node, character in unfit[: problems.MOST_UNFIT]:
        problems.report_unfit(character, node, findings)
    return without_unfit(mapping) if unfit else mapping


def _read_map(
    mapping: MapNode, table: Table, prefix: str, findings: Findings, takes_extra: bool = False
) -> dict[str, Any]:
    values = dict(table.defaults)
    seen: dict[str, TextNode] = {}
    for entry in mapping.entries:
        row = table.find(entry.key.text)
        name = row.field.name if row else fold_key(entry.key.text)
        if name in seen:
            problems.report_duplicate(entry.key, seen[name], findings)
            continue
        seen[name] = entry.key
        if row is not None:
            _read_field(entry, row, prefix, values, findings)
        elif takes_extra and _EXTRA.match(entry.key.text):
            _read_extra(entry, findings)
        else:
            problems.report_unknown(entry.key, table, findings, takes_extra)
    problems.report_missing(mapping, table, seen, prefix, findings)
    return values


def _read_field(entry: Entry, row: Row, prefix: str, values: dict[str, Any], findings: Findings) -> None:
    name, node = row.field.name, entry.value
    if _says_nothing(node):
        problems.report_comment(entry, findings)
        if isinstance(node, TextNode) and node.is_quoted and not row.field.required:  # nothing, on purpose
            findings.nodes[prefix + name] = node
        return
    path = prefix + name
    findings.nodes[path] = node
    value = _read(node, row.field.kind, row, path, entry.key.text, findings)
    if value is None:
        values.pop(name, None)
    else:
        values[name] = value


def _says_nothing(node: Node) -> bool:
    return isinstance(node, TextNode) and (node.is_absent or is_blank(node.text))


def _read(node: Node, kind: Kind, row: Row, name: str, key: str, findings: Findings) -> Any:
    match kind:
        case Plain() | Choice():
            return _read_scalar(node, kind, row, key, findings)
        case ListOf(item=item):
            return _read_list(node, item, row, name, key, findings)
        case Either(plain=plain, group=group):
            if isinstance(node, MapNode):
                return _read_group(node, group, row, name, key, findings)
            value = _read_scalar(node, plain, row, key, findings)
            return WRAPPED[group.make](value) if value is not None and group.make in WRAPPED else value
        case Group():
            return _read_group(node, kind, row, name, key, findings)
        case Free():
            return _read_free(node, findings)


def _read_scalar(node: Node, kind: Plain | Choice, row: Row, key: str, findings: Findings) -> Any:
    if not isinstance(node, TextNode):
        return problems.report_not_text(node, row, key, findings)
    if "#" in findings.origin.text:
        problems.report_cut(node, kind, key, findings)
    text = node.text.strip()
    if len(text) > problems.LONGEST_VALUE and not (isinstance(kind, Plain) and kind.name == "text"):
        return problems.report_too_long(row, node, findings)
    smart = None if node.is_quoted or text.isascii() else _SMART_QUOTES.match(text)
    if smart is not None:
        line = f"{key}: {_yaml(smart['inner'])}" if key else _yaml(smart["inner"])
        message = "smart quotes don't work as quotes here: they would be shown"
        findings.report(codes.SMART_QUOTES, message, f"write `{line}`", node)
        return None
    if isinstance(kind, Choice):
        word = kind.vocabulary.find(text)
        return word if word is not None else problems.report_word(text, kind.vocabulary, row, node, findings)
    value = PARSERS[kind.name](text, findings.origin.language)
    return findings.problem(value, node, key) if isinstance(value, Problem) else value


def _yaml(text: str) -> str:
    return quoted(text) if re.search(r": |:$| #|^[@`%&*!\[{]", text) else text


def _read_list(node: Node, item: Kind, row: Row, name: str, key: str, findings: Findings) -> Any:
    if not isinstance(node, ListNode):
        problems.report_commas(node, item, key, findings)
        value = _read(node, item, row, f"{name}.0", key, findings)
        findings.nodes[f"{name}.0"] = node
        return None if value is None else (value,)
    if row.field.required and all(map(_says_nothing, node.items)):
        hint = f"write a line such as `{row.field.name}: {row.field.example}`"
        findings.report(codes.MISSING_FIELD, f"`{row.field.name}` is empty", hint, node)
        return None
    values = []
    for index, inner in enumerate(node.items):
        if not _says_nothing(inner):
            path = f"{name}.{index}"
            findings.nodes[path] = inner
            values.append(_read(inner, item, row, path, "", findings))
    return None if None in values else tuple(values)


def _read_group(node: Node, group: Group, row: Row, name: str, key: str, findings: Findings) -> Any:
    if not isinstance(node, MapNode) or row.inner is None:
        return problems.report_not_group(node, group, row, findings)
    before = len(findings.diagnostics)
    values = _read_map(node, row.inner, f"{name}.", findings)
    if has_errors(findings.diagnostics[before:]):
        return None
    finish = FINISHES.get(group.make)
    made = finish(values) if finish else group.make(**values)
    if isinstance(made, Problem):
        return findings.problem(made, findings.nodes.get(f"{name}.{made.part}", node), key)
    return made


def _read_free(node: Node, findings: Findings) -> Any:
    if isinstance(node, TextNode):
        return "" if node.is_absent else node.text.strip()
    if isinstance(node, ListNode):
        return tuple(_read_free(item, findings) for item in node.items)
    values: dict[str, Any] = {}
    first: dict[str, TextNode] = {}
    for entry in node.entries:
        if entry.key.text in first:
            problems.report_duplicate(entry.key, first[entry.key.text], findings)
            continue
        first[entry.key.text] = entry.key
        values[entry.key.text] = _read_free(entry.value, findings)
    return values


def _read_extra(entry: Entry, findings: Findings) -> None:
    name = re.sub(r"[\s-]+", "_", entry.key.text.strip().casefold())
    findings.nodes[name] = entry.value
    findings.extra[name] = _read_free(entry.value, findings)
