"""What fields say, as people read it: in English, whatever the site's language is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from generator.model import plain
from generator.model.documents import Document
from generator.model.files import kind_of
from generator.model.kinds import Field
from generator.model.site_config import SiteConfig
from generator.model.values import Contact, Link, PlaceEntry, Redirection, Salary, Term
from generator.pages.formats import Formats

_ENGLISH = "en"
# Longer lists are told as what went and what came.
_LONG = 5
# Values that are told in one piece; of others each part is told by itself.
_Speech = Callable[[Any], str]
_WHOLE = (Salary, Contact, Term, Link, Redirection, PlaceEntry)


class FieldChange(Struct, frozen=True):
    """A field's values before and after, empty where it said nothing; of long lists what went and came."""

    field: str
    before: str
    after: str


def field_changes(before: Document | None, after: Document | None) -> tuple[FieldChange, ...]:
    """The fields of a file that say something else; all that are there where it was or is no file."""
    shown = after or before
    assert shown
    kind = kind_of(shown.spans.path)
    assert kind
    return tuple(_changes(kind.fields, before, after))


def _changes(
    fields: Sequence[Field], before: Document | None, after: Document | None
) -> Iterator[FieldChange]:
    for field in fields:
        one, other = (_said(document, field, before is None or after is None) for document in (before, after))
        if one != other:
            yield _change(field.name, one, other, _speech(field))
    one, other = (getattr(document, "extra", {}) for document in (before, after))
    yield from _own(one, other)


def _said(document: Document | None, field: Field, is_alone: bool) -> Any:
    """What a file says in a field; one that is alone says only what stands in it."""
    if document is None:
        return None
    value = getattr(document, field.name)
    is_filled_in = value == field.default or (field.name == "id" and "id" not in document.spans)
    # A day that can't be read has a value that stands in for it.
    return None if value == date.min or (is_alone and is_filled_in) else value


def _own(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldChange]:
    """The fields of a site's own."""
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield _change(name, before.get(name), after.get(name), spoken)


def setting_changes(before: SiteConfig | None, after: SiteConfig | None) -> tuple[FieldChange, ...]:
    """The settings of site.yaml that say something else, parts of them as `lifecycle.closing_soon`."""
    names = (name for name in SiteConfig.__struct_fields__ if name != "spans")
    sides = [(name, getattr(before, name, None), getattr(after, name, None)) for name in names]
    return tuple(change for name, one, other in sides for change in _parts(name, one, other))


def _parts(name: str, before: Any, after: Any) -> Iterator[FieldChange]:
    if before == after:
        return
    whole = next((value for value in (after, before) if isinstance(value, Struct)), None)
    if whole is None or isinstance(whole, _WHOLE):
        yield _change(name, before, after, spoken)
        return
    for part in whole.__struct_fields__:
        yield from _parts(f"{name}.{part}", getattr(before, part, None), getattr(after, part, None))


def _change(name: str, before: Any, after: Any, speech: _Speech) -> FieldChange:
    """The change of a field that says something else."""
    if isinstance(before, tuple) and isinstance(after, tuple) and max(len(before), len(after)) > _LONG:
        went = tuple(item for item in before if item not in after)
        came = tuple(item for item in after if item not in before)
        before, after = (went, came) if went or came else (before, after)
    return FieldChange(name, speech(before), speech(after))


def _speech(field: Field) -> _Speech:
    """What says a field's values."""
    return _months if field.kind == plain.MONTHS else spoken


def _months(value: int | None) -> str:
    return _length(value) if value else ""


def _length(months: int) -> str:
    """So many months as a length."""
    length = Formats(_ENGLISH).duration(months)
    return f"{length.number.text} {length.unit}{'' if length.number.number == 1 else 's'}"


def spoken(value: Any) -> str:
    """A value in words; empty for nothing."""
    if value is None:
        return ""
    return next((speech(value) for kind, speech in _SPEECHES if isinstance(value, kind)), str(value))


def _place(entry: PlaceEntry) -> str:
    told = _told({"apply": entry.apply, "salary": entry.salary})
    return f"{entry.place} ({told})" if told else entry.place


def _contact(contact: Contact) -> str:
    mail = f"<{contact.email}>" if contact.email else ""
    return ", ".join(filter(None, (f"{contact.name} {mail}".strip(), contact.phone, contact.url)))


def _told(parts: Mapping[str, Any]) -> str:
    """The parts that say something, behind their names."""
    said = {name: spoken(value) for name, value in parts.items()}
    return ", ".join(f"{name}: {text}" for name, text in said.items() if text)


def _salary(salary: Salary) -> str:
    view = Formats(_ENGLISH).salary(salary)
    return f"{view.amount} per {view.per}{f' ({view.note})' if view.note else ''}"


def _term(term: Term) -> str:
    if term.permanent:
        return "permanent"
    return _length(term.months) if term.months else "fixed-term"


# The first kind that a value is of says it.
_SPEECHES: tuple[tuple[type | tuple[type, ...], _Speech], ...] = (
    (bool, lambda value: "yes" if value else "no"),
    (date, lambda day: Formats(_ENGLISH).day(day).text),
    (Decimal, lambda number: f"{number:f}"),
    (Salary, _salary),
    (Term, _term),
    (PlaceEntry, _place),
    (Contact, _contact),
    (Link, lambda link: f"{link.title} → {link.to}"),
    (Redirection, lambda way: f"{way.source} → {way.target}"),
    (Struct, lambda value: _told({name: getattr(value, name) for name in value.__struct_fields__})),
    (Mapping, _told),
    ((tuple, list), lambda items: ", ".join(filter(None, map(spoken, items)))),
)
