"""`deploy:` of site.yaml: each entry names one place, with the fields that belong to it."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct

from generator.diagnostics.codes import site as codes
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
_OF_ALL = ("name", "url")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
# git: check-ref-format, as far as people are likely to come near it.
_NO_BRANCH = re.compile(r"[\s~^:?*\[\\\x7f]|\.\.|@\{|//|/$|^/|^@$|\.$|\.lock$")
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
    for field in (field for fields in _KINDS.values() for field in fields):
        if field not in allowed and entry.says(field):
            belongs = next(kind for kind, fields in _KINDS.items() if field in fields)
            message = f"`{field}` belongs to a `{belongs}`, and this is a `{first}`"
            yield Diagnostic(
                codes.DEPLOY_FIELD, message, f"delete the line, or name a `{belongs}`", entry.at(field)
            )


def _value_problems(entry: _Entry) -> Iterator[Diagnostic]:
    place = entry.place
    # A program would take it for an option.
    for field in (*_KINDS, "remote", "region", "cloudfront"):
        if getattr(place, field).startswith("-"):
            message = f"`{field}` begins with a hyphen"
            yield Diagnostic(
                codes.DEPLOY_VALUE, message, "write a name that begins otherwise", entry.at(field)
            )
    if _NO_BRANCH.search(place.branch):
        message = f"`{place.branch}` can't be the name of a branch"
        yield Diagnostic(codes.DEPLOY_VALUE, message, "write one such as `gh-pages`", entry.at("branch"))
    if place.prefix and not {"", ".", ".."}.isdisjoint(place.prefix.removesuffix("/").split("/")):
        message = f"`{place.prefix}` isn't a folder in the bucket"
        hint = "write its path without a slash at its beginning and without `..`, such as `careers`"
        yield Diagnostic(codes.DEPLOY_VALUE, message, hint, entry.at("prefix"))


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
