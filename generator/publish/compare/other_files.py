"""What happens to files that become no document: settings, recorded addresses, assets and the theme."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.model.files import LOCK_FILE, SITE_FILE, STATIC_FOLDER, kind_of
from generator.model.published import Published
from generator.publish.compare.changes import Change, Event
from generator.publish.compare.side import Side
from generator.publish.compare.values import FieldChange, setting_changes

_STATIC = f"{STATIC_FOLDER}/"


def settings_changes(before: Side, after: Side) -> Iterator[Change]:
    """What happens to site.yaml, and to content/urls.lock."""
    if before.config and after.config and (fields := setting_changes(before.config, after.config)):
        yield Change(Event.CHANGED, "settings", SITE_FILE, SITE_FILE, fields=fields)
    if fields := tuple(_recorded(before, after)):
        yield Change(Event.CHANGED, "addresses", LOCK_FILE, LOCK_FILE, fields=fields)


def _recorded(before: Side, after: Side) -> Iterator[FieldChange]:
    """How many lines of content/urls.lock came, are otherwise, and went."""
    one, other = (_entries(side) for side in (before, after))
    counts = {
        "added": len(other.keys() - one.keys()),
        "changed": sum(entry != one[url] for url, entry in other.items() if url in one),
        "removed": len(one.keys() - other.keys()),
    }
    yield from (FieldChange(name, "", f"{number:,}") for name, number in counts.items() if number)


def _entries(side: Side) -> dict[str, Published]:
    """The recorded addresses, wherever in the file they stand."""
    return {entry.url: replace(entry, line=1) for entry in side.lock.entries} if side.lock else {}


def file_changes(before: Side, after: Side) -> Iterator[Change]:
    """What happens to files that are copied as they are, to the theme's, and to others."""
    for path in sorted(before.digests.keys() | after.digests.keys()):
        one, other = before.digests.get(path), after.digests.get(path)
        if path in (SITE_FILE, LOCK_FILE) or kind_of(path) or one == other:
            continue
        event = Event.ADDED if one is None else Event.REMOVED if other is None else Event.CHANGED
        is_static = path.startswith(_STATIC)
        kind = "asset" if is_static else "theme" if path.startswith("themes/") else "file"
        url = f"/{path.removeprefix(_STATIC)}" if is_static else ""
        yield Change(event, kind, path.removeprefix(_STATIC), path, url=url)
