"""A branch of a git repository as a target: each deploy is one commit on top of what is there.

Tools such as ghp-import replace the whole branch. Then a CNAME or a file of somebody else's is lost, a push
has to be forced where the branch moved, and all files are hashed each time.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.build.output.folder import in_the_way
from generator.build.source.git import GitError
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.publish.deploy.git_import import Commit, make_commit, store_files
from generator.publish.deploy.git_remote import PAUSES, RemoteBranch
from generator.publish.deploy.guard import refuse_taken
from generator.publish.deploy.record import RECORD, Record, read_record, record_text
from generator.publish.deploy.target import Found, Told

# With it GitHub Pages serves all files as they are; else names that begin with `_` are left out.
_NO_JEKYLL = ".nojekyll"
# What hosts put into a branch themselves.
_OF_HOSTS = ("CNAME", _NO_JEKYLL)
# So often a branch may move while we push.
_TRIES = 4


class GitBranch:
    """A branch; nothing of it changes before `finish`, and then all at once."""

    def __init__(
        self,
        place: Deployment,
        site: Path,
        output: Path,
        environment: Mapping[str, str],
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._branch = RemoteBranch(site, environment, place.remote, place.branch, pauses)
        self._output = output
        self._base = ""
        self._former: Record | None = None
        self._files: dict[str, str] = {}
        self._new: tuple[str, ...] = ()
        self._gone: tuple[str, ...] = ()

    def look(self) -> Found:
        """What lies there, after it was fetched."""
        self._branch.refuse_unfit()
        self._go_to(self._branch.head())
        return Found(self._former, self._others())

    def _go_to(self, commit: str) -> None:
        """Lets the next commit stand on this one."""
        self._base = self._branch.fetch(commit) if commit else ""
        self._former = read_record(self._read(RECORD)) if commit else None

    def _read(self, path: str) -> bytes:
        return self._branch.git("cat-file", "blob", f"{self._base}:{path}", may_fail=True)

    def _others(self) -> tuple[str, ...]:
        if self._former or not self._base:
            return ()
        return tuple(name for name in self._names() if name not in _OF_HOSTS)

    def _names(self, *how: str) -> list[str]:
        """The names that lie there, with `-r` those of all files."""
        names = self._branch.git("ls-tree", *how, "--full-tree", "--name-only", "-z", self._base)
        return list(filter(None, names.decode("utf-8", "replace").split("\0")))

    def prepare(self, sends: Sequence[str], adopts: bool) -> None:
        """Sees that no new file takes the place of somebody else's."""
        self._new = () if adopts or not self._former else tuple(sends)
        self._refuse_taken()

    def _refuse_taken(self) -> None:
        ours = self._former.files.keys() if self._former else set[str]()
        new = set(self._new) - ours
        if new:
            foreign = set(self._names("-r")).difference(ours, _OF_HOSTS)
            taken = in_the_way(foreign, [*new]) | (foreign & new)
            refuse_taken(sorted(taken), f"branch `{self._branch.branch}`")

    def holds(self, record: Record | None) -> bool:
        """True: a push that would undo another deploy is refused."""
        return True

    def claim(self, record: Record) -> None:
        """Nothing: all changes at once."""

    def send(self, stages: Sequence[Sequence[str]], told: Told) -> None:
        """Puts the files into this repository's store."""
        paths = [path for stage in stages for path in stage]
        branch = self._branch
        self._files |= store_files(branch.site, branch.environment, self._output, paths, told)

    def remove(self, paths: Sequence[str], told: Told) -> None:
        """Remembers which files the commit is to leave out."""
        self._gone = tuple(paths)
        for path in paths:
            told(path)

    def finish(self, record: Record) -> None:
        """Commits and pushes; where the branch moved meanwhile, once more on top of what is there now."""
        for tries_left in reversed(range(_TRIES)):
            commit = self._commit(record)
            if commit == self._base:
                return
            try:
                self._branch.push(commit)
                return
            except GitError:
                there = self._branch.head()
                if there == commit:  # only the answer was lost
                    return
                if there == self._base or not tries_left:
                    raise
            self._move_to(there, record)

    def _move_to(self, commit: str, record: Record) -> None:
        """Goes on from another commit, but not from another site's: what to send was planned before it."""
        before = self._former
        self._go_to(commit)
        if self._former not in (before, record):
            what = f"another deploy reached `{self._branch.branch}` meanwhile"
            raise OpeningsError(what, "deploy again, if what you have is newer")
        self._refuse_taken()

    def _commit(self, record: Record) -> str:
        branch = self._branch
        own = {} if _NO_JEKYLL in record.files else {_NO_JEKYLL: b""}
        files: dict[str, str | bytes] = {**own, **self._files, RECORD: record_text(record)}
        commit = Commit(branch.own_ref, self._base, self._message(record), files, self._gone)
        return make_commit(branch.site, branch.environment, commit)

    def _message(self, record: Record) -> str:
        source = self._branch.git("rev-parse", "--short", "HEAD", may_fail=True).decode().strip()
        built = f"\n\nBuilt from {source}.\n" if source and source != "HEAD" else "\n"
        return f"Deploy {record.site}{built}"

    def close(self) -> None:
        """Nothing: no file was made."""
