"""Other systems' HTML as the Markdown of a posting."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from generator.content.markdown.foreign_html import plain_html
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.cleaning.blocks import Blocks, tagged
from generator.importers.cleaning.headings import arranged
from generator.importers.cleaning.spaces import line, seen
from generator.importers.cleaning.tables import settled

_LONGEST = 60
_INSTALL = 'install it: pip install "openings[import]"'


class Cleaned(Struct, frozen=True):
    """Markdown, with a line feed at its end unless it is empty; `notes` say what was left out."""

    text: str
    notes: tuple[str, ...] = ()


def to_markdown(page: str) -> Cleaned:
    """The words of some HTML as clean Markdown, which shows just these words and runs nothing."""
    write = _writer()
    blocks = Blocks()
    blocks.feed(settled(plain_html(seen(page))))
    blocks.close()
    found = arranged(blocks.found)
    text = write(tagged(found)).strip("\n") if found else ""
    return Cleaned(f"{text}\n" if text else "", (*_notes(blocks.pictures), *_left_out(blocks.addresses)))


def _notes(pictures: Sequence[str]) -> tuple[str, ...]:
    if not pictures:
        return ()
    named = [f"`{words}`" for words in pictures if words]
    what = "a picture was left out" if len(pictures) == 1 else f"{len(pictures)} pictures were left out"
    return (f"{what}: {', '.join(named)}" if named else what,)


def _left_out(addresses: Sequence[str]) -> tuple[str, ...]:
    """A note on links whose words stay, and whose addresses lead nowhere from a site of ours."""
    shown = [f"`{line(address)[:_LONGEST]}`" for address in dict.fromkeys(addresses)]
    what = "an address was" if len(shown) == 1 else f"{len(shown)} addresses were"
    return (f"{what} left out, the words stay: {', '.join(shown)}",) if shown else ()


@cache
def _writer() -> Callable[[str], str]:
    """What writes Markdown, loaded only where there is HTML to turn into it."""
    try:
        from markdownify import ATX, BACKSLASH, MarkdownConverter
    except ImportError:
        raise OpeningsError("to read HTML, importing needs `markdownify`", _INSTALL) from None

    class Writer(MarkdownConverter):
        """markdownify for words that are Markdown already."""

        def escape(self, text: str, parent_tags: set[str]) -> str:
            return text

        def convert_p(self, el: Any, text: str, parent_tags: set[str]) -> str:
            found: str = super().convert_p(el, text, parent_tags)  # type: ignore[misc]  # its stub has no body
            if el.parent.name != "li":
                return found
            # A list in an item goes right below its words, so that the items stay close.
            following = el.next_sibling.name if el.next_sibling else ""
            found = found.rstrip("\n") + "\n" if following in ("ul", "ol") else found
            return found if el.previous_sibling else found.lstrip("\n")

        def convert_pre(self, el: Any, text: str, parent_tags: set[str]) -> str:
            fence = "```"
            while fence in text:
                fence += "`"
            return f"\n\n{fence}\n{text}\n{fence}\n\n"

    looks: Mapping[str, Any] = {"heading_style": ATX, "newline_style": BACKSLASH, "bullets": "-"}
    return Writer(table_infer_header=True, strip_pre=None, **looks).convert
