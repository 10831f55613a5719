"""One record read by a field map: what each field of the posting says."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.content.values.names import fitting_identifier
from generator.importers.mapping.combining import combined, joined
from generator.importers.mapping.field_map import BODY, FIELDS, FILE, PARTS, FieldMap
from generator.importers.mapping.pay import read_pay
from generator.importers.mapping.places import read_places
from generator.importers.mapping.records import SourceRecord
from generator.importers.mapping.values import LONGEST, Found, clean, read_values


class Posting(Struct, frozen=True):
    """A posting's values by its fields, in the fields' order, and what is to be told of them."""

    values: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]


def read_posting(record: SourceRecord, field_map: FieldMap, language: str) -> Posting:
    """What a record says of a posting by a map; it may lack anything."""
    values: dict[str, tuple[str, ...]] = {}
    notes: list[str] = []
    for name in (*FIELDS, *_extra(field_map)):
        reading = _field(name, record, field_map, language)
        notes += reading.notes
        if reading.values:
            values[name] = reading.values
    notes += _settle_places(record, field_map, language, values)
    order = [*FIELDS, *values]
    return Posting(
        {name: values[name] for name in sorted(values, key=order.index)}, (*notes, *_missing(values))
    )


def _extra(field_map: FieldMap) -> Iterator[str]:
    """The fields of a site's own that the map fills."""
    known = (BODY, FILE, *FIELDS)
    yield from (r.field for r in field_map.rules if r.field not in known and "." not in r.field)


def _field(name: str, record: SourceRecord, field_map: FieldMap, language: str) -> Found:
    parts = field_map.parts(name) if name in PARTS else {}
    if parts:
        return _from_parts(name, {part: joined(rule, record) for part, rule in parts.items()}, language)
    rule = field_map.rule(name)
    if rule is None or name == "location":
        return Found()
    texts = combined(rule, record)
    if name not in FIELDS:
        return Found(tuple(text[:LONGEST] for text in map(clean, texts) if text)[:1])
    if name == "id":
        return Found(tuple(fitting_identifier(clean(text)) for text in texts[:1]))
    return read_values(FIELDS[name], texts, language, rule.format)


def _from_parts(name: str, parts: Mapping[str, str], language: str) -> Found:
    if name == "salary":
        return read_pay(parts, language)
    whole = f"{clean(parts.get('name', ''))} <{clean(parts.get('email', ''))}>".strip()
    return read_values(FIELDS[name], (whole,), language) if parts.get("email") else Found()


def _settle_places(
    record: SourceRecord, field_map: FieldMap, language: str, values: dict[str, tuple[str, ...]]
) -> Sequence[str]:
    """Adds places, and the remote work that stands among them; what is to be told of that."""
    rule = field_map.rule("location")
    found = read_places(combined(rule, record) if rule else (), language)
    if found.places:
        values["location"] = found.places
    remote = values.get("remote")
    if not found.is_remote:
        return found.notes
    if found.places:
        mixed = "`location` names remote work too: say `remote: hybrid` if that is meant"
        return found.notes if remote else (*found.notes, mixed)
    values.setdefault("remote", ("yes",))
    if found.areas and values["remote"] == ("yes",):
        values.setdefault("remote_from", found.areas)
    return found.notes


def _missing(values: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What every posting needs and this one hasn't."""
    yield from (f"`{name}` is missing" for name in ("category", "posted") if name not in values)
    is_remote = values.get("remote") == ("yes",)
    if is_remote and "remote_from" not in values:
        yield "`remote_from` is missing: say from which countries, or `anywhere`"
    if not is_remote and "location" not in values:
        yield "`location` is missing"
