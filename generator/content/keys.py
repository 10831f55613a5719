"""Field tables made ready for reading: every spelling of a key leads to its field."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from generator.model.kinds import Either, Field, Group, Kind, ListOf

# What other tools and job boards call our fields.
_ELSEWHERE: Mapping[str, str] = {
    "applicationurl": "apply", "applyurl": "apply", "applylink": "apply", "link": "apply", "url": "apply",
    "externalurl": "apply", "applicationlink": "apply", "department": "category", "function": "category",
    "city": "location", "place": "location", "office": "location", "offices": "location",
    "type": "employment", "employmenttype": "employment", "jobtype": "employment", "contract": "employment",
    "pay": "salary", "compensation": "salary", "basesalary": "salary", "wage": "salary",
    "date": "posted", "dateposted": "posted", "published": "posted", "publishdate": "posted",
    "deadline": "closes", "expires": "closes", "validthrough": "closes", "closingdate": "closes",
    "lastmod": "updated", "modified": "updated", "draft": "status", "state": "status",
    "description": "summary", "excerpt": "summary", "seniority": "level",
    "redirectfrom": "aliases", "picture": "image", "timezone": "time_zone", "baseurl": "url",
    "jobid": "id", "reqid": "requisition", "vacancies": "positions", "openings": "positions",
}  # fmt: skip


class Row(Struct, frozen=True):
    """A field, and the table of its own fields where it may be a map."""

    field: Field
    inner: "Table | None"


class Table(Struct, frozen=True):
    """The fields of one kind of file or map, by every spelling of their keys."""

    by_key: Mapping[str, Row]
    required: tuple[str, ...]
    defaults: Mapping[str, Any]
    names: tuple[str, ...]

    def find(self, key: str) -> Row | None:
        """The field that a key spells, or None."""
        return self.by_key.get(key) or self.by_key.get(fold_key(key))

    def elsewhere(self, key: str) -> str | None:
        """The field here for a key that another tool would understand."""
        name = _ELSEWHERE.get(fold_key(key))
        return name if name in self.names else None


def fold_key(key: str) -> str:
    """The key without case, spaces, underscores, hyphens and invisible characters."""
    folded = key.casefold().replace(" ", "").replace("_", "").replace("-", "")
    return folded if folded.isascii() else folded.translate(_INVISIBLE)


_INVISIBLE = dict.fromkeys(map(ord, "\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def table_for(fields: tuple[Field, ...]) -> Table:
    """The fields by every spelling of their keys."""
    by_key: dict[str, Row] = {}
    for field in fields:
        group = inner_group(field.kind)
        row = Row(field, table_for(group.fields) if group else None)
        for name in (field.name, *field.other_names):
            by_key[name] = by_key[fold_key(name)] = row
    return Table(
        by_key,
        tuple(field.name for field in fields if field.required),
        {field.name: field.default for field in fields if field.default is not None},
        tuple(field.name for field in fields),
    )


def inner_group(kind: Kind) -> Group | None:
    """The map that a field of this kind may hold, itself or as an item of a list."""
    match kind:
        case Group():
            return kind
        case Either(group=group):
            return group
        case ListOf(item=item):
            return inner_group(item)
        case _:
            return None
