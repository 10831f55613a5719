"""A posting's file with one field changed, and the proof that nothing else has."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.build.source.workspace import Workspace
from generator.content.documents import parse_posting
from generator.content.keys import table_for
from generator.content.settings import ParseSettings
from generator.content.writing.front_matter_edit import read_front_matter, set_field
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, has_errors
from generator.model.documents import Posting, Spans
from generator.model.files import POSTING

TABLE = table_for(POSTING.fields)


class Change(Struct, frozen=True):
    """A field of a posting and its new value."""

    field: str
    value: str


class Edit(Struct, frozen=True):
    """A posting's file with a change made: its bytes before and after."""

    path: str
    before: bytes
    after: bytes
    change: Change


def edit_posting(workspace: Workspace, path: str, change: Change, behind: Sequence[str]) -> Edit:
    """The file with the field set; a new line goes behind the first of the fields `behind` that it has."""
    data = workspace.read(path)
    if read_front_matter(path, data, TABLE).value(change.field) == change.value:
        return Edit(path, data, data, change)
    return Edit(path, data, set_field(path, data, TABLE, change.field, change.value, behind), change)


def new_problems(edit: Edit, settings: ParseSettings) -> list[Diagnostic]:
    """What keeps the posting from being read, and new warnings; an OpeningsError where more has changed."""
    before = parse_posting(edit.path, edit.before, settings)
    after = parse_posting(edit.path, edit.after, settings)
    known = {(problem.code, problem.message) for problem in before.diagnostics if not has_errors((problem,))}
    new = [problem for problem in after.diagnostics if (problem.code, problem.message) not in known]
    if before.document and after.document and not has_errors(new):
        changed: dict[str, Any] = {edit.change.field: getattr(after.document, edit.change.field)}
        if _unplaced(replace(before.document, **changed)) != _unplaced(after.document):
            name = PurePosixPath(edit.path).name
            raise OpeningsError(f"`{name}` has a shape that can't be edited", "change it in an editor", 1)
    return new


def line_of(edit: Edit) -> int:
    """The number of the line on which the field stands now."""
    entry = read_front_matter(edit.path, edit.after, TABLE).find(edit.change.field)
    return entry.key.line if entry else 1


def _unplaced(posting: Posting) -> Posting:
    """The posting without its places in the file, which a new line moves."""
    references = tuple(replace(reference, line=0) for reference in posting.body.references)
    body = replace(posting.body, references=references)
    return replace(posting, spans=Spans(posting.spans.path), body=body)
