"""A guessed map as a file for people to correct: each field with what the source has in it."""

from collections.abc import Iterator, Mapping

from generator.content.writing.yaml_text import field_text, scalar
from generator.importers.mapping.field_map import BODY, FieldMap, Rule, Source
from generator.importers.mapping.guess import Guess
from generator.importers.mapping.records import STEM, SourceRecords
from generator.importers.values.words import name as tidy

# What a posting can't do without, with a line to begin with.
_NEEDED: Mapping[str, str] = {
    "title": "title: job_title",
    "category": "category: {always: Engineering}",
    "location": "location: {always: 'Berlin, Germany'}",
    "posted": "posted: date",
    "apply": "apply: {always: jobs@example.com}",
}
# What pay can't do without.
_PARTS: Mapping[str, str] = {
    "salary.currency": "  # currency: {always: EUR}",
    "salary.per": "  # per: {always: year}",
}
_SAMPLES, _LONGEST = 3, 40
_EMPTY = '""'


def map_text(guess: Guess, source: SourceRecords) -> str:
    """The map file of a guess, with comments that say what each line rests on."""
    return "\n".join(_lines(guess, source)) + "\n"


def _lines(guess: Guess, source: SourceRecords) -> Iterator[str]:
    field_map = guess.field_map
    yield f"# A first guess at what the fields of {source.counted} mean: correct it, and import by it."
    yield "# On the left stands a field of a posting, on the right the source's field that it comes from."
    groups: dict[str, list[Rule]] = {}
    for rule in field_map.rules:
        groups.setdefault(rule.field.partition(".")[0], []).append(rule)
    for name, rules in groups.items():
        yield ""
        yield from (f"# {told}" for rule in rules for one in rule.sources for told in _about(one, source))
        yield from _written(name, rules)
    yield from _lacking(field_map, source)
    yield from _ignored(guess, source)


def _about(one: Source, source: SourceRecords) -> Iterator[str]:
    holding = sum(one.name in record.fields for record in source.records)
    texts = list(dict.fromkeys(map(_sample, source.values(one.name))))
    shown = " | ".join(texts[:_SAMPLES]) + (" | …" if len(texts) > _SAMPLES else "")
    yield f"`{_sample(one.name)}`, in {holding} of {len(source.records)}{': ' if shown else ''}{shown}"


def _sample(text: str) -> str:
    line = tidy(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _written(name: str, rules: list[Rule]) -> Iterator[str]:
    if [rule.field for rule in rules] != [name]:
        yield f"{name}:"
        yield from (f"  {part.field.partition('.')[2]}: {scalar(part.sources[0].name)}" for part in rules)
        there = {rule.field for rule in rules}
        yield from (line for part, line in _PARTS.items() if name == "salary" and part not in there)
    elif any(one.values for one in rules[0].sources):
        yield f"{name}:"
        yield from (line for one in rules[0].sources for line in _with_values(one))
    elif rules[0].format:
        yield f"{name}:"
        text = field_text("from", [one.name for one in rules[0].sources]).rstrip("\n")
        yield from (f"  {line}" for line in text.split("\n"))
        yield f"  format: {rules[0].format}"
    else:
        yield field_text(name, [one.name for one in rules[0].sources]).rstrip("\n")


def _with_values(one: Source) -> Iterator[str]:
    yield f"  - from: {scalar(one.name)}"
    yield "    values:"
    for word, meaning in one.values.items():
        yield f"      {scalar(word)}: {scalar(meaning) if meaning else _EMPTY}"


def _lacking(field_map: FieldMap, source: SourceRecords) -> Iterator[str]:
    """What has to be added by hand, and what might be."""
    lacking = [line for name, line in _NEEDED.items() if field_map.rule(name) is None]
    if lacking:
        yield ""
        yield "# Every open posting needs these, and nothing in the source looks like it:"
        yield from (f"# {line}" for line in lacking)
    if not field_map.rule(BODY) and not any(record.body for record in source.records):
        yield ""
        yield "# The words of the posting:"
        yield "# body: description"
    if not field_map.rule("aliases") and source.values(STEM):
        yield ""
        yield "# So that old addresses lead to the new ones, say where the pages were:"
        yield f"# aliases: {{from: {STEM}, like: '/careers/{{}}/'}}"


def _ignored(guess: Guess, source: SourceRecords) -> Iterator[str]:
    if not guess.field_map.ignored:
        return
    yield ""
    yield "# Left out:"
    yield "ignore:"
    for one in guess.field_map.ignored:
        yield from (f"  # {told}; {guess.whys[one.name]}" for told in _about(one, source))
        yield f"  - {scalar(one.name)}"
