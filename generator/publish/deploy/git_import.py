"""Commits made in git's store alone, by `git fast-import`: checkout, index and branches stay as they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from generator.build.source.git import feed_git, git
from generator.publish.deploy.git_remote import NO_HOOKS
from generator.publish.deploy.target import Told

# Who commits where nobody is known, as on a fresh machine.
_NOBODY = ("Openings", "openings@localhost")
_IMPORT = (*NO_HOOKS, "fast-import", "--quiet", "--done", "--date-format=now", "--force")


class Commit(Struct, frozen=True):
    """A commit to make: the files that come or change, by path, on top of `parent` without those `gone`.

    A file is the name of a blob in git's store, or bytes. `ref` remembers the commit; without a parent it
    is the first one of its branch.
    """

    ref: str
    parent: str
    message: str
    files: Mapping[str, str | bytes]
    gone: Sequence[str]


def store_files(
    site: Path, environment: Mapping[str, str], output: Path, paths: Sequence[str], told: Told
) -> dict[str, str]:
    """The names that git's store gives to files of the output folder, which it holds from now on."""
    with TemporaryDirectory(prefix="openings-") as folder:
        marks = Path(folder, "marks")
        feed_git(site, environment, *_IMPORT, f"--export-marks={marks}", parts=_blobs(output, paths, told))
        lines = (line.split() for line in marks.read_text("ascii").splitlines())
        return {paths[int(mark[1:]) - 1]: name for mark, name in lines}


def _blobs(output: Path, paths: Sequence[str], told: Told) -> Iterator[bytes]:
    for number, path in enumerate(paths, 1):
        yield b"blob\nmark :%d\n" % number
        yield from _data((output / path).read_bytes())
        told(path)
    yield b"done\n"


def make_commit(site: Path, environment: Mapping[str, str], commit: Commit) -> str:
    """The name of the new commit; the parent's own where nothing is different, and empty without any."""
    feed_git(site, environment, *_IMPORT, parts=_commands(commit, committer(site, environment)))
    wanted = [f"{commit.ref}^{{commit}}", f"{commit.ref}^{{tree}}"]
    wanted += [f"{commit.parent}^{{tree}}"] if commit.parent else []
    made, *trees = git(site, environment, "rev-parse", *wanted).decode().split()
    return commit.parent if len(set(trees)) < len(trees) else made


def _commands(commit: Commit, who: str) -> Iterator[bytes]:
    yield f"reset {commit.ref}\n\ncommit {commit.ref}\nauthor {who} now\ncommitter {who} now\n".encode()
    yield from _data(commit.message.encode())
    if commit.parent:
        yield f"from {commit.parent}\n".encode()
    # First what goes: a file may make room for a folder of its name.
    for path in commit.gone:
        yield b"D %s\n" % _quoted(path)
    for path, file in commit.files.items():
        if isinstance(file, str):
            yield b"M 100644 %s %s\n" % (file.encode(), _quoted(path))
        else:
            yield b"M 100644 inline %s\n" % _quoted(path)
            yield from _data(file)
    yield b"\ndone\n"


def committer(site: Path, environment: Mapping[str, str]) -> str:
    """Who commits: the user as git knows them, else one who is plainly no person."""
    found = [
        environment.get(f"GIT_COMMITTER_{name.upper()}")
        or git(site, environment, "config", "--get", f"user.{name}", may_fail=True).decode("utf-8", "replace")
        for name in ("name", "email")
    ]
    name, email = (_fit(text) for text in found)
    name, email = (name, email) if name and email else _NOBODY
    return f"{name} <{email}>"


def _fit(text: str) -> str:
    """The text without what ends a name or an address in a commit."""
    return "".join(ch for ch in text if ch not in "<>" and ch.isprintable()).strip()


def _data(data: bytes) -> Iterable[bytes]:
    return (b"data %d\n" % len(data), data, b"\n")


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode()
