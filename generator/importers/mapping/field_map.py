"""The field map as a value: where each field of a posting comes from."""

from collections.abc import Mapping

from msgspec import Struct, field

from generator.content.keys import inner_group
from generator.model.fields import POSTING
from generator.model.kinds import Field

# What a map may fill besides the fields of a posting: its words, and the name of its file.
BODY, FILE = "body", "stem"
# Fields of a posting that a map may fill from parts; of a contact, front matter has room for these in a line.
PARTS: Mapping[str, tuple[str, ...]] = {
    "salary": ("minimum", "maximum", "currency", "per"),
    "contact": ("name", "email"),
}
FIELDS: Mapping[str, Field] = {row.name: row for row in POSTING}
# The place in a `like` that the value is put in.
SLOT = "{}"


class Source(Struct, frozen=True):
    """A field of the source: `values` says what its words mean here, `like` is a text to put it in.

    `line` is where a map file names it; 0 where none does.
    """

    name: str
    values: Mapping[str, str] = field(default_factory=dict)
    like: str = ""
    line: int = 0


class Rule(Struct, frozen=True):
    """Where a field comes from; `otherwise` is what it is where none of the sources says anything.

    `format` says how a body or a day is written; empty: it is told from each value.
    """

    field: str
    sources: tuple[Source, ...] = ()
    otherwise: tuple[str, ...] = ()
    format: str = ""


class FieldMap(Struct, frozen=True):
    """Rules by the posting's fields, parts as `salary.minimum`; source fields that are left out on purpose.

    `path` is the file it was read from; empty for a guess.
    """

    rules: tuple[Rule, ...]
    ignored: tuple[Source, ...] = ()
    path: str = ""

    def rule(self, name: str) -> Rule | None:
        """The rule for a field, or None."""
        return next((rule for rule in self.rules if rule.field == name), None)

    def parts(self, name: str) -> Mapping[str, Rule]:
        """The rules for the parts of a field, by the part's name."""
        prefix = f"{name}."
        return {r.field.removeprefix(prefix): r for r in self.rules if r.field.startswith(prefix)}

    def named(self) -> frozenset[str]:
        """Every source field that the map says something about."""
        used = (source.name for rule in self.rules for source in rule.sources)
        return frozenset((*used, *(source.name for source in self.ignored)))


def part_field(name: str, part: str) -> Field:
    """The field table's row for a part of a field."""
    group = inner_group(FIELDS[name].kind)
    return next(row for row in (group.fields if group else ()) if row.name == part)
