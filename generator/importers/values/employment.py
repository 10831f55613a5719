"""Kinds of contract in other systems' words."""

import re

from generator.importers.values.words import name
from generator.model.vocabulary import EMPLOYMENT_OR_CONTRACT

_PARTS = re.compile(r"\s*[,;/|•()]\s*|\s+[-–—]\s+")
_NOISE = re.compile(r"\b(?:regular|employee|employment|position|role|job|salary|salaried)\b", re.IGNORECASE)


def employment(text: str | None) -> tuple[tuple[str, ...], str]:
    """The words of our vocabulary that the text says, and a note where it says none."""
    whole = name(text)
    if not whole:
        return (), ""
    found = EMPLOYMENT_OR_CONTRACT.find(whole)
    parts = (_NOISE.sub("", part).strip() for part in _PARTS.split(whole))
    words = [found] if found else [word for part in parts if (word := EMPLOYMENT_OR_CONTRACT.find(part))]
    note = "" if words else f"`{whole}` is no kind of employment that we know"
    return tuple(dict.fromkeys(words)), note
