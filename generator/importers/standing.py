"""Postings closed when their source has them no more, and opened when they are back."""

from generator.content.writing.field_edit import put_field
from generator.content.writing.front_matter_edit import read_front_matter, remove_field
from generator.content.writing.yaml_text import Value
from generator.importers.merging import TABLE
from generator.model.vocabulary import STATUS

_CLOSED = "closed"
_OPEN = ("open", "on-hold")
_BEHIND = ("closes", "opens", "posted")


def status_of(path: str, data: bytes) -> str:
    """The status as the file says it; empty where it says none."""
    return read_front_matter(path, data, TABLE).value("status")


def is_open(status: str) -> bool:
    """Whether a posting of this status can be closed."""
    return STATUS.find(status or "open") in _OPEN


def is_withdrawn(status: str, theirs: Value) -> bool:
    """Whether a file takes a posting off the list of which the source says nothing of that kind."""
    return not theirs and STATUS.find(status or "open") in ("closed", "filled", "on-hold")


def is_draft(status: str) -> bool:
    """Whether this is the status of a draft."""
    return STATUS.find(status) == "draft"


def close(path: str, data: bytes) -> bytes | None:
    """The file with the posting closed; None where it is closed, filled or a draft already."""
    if not is_open(status_of(path, data)):
        return None
    return put_field(path, data, TABLE, "status", _CLOSED, _BEHIND)


def reopen(path: str, data: bytes, status: str) -> bytes | None:
    """The file of a posting that we closed, with the status that it had; None where it has another since."""
    if status_of(path, data) != _CLOSED:
        return None
    if status:
        return put_field(path, data, TABLE, "status", status, _BEHIND)
    return remove_field(path, data, TABLE, "status")
