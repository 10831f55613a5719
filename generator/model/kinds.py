"""The kinds of value a field can hold: a closed set that schema, reader and docs each match over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Plain:
    """One scalar that a parser of this name turns into a value (`content/values/`).

    `accepts` completes "expected …" in messages and docs; `schema` is the JSON Schema of every
    accepted spelling as an editor sees it (unquoted numbers and booleans included); `spellings`
    are samples that both must take.
    """

    name: str
    accepts: str
    schema: Mapping[str, Any] = field(hash=False)
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a vocabulary, in any of its spellings."""

    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; a single value counts as a list of one."""

    item: "Kind"


@dataclass(frozen=True, slots=True)
class Group:
    """A map with fields of its own; `make` builds the value from them."""

    fields: tuple["Field", ...]
    make: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Either:
    """One scalar, or a map that says the same in parts."""

    plain: Plain
    group: Group


@dataclass(frozen=True, slots=True)
class Free:
    """Text, lists and maps of text, as they stand: `x_…` fields and theme settings."""


Kind = Plain | Choice | ListOf | Group | Either | Free


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a file: the single source of schema, messages, reader and docs.

    `name` is also the attribute on the value the file becomes. `shown` says where a reader of the
    site meets it. `example` is YAML as an editor would write it after the colon. A key matches
    `name` or one of `other_names` without regard to case, spaces, underscores and hyphens. A field
    that is absent is `default`.
    """

    name: str
    kind: Kind
    doc: str
    example: str
    shown: str = ""
    required: bool = False
    default: Any = None
    other_names: tuple[str, ...] = ()
