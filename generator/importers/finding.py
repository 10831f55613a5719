"""Which file of a site is a job's: the one with its id, wherever it lies and whatever it is called."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from msgspec import Struct

from generator.content.values.names import LONGEST_IDENTIFIER, fitting_identifier
from generator.content.writing.free_names import fitting_stem, free_stem, taken_stems
from generator.content.writing.front_matter_edit import read_front_matter
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.lock import Lock, Record
from generator.importers.merging import TABLE
from generator.model.files import POSTING


class Here(Struct, frozen=True):
    """The site's postings: their paths, the ids that they have or get from their names, and translations.

    `others` are paths that something else has, and `elsewhere` the ids of other sources' postings.
    """

    paths: tuple[str, ...]
    ids: Mapping[str, str]
    translations: Callable[[str], Sequence[str]]
    read: Callable[[str], bytes]
    source: str = ""
    others: tuple[str, ...] = ()
    elsewhere: frozenset[str] = frozenset()


class Files:
    """The files of a source's postings, and the names and ids that are free for new ones."""

    def __init__(self, here: Here, lock: Lock) -> None:
        self._here = here
        self._paths = frozenset(here.paths)
        self._by_id = {identifier: path for path, identifier in here.ids.items()}
        self._claimed = {*here.elsewhere, *(record.id for record in lock.values())}
        # A deleted posting keeps its name: another one there would have its address.
        known = (record.path for record in lock.values())
        self._stems = taken_stems((*here.paths, *here.others, *known), POSTING)

    def path(self, record: Record) -> str:
        """A posting's file: where it was, or where it was moved to; empty where it is nowhere."""
        own = (record.path, self._by_id.get(record.id, ""))
        found = next((path for path in own if self._says(path, record.id)), "")
        return found or (record.path if self._is_broken(record.path) else "")

    def claim(self, text: str) -> tuple[str, str]:
        """The id for a job that is new here, and the file that has it already, if any."""
        wanted = fitting_identifier(text)
        for identifier in self._candidates(wanted):
            path = self._by_id.get(identifier, "")
            if identifier in self._claimed or (path and not self._says(path, identifier)):
                continue
            self._claimed.add(identifier)
            return identifier, path
        raise AssertionError("numbers don't end")

    def new_path(self, wanted: str) -> str:
        """The path of a new file that is called so, or nearly."""
        stem = free_stem(fitting_stem(wanted), self._stems)
        self._stems.add(stem)
        return f"{POSTING.folder}/{stem}.md"

    def _candidates(self, wanted: str) -> Iterator[str]:
        yield wanted
        yield (own := fitting_identifier(f"{self._here.source}-{wanted}"))
        yield from (f"{own[: LONGEST_IDENTIFIER - 6]}-{number}" for number in count(2))

    def _says(self, path: str, identifier: str) -> bool:
        """Whether the file itself has the id, and not only by its name."""
        if not path or self._here.ids.get(path) != identifier:
            return False
        stem = path.rpartition("/")[2].partition(".")[0]
        return identifier != fitting_identifier(stem) or self._id(path) == identifier

    def _id(self, path: str) -> str | None:
        """The id in the file; None where it can't be read."""
        try:
            return read_front_matter(path, self._here.read(path), TABLE).value("id")
        except OpeningsError:
            return None

    def _is_broken(self, path: str) -> bool:
        return path in self._paths and self._id(path) is None
