"""Bare repositories, as the service that a workflow pushes to has them."""

from pathlib import Path

from tests.workflows.running import Runner


def revision(repository: Path, name: str) -> str:
    """What a branch of a bare repository points at; empty where there is none."""
    file = repository / "refs/heads" / name
    packed = repository / "packed-refs"
    if file.exists():
        return file.read_text("utf-8").strip()
    lines = packed.read_text("utf-8").splitlines() if packed.exists() else []
    return next((line.split()[0] for line in lines if line.endswith(f" refs/heads/{name}")), "")


def origin_of(runner: Runner) -> Path:
    """The bare repository that a runner's was cloned from."""
    return runner.repository.parent / "origin.git"


def protect(origin: Path) -> None:
    """Lets nobody push to the main branch."""
    hook = origin / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n! grep -q ' refs/heads/main$'\n", "utf-8")
    hook.chmod(0o755)
