"""The field tables as a page for people: docs/fields.md."""

from collections.abc import Iterator

from generator.model.files import FILE_KINDS, SITE_FILE, FileKind
from generator.model.kinds import Choice, Either, Field, Free, Group, Kind, ListOf, Plain
from generator.model.site_fields import SITE
from generator.model.vocabulary import Vocabulary, fold_word

_INTRODUCTION = """# Fields

What each file may say between its two `---` lines, and what `content/site.yaml` may say. This page is
made from the tables that also read the files (`make docs`).

A field's name may be written in any case, with spaces, hyphens or underscores: `remote_from`,
`Remote from` and `remoteFrom` are one. A list may be given as a single value, or as `[one, two]`, or
with one line and a hyphen for each. A field that is left out, or left empty, has its default.
"""

_OWN_FIELDS = "Fields that begin with `x_` are yours: text, lists or maps that a theme may show."


_WORDS = """Fields that choose from words take each word and its other spellings, in any case, with or without
spaces, hyphens, underscores, dots and slashes."""


def field_reference() -> str:
    """The whole of docs/fields.md."""
    kinds = [field.kind for fields in (*(kind.fields for kind in FILE_KINDS), SITE) for field in fields]
    vocabularies = dict.fromkeys(word for kind in kinds for word in _vocabularies(kind))
    words = "\n\n".join(_vocabulary_section(vocabulary) for vocabulary in vocabularies)
    files = "\n\n".join((*map(_kind_section, FILE_KINDS), _section("The site", SITE_FILE, SITE)))
    return f"{_INTRODUCTION}\n{files}\n\n## Words\n\n{_WORDS}\n\n{words}\n"


def title_of(kind: FileKind) -> str:
    """The heading over the fields of one kind of file, such as `Postings`."""
    return kind.folder.rpartition("/")[2].capitalize()


def _kind_section(kind: FileKind) -> str:
    notes = (_OWN_FIELDS,) if kind.takes_extra else ()
    return _section(title_of(kind), f"{kind.folder}/**/*.md", kind.fields, *notes)


def _section(title: str, path: str, fields: tuple[Field, ...], *notes: str) -> str:
    return "\n\n".join([f"## {title}", f"`{path}`", *notes, *map(_field_section, fields)])


def _field_section(field: Field) -> str:
    return "\n".join([f"### `{field.name}`", "", field.doc, "", *_facts(field), *_inner_fields(field)])


def _facts(field: Field) -> Iterator[str]:
    yield f"- Required: {'yes' if field.required else 'no'}"
    yield f"- Takes: {accepts(field.kind)}"
    default = _default(field)
    if default:
        yield f"- Default: {default}"
    if field.other_names:
        yield f"- Also written: {', '.join(f'`{name}`' for name in field.other_names)}"
    if field.shown:
        yield f"- Shown: {field.shown}"
    yield f"- Example: {_code(f'{field.name}: {field.example}')}"


def _default(field: Field) -> str:
    if field.default in (None, "", ()):
        return ""
    return f"`{field.default}`"


def accepts(kind: Kind) -> str:
    """What a field of this kind takes, as the end of a sentence."""
    match kind:
        case Plain():
            return kind.accepts
        case Choice():
            return f"one of the [{kind.vocabulary.name} words](#{_anchor(kind.vocabulary)})"
        case ListOf():
            return f"{accepts(kind.item)}; or a list of such"
        case Either():
            return f"{kind.plain.accepts}; or {accepts(kind.group)}"
        case Group():
            return "a map of " + ", ".join(f"`{field.name}`" for field in kind.fields)
        case Free():
            return "text, lists and maps"


def _inner_fields(field: Field) -> Iterator[str]:
    """The fields of a map that the field may be, as a table; then those of maps inside it."""
    for title, group in _groups(field.name, field.kind):
        yield ""
        yield f"| In `{title}` | Required | What it is | Takes | Example |"
        yield "|---|---|---|---|---|"
        yield from (_row(inner) for inner in group.fields)


def _row(field: Field) -> str:
    required = "yes" if field.required else "no"
    others = "".join(f", `{name}`" for name in field.other_names)
    cells = (f"`{field.name}`{others}", required, field.doc, accepts(field.kind), _code(field.example))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _groups(name: str, kind: Kind) -> Iterator[tuple[str, Group]]:
    match kind:
        case ListOf():
            yield from _groups(name, kind.item)
        case Either():
            yield from _groups(name, kind.group)
        case Group():
            yield name, kind
            for field in kind.fields:
                yield from _groups(f"{name}.{field.name}", field.kind)


def _vocabularies(kind: Kind) -> Iterator[Vocabulary]:
    match kind:
        case Choice():
            yield kind.vocabulary
        case ListOf():
            yield from _vocabularies(kind.item)
        case Either():
            yield from _vocabularies(kind.group)
        case Group():
            for field in kind.fields:
                yield from _vocabularies(field.kind)


def _vocabulary_section(vocabulary: Vocabulary) -> str:
    rows = [
        f"| `{word}` | {', '.join(_different(word, others)) or '–'} |"
        for word, others in vocabulary.words.items()
    ]
    return "\n".join([f"### {_heading(vocabulary)}", "", "| Word | Other spellings |", "|---|---|", *rows])


def _different(word: str, others: tuple[str, ...]) -> Iterator[str]:
    """The spellings that differ by more than what is ignored."""
    seen = {fold_word(word)}
    for other in others:
        if fold_word(other) not in seen:
            seen.add(fold_word(other))
            yield other


def _heading(vocabulary: Vocabulary) -> str:
    return f"Words: {vocabulary.name}"


def _anchor(vocabulary: Vocabulary) -> str:
    """The id that GitHub gives the vocabulary's heading."""
    return _heading(vocabulary).lower().replace(":", "").replace(" ", "-")


def _code(text: str) -> str:
    return f"`{text}`"
