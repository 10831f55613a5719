"""Postings closed when their source has them no more, and opened when they are back."""

from generator.content.writing.field_edit import put_field
from generator.content.writing.front_matter_edit import read_front_matter, remove_field
from generator.importers.merging import TABLE
from generator.model.vocabulary import STATUS

_CLOSED = "closed"
_BEHIND = ("closes", "opens", "posted")


def close(path: str, data: bytes) -> bytes | None:
    """The file with the posting closed; None where it is closed, filled or a draft already."""
    status = read_front_matter(path, data, TABLE).value("status")
    if STATUS.find(status or "open") not in ("open", "on-hold"):
        return None
    return put_field(path, data, TABLE, "status", _CLOSED, _BEHIND)


def reopen(path: str, data: bytes, status: str) -> bytes | None:
    """The file of a posting that we closed, with the status that the source has for it, if any.

    None where its status has been changed since.
    """
    if read_front_matter(path, data, TABLE).value("status") != _CLOSED:
        return None
    if status:
        return put_field(path, data, TABLE, "status", status, _BEHIND)
    return remove_field(path, data, TABLE, "status")
