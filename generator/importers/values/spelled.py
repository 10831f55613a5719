"""Words of our vocabularies in other systems' texts."""

import re

from generator.importers.values.words import name
from generator.model.vocabulary import REMOTE, Vocabulary

_PARTS = re.compile(r"\s*[,;/|•()]\s*|\s+[-–—]\s+|\s+(?:and|und|et|och|or|oder|ou|eller)\s+")
_NOISE = re.compile(r"\b(?:regular|employee|employment|position|role|job|salary|salaried)\b", re.IGNORECASE)


def spelled(vocabulary: Vocabulary, text: str | None) -> tuple[tuple[str, ...], str]:
    """The words that a text says, as a whole or beside each other, and a note on what else it says.

    `Freelance - Remote` is a kind of employment beside a word that has a field of its own.
    """
    whole = name(text)
    if not whole:
        return (), ""
    if found := vocabulary.find(whole):
        return (found,), ""
    parts = [part for each in _PARTS.split(whole) if (part := _NOISE.sub("", each).strip())]
    words = tuple(dict.fromkeys(word for part in parts if (word := vocabulary.find(part))))
    if words and all(vocabulary.find(part) or REMOTE.find(part) for part in parts):
        return words, ""
    beside = f", beside {' and '.join(f'`{word}`' for word in words)}" if words else ", and is left out"
    return words, f"`{whole}` isn't a word that is known here{beside}"
