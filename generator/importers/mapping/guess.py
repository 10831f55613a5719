"""A first guess at what a source's fields mean: by their names, and by whether the values fit."""

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.importers.mapping.field_map import (
    BODY,
    FIELDS,
    FILE,
    PARTS,
    FieldMap,
    Rule,
    Source,
    part_field,
)
from generator.importers.mapping.names import CITY, COUNTRY, NAMES, REGION, named
from generator.importers.mapping.records import DATE, FOLDER, STEM, SourceRecords
from generator.importers.mapping.values import read_values
from generator.importers.values.written_days import order_of, read_day
from generator.model.kinds import Choice, ListOf, Plain
from generator.model.territories import find_country
from generator.model.vocabulary import EMPLOYMENT, REMOTE

# These take the first of several sources that says something, or all of them.
_SEVERAL = frozenset(("posted", "closes", "apply", "aliases", "skills"))
_DATES = frozenset(("posted", "opens", "closes", "updated"))
# By their values alone, fields of any name can be told to be these.
_TELLING = ("apply", "employment", "remote", "level", "salary")
# Switches of other tools for whether a page is to be seen, and how they stand when it isn't.
_SWITCHES: Mapping[str, str] = {"draft": "true", "published": "false"}
_OPPOSITES: Mapping[str, str] = {"true": "false", "false": "true"}
# Of the parts of a field, those that it can't do without.
_NEEDED: Mapping[str, tuple[str, ...]] = {"salary": ("minimum", "maximum"), "contact": ("email",)}
_SAMPLE = 50
_HAS_FIGURE = re.compile(r"\d")


class Guess(Struct, frozen=True):
    """A field map, and why each field that it ignores fits nowhere."""

    field_map: FieldMap
    whys: Mapping[str, str]


class _Guessing(Struct):
    """What is known while the fields of a posting are gone through."""

    source: SourceRecords
    language: str
    rules: dict[str, Rule] = field(default_factory=dict)
    whys: dict[str, str] = field(default_factory=dict)

    def free(self) -> tuple[str, ...]:
        """The fields that nothing is made of yet; what a folder knows of a file is asked for by name."""
        used = {source.name for rule in self.rules.values() for source in rule.sources}
        return tuple(
            name for name in self.source.names() if name not in used and not name.startswith("file.")
        )


def guess(source: SourceRecords, language: str) -> Guess:
    """The map, and why fields were left out; figures are read by the customs of the language."""
    guessing = _Guessing(source, language)
    _take_switches(guessing)
    _take_places(guessing)
    for name in NAMES:
        _take_named(name, guessing)
    _drop_idle_parts(guessing)
    _take_telling(guessing)
    _take_paths(guessing)
    left = guessing.free()
    rules = tuple(guessing.rules[name] for name in _in_order(guessing.rules))
    whys = {name: guessing.whys.get(name, "no field of a posting fits") for name in left}
    return Guess(FieldMap(rules, tuple(map(Source, left))), whys)


def _in_order(names: Mapping[str, Rule]) -> list[str]:
    order = [*FIELDS, BODY, FILE]
    return sorted(names, key=lambda name: (order.index(name.partition(".")[0]), list(names).index(name)))


def _take_switches(guessing: _Guessing) -> None:
    """The status, where a source has switches instead of words."""
    sources = tuple(
        Source(name, {unseen: "draft", _OPPOSITES[unseen]: ""})
        for switch, unseen in _SWITCHES.items()
        for name in named(guessing.source.names(), (switch,))
        if all(text.casefold() in _OPPOSITES for text in guessing.source.values(name))
    )
    if sources:
        guessing.rules["status"] = Rule("status", sources)


def _take_places(guessing: _Guessing) -> None:
    """The place from its parts, where a city or place comes without its country."""
    free = guessing.free()
    whole = [*named(free, NAMES["location"]), *named(free, CITY)]
    first = next((name for name in whole if _fits("location", name, guessing)), "")
    texts = guessing.source.values(first) if first else ()
    has_commas = sum("," in text for text in texts) * 2 > len(texts)
    more = [] if has_commas else [*named(free, REGION)[:1], *named(free, COUNTRY)[:1]]
    names = [name for name in dict.fromkeys((first, *more)) if name] if first else []
    if names:
        guessing.rules["location"] = Rule("location", tuple(map(Source, names)))


def _take_named(name: str, guessing: _Guessing) -> None:
    if name in guessing.rules or (name == BODY and any(r.body.strip() for r in guessing.source.records)):
        return
    candidates = named(guessing.free(), NAMES[name])
    if name == "opens":  # the day of publishing is the day posted too, unless there is one of its own
        candidates = named(guessing.source.names(), NAMES[name])
    fitting = [candidate for candidate in candidates if _fits(name, candidate, guessing)]
    kept = fitting if name in _SEVERAL else fitting[:1]
    if kept:
        order = order_of(tuple(t for c in kept for t in guessing.source.values(c))) if name in _DATES else ""
        guessing.rules[name] = Rule(name, tuple(map(Source, kept)), format=order)


def _drop_idle_parts(guessing: _Guessing) -> None:
    """Parts count where there are enough for a value, and nothing says it as a whole."""
    for name, needed in _NEEDED.items():
        is_enough = all(f"{name}.{part}" in guessing.rules for part in needed)
        if name in guessing.rules or not is_enough:
            for part in PARTS[name]:
                guessing.rules.pop(f"{name}.{part}", None)


def _fits(name: str, candidate: str, guessing: _Guessing) -> bool:
    """Whether at least half of the values can be read as the field's; why not is kept."""
    values = tuple(dict.fromkeys(guessing.source.values(candidate)))[:_SAMPLE]
    if name == BODY:
        return any(len(text.split()) > 3 for text in values)
    if name == "summary" and _is_body(candidate, guessing):
        return False
    if name in ("id", FILE):
        return len(set(guessing.source.values(candidate))) == len(guessing.source.records)
    whole, *parts = name.split(".")
    if parts and whole == "salary" and parts[0] in ("minimum", "maximum"):
        return all(map(_HAS_FIGURE.search, values))
    if name == "location":
        return _are_places(candidate, values, guessing)
    row = part_field(whole, parts[0]) if parts else FIELDS[whole]
    order = order_of(values) if name in _DATES else ""
    read = [text for text in values if read_values(row, (text,), guessing.language, order).values]
    if 2 * len(read) >= len(values):
        return True
    unread = next(text for text in values if text not in read)
    guessing.whys.setdefault(candidate, f"`{unread[:40]}` can't be read as `{name}`")
    return False


def _are_places(candidate: str, values: Sequence[str], guessing: _Guessing) -> bool:
    """Whether texts may name places: nearly any can, but not words for how somebody works."""
    words = [text for text in values if REMOTE.find(text) or EMPLOYMENT.find(text)]
    if 2 * len(words) > len(values):
        guessing.whys.setdefault(candidate, f"`{words[0]}` is no place")
    return 2 * len(words) <= len(values)


def _is_body(candidate: str, guessing: _Guessing) -> bool:
    """Whether a field holds the words of the postings, since nothing else does."""
    has_bodies = any(record.body.strip() for record in guessing.source.records)
    return not has_bodies and candidate in named(guessing.free(), NAMES[BODY])[:1]


def _take_telling(guessing: _Guessing) -> None:
    """Fields of names that say nothing, whose values can only be one thing."""
    for name in _TELLING:
        parts = any(rule.startswith(f"{name}.") for rule in guessing.rules)
        for candidate in () if name in guessing.rules or parts else guessing.free():
            if _can_only_be(name, guessing.source.values(candidate), guessing.language):
                guessing.rules[name] = Rule(name, (Source(candidate),))
                break
    _take_only("posted", _are_days, guessing)
    _take_only("location", _name_countries, guessing)


def _take_only(name: str, are_such: Callable[[Sequence[str]], bool], guessing: _Guessing) -> None:
    """A field by its values, where there is only one of that sort."""
    of_sort = [n for n in guessing.free() if are_such(guessing.source.values(n))]
    if name not in guessing.rules and len(of_sort) == 1:
        guessing.rules[name] = Rule(name, (Source(of_sort[0]),))


def _are_days(texts: Sequence[str]) -> bool:
    order = order_of(tuple(texts))
    return bool(texts) and all(read_day(text, "en", order)[0] for text in texts)


def _name_countries(texts: Sequence[str]) -> bool:
    places = [text.rpartition(",") for text in texts]
    return bool(places) and all(city and find_country(name.strip(), ("en",)) for city, _, name in places)


def _can_only_be(name: str, texts: Sequence[str], language: str) -> bool:
    values = tuple(dict.fromkeys(texts))[:_SAMPLE]
    kind = FIELDS[name].kind
    word = kind.item if isinstance(kind, ListOf) else kind
    if isinstance(word, Choice) and all(text.casefold() in ("true", "false", "yes", "no") for text in values):
        return False
    if isinstance(word, Plain) and all(text.startswith("/") for text in values):
        return False
    return all(read_values(FIELDS[name], (text,), language).values for text in values)


def _take_paths(guessing: _Guessing) -> None:
    """What a file's path says, where its fields don't."""
    for name, known in ((FILE, STEM), ("posted", DATE)):
        rule = guessing.rules.get(name, Rule(name))
        if guessing.source.values(known) and known not in (source.name for source in rule.sources):
            guessing.rules[name] = replace(rule, sources=(*rule.sources, Source(known)))
    if guessing.source.values(FOLDER) and "category" not in guessing.rules:
        guessing.rules["category"] = Rule("category", (Source(FOLDER),))
