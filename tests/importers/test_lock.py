import subprocess
from pathlib import Path

from generator.importers.lock import lock_text, read_lock
from tests.importers.builders import Shore, make_job


def test_git_merges_the_locks_of_two_branches(tmp_path: Path) -> None:
    base, ours, theirs = shores = [Shore(), Shore(), Shore()]
    for shore in shores:
        shore.run(*map(make_job, (1, 2, 3, 4)))
    ours.run(make_job(1, title="Chief", location="Bergen, Norway"), *map(make_job, (2, 3, 4)))
    theirs.run(make_job(1, apply="https://jobs.example.com/x"), *map(make_job, (2, 4)), accepts_removals=True)
    files = [tmp_path / name for name in ("ours", "base", "theirs")]
    for file, shore in zip(files, (ours, base, theirs), strict=True):
        file.write_text(lock_text(shore.lock), "utf-8")
    found = subprocess.run(["git", "merge-file", "-p", *files], capture_output=True, check=False)
    assert found.returncode == 0, found.stdout.decode()
    merged = read_lock("x.lock", found.stdout)
    assert merged["3"] == theirs.lock["3"]
    apply = theirs.lock["1"].digests["apply"]
    assert merged["1"].digests == {**ours.lock["1"].digests, "apply": apply}
