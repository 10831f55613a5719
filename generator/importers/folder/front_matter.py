"""A file of another site generator taken apart into its fields and its words."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from generator.importers.folder.yaml_values import read_documents
from generator.importers.mapping.records import UnreadableError, too_large

# More than that isn't front matter.
MAX_CHARACTERS = 200_000
# What closes the fields; Jekyll takes three dots, too.
_CLOSING: Mapping[str, re.Pattern[str]] = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
# Behind the fence, Eleventy and Gatsby let a file say in which language its fields are.
_OPENING = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?P<language>yaml|toml|json)?[ \t]*(?:\n|$)")
_JSON = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


class Parts(Struct, frozen=True):
    """The fields and the words below them; `body_line` is the line of the file on which those begin."""

    fields: Mapping[str, Any]
    body: str
    body_line: int


def split(text: str) -> Parts | None:
    """Fields and words of a file; None where it has no front matter. Raises `UnreadableError`."""
    opening = _OPENING.match(text)
    if opening is not None:
        return _fenced(text, opening)
    return _braced(text) if text.startswith("{") and not text.startswith(("{{", "{%")) else None


def read_yaml(text: str) -> list[Any]:
    """The documents of a YAML text. Raises `UnreadableError`."""
    documents: list[Any] = _guarded(read_documents, text)
    return documents


def read_json(text: str) -> Any:
    """The value of a JSON text, figures as they are written. Raises `UnreadableError`."""
    return _guarded(_JSON.decode, text)


def _read_toml(text: str) -> Any:
    return _guarded(lambda toml: tomllib.loads(toml, parse_float=str), text)


def _first_document(text: str) -> Any:
    return next((document for document in read_yaml(text) if document is not None), {})


_READERS: Mapping[str, Callable[[str], Any]] = {
    "yaml": _first_document,
    "toml": _read_toml,
    "json": read_json,
}


def _guarded(read: Callable[[str], Any], text: str) -> Any:
    """What a reader finds; whatever is wrong with the text comes as `UnreadableError`."""
    try:
        return read(text)
    except RecursionError:
        raise too_large() from None
    except json.JSONDecodeError as error:
        raise UnreadableError(error.msg, error.lineno) from None
    except ValueError as error:  # TOML's, and Python's own for figures without end
        line = re.search(r"at line (\d+)", str(error))
        raise UnreadableError("its fields can't be read", int(line[1]) if line else 0) from None


def _fenced(text: str, opening: re.Match[str]) -> Parts:
    closing = _CLOSING[opening["fence"]].search(text, opening.end())
    if closing is None:
        raise UnreadableError(f"the line `{opening['fence']}` below its fields is missing")
    front = text[opening.end() : closing.start()]
    if len(front) > MAX_CHARACTERS:
        raise too_large()
    language = opening["language"] or ("toml" if opening["fence"] == "+++" else "yaml")
    try:
        fields = _READERS[language](front)
    except UnreadableError as error:
        raise UnreadableError(error.why, error.line and error.line + 1) from None
    return _parts(fields, text, min(closing.end() + 1, len(text)))


def _braced(text: str) -> Parts:
    fields, end = _guarded(_JSON.raw_decode, text)
    return _parts(fields, text, end)


def _parts(fields: object, text: str, end: int) -> Parts:
    if not isinstance(fields, dict):
        raise UnreadableError("what stands in its place isn't fields such as `title: …`")
    return Parts(fields, text[end:], text.count("\n", 0, end) + 1)
