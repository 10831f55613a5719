"""What a built page says of itself, read back from its bytes."""

from html.parser import HTMLParser

from msgspec import Struct, field

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


def read_html(data: bytes) -> HtmlFacts:
    """The facts of a page."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    return reader.facts


class _Reader(HTMLParser):
    """Gathers facts tag by tag."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = HtmlFacts()
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag tells."""
        given = {name: value or "" for name, value in attrs}
        facts = self.facts
        if "id" in given:
            facts.ids.append(given["id"])
        if address := given.get(_LINKS.get(tag, "")):
            facts.links.append(address)
        if "style" in given or any(name.startswith("on") for name in given):
            facts.inline.append(f"<{tag}>")
        self._by_tag(tag, given)

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
            case "script" if "src" not in given:
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
        """Takes the title's text."""
        if self._in_title:
            self.facts.title += data

    def handle_endtag(self, tag: str) -> None:
        """Ends the title."""
        if tag == "title":
            self._in_title = False
