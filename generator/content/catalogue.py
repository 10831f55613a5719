"""A theme's catalogue of interface words."""

from generator.content.source import decode
from generator.content.yaml.loader import WHOLE_FILE, load
from generator.content.yaml.nodes import Entry, MapNode, TextNode
from generator.diagnostics.codes import themes as codes
from generator.diagnostics.diagnostic import Diagnostic, Span

Word = str | dict[str, str]


def parse_catalogue(path: str, data: bytes) -> tuple[dict[str, Word], tuple[Diagnostic, ...]]:
    """The words by their codes: a text each, or a text for each plural form."""
    source = decode(path, data)
    if isinstance(source, Diagnostic):
        return {}, (source,)
    mapping, found = load(path, source.text, extent=WHOLE_FILE)
    words: dict[str, Word] = {}
    broken = []
    for entry in mapping.entries if mapping else ():
        word = _word(entry)
        if word is None:
            broken.append(_not_a_word(path, entry.key))
        else:
            words[entry.key.text] = word
    return words, (*found, *broken)


def _word(entry: Entry) -> Word | None:
    if isinstance(entry.value, TextNode):
        return entry.value.text
    if not isinstance(entry.value, MapNode):
        return None
    forms = {e.key.text: e.value.text for e in entry.value.entries if isinstance(e.value, TextNode)}
    return forms if "other" in forms and len(forms) == len(entry.value.entries) else None


def _not_a_word(path: str, key: TextNode) -> Diagnostic:
    return Diagnostic(
        codes.BROKEN_CATALOGUE,
        f"`{key.text}` is neither a text nor a map of plural forms",
        "write a text, or a map with `other` and the other forms the language has",
        Span(path, key.line, key.column, key.end_column),
    )
