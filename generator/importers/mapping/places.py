"""Places as other systems write them: run on in a line, and with remote work among them."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.content.values.places import ANYWHERE, parse_area, parse_place
from generator.content.values.problem import Problem
from generator.importers.mapping.values import LONGEST, clean

_LINES = re.compile(r"\s*[;\n]\s*|\s+\|\s+")
_OR = re.compile(r"\s+(?:or|oder|ou|eller)\s+|\s+/\s+", re.IGNORECASE)
_REMOTE = re.compile(
    r"(?:fully |100 ?% )?(?:remote|home ?office|work from home)(?: only)?\b[\s,:(–—-]*(?P<area>.*?)\)?",
    re.IGNORECASE,
)


class Places(Struct, frozen=True):
    """Places as front matter writes them; whether remote work is named too, and from which countries."""

    places: tuple[str, ...] = ()
    is_remote: bool = False
    areas: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_places(texts: Iterable[str], language: str) -> Places:
    """What texts such as `London or Remote` and `Berlin, Germany; Oslo, Norway` say."""
    parts = [part for text in texts for line in _LINES.split(text) if (part := clean(line))]
    read = [_read(part, language) for part in parts]
    return Places(
        tuple(dict.fromkeys(place for one in read for place in one.places)),
        any(one.is_remote for one in read),
        tuple(dict.fromkeys(area for one in read for area in one.areas)),
        tuple(dict.fromkeys(note for one in read for note in one.notes)),
    )


def _read(text: str, language: str) -> Places:
    if len(text) > LONGEST:
        return Places(notes=(f"`location`: a text of {len(text)} characters is left out",))
    remote = _REMOTE.fullmatch(text)
    if remote and (not remote["area"] or (areas := tuple(_areas(remote["area"], language)))):
        return Places(is_remote=True, areas=areas if remote["area"] else ())
    found = parse_place(text, language)
    if not isinstance(found, Problem):
        return Places((found,))
    several = [part for part in _OR.split(text) if part]
    if len(several) > 1 and (not found.instead or found.instead.startswith("[")):
        return read_places(several, language)
    if found.instead:
        return Places((found.instead,))
    is_anywhere = parse_area(text, language) == ANYWHERE
    if is_anywhere:
        return Places(is_remote=True, areas=(ANYWHERE,))
    return Places(notes=(f"`location`: {found.message}, and is left out",))


def _areas(text: str, language: str) -> Iterator[str]:
    """The countries that a text lists as they are written; none where one of them is no country."""
    names = [name for name in re.split(r"\s*[,;/]\s*|\s+(?:and|or|und|oder)\s+", text) if name]
    if not any(isinstance(parse_area(name, language), Problem) for name in names):
        yield from names
