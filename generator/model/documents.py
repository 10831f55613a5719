"""What each file of `content/` becomes, before it meets the other files."""

import datetime
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import field

from generator.diagnostics.diagnostic import Span
from generator.model.values import (
    Address,
    Contact,
    Coordinates,
    JobFilter,
    PlaceEntry,
    Salary,
    Term,
    Value,
)


class Identity(Value, frozen=True, order=True):
    """Who a posting, article or page is, whatever its title, folder or status."""

    stem: str
    language: str


class Spans(Value, frozen=True):
    """Where each field of one file stands: dotted names such as `location.1.place`.

    `fields` has a line for each: its name, and line, column and end column as in a `Span`. One text takes
    less room and time than a table, and few of thousands are ever asked for.
    """

    path: str
    fields: str = "\n"

    def __contains__(self, name: str) -> bool:
        return f"\n{name} " in self.fields

    def at(self, name: str) -> Span:
        """The place of a field, of its nearest parent, or of the file's first line."""
        while name:
            if name in self:
                numbers = self.fields.split(f"\n{name} ", 1)[1].partition("\n")[0]
                return Span(self.path, *map(int, numbers.split()))
            name = name.rpartition(".")[0]
        return Span(self.path)


def line_spans(path: str, name: str, line: int, end_column: int = 0) -> Spans:
    """The spans of a file in which one field stands, at the beginning of a line."""
    return Spans(path, f"\n{name} {line} 1 {end_column}\n")


class Reference(Value, frozen=True):
    """A link or picture in a body that leads to a file or path of the site, still as it was written.

    `path` is relative to the file's folder, or begins with a slash for the site's root; empty for a
    fragment of the page itself. `fragment` has no `#`. `line` counts from 1 in the whole file. `width` and
    `height` are those that a picture was given where it stands, in pixels; 0 for none.
    """

    path: str
    fragment: str
    line: int
    is_picture: bool = False
    width: int = 0
    height: int = 0


# Characters: LinkedIn takes no description with fewer.
SHORTEST_TEXT = 100


class Body(Value, frozen=True):
    """What the other rooms know of a file's words; the HTML itself waits in a store, under the file's path.

    The HTML is kept in pieces, one more than there are references: reference i stands between
    pieces i and i + 1, in place of a whole `href="…"` or `src="…"`. `text` is the opening words
    without markup, for descriptions. `minutes` is how long they all take to read, one at the least.
    `anchors` are the ids of its headings. `length` is how many characters its words have, counted to
    `SHORTEST_TEXT`; words that couldn't be read are no short ones. `claim` says whether it says that the work
    is done `remote` or `on-site` and nowhere else; `phrases` are those of the site's policies that it holds.
    Little here changes when a sentence further down does.
    """

    references: tuple[Reference, ...] = ()
    text: str = ""
    minutes: int = 1
    anchors: tuple[str, ...] = ()
    is_empty: bool = True
    length: int = SHORTEST_TEXT
    claim: str = ""
    phrases: tuple[str, ...] = ()


class Posting(Value, frozen=True, tag=True):
    """A posting as its file says it: nothing resolved against other files, no status computed."""

    identity: Identity
    spans: Spans
    body: Body
    title: str
    category: tuple[str, ...] = ()
    location: tuple[PlaceEntry, ...] = ()
    remote: str = "no"
    remote_from: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    salary: Salary | None = None
    posted: date = date.min
    opens: date | None = None
    closes: date | None = None
    updated: date | None = None
    status: str = "open"
    apply: str = ""
    summary: str = ""
    term: Term | None = None
    id: str = ""
    requisition: str = ""
    team: str = ""
    level: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    hours: str = ""
    start: str = ""
    positions: int | None = None
    education: tuple[str, ...] = ()
    experience: int | None = None
    contact: Contact | None = None
    company: str = ""
    related: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    language: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def changed(self) -> date:
        """The day of the last change of substance."""
        return max(self.posted, self.updated or self.posted)

    @property
    def text_language(self) -> str:
        """The language its words are in."""
        return self.language or self.identity.language


class CategoryPage(Value, frozen=True, tag=True):
    """A category's own words: `folders` are the slugs of its parents, from the file's folder."""

    identity: Identity
    spans: Spans
    body: Body
    folders: tuple[str, ...]
    title: str
    summary: str = ""
    image: str = ""
    image_alt: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


class LocationPage(Value, frozen=True, tag=True):
    """An office, city or country in its own words."""

    identity: Identity
    spans: Spans
    body: Body
    title: str
    place: str
    aliases: tuple[str, ...] = ()
    address: Address | None = None
    coordinates: Coordinates | None = None
    time_zone: str = ""
    summary: str = ""
    image: str = ""
    image_alt: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


class Article(Value, frozen=True, tag=True):
    """A story about working here."""

    identity: Identity
    spans: Spans
    body: Body
    title: str
    date: datetime.date
    author: str = ""
    summary: str = ""
    updated: datetime.date | None = None
    status: str = "published"
    categories: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


class Page(Value, frozen=True, tag=True):
    """Any other page: words, and perhaps a list of postings chosen by a filter."""

    identity: Identity
    spans: Spans
    body: Body
    title: str
    summary: str = ""
    jobs: JobFilter | None = None
    status: str = "published"
    aliases: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


class Snippet(Value, frozen=True, tag=True):
    """Words that many postings share."""

    identity: Identity
    spans: Spans
    body: Body
    title: str = ""


Document = Posting | CategoryPage | LocationPage | Article | Page | Snippet
