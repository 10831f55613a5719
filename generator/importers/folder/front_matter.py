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
_FENCES: Mapping[str, re.Pattern[str]] = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),  # Jekyll takes three dots too
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_JSON = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


class Parts(Struct, frozen=True):
    """The fields and the words below them; `body_line` is the line of the file on which those begin."""

    fields: Mapping[str, Any]
    body: str
    body_line: int


def split(text: str) -> Parts | None:
    """Fields and words of a file; None where it has no front matter. Raises `UnreadableError`."""
    first = text.partition("\n")[0].rstrip()
    if first in _FENCES:
        return _fenced(text, first)
    return _braced(text) if first.startswith("{") and not first.startswith(("{{", "{%")) else None


def read_yaml(text: str) -> list[Any]:
    """The documents of a YAML text. Raises `UnreadableError`."""
    documents: list[Any] = _guarded(read_documents, text)
    return documents


def read_json(text: str) -> Any:
    """The value of a JSON text, figures as they are written. Raises `UnreadableError`."""
    return _guarded(_JSON.decode, text)


def _read_toml(text: str) -> Any:
    return _guarded(lambda toml: tomllib.loads(toml, parse_float=str), text)


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


def _fenced(text: str, fence: str) -> Parts:
    start = text.index("\n") + 1 if "\n" in text else len(text)
    closing = _FENCES[fence].search(text, start)
    if closing is None:
        raise UnreadableError(f"the line `{fence}` below its fields is missing")
    front = text[start : closing.start()]
    if len(front) > MAX_CHARACTERS:
        raise too_large()
    try:
        documents = read_yaml(front) if fence == "---" else [_read_toml(front)]
    except UnreadableError as error:
        raise UnreadableError(error.why, error.line and error.line + 1) from None
    fields = documents[0] if documents else {}
    return _parts(fields if fields is not None else {}, text, min(closing.end() + 1, len(text)))


def _braced(text: str) -> Parts:
    fields, end = _guarded(_JSON.raw_decode, text)
    return _parts(fields, text, end)


def _parts(fields: object, text: str, end: int) -> Parts:
    if not isinstance(fields, dict):
        raise UnreadableError("what stands in its place isn't fields such as `title: …`")
    return Parts(fields, text[end:], text.count("\n", 0, end) + 1)
