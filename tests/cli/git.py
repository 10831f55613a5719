"""git, for tests of what works with it."""

import os
import subprocess
from pathlib import Path


def run_git(folder: Path, *arguments: str, day: str = "2026-03-02T12:00:00+00:00") -> None:
    """git with an author of its own, whatever the machine's settings are."""
    who = {"NAME": "Ada Berg", "EMAIL": "ada@example.com", "DATE": day}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()
    }
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(("git", *arguments), cwd=folder, env=environment, check=True, capture_output=True)


def commit(folder: Path, day: str = "2026-03-02T12:00:00+00:00") -> None:
    """All files of the folder in a commit written at that time."""
    run_git(folder, "add", "--all")
    run_git(folder, "commit", "--quiet", "--message", "A change", day=day)
