"""What a source has, in our words: the same shape whatever system it comes from."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

# A field's value as front matter writes it: a text, or several.
Value = str | Sequence[str]


class Imported(Struct, frozen=True):
    """A posting as its source has it: fields by our names, values as our front matter writes them.

    `id` is the source's own and lasts. `body` is clean Markdown. `notes` say in sentences what was left out
    or could be read in two ways. `stem` is what the file should be called, so that the address stays; empty
    where the source has no name for that.
    """

    id: str
    fields: Mapping[str, Value]
    body: str
    notes: tuple[str, ...] = ()
    stem: str = ""


class Delivery(Struct, frozen=True):
    """All postings of a source at one moment, in its order; `problems` are sentences about those left out.

    `unread` are ids of such: they are still there, so nothing may be closed for their absence. `hidden` is
    the number of postings whose ids can't be told: with any, nothing may be closed at all. `notes` are
    sentences about the source as a whole.
    """

    postings: tuple[Imported, ...]
    problems: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    hidden: int = 0
    notes: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that the source has, read or not."""
        return (*(one.id for one in self.postings), *self.unread)
