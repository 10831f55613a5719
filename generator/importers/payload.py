"""What a job board answered, as the jobs in it; whatever else it may be is refused as a whole."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from math import isfinite
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.cleaning.spaces import line
from generator.importers.imported import Delivery, Imported
from generator.importers.lock import lock_key
from generator.importers.reading import Reading

J = TypeVar("J", bound=Struct)
_UNTOUCHED = "nothing was changed; look at what the address answers in a browser"
_LONGEST = 60
_DIGITS = 18
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_OTHER = re.compile(r"Expected `([^`]+)`, got `(\w+)`(?: - at `\$([^`]*)`)?")
_TYPES = {
    "str": "a text",
    "int": "a number",
    "float": "a number",
    "decimal": "a number",
    "bool": "a yes or no",
    "array": "a list",
    "object": "a group of fields",
    "null": "empty",
}


def decoded(data: bytes) -> Any:
    """The JSON of an answer; an OpeningsError for an error page, or an answer that is cut."""
    start = data[:400].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if not start:
        raise OpeningsError("the source is empty", _UNTOUCHED, 1)
    if start.startswith("<"):
        raise OpeningsError("the source is a web page and no JSON", _UNTOUCHED, 1)
    try:
        return _json(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise OpeningsError("the source is no whole JSON: it may be cut", _UNTOUCHED, 1) from None


def _json(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError:
        # Half a character, where a text was cut by its length, is no reason to refuse all jobs, and no more
        # are numbers that some systems write and JSON doesn't know.
        read = json.loads(data, parse_constant=_no_number, parse_float=_number, parse_int=_whole_number)
        text = json.dumps(read, ensure_ascii=False)
        return msgspec.json.decode(text.encode("utf-8", "replace"))


def _no_number(_text: str) -> None:
    """Nothing, for `NaN` and `Infinity`."""


def _number(text: str) -> float | None:
    return found if isfinite(found := float(text)) else None


def _whole_number(text: str) -> int | str:
    """The number, or its digits where there are too many to count with."""
    return int(text) if len(text) <= _DIGITS else text


def listed(payload: Any, service: str, key: str = "") -> Sequence[Any]:
    """The list of jobs in what was decoded, below a key or by itself; an OpeningsError where it has none."""
    found = (payload.get(key) if isinstance(payload, dict) else None) if key else payload
    if isinstance(found, list):
        return found
    hint = "nothing was changed; look whether it comes from another system"
    raise OpeningsError(f"the source isn't what {service} answers{_said(payload)}", hint, 1)


def _said(payload: Any) -> str:
    """What an answer that has no jobs says instead."""
    words = (
        [payload.get(name) for name in ("error", "message", "status")] if isinstance(payload, dict) else []
    )
    text = next((line(str(word)) for word in words if isinstance(word, str | int) and word), "")
    return f": it says `{text[:_LONGEST]}`" if text else ""


def said(raw: Any, name: str) -> str:
    """What a job of any shape says under a name, as a line; empty where that is no text or number."""
    found = raw.get(name) if isinstance(raw, dict) else ""
    return line(str(found)) if isinstance(found, str | int) else ""


def identifier(raw: Any) -> str:
    """The id of a job of any shape; empty where it has none."""
    return said(raw, "id")


def delivered(
    jobs: Iterable[Any],
    kind: type[J],
    read: Callable[[J, Reading], Imported | None],
    reading: Reading,
    known_by: Callable[[Any], str] = identifier,
) -> Delivery:
    """Each job that can be understood, read; the others are told of. None is a job that isn't public.

    `known_by` says the id of a job that can't be read.
    """
    found: dict[str, Imported] = {}
    problems: list[str] = []
    unread: list[str] = []
    for number, raw in enumerate(jobs, 1):
        try:
            one = read(msgspec.convert(raw, kind, strict=False), reading)
        except (msgspec.ValidationError, RecursionError) as error:
            problems.append(f"{_called(raw, number)} was left out: {_reason(error)}")
            unread.append(known_by(raw))
            continue
        if one is None:
            continue
        key = lock_key(one.id)
        if key in found:
            problems.append(f"{_called(raw, number)} was left out: another job has its id `{key}`")
        else:
            found[key] = one
    return Delivery(
        tuple(found.values()), tuple(problems), tuple(filter(None, unread)), hidden=unread.count("")
    )


def _reason(error: Exception) -> str:
    """Why a job can't be read, as a sentence and not in the words of a schema."""
    if not isinstance(error, msgspec.ValidationError):
        return "it nests too deep"
    text = line(str(error))
    if found := _MISSING.match(text):
        return f"it has no `{found[1]}`"
    if found := _OTHER.match(text):
        wanted, got, field = found[1].partition(" ")[0], found[2], (found[3] or "").removeprefix(".")
        if got == "null" and field:
            return f"it has no `{field}`"
        what = f"its `{field}`" if field else "it"
        return f"{what} is {_TYPES.get(got, got)}, and should be {_TYPES.get(wanted, wanted)}"
    if " - at `$" in text:
        return f"its `{text.rpartition('$.')[2].rstrip('`')}` can't be read"
    return f"{text[:1].lower()}{text[1:]}"


def _called(raw: Any, number: int) -> str:
    """A job by its title, as far as it has one."""
    title = (raw.get("title") or raw.get("text")) if isinstance(raw, dict) else ""
    return f"`{line(title)[:_LONGEST]}`" if isinstance(title, str) and title.strip() else f"job {number}"
