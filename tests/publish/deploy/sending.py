"""A deploy as small as can be, to try a target on its own: in the order of `plan_transfer`."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from generator.model.site_config import Deployment
from generator.publish.deploy.folder import Folder
from generator.publish.deploy.record import RECORD, read_record
from generator.publish.deploy.rsync import Rsync
from generator.publish.deploy.target import Target
from generator.publish.deploy.transfer import plan_transfer

SITE = "https://careers.example.com"


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder with exactly these files."""
    for path in [*folder.rglob("*")]:
        if path.is_file():
            path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    """The files of a folder without a record."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_text("utf-8") for name, path in files.items() if name != RECORD}


def digests(folder: Path) -> dict[str, str]:
    """What a build says of its files."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def deploy(
    target: Target, output: Path, stop: Callable[[str], None] = lambda line: None, adopts: bool = False
) -> list[str]:
    """What was done, line by line; `stop` hears of each line, and may raise to break the deploy off."""
    lines: list[str] = []

    def tell(line: str) -> None:
        lines.append(line)
        stop(line)

    try:
        found = target.look()
        transfer = plan_transfer(digests(output), found.record, SITE)
        target.prepare(transfer.sends, adopts or not found.record)
        target.claim(transfer.claimed)
        tell("claim")
        target.send(transfer.stages, lambda path: tell(f"send {path}"))
        target.remove(transfer.deletions, lambda path: tell(f"delete {path}"))
        target.finish(transfer.record)
        return lines
    finally:
        target.close()


def recorded(folder: Path) -> dict[str, str]:
    """The files of the record in a folder."""
    record = read_record((folder / RECORD).read_bytes())
    assert record
    return dict(record.files)


def to_folder(root: Path, site: Path, output: Path) -> Folder:
    """A folder as a target."""
    return Folder(Deployment(folder=str(root)), site, output, {})


def to_rsync(address: str, site: Path, output: Path, environment: Mapping[str, str]) -> Rsync:
    """A folder that rsync knows as a target, with no pauses before further tries."""
    return Rsync(Deployment(rsync=address), site, output, environment, pauses=(0, 0))
