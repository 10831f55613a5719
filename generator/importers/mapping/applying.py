"""A source's records and a field map become postings."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.content.controls import without_controls
from generator.importers.imported import Delivery, Imported, Value
from generator.importers.mapping.bodies import as_markdown, format_of, remarks
from generator.importers.mapping.combining import joined, texts_of
from generator.importers.mapping.field_map import BODY, FIELDS, FILE, FieldMap, Rule
from generator.importers.mapping.keys import check_distinct
from generator.importers.mapping.posting import Posting, read_posting
from generator.importers.mapping.reading import check_sources
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.importers.reading import Reading
from generator.model.addresses import job_url
from generator.model.kinds import ListOf
from generator.model.slugs import slugify

_KEPT = "nothing is closed this time: what was left out may be any posting that is missing"
_ALIASES = "aliases"
_ENDING = re.compile(r"\.(?:html?|md|markdown|mdx)$", re.IGNORECASE)


class _Read(Struct, frozen=True):
    """A record and what it says of a posting."""

    record: SourceRecord
    posting: Posting

    @property
    def is_titled(self) -> bool:
        """Whether it makes a posting: without a title nothing says what to call it."""
        return "title" in self.posting.values


def deliver(source: SourceRecords, field_map: FieldMap, reading: Reading) -> Delivery:
    """The postings of a source; what has no title is none, and is told.

    An OpeningsError where two of them can't be told apart, or the map names fields that aren't there.
    """
    told = check_sources(field_map, source) if field_map.path else ()
    read = [_Read(record, read_posting(record, field_map, reading)) for record in source.records]
    titled = [one for one in read if one.is_titled]
    check_distinct(((one.posting.key, one.record) for one in titled), source)
    untitled = [one for one in read if not one.is_titled]
    keys = [*_keys_of_unread(source, field_map, reading), *(one.posting.key for one in untitled)]
    problems = (*source.problems, *(f"{one.record.where} has no title, and is left out" for one in untitled))
    return Delivery(
        tuple(_imported(one.record, one.posting, field_map) for one in titled),
        problems if all(keys) else (*problems, _KEPT),
        tuple(filter(None, keys)),
        keys.count(""),
        (*source.notes, *told, *_unnamed(source, field_map)),
    )


def _keys_of_unread(source: SourceRecords, field_map: FieldMap, reading: Reading) -> Iterator[str]:
    """What unread records are known by; empty where it is an id of their own that can't be read either."""
    needs_id = field_map.rule("id") is not None
    for posting in (read_posting(record, field_map, reading) for record in source.unread):
        yield "" if needs_id and "id" not in posting.values else posting.key


def _unnamed(source: SourceRecords, field_map: FieldMap) -> Iterator[str]:
    """What is to be told of fields that came to the source after the map was written; a guess knows all."""
    known = {*field_map.named(), *(() if field_map.path else source.names())}
    what = f"isn't in `{field_map.path}`, and is left out: map it, or add it to `ignore`"
    for name in source.names():
        if name not in known and not name.startswith("file."):
            where = next((one.where for one in source.records if name in one.fields), "")
            yield f"`{name}`{where and f' of {where}'} {what}"


def _imported(record: SourceRecord, posting: Posting, field_map: FieldMap) -> Imported:
    body, notes = _body(record, field_map)
    stem = _stem(record, field_map)
    values = _moved(posting.values, job_url(stem or slugify(posting.values["title"][0])))
    fields = {name: _value(name, texts) for name, texts in values.items()}
    told = (*record.notes, *posting.notes, *notes)
    return Imported(posting.key, fields, body, told, stem)


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
