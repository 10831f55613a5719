"""A file's bytes as text: UTF-8 or a message that says how to get there."""

from msgspec import Struct

from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Diagnostic, Span

_HOW_TO_SAVE = (
    "save the file as UTF-8: in most editors File > Save As (or the encoding's name at the bottom of the "
    "window), then choose UTF-8"
)

# NUL is no text. The others end a line for YAML but not for editors, so line numbers would differ.
_REPLACED = {"\0": "\ufffd", "\x85": " ", "\u2028": " ", "\u2029": " "}


class Source(Struct, frozen=True):
    """A file's text, each line ended by a line feed; `path` is relative to the site's folder."""

    path: str
    text: str


def decode(path: str, data: bytes) -> Source | Diagnostic:
    """The text of the bytes, or what is wrong with the first that isn't UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _has_utf16_zeros(data):
        return _not_utf8(Span(path), "the file is saved as UTF-16, not as UTF-8")
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _bad_byte(path, data, error)
    return Source(path, _clean(text))


def _has_utf16_zeros(data: bytes) -> bool:
    head = data[:64]
    return len(head) >= 4 and (not any(head[1::2]) or not any(head[::2])) and any(head)


def _clean(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for unwanted, instead in _REPLACED.items():
        if unwanted in text:
            text = text.replace(unwanted, instead)
    return text


def _bad_byte(path: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    start = error.start
    before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8-sig", "replace")) + 1
    shown = data[start : start + 1].decode("cp1252", "replace")
    at = Span(path, before.count(b"\n") + 1, column, column + 1)
    return _not_utf8(at, f"the file isn't saved as UTF-8: the letter here (perhaps `{shown}`) can't be read")


def _not_utf8(at: Span, message: str) -> Diagnostic:
    return Diagnostic(codes.NOT_UTF_8, message, _HOW_TO_SAVE, at)
