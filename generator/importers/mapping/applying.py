"""A source's records and a field map become postings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.content.values.names import fitting_identifier
from generator.importers.imported import Delivery, Imported, Value
from generator.importers.mapping.bodies import as_markdown, format_of, remarks
from generator.importers.mapping.combining import combined, joined, texts_of
from generator.importers.mapping.field_map import BODY, FIELDS, PARTS, FieldMap, Rule
from generator.importers.mapping.keys import identified, key_of
from generator.importers.mapping.pay import read_pay
from generator.importers.mapping.places import read_places
from generator.importers.mapping.reading import check_sources
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.importers.mapping.values import LONGEST, Found, clean, read_values
from generator.model.kinds import ListOf


class _Posting(Struct, frozen=True):
    """One record read: its values by the posting's fields in their order."""

    values: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]


def deliver(source: SourceRecords, field_map: FieldMap, language: str) -> Delivery:
    """The postings of a source; what has no title is none, and is told.

    An OpeningsError where two of them can't be told apart, or the map names fields that aren't there.
    """
    if field_map.path:
        check_sources(field_map, source)
    read = [(record, _read(record, field_map, language)) for record in source.records]
    titled = [(record, posting.values) for record, posting in read if "title" in posting.values]
    untitled = [record for record, posting in read if "title" not in posting.values]
    told = (f"{record.where} has no title, and is left out" for record in untitled)
    keys = identified(titled, source)
    titles = (pair for pair in read if "title" in pair[1].values)
    postings = (_imported(*pair, key, field_map) for pair, key in zip(titles, keys, strict=True))
    return Delivery(
        tuple(postings),
        (*source.problems, *told, *_unnamed(source, field_map)),
        tuple(_ids_of((*source.unread, *untitled), field_map, language)),
    )


def _ids_of(records: Iterable[SourceRecord], field_map: FieldMap, language: str) -> Iterator[str]:
    """The ids of records that make no posting now, as far as they tell them."""
    for record in records:
        values = _read(record, field_map, language).values
        yield from filter(None, (key_of(record, values),))


def _unnamed(source: SourceRecords, field_map: FieldMap) -> Iterator[str]:
    """Fields that came to the source after its map was written."""
    for name in source.names() if field_map.path else ():
        if name not in field_map.named() and not name.startswith("file."):
            yield f"`{name}` isn't in `{field_map.path}`, and is left out: map it, or add it to `ignore`"


def _imported(record: SourceRecord, posting: _Posting, key: str, field_map: FieldMap) -> Imported:
    body, notes = _body(record, field_map)
    order = [*FIELDS, *posting.values]
    names = sorted(posting.values, key=order.index)
    fields = {name: _value(name, posting.values[name]) for name in names}
    return Imported(key, fields, body, (*record.notes, *posting.notes, *notes))


def _value(name: str, values: tuple[str, ...]) -> Value:
    several = name in FIELDS and isinstance(FIELDS[name].kind, ListOf) and len(values) > 1
    return values if several else values[0]


def _read(record: SourceRecord, field_map: FieldMap, language: str) -> _Posting:
    values: dict[str, tuple[str, ...]] = {}
    notes: list[str] = []
    for name in (*FIELDS, *_extra(field_map)):
        reading = _field(name, record, field_map, language)
        notes += reading.notes
        if reading.values:
            values[name] = reading.values
    notes += _settle_places(record, field_map, language, values)
    return _Posting(values, (*notes, *_missing(values)))


def _extra(field_map: FieldMap) -> Iterator[str]:
    """The fields of a site's own that the map fills."""
    known = (BODY, *FIELDS)
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


def _body(record: SourceRecord, field_map: FieldMap) -> tuple[str, tuple[str, ...]]:
    rule = field_map.rule(BODY) or Rule(BODY)
    own = "\n\n".join(text for source in rule.sources for text in texts_of(source, record))
    text, line = (own, 0) if own else (record.body, record.body_line)
    format = rule.format or (format_of(own) if own else record.format)
    words, notes = as_markdown(text, format)
    return words, (*notes, *remarks(text, line, record.where))
