"""Entries cut to what there is room for, each of which says how much of it is missing."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics.counting import count
from generator.publish.compare.report import Entry, Line, Reworded, ours
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import ELLIPSIS


class Limits(Struct, frozen=True):
    """How much is shown: lines of one entry, characters of one value or of one run of words."""

    lines: int
    characters: int


def shortened(entry: Entry, limits: Limits) -> Entry:
    """The entry within the limits; what is missing of a text is counted at its end, lines come first."""
    lines, most = limits.lines, limits.characters
    remarks = entry.remarks[:lines]
    fields = entry.fields[: lines - len(remarks)]
    reworded = entry.reworded[: lines - len(remarks) - len(fields)]
    rest = Entry((), entry.remarks[lines:], entry.fields[len(fields) :], entry.reworded[len(reworded) :])
    return Entry(
        head=shortened_line(entry.head, most),
        remarks=(*_missing(rest), *(shortened_line(line, most) for line in remarks)),
        fields=tuple(_field(field, most) for field in fields),
        reworded=tuple(_reworded(words, most) for words in reworded),
    )


def shortened_line(line: Line, most: int) -> Line:
    """The line, none of its pieces longer than so many characters."""
    return tuple(replace(piece, text=cut(piece.text, most)) for piece in line)


def words_in(entry: Entry) -> int:
    """How many words there are to read in an entry."""
    return sum(len(text.split()) for text in _texts(entry))


def cut(text: str, most: int) -> str:
    """The text; of a longer one so many characters up to a word's end, and how much more there is."""
    if len(text) <= most:
        return text
    shown = text[:most].rpartition(" ")[0].rstrip() or text[:most]
    more = len(text.split()) - len(shown.split())
    what = count(more, "more word") if more else count(len(text) - len(shown), "more character")
    return f"{shown}{ELLIPSIS} ({what})"


def _missing(rest: Entry) -> tuple[Line, ...]:
    """A line on the lines that are left out, if any are."""
    number = len(rest.remarks) + len(rest.fields) + len(rest.reworded)
    if not number:
        return ()
    return (ours(f"{count(number, 'line')} with {count(words_in(rest), 'word')} left out here"),)


def _texts(entry: Entry) -> Iterator[str]:
    yield from (piece.text for line in (entry.head, *entry.remarks) for piece in line)
    yield from (text for field in entry.fields for text in (field.before, field.after))
    yield from (run.text for words in entry.reworded for run in words.passage)


def _field(field: FieldChange, most: int) -> FieldChange:
    return FieldChange(cut(field.field, most), cut(field.before, most), cut(field.after, most))


def _reworded(words: Reworded, most: int) -> Reworded:
    return Reworded(words.name, tuple(replace(run, text=cut(run.text, most)) for run in words.passage))
