"""Frozen values as JSON and back, for the cache: what comes back is told by its type.

Equal values give equal bytes, so the digest of the bytes stands for the value.
"""

from functools import cache
from typing import Any, TypeVar

from msgspec import Struct, json

from generator.diagnostics.codes import ALL
from generator.diagnostics.diagnostic import Diagnostic, Note, Span

T = TypeVar("T")
_ENCODER = json.Encoder()


def encode(value: object) -> bytes:
    """A value as JSON."""
    return _ENCODER.encode(value)


def decode(data: bytes, kind: type[T]) -> T:
    """The value of that type that `encode` was given; `Any` and `object` in it come back as plain JSON."""
    value: T = _decoder(kind).decode(data)  # type: ignore[arg-type]  # classes are hashable
    return value


@cache
def _decoder(kind: Any) -> json.Decoder[Any]:
    return json.Decoder(kind)


class Told(Struct, frozen=True, array_like=True):
    """A problem with no more than the name of its code, which explains itself elsewhere."""

    code: str
    message: str
    hint: str
    at: Span | None
    notes: tuple[Note, ...]


def told(problems: tuple[Diagnostic, ...]) -> tuple[Told, ...]:
    """Problems as they are kept."""
    return tuple(Told(p.code.code, p.message, p.hint, p.at, p.notes) for p in problems)


def retold(problems: tuple[Told, ...]) -> tuple[Diagnostic, ...]:
    """The problems that were kept."""
    return tuple(Diagnostic(ALL[p.code], p.message, p.hint, p.at, p.notes) for p in problems)
