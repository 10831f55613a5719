"""Pictures in a text: what is wrong with them, the sizes people write, and which is loaded at once."""

import re
from collections.abc import Iterator

from generator.content.markdown.targets import Target
from generator.diagnostics.codes import markdown as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.files import STATIC_FOLDER

LATER = ' loading="lazy" decoding="async"'

# Nothing but the openings of elements that hold it before a picture's own tag.
_FIRST = re.compile(r'\s*(?:<(?:a|div|em|figure|p|span|strong)(?: [^<>]*)?>\s*)*<img(?:[^<>"]|"[^"]*")*')
_SIDE = re.compile(r' (width|height)="(\d+)"')
_TAG_END = re.compile(r'(?:[^<>"]|"[^"]*")*')
_LENGTH = re.compile(r"\s*([1-9][0-9]{0,4})(?:px)?\s*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# All of an address but its host; browsers take a backslash for a slash.
_AROUND_HOST = re.compile(r"^[^:]*:[/\\]*|[/\\?#].*", re.DOTALL)
_ALT = re.compile(r"(?<![\w-])alt(?![\w-])", re.IGNORECASE)


def silent(written: str, at: Span) -> Diagnostic:
    """The problem of a picture that says nothing to those who can't see it; `written` is its address."""
    hint = (
        f"say what it shows: `![Two people at a workbench]({written})`;"
        f' if it is mere decoration, write `<img src="{written}" alt="">`'
    )
    return Diagnostic(codes.PICTURE_WITHOUT_WORDS, "a picture has no words between `![` and `]`", hint, at)


def tag_problems(attributes: str, at: Span) -> Iterator[Diagnostic]:
    """An `<img>` that has no `alt`, be it an empty one, among its attributes."""
    if not _ALT.search(_QUOTED.sub("", attributes)):
        hint = 'say what it shows: `alt="Two people at a workbench"`; for mere decoration write `alt=""`'
        yield Diagnostic(codes.PICTURE_WITHOUT_WORDS, "an `<img>` has no `alt`", hint, at)


def from_elsewhere(target: Target, at: Span) -> Iterator[Diagnostic]:
    """A picture that browsers would have to ask another host for."""
    if target.url:
        message = f"the picture is fetched from `{_AROUND_HOST.sub('', target.url)}`"
        hint = f"put the file into {STATIC_FOLDER}/ and write its path below it, such as `/images/van.jpg`"
        yield Diagnostic(codes.PICTURE_FROM_ELSEWHERE, message, hint, at)


def first_at_once(page: str) -> str:
    """The HTML in which a picture that comes before all words is loaded at once: it is in sight."""
    found = _FIRST.match(page)
    return found[0].replace(LATER, "") + page[found.end() :] if found else page


def length(written: str) -> str | None:
    """The pixels that a `width` or `height` says, if that is what it says."""
    found = _LENGTH.fullmatch(written)
    return found[1] if found else None


def sides(before: str, after: str) -> tuple[int, int]:
    """The width and height that a tag has of its own, from the HTML round its address; 0 for none."""
    end = _TAG_END.match(after)
    tag = before[before.rfind("<img") :] + (end[0] if end else "")
    found = {name: int(value) for name, value in _SIDE.findall(tag)}
    return found.get("width", 0), found.get("height", 0)
