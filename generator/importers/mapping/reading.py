"""A map file as a field map; a mistake in it is an error with its line."""

from collections.abc import Callable, Iterator, Mapping

from generator.content.keys import table_for
from generator.content.source import Source as Text
from generator.content.source import decode
from generator.content.yaml.loader import WHOLE_FILE, load
from generator.content.yaml.nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, Severity
from generator.diagnostics.suggest import did_you_mean
from generator.importers.mapping.field_map import BODY, FIELDS, FILE, PARTS, SLOT, FieldMap, Rule, Source
from generator.importers.mapping.records import DATE, FOLDER, FORMATS, STEM, SourceRecords
from generator.importers.values.written_days import ORDERS
from generator.model.fields import POSTING

_IGNORE = "ignore"
_FROM = frozenset(("from", "values", "like"))
_RULE = frozenset(("from", "values", "like", "always", "otherwise", "format"))
_TABLE = table_for(POSTING)
_EXAMPLE = "write it like `title: job_title`, or `title: {from: job_title}`"


def read_map(path: str, data: bytes) -> FieldMap:
    """The map of a file's bytes; an OpeningsError that names the first mistake and its line."""
    reading = _Reading(path)
    source = decode(path, data)
    if not isinstance(source, Text):
        raise reading.unreadable(source)
    mapping, problems = load(path, source.text, extent=WHOLE_FILE)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors or mapping is None:
        raise reading.unreadable(errors[0])
    rules = [
        rule
        for e in reading.once(mapping, _name)
        if _name(e.key.text) != _IGNORE
        for rule in reading.rules(e)
    ]
    ignored = [s for e in mapping.entries if _name(e.key.text) == _IGNORE for s in reading.sources(e.value)]
    return reading.checked(FieldMap(tuple(rules), tuple(ignored), path))


def check_sources(field_map: FieldMap, source: SourceRecords) -> tuple[str, ...]:
    """What is to be told of rules for fields that no file has any more.

    An OpeningsError where a field looks like a slip for another, or is no column of a table: those stay.
    """
    reading, names = _Reading(field_map.path), source.names()
    free = sorted(set(names) - field_map.named())
    told: list[str] = []
    for rule in field_map.rules:
        lacking = [one for one in rule.sources if one.name not in (*names, STEM, FOLDER, DATE)]
        is_empty = len(lacking) == len(rule.sources)
        for one in lacking:
            what = f"no {source.unit} has a field `{one.name}`"
            hint = did_you_mean(one.name, free, "")
            if hint or (is_empty and source.columns):
                otherwise = f"delete it, or name one of: {', '.join(sorted(names))}"
                raise reading.refusal(one.line, what, hint or otherwise)
            told += [f"`{field_map.path}`, line {one.line}: {what}"] if is_empty else []
    return tuple(told)


def _name(key: str) -> str:
    """The field of a posting that a key spells; the key itself where it is none."""
    row = _TABLE.find(key)
    return row.field.name if row else key.strip().casefold()


class _Reading:
    """One map file being read; `path` is for messages."""

    def __init__(self, path: str) -> None:
        self.path = path

    def refusal(self, line: int, message: str, hint: str) -> OpeningsError:
        return OpeningsError(f"`{self.path}`, line {line}: {message}", hint)

    def unreadable(self, problem: Diagnostic) -> OpeningsError:
        return self.refusal(problem.at.line if problem.at else 1, problem.message, problem.hint)

    def once(self, mapping: MapNode, name_of: Callable[[str], str]) -> Iterator[Entry]:
        """The entries of a map; none may be there twice."""
        lines: dict[str, int] = {}
        for entry in mapping.entries:
            name = name_of(entry.key.text)
            if name in lines:
                message = f"`{name}` is mapped on line {lines[name]} already"
                raise self.refusal(entry.key.line, message, f"join the two, as in `{name}: [one, other]`")
            lines[name] = entry.key.line
            yield entry

    def rules(self, entry: Entry) -> Iterator[Rule]:
        """The rules that an entry says: one, or one for each part of a field."""
        name = self._field(entry.key)
        parts = self._parts(name, entry.value)
        if parts is None:
            yield self._rule(name, entry.value)
            return
        for part in self.once(parts, str.strip):
            if part.key.text not in PARTS[name]:
                message = f"`{part.key.text}` is no part of `{name}` that can be mapped"
                hint = did_you_mean(part.key.text, PARTS[name], f"name any of: {', '.join(PARTS[name])}")
                raise self.refusal(part.key.line, message, hint)
            yield self._rule(f"{name}.{part.key.text}", part.value)

    def _field(self, key: TextNode) -> str:
        name = _name(key.text)
        if name in FIELDS or name in (BODY, FILE) or name.startswith("x_"):
            return name
        near = _TABLE.elsewhere(key.text)
        known = (*FIELDS, BODY, FILE, _IGNORE)
        hint = f"did you mean `{near}`?" if near else did_you_mean(key.text, known, _fields_hint(key.text))
        raise self.refusal(key.line, f"a posting has no field `{key.text}`", hint)

    def _parts(self, name: str, node: Node) -> MapNode | None:
        is_map = isinstance(node, MapNode) and name in PARTS
        keys = {entry.key.text for entry in node.entries} if isinstance(node, MapNode) else set()
        return node if is_map and isinstance(node, MapNode) and not keys & _RULE else None

    def _rule(self, name: str, node: Node) -> Rule:
        if not isinstance(node, MapNode):
            return Rule(name, self.sources(node))
        entries = self._entries(node, _RULE)
        constants = [self._texts(entries[key]) for key in ("always", "otherwise") if key in entries]
        if "from" not in entries and not constants:
            raise self.refusal(node.line, f"`{name}` comes from nowhere", _EXAMPLE)
        if "always" in entries and len(entries) > 1:
            raise self.refusal(
                node.line,
                "`always` stands alone",
                "write `otherwise` for what is so where the source is silent",
            )
        sources = self._sources_from(node, entries) if "from" in entries else ()
        return Rule(name, sources, constants[0] if constants else (), self._format(name, entries))

    def sources(self, node: Node) -> tuple[Source, ...]:
        """The source fields that a value names."""
        match node:
            case TextNode():
                return (Source(self._text(node), line=node.line),)
            case ListNode(items=items):
                return tuple(source for item in items for source in self.sources(item))
            case MapNode():
                return self._sources_from(node, self._entries(node, _FROM))

    def _sources_from(self, node: MapNode, entries: Mapping[str, Node]) -> tuple[Source, ...]:
        if "from" not in entries:
            raise self.refusal(node.line, "`from` is missing", _EXAMPLE)
        like = self._text(entries["like"]) if "like" in entries else ""
        if like and SLOT not in like:
            hint = f"put `{SLOT}` where the value goes, such as `/careers/{SLOT}/`"
            raise self.refusal(entries["like"].line, f"`{like}` has no place for the value", hint)
        values = self._words(entries["values"]) if "values" in entries else {}
        names = self.sources(entries["from"])
        return tuple(Source(source.name, values, like, source.line) for source in names)

    def _entries(self, node: MapNode, known: frozenset[str]) -> dict[str, Node]:
        for entry in self.once(node, str):
            if entry.key.text not in known:
                hint = did_you_mean(
                    entry.key.text, sorted(known), f"write any of: {', '.join(sorted(known))}"
                )
                raise self.refusal(entry.key.line, f"`{entry.key.text}` isn't known here", hint)
        return {entry.key.text: entry.value for entry in node.entries}

    def _words(self, node: Node) -> Mapping[str, str]:
        if not isinstance(node, MapNode):
            raise self.refusal(
                node.line,
                "`values` needs words and what they mean",
                "write it like `values: {FT: full-time}`",
            )
        return {
            e.key.text.casefold(): self._text(e.value, may_be_empty=True)
            for e in self.once(node, str.casefold)
        }

    def _format(self, name: str, entries: Mapping[str, Node]) -> str:
        if "format" not in entries:
            return ""
        known = (
            FORMATS if name == BODY else ORDERS if name in ("posted", "opens", "closes", "updated") else ()
        )
        text = self._text(entries["format"])
        if text not in known:
            line = entries["format"].line
            hint = did_you_mean(text, known, f"write any of: {', '.join(known)}" if known else "delete it")
            raise self.refusal(line, f"`{name}` has no format `{text}`", hint)
        return text

    def _texts(self, node: Node) -> tuple[str, ...]:
        return tuple(map(self._text, node.items if isinstance(node, ListNode) else (node,)))

    def _text(self, node: Node, *, may_be_empty: bool = False) -> str:
        text = node.text.strip() if isinstance(node, TextNode) and not node.is_absent else ""
        if text or (may_be_empty and isinstance(node, TextNode)):
            return text
        raise self.refusal(node.line, "a name or text is missing", _EXAMPLE)

    def checked(self, field_map: FieldMap) -> FieldMap:
        """The map, unless it ignores what it uses."""
        used = {source.name for rule in field_map.rules for source in rule.sources}
        for source in field_map.ignored:
            if source.name in used:
                raise self.refusal(
                    source.line, f"`{source.name}` is ignored, and mapped too", "delete one of the two"
                )
        return field_map


def _fields_hint(key: str) -> str:
    return f"on the left stands a field of a posting, as in `title: {key}`; docs/fields.md names all"
