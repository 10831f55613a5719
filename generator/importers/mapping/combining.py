"""The texts that a rule gathers from a record: several sources joined, or the first that says anything."""

from collections.abc import Mapping, Sequence

from generator.importers.mapping.field_map import FIELDS, SLOT, Rule, Source
from generator.importers.mapping.records import SourceRecord
from generator.importers.values.places import several
from generator.model.kinds import Plain

# How several sources make one value: a path of categories, a place from specific to general, words in a row.
_PLACE = "location"
_JOINTS: Mapping[str, str] = {"category": " / ", _PLACE: ", "}


def texts_of(source: Source, record: SourceRecord) -> tuple[str, ...]:
    """What a record says in a source field, by the map's words; empty words are left out."""
    texts = (source.values.get(text.casefold(), text) for text in record.fields.get(source.name, ()))
    return tuple(source.like.replace(SLOT, text) if source.like else text for text in texts if text)


def combined(rule: Rule, record: SourceRecord) -> tuple[str, ...]:
    """All texts for a field, in the order of its sources."""
    found = [texts for source in rule.sources if (texts := texts_of(source, record))]
    if not found:
        return rule.otherwise
    if rule.field == _PLACE and len(found) > 1:
        # `Oslo / Bergen` beside a column with their country: it belongs to each of them.
        found = [tuple(place for text in texts for place in several(text)) for texts in found]
    if rule.field in _JOINTS:
        return _rows(found, _JOINTS[rule.field])
    if _is_words(rule.field):
        return (" ".join(text for texts in found for text in texts),)
    return tuple(text for texts in found for text in texts)


def joined(rule: Rule, record: SourceRecord) -> str:
    """The first text for a part of a field; empty where there is none."""
    return next(iter(combined(rule, record)), "")


def _is_words(name: str) -> bool:
    kind = FIELDS[name].kind if name in FIELDS else None
    return isinstance(kind, Plain) and kind.name == "text"


def _rows(columns: Sequence[tuple[str, ...]], joint: str) -> tuple[str, ...]:
    """The values side by side: one that stands alone in its column belongs to all rows."""
    height = max(map(len, columns))
    fitting = [texts for texts in columns if len(texts) in (1, height)]
    return tuple(joint.join(texts[row % len(texts)] for texts in fitting) for row in range(height))
