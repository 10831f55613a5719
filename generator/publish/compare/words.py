"""The words of a text as people read them, and which of them are others than before."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from html.parser import HTMLParser

from msgspec import Struct

from generator.model.documents import Reference
from generator.publish.compare.alignment import regions

# Between the words of one paragraph, list entry or table cell and those of the next.
BREAK = "\n"
# So many equal words between two differences are no more than chance.
_CHANCE = 2
# Of longer stretches of equal words, so many are shown at each end.
_AROUND = 8
ELLIPSIS = "…"
# A word with what joins its parts, one letter of a script that is written without spaces, or a sign.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:[’'.,\-]\w+)*|[^\w\s]")
_WITHIN = frozenset((
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q"),
    *("s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr", "input"),
))  # fmt: skip
_REFERENCE = "data-reference"


class Part(StrEnum):
    """Whether words are on both sides, were there only before, or are new."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Run(Struct, frozen=True):
    """Words in a row that are all of one kind; a line break parts paragraphs, `…` is what was left out."""

    part: Part
    text: str


# A changed piece of a text with the words around it.
Passage = tuple[Run, ...]


class Words(Struct, frozen=True):
    """A text without its markup: paragraphs and the like, and where its links and pictures lead."""

    paragraphs: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many words there are."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


class _Word(Struct, frozen=True):
    text: str
    before: str  # what parts it from the word before


class _Reader(HTMLParser):
    def __init__(self, references: Sequence[Reference]) -> None:
        super().__init__(convert_charrefs=True)
        self._references = references
        self._parts: list[str] = []
        self.paragraphs: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _WITHIN:
            self.end()
        told = dict(attrs)
        if tag == "input":
            self._parts.append(" ☑ " if "checked" in told else " ☐ ")
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            elif name == _REFERENCE:
                found = self._references[int(value or 0)]
                self.links.append(found.path + (f"#{found.fragment}" if found.fragment else ""))
            elif name == "alt" and value:
                self._parts.append(f" {value} ")
            elif name == "title" and value:
                self._parts.append(f" ({value}) ")
            elif name == "start" and value:
                self._parts.append(f"{value}. ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHIN:
            self.end()

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def end(self) -> None:
        """The end of a paragraph."""
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if text:
            self.paragraphs.append(text)


def words_of(pieces: Sequence[str], references: Sequence[Reference]) -> Words:
    """The words of a body's HTML, which is in pieces with a reference between each two."""
    reader = _Reader(references)
    for number, piece in enumerate(pieces):
        reader.feed(f'{_REFERENCE}="{number - 1}"{piece}' if number else piece)
    reader.close()
    reader.end()
    return Words(tuple(reader.paragraphs), tuple(reader.links))


def parted(text: str) -> tuple[str, str]:
    """What stands before a run's words, a space or a break, if anything; and its words."""
    words = text.strip()
    before = text[: len(text) - len(text.lstrip())]
    return (BREAK if BREAK in before else " " if before else ""), words


def passages(before: Words, after: Words) -> tuple[Passage, ...]:
    """What was reworded, in the order of the text; nothing where the words are the same."""
    return tuple(_passages(before.paragraphs, after.paragraphs))


def _passages(before: Sequence[str], after: Sequence[str]) -> Iterator[Passage]:
    for one, other in regions(before, after):
        old, new = list(_words(before[one])), list(_words(after[other]))
        runs = tuple(_runs(old, new))
        if any(run.part is not Part.SAME for run in runs):
            yield _shortened(runs)


def _words(paragraphs: Sequence[str]) -> Iterator[_Word]:
    for number, paragraph in enumerate(paragraphs):
        end = 0
        for found in _WORD.finditer(paragraph):
            gap = paragraph[end : found.start()]
            yield _Word(found[0], gap if end else (BREAK if number else ""))
            end = found.end()


def _runs(before: Sequence[_Word], after: Sequence[_Word]) -> Iterator[Run]:
    """The words of both sides in order."""
    i = j = 0
    texts = [word.text for word in before], [word.text for word in after]
    for one, other in _without_chance(list(regions(*texts))):
        if same := _same(before[i : one.start], after[j : other.start]):
            yield Run(Part.SAME, same)
        if gone := before[one]:
            yield Run(Part.GONE, _joined(gone))
        if new := after[other]:
            yield Run(Part.NEW, _joined(new))
        i, j = one.stop, other.stop
    if rest := _same(before[i:], after[j:]):
        yield Run(Part.SAME, rest)


def _same(before: Sequence[_Word], after: Sequence[_Word]) -> str:
    """Words that are on both sides, parted as they are now; a text's first word as it was."""
    return "".join(f"{new.before or old.before}{new.text}" for old, new in zip(before, after, strict=True))


def _without_chance(found: list[tuple[slice, slice]]) -> Iterator[tuple[slice, slice]]:
    """The regions, joined where hardly a word is between them."""
    last: tuple[slice, slice] | None = None
    for one, other in found:
        if last and one.start - last[0].stop <= _CHANCE:
            last = slice(last[0].start, one.stop), slice(last[1].start, other.stop)
            continue
        if last:
            yield last
        last = one, other
    if last:
        yield last


def _joined(words: Sequence[_Word]) -> str:
    return "".join(f"{word.before}{word.text}" for word in words)


def _shortened(runs: Sequence[Run]) -> Passage:
    """The runs with no more than a few of the same words in a row."""
    last = len(runs) - 1
    return tuple(
        Run(run.part, _cut(run.text, number > 0, number < last)) if run.part is Part.SAME else run
        for number, run in enumerate(runs)
    )


def _cut(text: str, keeps_start: bool, keeps_end: bool) -> str:
    """The text's first words, last words, or both, with what was left out as an ellipsis."""
    words = re.findall(r"\s*\S+", text)
    kept = _AROUND * (keeps_start + keeps_end)
    if len(words) <= kept + 1:
        return text
    start = words[:_AROUND] if keeps_start else []
    end = words[-_AROUND:] if keeps_end else []
    return "".join((*start, f" {ELLIPSIS}" if start else ELLIPSIS, *end))
