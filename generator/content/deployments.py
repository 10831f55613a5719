"""`deploy:` of site.yaml: each entry names one place, with the fields that belong to it."""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from posixpath import normpath

from msgspec import Struct

from generator.diagnostics.codes import site as codes
from generator.diagnostics.credentials import has_password, without_credentials
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.documents import Spans
from generator.model.site_config import Deployment

# The fields that say where, and what else may be said of such a place.
_KINDS = {
    "branch": ("remote",),
    "rsync": (),
    "folder": (),
    "bucket": ("prefix", "endpoint", "region", "cloudfront"),
}
_OF_KINDS = tuple(field for fields in _KINDS.values() for field in fields)
_OF_ALL = ("name", "url")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
# git: check-ref-format, as far as people are likely to come near it.
_REF = re.compile(
    r"(?!@$|HEAD$)(?!.*(?:\.\.|@\{|//|(?:\.lock|\.|/)$|\.lock/|/\.))[^./\s~^:?*\[\\\x00-\x1f\x7f]"
    r"[^\s~^:?*\[\\\x00-\x1f\x7f]*"
)


class _Name(Struct, frozen=True):
    """How a name has to look, what it is the name of, and how to write it."""

    pattern: re.Pattern[str]
    what: str
    hint: str


# Amazon's rules are stricter for new buckets; older ones and other stores take all of these.
_NAMES = {
    "branch": _Name(_REF, "name of a branch", "write one such as `gh-pages`"),
    "remote": _Name(_REF, "name of a remote", "write what `git remote` shows, such as `origin`"),
    "bucket": _Name(
        re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]|arn:\S+"),
        "name of a bucket",
        "write its name alone, such as `careers.example.com`",
    ),
    "region": _Name(re.compile(r"[A-Za-z0-9_-]+"), "name of a region", "write one such as `eu-north-1`"),
    "cloudfront": _Name(
        re.compile(r"[A-Z0-9]+"),
        "id of a distribution",
        "write what CloudFront lists, such as `E2QWRUHAPOMQZL`",
    ),
}
# A host and a colon, a scheme, or a path that is plainly one.
_RSYNC = re.compile(r"[^/]*:|\.{0,2}/|~|\.{1,2}$")
# Folders in the site's own that are read, or written by a build.
OWN_FOLDERS = ("content", "themes", "output")
_TAKE_OUT = "take it out and change it: whoever can read the repository knows it now"
_ELSEWHERE = {
    "rsync": "take it out, change it, and give the new one in the environment: RSYNC_PASSWORD",
    "remote": "take it out, change it, and name a remote such as `origin`: git keeps passwords itself",
}
_SAMPLE = "`branch: gh-pages`, `rsync: www@example.com:/var/www/careers`, `folder: …` or `bucket: …`"


class _Entry(Struct, frozen=True):
    """One entry, and where its fields stand."""

    place: Deployment
    spans: Spans
    path: str

    def says(self, field: str) -> bool:
        """Whether the entry says the field."""
        return f"{self.path}.{field}" in self.spans

    def at(self, field: str = "") -> Span:
        """Where the field stands, or the whole entry."""
        return self.spans.at(f"{self.path}.{field}" if field else self.path)

    @property
    def kinds(self) -> list[str]:
        """The fields that name a place."""
        return [kind for kind in _KINDS if getattr(self.place, kind)]


def deployment_problems(places: Sequence[Deployment], spans: Spans) -> Iterator[Diagnostic]:
    """All that is wrong with the places that a site is deployed to."""
    numbers = (number for number in count() if f"deploy.{number}" in spans)  # empty items say nothing
    entries = [
        _Entry(place, spans, f"deploy.{number}") for place, number in zip(places, numbers, strict=False)
    ]
    for entry in entries:
        yield from _kind_problems(entry)
        yield from _value_problems(entry)
    yield from _name_problems(entries)


def _kind_problems(entry: _Entry) -> Iterator[Diagnostic]:
    if not entry.kinds:
        yield Diagnostic(
            codes.DEPLOY_KIND, "the entry doesn't say where to", f"add one of {_SAMPLE}", entry.at()
        )
        return
    first, *others = entry.kinds
    for other in others:
        message = f"the entry names two places, `{first}` and `{other}`"
        yield Diagnostic(
            codes.DEPLOY_KIND, message, "make two entries of it, each with a `name`", entry.at(other)
        )
    allowed = {*_OF_ALL, *_KINDS, *(field for kind in entry.kinds for field in _KINDS[kind])}
    for field in _OF_KINDS:
        if field not in allowed and entry.says(field):
            belongs = next(kind for kind, fields in _KINDS.items() if field in fields)
            message = f"`{field}` belongs to a `{belongs}`, and this is a `{first}`"
            yield Diagnostic(
                codes.DEPLOY_FIELD, message, f"delete the line, or name a `{belongs}`", entry.at(field)
            )


def _value_problems(entry: _Entry) -> Iterator[Diagnostic]:
    for field in (*_KINDS, *_OF_KINDS, "url"):
        value = getattr(entry.place, field)
        if slip := _slip(field, value) if value else None:
            message, hint = slip
            yield Diagnostic(codes.DEPLOY_VALUE, message, hint, entry.at(field))


def _slip(field: str, value: str) -> tuple[str, str] | None:
    """What is wrong with the value of a field, and the way out."""
    if has_password(value):
        return f"`{field}` holds a password", _ELSEWHERE.get(field, _TAKE_OUT)
    # A program would take it for an option.
    if value.startswith("-"):
        return f"`{field}` begins with a hyphen", "write a name that begins otherwise"
    if field == "rsync" and not _RSYNC.match(value):
        hint = f"write `{value}:/var/www/careers`, or `./{value}` for a folder here"
        return f"`{value}` has no colon behind its host", hint
    if field == "folder" and _is_sites_own(value):
        return f"`{value}` is no folder for the site alone", "name another, such as `/var/www/careers`"
    if field == "prefix" and not {"", ".", ".."}.isdisjoint(value.removesuffix("/").split("/")):
        hint = "write its path without a slash at its beginning and without `..`, such as `careers`"
        return f"`{value}` isn't a folder in the bucket", hint
    if field in _NAMES and not _NAMES[field].pattern.fullmatch(value):
        return f"`{without_credentials(value)}` can't be the {_NAMES[field].what}", _NAMES[field].hint
    return None


def _is_sites_own(folder: str) -> bool:
    """Whether a path from the site's folder can't be a target: it lies among the sources, or over them."""
    path = normpath(folder)
    first = path.split("/")[0]
    return path.strip("/.") == "" or first in OWN_FOLDERS or (first.startswith(".") and first != "..")


def _name_problems(entries: list[_Entry]) -> Iterator[Diagnostic]:
    taken: set[str] = set()
    for entry in entries:
        name = entry.place.name
        if not name and len(entries) > 1:
            hint = "add a line such as `name: staging`, for `openings deploy staging`"
            yield Diagnostic(codes.DEPLOY_NAME, "one of several places has no name", hint, entry.at())
        elif name and not _NAME.fullmatch(name):
            hint = "write letters, digits, dots, hyphens and underscores, such as `staging`"
            yield Diagnostic(codes.DEPLOY_NAME, f"`{name}` can't be typed as a name", hint, entry.at("name"))
        elif name.casefold() in taken:
            message = f"two places are called `{name}`"
            yield Diagnostic(codes.DEPLOY_NAME, message, "give each a name of its own", entry.at("name"))
        taken |= {name.casefold()} if name else set()
