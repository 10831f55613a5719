"""The kinds of value a field can hold: a closed set that schema, reader and docs each match over."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from generator.model.vocabulary import Vocabulary


class Plain(Struct, frozen=True):
    """One scalar that a parser of this name turns into a value (`content/values/`).

    `accepts` completes "expected …" in messages and docs; `schema` is the JSON Schema of every
    accepted spelling as an editor sees it (unquoted numbers and booleans included); `spellings`
    are samples that both must take.
    """

    name: str
    accepts: str
    schema: Mapping[str, Any]
    spellings: tuple[str, ...] = ()


class Choice(Struct, frozen=True):
    """One word of a vocabulary, in any of its spellings."""

    vocabulary: Vocabulary


class ListOf(Struct, frozen=True):
    """A list; a single value counts as a list of one."""

    item: "Kind"


class Group(Struct, frozen=True):
    """A map with fields of its own; `make` builds the value from them."""

    fields: tuple["Field", ...]
    make: Callable[..., Any]


class Either(Struct, frozen=True):
    """One scalar, or a map that says the same in parts."""

    plain: Plain
    group: Group


class Free(Struct, frozen=True):
    """Text, lists and maps of text, as they stand: `x_…` fields and theme settings."""


Kind = Plain | Choice | ListOf | Group | Either | Free


class Field(Struct, frozen=True):
    """One field of a file: the single source of schema, messages, reader and docs.

    `name` is also the attribute on the value the file becomes. `shown` says where a reader of the
    site meets it. `example` is YAML as an editor would write it after the colon. A key matches
    `name` or one of `other_names` without regard to case, spaces, underscores and hyphens. A field
    that is absent is `default`. `instead` is what else helps where a required one is missing.
    """

    name: str
    kind: Kind
    doc: str
    example: str
    shown: str = ""
    required: bool = False
    default: Any = None
    other_names: tuple[str, ...] = ()
    instead: str = ""
