"""A site of ours in a git repository, with a folder and a branch that it is deployed to."""

import subprocess
from datetime import UTC, datetime, time
from pathlib import Path

from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.corpus.records import AS_OF
from tests.benchmarks.edits import Edit, Sign
from tests.benchmarks.install import Programs
from tests.benchmarks.processes import Command, Run, timed
from tests.benchmarks.sites import openings
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tools import our_theme

FOLDER, BRANCH = "server", "pages"
_TARGETS = f"""deploy:
  - {{name: {FOLDER}, folder: ../server}}
  - {{name: {BRANCH}, branch: gh-pages}}
"""
_SITE = "content/site.yaml"
# Postings of the corpus open and close round this day.
_NOON = int(datetime.combine(AS_OF, time(12), UTC).timestamp())
_PERSON = ("-c", "user.name=Bench", "-c", "user.email=bench@example.com")


class Repository:
    """A site of so many postings; each edit is committed once it was measured."""

    def __init__(self, programs: Programs, size: int, folder: Path) -> None:
        self._openings = ("env", f"SOURCE_DATE_EPOCH={_NOON}", *programs.openings)
        self._corpus, self._texts = corpus(size), dict[str, str]()
        self.site, self._server, self._remote = folder / "site", folder / "server", folder / "remote.git"
        self.site.mkdir(parents=True)
        self._server.mkdir()
        _git(folder, "init", "-q", "--bare", str(self._remote))
        self._write()
        _git(self.site, "init", "-q", "-b", "main")
        _git(self.site, "remote", "add", "origin", str(self._remote))
        (self.site / ".gitignore").write_text("/output/\n/.openings/\n", "utf-8")
        self.commit()

    def run(self, *words: str) -> Run:
        """A command of ours, as a whole process."""
        return timed(Command((*self._openings, *words), self.site))

    def said(self, *words: str) -> str:
        """What a command of ours prints."""
        return subprocess.check_output((*self._openings, *words), cwd=self.site, text=True)

    def edit(self, edit: Edit, number: int) -> Sign:
        """Edits one posting: what the output shows of it."""
        self._corpus, sign = edit(self._corpus, number)
        self._write()
        return sign

    def commit(self) -> None:
        """Commits all that is in the working files."""
        _git(self.site, "add", "--all")
        _git(self.site, *_PERSON, "commit", "-q", "-m", "Edit")

    def deployed(self, place: str, file: str) -> str:
        """A file as a deploy left it."""
        if place == FOLDER:
            return (self._server / file).read_text("utf-8")
        return _git(self._remote, "show", f"gh-pages:{file}")

    def _write(self) -> None:
        texts = {**openings.files(self._corpus), **our_theme()}
        texts[_SITE] += _TARGETS
        write_changes(self._texts, texts, self.site)
        self._texts = texts


def _git(folder: Path, *words: str) -> str:
    return subprocess.check_output(("git", *words), cwd=folder, text=True)
