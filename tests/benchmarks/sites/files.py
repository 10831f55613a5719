"""A site as a map from paths to texts, written with as few changes as an editor would make."""

from collections.abc import Mapping
from pathlib import Path


def folder_files(folder: Path) -> dict[str, str]:
    """The text of each file below a folder by its path there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def write_changes(before: Mapping[str, str], after: Mapping[str, str], folder: Path) -> int:
    """Writes the files that differ, removes those that are gone, and says how many that were."""
    gone = before.keys() - after.keys()
    for name in gone:
        (folder / name).unlink()
    changed = {name: text for name, text in after.items() if before.get(name) != text}
    for name, text in changed.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return len(gone) + len(changed)
