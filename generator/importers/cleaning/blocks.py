"""HTML of other systems as blocks that Markdown has: the words of each written, the structure still HTML."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from html.parser import HTMLParser

from msgspec import Struct

from generator.importers.cleaning.escaping import cell_escaped, heading_escaped, line_escaped
from generator.importers.cleaning.runs import BREAK, Run, markdown, paragraphs, words
from generator.importers.cleaning.spaces import seen

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTAINERS = frozenset(("ul", "ol", "li", "blockquote"))
_LISTS = ("ul", "ol")
_BOLD, _ITALIC, _CODE = ("b", "strong"), ("i", "em"), ("code", "kbd", "samp")
_INLINE = frozenset((*_BOLD, *_ITALIC, *_CODE, "a"))
_TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_CELLS = ("td", "th")
_ABSOLUTE = re.compile(r"(?:https?://|mailto:|tel:)(?=\S)", re.IGNORECASE)
# What browsers drop from an address, wherever it is.
_LINE_ENDS = re.compile(r"[\t\r\n]")
# Our own pages leave out what nests deeper than forty levels; nobody reads beyond six.
_DEEPEST = 6


class Block(Struct, frozen=True):
    """A piece of the text: words, whose `lines` are Markdown by now, or the tag of what holds some.

    `level` is a heading's. `bare` is the text of a paragraph that is all bold, and so may stand for a
    heading; empty for any other.
    """

    tag: str
    lines: tuple[str, ...] = ()
    level: int = 0
    bare: str = ""


class Blocks(HTMLParser):
    """A walk over balanced HTML that gathers blocks, and the pictures and addresses that it leaves out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self.pictures: list[str] = []
        self.addresses: list[str] = []
        self._open: list[str] = []
        self._looks: list[tuple[str, str]] = []
        self._runs: list[Run] = []
        self._level = 0
        self._code: list[str] | None = None
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens what the tag stands for."""
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._words(" " if self._is_in_cell else BREAK, as_break=not self._is_in_cell)
        elif tag == "img":
            self._leave_out(given)
        elif tag in _INLINE:
            self._looks.append((tag, self._address(given.get("href", ""))))
        elif self._is_in_cell:
            self._words(" ")
        else:
            self._flush()
            self._open_block(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Closes it."""
        if tag in _INLINE:
            self._looks.pop()
        elif tag == "pre" and self._code is not None:
            self._end_code()
        elif tag in _CELLS:
            self._end_cell(tag)
        elif self._is_in_cell:
            self._words(" ")
        elif tag != "br":
            self._flush()
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        """Words."""
        self._words(data)

    def close(self) -> None:
        """Ends the walk."""
        super().close()
        self._flush()

    def _words(self, text: str, *, as_break: bool = False) -> None:
        if self._code is not None:
            self._code.append(text)
            return
        if as_break:
            self._runs.append(Run(BREAK))
            return
        tags = {tag for tag, _ in self._looks}
        href = next((href for tag, href in reversed(self._looks) if tag == "a"), "")
        is_code = not tags.isdisjoint(_CODE)
        is_bold = not is_code and not tags.isdisjoint(_BOLD) and not self._level
        is_italic = not is_code and not tags.isdisjoint(_ITALIC)
        self._runs.append(Run(seen(text).replace("\n", " "), is_bold, is_italic, is_code, href))

    def _address(self, written: str) -> str:
        """Where a link leads, its scheme in small letters; empty, and told of, where it leads nowhere."""
        href = _LINE_ENDS.sub("", seen(written)).strip()
        if found := _ABSOLUTE.match(href):
            return found[0].lower() + href[found.end() :]
        # What leads about the page itself is no loss.
        self.addresses += [href] if href and not href.startswith("#") else []
        return ""

    def _leave_out(self, given: Mapping[str, str]) -> None:
        """A picture: told of, unless it is one dot that tells who reads."""
        if {given.get("width", ""), given.get("height", "")}.isdisjoint(("0", "1", "0px", "1px")):
            self.pictures.append(" ".join(given.get("alt", "").split()))
        self._words(" ")

    def _open_block(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in _HEADINGS:
            self._level = int(tag[1])
        elif tag == "pre":
            self._code = []
        elif tag in _CELLS:
            self._is_in_cell = True
        elif tag in _TABLE:
            self.found.append(Block(tag))
        elif tag in _CONTAINERS:
            self._open.append(tag if self._is_kept(tag) else "")
            if self._open[-1]:
                start = given.get("start", "")
                numbered = tag == "ol" and start.isdecimal() and len(start) < 9
                self.found.append(Block(f'ol start="{int(start)}"' if numbered else tag))

    def _is_kept(self, tag: str) -> bool:
        """Whether a container stands where it can: items in lists, no list right in a list, none too deep."""
        above = next((name for name in reversed(self._open) if name), "")
        if tag == "li":
            return above in _LISTS
        return above not in _LISTS and sum(map(bool, self._open)) < 2 * _DEEPEST

    def _close_block(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._level = 0
        elif tag in _TABLE:
            self.found.append(Block(f"/{tag}"))
        elif tag in _CONTAINERS and self._open and (name := self._open.pop()):
            self.found.append(Block(f"/{name}"))

    def _end_code(self) -> None:
        text = seen("".join(self._code or ())).strip("\n")
        self._code = None
        if text.strip():
            self._put(Block("pre", tuple(text.expandtabs(4).split("\n"))))

    def _end_cell(self, tag: str) -> None:
        runs, self._runs = self._runs, []
        lines = paragraphs(runs)
        text = cell_escaped(markdown(lines[0][0])) if lines else ""
        self.found.append(Block(tag, (text,)))
        self._is_in_cell = False

    def _flush(self) -> None:
        """The words gathered so far as blocks."""
        runs, self._runs = self._runs, []
        if not runs:
            return
        for lines in paragraphs(runs):
            if self._level:
                self._put(heading(" ".join(map(markdown, lines)), self._level))
            else:
                self._put(_paragraph(lines))

    def _put(self, block: Block) -> None:
        """The block, in an item of its own where it stands right in a list."""
        above = next((name for name in reversed(self._open) if name), "")
        wraps = above in _LISTS
        self.found += [Block("li"), block, Block("/li")] if wraps else [block]


def heading(text: str, level: int) -> Block:
    """A heading of words that are Markdown."""
    return Block("h", (heading_escaped(line_escaped(text)),), level=level)


def _paragraph(lines: Sequence[Sequence[Run]]) -> Block:
    is_bold = len(lines) == 1 and all(run.is_bold and not run.href for run in lines[0])
    return Block(
        "p",
        tuple(line_escaped(markdown(line)) for line in lines),
        bare=words(lines[0]) if is_bold else "",
    )


def tagged(blocks: Sequence[Block]) -> str:
    """The blocks as HTML, their words already Markdown."""
    return "".join(_WRITERS.get(block.tag, _structure)(block) for block in blocks)


def _structure(block: Block) -> str:
    return f"<{block.tag}>"


def _words(block: Block) -> str:
    return "<p>" + "<br>".join(html.escape(line, quote=False) for line in block.lines) + "</p>"


def _heading(block: Block) -> str:
    return f"<h{block.level}>{html.escape(block.lines[0], quote=False)}</h{block.level}>"


def _code(block: Block) -> str:
    text = "\n".join(block.lines)
    return f"<pre>{html.escape(text, quote=False)}</pre>"


def _cell(block: Block) -> str:
    return f"<{block.tag}>{html.escape(block.lines[0], quote=False)}</{block.tag}>"


_WRITERS: Mapping[str, Callable[[Block], str]] = {
    "p": _words,
    "h": _heading,
    "pre": _code,
    "td": _cell,
    "th": _cell,
}
