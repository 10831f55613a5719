"""What each posting of a source is known by, from one import to the next."""

from collections.abc import Mapping, Sequence

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.model.slugs import slugify

_Read = tuple[SourceRecord, Mapping[str, tuple[str, ...]]]
_MOST = 5


def identified(read: Sequence[_Read], source: SourceRecords) -> tuple[str, ...]:
    """The id of each posting: its own, else its file's, else its title and places, whatever the order.

    An OpeningsError where two have the same: neither could be followed from one import to the next.
    """
    keys = tuple(key_of(record, values) for record, values in read)
    wheres: dict[str, list[str]] = {}
    for key, (record, _) in zip(keys, read, strict=True):
        wheres.setdefault(key, []).append(record.where)
    twice = [" and ".join(where) for where in wheres.values() if len(where) > 1]
    if twice:
        more = f", and {len(twice) - _MOST} more" if len(twice) > _MOST else ""
        message = f"these can't be told apart: {'; '.join(twice[:_MOST])}{more}"
        raise OpeningsError(message, f"give each of the {source.units} an id of its own, and map it as `id`")
    return keys


def key_of(record: SourceRecord, values: Mapping[str, tuple[str, ...]]) -> str:
    """The id of a posting, in words that people find again; empty where it has none and no title."""
    if own := values.get("id"):
        return own[0]
    if record.id:
        return record.id
    if "title" not in values:
        return ""
    return slugify(" ".join((*values["title"], *sorted(values.get("location", ())))))
