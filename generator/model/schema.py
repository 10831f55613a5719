"""The field tables as JSON Schema, for the editors that complete and check YAML while it is written.

Draft 7, which their YAML language servers know best. An editor reads YAML 1.2: `2026` is a number
and `true` a boolean where we read text, and a field left empty is null where we read nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.kinds import Choice, Either, Field, Free, Group, Kind, ListOf, Plain
from generator.model.vocabulary import Vocabulary, fold_word

Schema = dict[str, Any]

_BETWEEN_KEYS = "[ _-]*"
_BETWEEN_WORDS = r"[\s_./-]*"
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")


def json_schema(fields: tuple[Field, ...], title: str, allow_extra: bool) -> Schema:
    """The schema of a file with these fields; `allow_extra` lets `x_…` fields in."""
    schema: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    schema |= _map_of(fields, "#")
    if allow_extra:
        own = {"description": "A field of your own, for the theme."}
        schema["patternProperties"] = schema["patternProperties"] | {"^[xX][_-]": own}
    definitions = dict(part for field in fields for part in _definitions(field.kind))
    return schema | {"definitions": dict(sorted(definitions.items()))}


def _map_of(fields: tuple[Field, ...], here: str) -> Schema:
    """Canonical names are properties, which editors offer; other spellings are only let in."""
    schema: Schema = {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "patternProperties": {
            _other_keys(field): {"$ref": f"{here}/properties/{field.name}"} for field in fields
        },
        "additionalProperties": False,
    }
    needed = [_presence(field) for field in fields if field.required]
    return schema | {"allOf": needed} if needed else schema


def _property(field: Field) -> Schema:
    schema: Schema = {"description": field.doc}
    value = _value(field.kind)
    schema |= value if field.required else _or_null(value)
    if field.default not in (None, "", ()):
        schema["default"] = field.default
    return schema | {"examples": [example_value(field.example)]}


def _value(kind: Kind) -> Schema:
    """The schema of one kind of value; vocabularies and maps stand among the definitions."""
    match kind:
        case Plain():
            return dict(kind.schema)
        case ListOf():
            item = _value(kind.item)
            return {"anyOf": [item, {"type": "array", "items": item}]}
        case Either():
            return {"anyOf": [_value(kind.plain), _value(kind.group)]}
        case Choice() | Group():
            return {"anyOf": [{"$ref": f"#/definitions/{_definition_name(kind)}"}]}
        case Free():
            return {}


def _definitions(kind: Kind) -> Iterator[tuple[str, Schema]]:
    """The vocabularies and maps of a kind, and of the fields in its maps."""
    match kind:
        case Choice():
            yield _definition_name(kind), _choice(kind.vocabulary)
        case Group():
            name = _definition_name(kind)
            yield name, _map_of(kind.fields, f"#/definitions/{name}")
            for field in kind.fields:
                yield from _definitions(field.kind)
        case ListOf():
            yield from _definitions(kind.item)
        case Either():
            yield from _definitions(kind.group)


def _definition_name(kind: Choice | Group) -> str:
    return kind.vocabulary.name.replace(" ", "-") if isinstance(kind, Choice) else kind.make.__name__


def _choice(vocabulary: Vocabulary) -> Schema:
    """The words themselves, which editors offer, or any spelling of them."""
    folded = (fold_word(spelling) for spelling in vocabulary.spellings())
    options: list[Schema] = [
        {"enum": list(vocabulary.words)},
        {"type": "string", "pattern": f"^{_any_spelling(folded, _BETWEEN_WORDS)}$"},
    ]
    if vocabulary.find("true"):
        options.append({"type": "boolean"})
    return {"anyOf": options}


def _or_null(schema: Schema) -> Schema:
    if not schema:
        return schema
    if "anyOf" in schema:
        return schema | {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return schema | {"type": [*types, "null"]}


def _presence(field: Field) -> Schema:
    """The field is there under its name, or a key that spells it: not all keys fail the pattern."""
    other = {"not": {"propertyNames": {"not": {"pattern": _other_keys(field)}}}}
    return {"anyOf": [{"required": [field.name]}, other]}


def _other_keys(field: Field) -> str:
    """A pattern for every key that means the field, but for its own name."""
    folded = (fold_word(name) for name in (field.name, *field.other_names))
    return f"^(?!{field.name}$){_any_spelling(folded, _BETWEEN_KEYS)}$"


def _any_spelling(folded: Iterable[str], between: str) -> str:
    """A pattern for folded words in any case, with any of the ignored characters in between."""
    spellings = (between.join(["", *map(_in_any_case, word), ""]) for word in dict.fromkeys(folded))
    return f"(?:{'|'.join(spellings)})"


def _in_any_case(character: str) -> str:
    if character.upper() != character and len(character.upper()) == 1:
        return f"[{character}{character.upper()}]"
    return f"\\{character}" if character in _SYNTAX else character


def example_value(text: str) -> Any:
    """The value of a field's example, which is plain, quoted, or a list or map in brackets."""
    if text.startswith("["):
        return [example_value(item) for item in text[1:-1].split(", ") if item]
    if text.startswith("{"):
        pairs: Mapping[str, str] = dict(item.split(": ", 1) for item in text[1:-1].split(", ") if item)
        return {key: example_value(value) for key, value in pairs.items()}
    return text.strip('"')
