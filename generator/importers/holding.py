"""What stays in a posting's file though its source says something else: no site could be built without."""

from collections.abc import Mapping

from generator.content.writing.front_matter_edit import read_front_matter
from generator.content.writing.yaml_text import Value
from generator.importers.merging import TABLE
from generator.importers.values.fitting import missing

_PLACES = ("location", "remote", "remote_from")


def held_back(path: str, data: bytes, fields: Mapping[str, Value]) -> frozenset[str]:
    """The fields of a file that stay as they are, since it needs them and its source doesn't say them.

    Without a place, or countries to work from, all that is said of places stays.
    """
    lacking = missing(fields)
    own = read_front_matter(path, data, TABLE)
    is_nowhere = any(name in _PLACES and own.find(name) is None for name in lacking)
    return frozenset((*lacking, *(_PLACES if is_nowhere else ())))
