"""Problems of files that have to do with the files themselves, not with what they say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.git import commit
from tests.cli.sites import write
from tests.publish.compare.conftest import compared


@pytest.mark.parametrize(
    ("path", "make", "code"),
    [
        ("cook.md", lambda file: file.symlink_to("/etc/passwd"), "FS001"),
        ("cook.md", lambda file: file.write_bytes(b"x" * 4_100_000), "FS004"),
        ("caf\udce9.md", lambda file: file.write_bytes(b"---\ntitle: x\n---\n"), "FS006"),
        ("cook.txt", lambda file: file.write_bytes(b"x"), "FS003"),
    ],
    ids=["a link out of the site", "too large", "a name that isn't UTF-8", "a stray file"],
)
def test_problem_of_a_file_itself_is_told(
    path: str, make: Callable[[Path], object], code: str, repository: Path
) -> None:
    file = repository / "content/postings" / path
    file.unlink(missing_ok=True)
    make(file)
    changes = compared(repository)
    assert [problem.code for problem in changes.problems] == [code]
    assert not [change for change in changes.changes if change.reason == "removed"]
    commit(repository)
    assert compared(repository).is_empty
    file.unlink()
    assert compared(repository).problems == ()


def test_mended_problem_of_a_file_itself_is_counted(repository: Path) -> None:
    write(repository, "content/postings/notes.txt", "x")
    write(repository, "content/postings/long.md", "x" * 2_000_001)
    commit(repository)
    write(repository, "content/postings/notes.txt", "y")
    (repository / "content/postings/long.md").unlink()
    changes = compared(repository)
    assert (changes.problems, changes.mended) == ((), 1)
