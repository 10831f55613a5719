"""What a built page says of itself and shows, read back from its bytes."""

from html.parser import HTMLParser

from msgspec import Struct, field

# A block of data, which no browser runs.
JSON_LD = "application/ld+json"

# Nobody sees what these hold, nor anything marked `hidden`; the last can't hold anything.
_UNSEEN = ("head", "script", "style", "template", "noscript", "svg")
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

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


class Shown(Struct):
    """What a page shows people, and the blocks of data that say the same to machines.

    `texts` are the pieces of text between tags, less what is hidden; `times` and `values` those of
    `<time datetime>` and `<data value>`. `apply_links` are marked with `data-apply`, `main_links` all in
    `main`.
    """

    heading: str = ""
    texts: list[str] = field(default_factory=list)
    times: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    apply_links: list[str] = field(default_factory=list)
    main_links: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)


def read_html(data: bytes) -> HtmlFacts:
    """The facts of a page."""
    return read_page(data)[0]


def read_page(data: bytes) -> tuple[HtmlFacts, Shown]:
    """The facts of a page, and what it shows."""
    reader = _Reader()
    reader.feed(data.decode("utf-8", "replace"))  # a site's own files may be anything
    reader.close()
    return reader.facts, reader.shown


def texts_of(html: str) -> list[str]:
    """The pieces of text of some HTML, less what is hidden."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.shown.texts


class _Reader(HTMLParser):
    """Gathers facts tag by tag."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = HtmlFacts()
        self.shown = Shown()
        self._in_title = False
        self._in_data = False
        self._inside: set[str] = set()
        self._hiding, self._depth = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag tells."""
        given = {name: value or "" for name, value in attrs}
        facts = self.facts
        self._by_place(tag, given)
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
        elif tag in _UNSEEN or ("hidden" in given and tag not in _VOID):
            self._hiding, self._depth = tag, 1
        else:
            self._by_look(tag, given)
        self._in_data = tag == "script" and given.get("type") == JSON_LD
        if self._in_data:
            self.shown.data.append("")

    def _by_look(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "main" | "h1":
                self._inside.add(tag)
            case "time" if "datetime" in given:
                self.shown.times.add(given["datetime"])
            case "data" if "value" in given:
                self.shown.values.add(given["value"])
            case "a" if address := given.get("href"):
                if "data-apply" in given:
                    self.shown.apply_links.append(address)
                if "main" in self._inside:
                    self.shown.main_links.append(address)

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
            case "script" if "src" not in given and given.get("type") != JSON_LD:
                facts.inline.append("<script>")
            case "link" if given.get("rel") == "canonical":
                facts.canonical = given.get("href", "")
            case "meta" if given.get("http-equiv", "").lower() == "refresh":
                facts.leads_to = given.get("content", "").partition("url=")[2]
                facts.links.append(facts.leads_to)
            case "meta":
                self._by_meta(given.get("name") or given.get("property", ""), given.get("content", ""))

    def _by_meta(self, name: str, content: str) -> None:
        match name:
            case "description":
                self.facts.description = content
            case "og:image":
                self.facts.links.append(content)
            case "robots":
                self.facts.is_indexed = "noindex" not in content

    def handle_data(self, data: str) -> None:
        """Takes the text of the title, of a block of data, and what is shown."""
        if self._in_title:
            self.facts.title += data
        if self._in_data:
            self.shown.data[-1] += data
        if self._hiding:
            return
        self.shown.texts.append(data)
        if "h1" in self._inside:
            self.shown.heading += data

    def handle_endtag(self, tag: str) -> None:
        """Ends the title, a block of data, and what is hidden."""
        if tag == "title":
            self._in_title = False
        if tag == "script":
            self._in_data = False
        if not self._hiding:
            self._inside.discard(tag)
        elif tag == self._hiding:
            self._depth -= 1
            self._hiding = self._hiding if self._depth else ""
