"""What each posting of a source is known by, from one import to the next."""

from collections.abc import Iterable, Mapping, Sequence

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.importers.values.words import name
from generator.model.slugs import slugify

_MOST = 5


def check_distinct(keys: Iterable[tuple[str, SourceRecord]], source: SourceRecords) -> None:
    """An OpeningsError where two postings have the same id: neither could be followed to the next import."""
    wheres: dict[str, list[str]] = {}
    for key, record in keys:
        wheres.setdefault(key, []).append(record.where)
    twice = [" and ".join(where) for where in wheres.values() if len(where) > 1]
    if twice:
        more = f", and {len(twice) - _MOST} more" if len(twice) > _MOST else ""
        message = f"these can't be told apart: {'; '.join(twice[:_MOST])}{more}"
        raise OpeningsError(message, f"give each of the {source.units} an id of its own, and map it as `id`")


def key_of(record: SourceRecord, values: Mapping[str, Sequence[str]], places: Iterable[str]) -> str:
    """The id of a posting: its own, else its file's, else its title and places; empty where it has none.

    Places count as the source writes them, whatever their order: how we read them may change.
    """
    if own := values.get("id"):
        return own[0]
    if record.id:
        return record.id
    if "title" not in values:
        return ""
    return slugify(" ".join((*values["title"], *sorted(map(name, places)))))
