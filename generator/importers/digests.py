"""Values by short digests: enough to tell whether one is still what it was."""

import hashlib
from collections.abc import Mapping

import msgspec

from generator.content.writing.field_edit import Plain
from generator.content.writing.yaml_text import Value

BODY = "body"
NOTHING = "-"
_LONG = 12
_FILLED = "+"


def digest(value: Plain) -> str:
    """The digest of a field's value; a list of one counts as that one, and nothing has `-` for a digest."""
    plain = (value,) if isinstance(value, str | Mapping) else tuple(value)
    if not any(plain):
        return NOTHING
    return _of(msgspec.json.encode(plain, order="sorted"))


def body_digest(body: str) -> str:
    """The digest of a posting's words, whatever empty lines stand round them."""
    text = body.strip("\n")
    return _of(text.encode("utf-8", "surrogatepass")) if text.strip() else NOTHING


def filled(mark: str) -> str:
    """How the lock remembers a value that the import gave, since the source has none."""
    return f"{_FILLED}{mark}"


def is_filled(mark: str) -> bool:
    """Whether the import gave the value, and not the source."""
    return mark.startswith(_FILLED)


def last_digest(mark: str) -> str:
    """The digest of what was last written, whoever gave it."""
    return mark.removeprefix(_FILLED)


def as_plain(value: Value) -> Plain:
    """A value as it would be read from a file."""
    return value if isinstance(value, str) else tuple(value)


def _of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_LONG]
