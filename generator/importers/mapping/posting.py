"""One record read by a field map: what each field of the posting says."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.content.values.names import fitting_identifier
from generator.importers.mapping.combining import combined, joined
from generator.importers.mapping.field_map import BODY, FIELDS, FILE, PARTS, FieldMap
from generator.importers.mapping.keys import key_of
from generator.importers.mapping.records import SourceRecord
from generator.importers.mapping.values import LONGEST, Found, read_values
from generator.importers.reading import Reading
from generator.importers.values.fitting import fitting
from generator.importers.values.pay import salary
from generator.importers.values.pay_parts import pay_range
from generator.importers.values.places import whereabouts
from generator.importers.values.words import name as tidy


class Posting(Struct, frozen=True):
    """A posting's values by its fields, in the fields' order, and what is to be told of them.

    `key` is what it is known by from one import to the next; empty where nothing tells.
    """

    values: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]
    key: str


def read_posting(record: SourceRecord, field_map: FieldMap, reading: Reading) -> Posting:
    """What a record says of a posting by a map; it may lack anything."""
    values: dict[str, tuple[str, ...]] = {}
    notes: list[str] = []
    for name in (*FIELDS, *_extra(field_map)):
        found = _field(name, record, field_map, reading.language)
        notes += found.notes
        if found.values:
            values[name] = found.values
    rule = field_map.rule("location")
    texts = combined(rule, record) if rule else ()
    where, told = _whereabouts(texts, values, reading)
    whole = values | where
    order = [*FIELDS, *whole]
    ordered = {name: whole[name] for name in sorted(whole, key=order.index)}
    return Posting(ordered, (*notes, *told), key_of(record, values, texts))


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
        return Found(tuple(text[:LONGEST] for text in map(tidy, texts) if text)[:1])
    if name == "id":
        return Found(tuple(fitting_identifier(tidy(text)) for text in texts[:1]))
    return read_values(FIELDS[name], texts, language, rule.format)


def _from_parts(name: str, parts: Mapping[str, str], language: str) -> Found:
    if name == "salary":
        return _pay(parts, language)
    whole = f"{tidy(parts.get('name', ''))} <{tidy(parts.get('email', ''))}>".strip()
    return read_values(FIELDS[name], (whole,), language) if parts.get("email") else Found()


def _pay(parts: Mapping[str, str], language: str) -> Found:
    said, wrong = pay_range(parts, language)
    line, notes = salary((said,), language)
    if wrong:
        return Found(notes=(f"pay left out: {wrong}",))
    return Found((line,) if line else (), notes)


def _whereabouts(
    texts: Sequence[str], values: Mapping[str, tuple[str, ...]], reading: Reading
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Places, and the remote work that stands among them; what has a field of its own counts first."""
    long = tuple(
        f"`location`: a text of {len(text)} characters is left out" for text in texts if len(text) > LONGEST
    )
    said = values.get("remote", ("",))[0], "", reading, values.get("remote_from", ())
    where = whereabouts([text for text in texts if len(text) <= LONGEST], *said)
    found = {
        "location": where.location,
        "remote": values.get("remote", (where.remote,) if where.remote else ()),
        "remote_from": values.get("remote_from", where.remote_from),
    }
    fit, unfit = fitting({name: tuple(texts) for name, texts in found.items()}, reading.language)
    return {name: tuple(texts) for name, texts in fit.items()}, (*long, *where.notes, *unfit)
