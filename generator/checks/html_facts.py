"""What a built page says of itself and shows, read back from its bytes."""

from collections.abc import Iterator
from html.parser import HTMLParser

from msgspec import Struct, field

# A block of data, which no browser runs.
JSON_LD = "application/ld+json"

# Nobody sees what these hold, nor anything marked `hidden`; the last can't hold anything.
_UNSEEN = ("title", "script", "style", "template", "noscript", "svg")
# HTML: whatever else begins ends the head, whose end tag may be left out.
_HEAD = ("html", "head", "base", "link", "meta", "title", "style", "script", "noscript", "template")
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

# What a page says to robots to be left out of the index, in any case.
_UNINDEXED = frozenset(("noindex", "none"))

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "srcset"}


class HtmlFacts(Struct):
    """The parts of a page that rules look at; `links` are all addresses it points to, as written.

    `leads_to` is where a page sends its readers on at once; empty for a page to read.
    """

    language: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    leads_to: str = ""
    is_indexed: bool = True
    headings: int = 0
    has_main: bool = False
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)


class Part(Struct):
    """What a part of a page shows.

    `texts` are the pieces of text between tags, less what is hidden; `times` and `values` those of
    `<time datetime>` and `<data value>`.
    """

    texts: list[str] = field(default_factory=list)
    times: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)


class Shown(Struct):
    """What a page shows people, and what says the same to machines.

    `own` is what the page is about: all in `main`, and where an `article` holds the `h1`, only what stands
    in that too; a page without `main` is taken whole. `apply_links` are marked with `data-apply`, as some
    are that nobody sees where only `marks_apply` says so; `main_links` are all in `main`. `data` are blocks
    of data, `items` the types that microdata names.
    """

    heading: str = ""
    whole: Part = field(default_factory=Part)
    own: Part = field(default_factory=Part)
    apply_links: list[str] = field(default_factory=list)
    marks_apply: bool = False
    main_links: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)


def read_html(data: bytes) -> HtmlFacts:
    """The facts of a page."""
    return read_page(data)[0]


def read_page(data: bytes) -> tuple[HtmlFacts, Shown]:
    """The facts of a page, and what it shows."""
    reader = _read(data.decode("utf-8", "replace"))  # a site's own files may be anything
    return reader.facts, reader.shown


def texts_of(html: str) -> list[str]:
    """The pieces of text of some HTML, less what is hidden."""
    return _read(html).shown.whole.texts


def _read(html: str) -> "_Reader":
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Gathers facts tag by tag."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = HtmlFacts()
        self.shown = Shown()
        self._in_title = False
        self._in_data = False
        self._in_head = False
        self._inside: set[str] = set()
        self._main = Part()
        self._articles: list[Part] = []
        self._holder: Part | None = None
        self._hiding, self._depth = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag tells."""
        given = {name: value or "" for name, value in attrs}
        facts = self.facts
        self._by_place(tag, given)
        self.shown.marks_apply |= tag == "a" and "data-apply" in given
        self.shown.items += given.get("itemtype", "").split()
        if "id" in given:
            facts.ids.append(given["id"])
        if address := given.get(_LINKS.get(tag, "")):
            facts.links.append(address)
        if "style" in given or any(name.startswith("on") for name in given):
            facts.inline.append(f"<{tag}>")
        self._by_tag(tag, given)

    def _by_place(self, tag: str, given: dict[str, str]) -> None:
        """Notes where the tag leads into, and what it shows there."""
        if self._hiding:
            self._depth += tag == self._hiding
        else:
            self._in_head = tag == "head" or (self._in_head and tag in _HEAD)
            self._by_sight(tag, given)
        self._in_data = _is_data(tag, given)
        if self._in_data:
            self.shown.data.append("")

    def _by_sight(self, tag: str, given: dict[str, str]) -> None:
        """Notes whether what follows can be seen, and what the tag shows."""
        is_shut = tag == "dialog" and "open" not in given
        if tag in _UNSEEN or is_shut or ("hidden" in given and tag not in _VOID):
            self._hiding, self._depth = tag, 1
        else:
            self._by_look(tag, given)

    def _by_look(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "main":
                self._inside.add(tag)
            case "article":
                self._articles.append(Part())
            case "h1":
                self._inside.add(tag)
                self._holder = self._holder or next(reversed(self._articles), None)
            case "time" if "datetime" in given:
                for part in self._parts():
                    part.times.add(given["datetime"])
            case "data" if "value" in given:
                for part in self._parts():
                    part.values.add(given["value"])
            case "a":
                self._by_link(given)

    def _by_link(self, given: dict[str, str]) -> None:
        address = given.get("href", "")
        if "data-apply" in given:
            self.shown.apply_links.append(address)
        if address and "main" in self._inside:
            self.shown.main_links.append(address)

    def _parts(self) -> Iterator[Part]:
        """The parts of the page that what is read now stands in."""
        yield self.shown.whole
        if "main" in self._inside:
            yield self._main
            yield from self._articles

    def _by_tag(self, tag: str, given: dict[str, str]) -> None:
        facts = self.facts
        match tag:
            case "html":
                facts.language = given.get("lang", "")
            case "title":
                self._in_title = not facts.title
            case "h1":
                facts.headings += 1
            case "main":
                facts.has_main = True
            case "style":
                facts.inline.append("<style>")
            case "script" if "src" not in given and not self._in_data:
                facts.inline.append("<script>")
            case "link" if given.get("rel") == "canonical":
                facts.canonical = given.get("href", "")
            case "meta" if given.get("http-equiv", "").lower() == "refresh":
                facts.leads_to = given.get("content", "").partition("url=")[2]
                facts.links.append(facts.leads_to)
            case "meta":
                self._by_meta(given.get("name") or given.get("property", ""), given.get("content", ""))

    def _by_meta(self, name: str, content: str) -> None:
        match name.lower():
            case "description":
                self.facts.description = content
            case "og:image":
                self.facts.links.append(content)
            case "robots" | "googlebot":
                self.facts.is_indexed &= _UNINDEXED.isdisjoint(content.lower().replace(",", " ").split())

    def handle_data(self, data: str) -> None:
        """Takes the text of the title, of a block of data, and what is shown."""
        if self._in_title:
            self.facts.title += data
        if self._in_data:
            self.shown.data[-1] += data
        if self._hiding or (self._in_head and data.isspace()):
            return
        self._in_head = False
        for part in self._parts():
            part.texts.append(data)
        if "h1" in self._inside:
            self.shown.heading += data

    def handle_endtag(self, tag: str) -> None:
        """Ends the title, a block of data, and what is hidden."""
        if tag == "title":
            self._in_title = False
        if tag == "script":
            self._in_data = False
        if not self._hiding:
            self._leave(tag)
        elif tag == self._hiding:
            self._depth -= 1
            self._hiding = self._hiding if self._depth else ""

    def _leave(self, tag: str) -> None:
        self._inside.discard(tag)
        if tag == "head":
            self._in_head = False
        if tag == "article" and self._articles:
            self._articles.pop()

    def close(self) -> None:
        """Settles which part of the page is its own."""
        super().close()
        if self.facts.has_main:
            self.shown.own = self._holder or self._main
        else:
            self.shown.own = self.shown.whole


def _is_data(tag: str, given: dict[str, str]) -> bool:
    return tag == "script" and given.get("type", "").partition(";")[0].strip().lower() == JSON_LD
