"""A source's records and a field map become postings."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from generator.content.controls import without_controls
from generator.importers.imported import Delivery, Imported, Value
from generator.importers.mapping.bodies import as_markdown, format_of, remarks
from generator.importers.mapping.combining import joined, texts_of
from generator.importers.mapping.field_map import BODY, FIELDS, FILE, FieldMap, Rule
from generator.importers.mapping.keys import identified, key_of
from generator.importers.mapping.posting import Posting, read_posting
from generator.importers.mapping.reading import check_sources
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.model.addresses import job_url
from generator.model.kinds import ListOf
from generator.model.slugs import slugify

_ALIASES = "aliases"
_ENDING = re.compile(r"\.(?:html?|md|markdown|mdx)$", re.IGNORECASE)


def deliver(source: SourceRecords, field_map: FieldMap, language: str) -> Delivery:
    """The postings of a source; what has no title is none, and is told.

    An OpeningsError where two of them can't be told apart, or the map names fields that aren't there.
    """
    if field_map.path:
        check_sources(field_map, source)
    read = [
        (record, read_posting(record, field_map, language)) for record in _with_unnamed(source, field_map)
    ]
    titled = [(record, posting.values) for record, posting in read if "title" in posting.values]
    untitled = [record for record, posting in read if "title" not in posting.values]
    told = (f"{record.where} has no title, and is left out" for record in untitled)
    keys = identified(titled, source)
    titles = (pair for pair in read if "title" in pair[1].values)
    postings = (_imported(*pair, key, field_map) for pair, key in zip(titles, keys, strict=True))
    return Delivery(
        tuple(postings),
        (*source.problems, *told),
        tuple(_ids_of((*source.unread, *untitled), field_map, language)),
    )


def _ids_of(records: Iterable[SourceRecord], field_map: FieldMap, language: str) -> Iterator[str]:
    """The ids of records that make no posting now, as far as they tell them."""
    for record in records:
        values = read_posting(record, field_map, language).values
        yield from filter(None, (key_of(record, values),))


def _with_unnamed(source: SourceRecords, field_map: FieldMap) -> Iterator[SourceRecord]:
    """The records, each with a note of the fields that it is the first to have and that the map doesn't know.

    They came to the source after the map was written. A guess knows all of them.
    """
    known = set(field_map.named()) if field_map.path else set(source.names())
    for record in source.records:
        new = [name for name in record.fields if name not in known and not name.startswith("file.")]
        known.update(new)
        what = f"isn't in `{field_map.path}`, and is left out: map it, or add it to `ignore`"
        yield replace(record, notes=(*record.notes, *(f"`{name}` {what}" for name in new)))


def _imported(record: SourceRecord, posting: Posting, key: str, field_map: FieldMap) -> Imported:
    body, notes = _body(record, field_map)
    stem = _stem(record, field_map)
    values = _moved(posting.values, job_url(stem or slugify(posting.values["title"][0])))
    fields = {name: _value(name, texts) for name, texts in values.items()}
    return Imported(key, fields, body, (*record.notes, *posting.notes, *notes), stem)


def _stem(record: SourceRecord, field_map: FieldMap) -> str:
    """What the posting's file is to be called: the last part of its former address, or of a path."""
    rule = field_map.rule(FILE)
    text = joined(rule, record) if rule else ""
    last = text.rstrip("/").rpartition("/")[2]
    return slugify(_ENDING.sub("", last)) if last else ""


def _moved(values: Mapping[str, tuple[str, ...]], url: str) -> Mapping[str, tuple[str, ...]]:
    """The values without a former address that is the new one: it would lead to itself."""
    former = tuple(old for old in values.get(_ALIASES, ()) if old.rstrip("/") != url.rstrip("/"))
    kept = {name: texts for name, texts in values.items() if name != _ALIASES}
    return {**kept, _ALIASES: former} if former else kept


def _value(name: str, values: tuple[str, ...]) -> Value:
    several = name in FIELDS and isinstance(FIELDS[name].kind, ListOf) and len(values) > 1
    return values if several else values[0]


def _body(record: SourceRecord, field_map: FieldMap) -> tuple[str, tuple[str, ...]]:
    rule = field_map.rule(BODY) or Rule(BODY)
    own = "\n\n".join(text for source in rule.sources for text in texts_of(source, record))
    text, line = (own, 0) if own else (record.body, record.body_line)
    format = rule.format or (format_of(own) if own else record.format)
    words, notes = as_markdown(without_controls(text), format)
    return words, (*notes, *remarks(text, line, record.where))
