"""Steps of workflows, run as GitHub's and GitLab's runners do: as scripts of bash in the repository."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.workflows.stand_ins import write_stand_ins

_EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")
_OPENINGS = Path(sys.executable).parent / "openings"
_DAY = "1780000000"  # 2026-05-28


@dataclass(frozen=True)
class Ended:
    """How a script ended, and what it printed."""

    code: int
    printed: str


@dataclass(frozen=True)
class Runner:
    """A repository with a workflow's machine around it; in `calls` lies what stand-ins know and are told."""

    repository: Path
    calls: Path

    def step(self, workflow: str, job: str, name: str, **context: str) -> Ended:
        """Runs one step of a GitHub workflow; `context` holds its expressions, with `_` for other signs."""
        loaded = self._yaml(f".github/workflows/{workflow}.yml")
        (step,) = [step for step in loaded["jobs"][job]["steps"] if step.get("name") == name]
        environment = {key: _evaluated(str(value), context) for key, value in step.get("env", {}).items()}
        return self.bash(step["run"], environment, "-e")

    def job(self, name: str, **variables: str) -> Ended:
        """Runs a job of GitLab's: one script in one shell."""
        job = self._yaml(".gitlab-ci.yml")[name]
        own = {key: str(value) for key, value in job.get("variables", {}).items()}
        return self.bash("\n".join(job["script"]), {**own, **variables}, "-eo", "pipefail")

    def bash(self, script: str, environment: Mapping[str, str], *options: str) -> Ended:
        """Runs a script with little more of an environment than what it is given."""
        done = subprocess.run(
            ["bash", *options, "-c", script],
            cwd=self.repository,
            env={**self._environment(), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return Ended(done.returncode, done.stdout + done.stderr)

    def called(self, program: str) -> list[str]:
        """What a stand-in was called with so far."""
        file = self.calls / "calls"
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return [line.removeprefix(f"{program} ") for line in lines if line.startswith(f"{program} ")]

    def _yaml(self, path: str) -> Any:
        return yaml.safe_load((self.repository / path).read_text("utf-8"))

    def _environment(self) -> dict[str, str]:
        programs = self.calls / "programs"
        return {
            "PATH": f"{programs}:{os.environ['PATH']}",
            "HOME": str(self.calls),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
            "CALLS": str(self.calls),
            "OPENINGS": str(_OPENINGS),
            "SOURCE_DATE_EPOCH": _DAY,
            "GITHUB_REPOSITORY": "example/careers",
            "GITHUB_STEP_SUMMARY": str(self.calls / "summary"),
        }


def make_runner(repository: Path, calls: Path) -> Runner:
    """A runner in a repository, with its stand-ins and nothing called yet."""
    calls.mkdir()
    write_stand_ins(calls / "programs")
    return Runner(repository, calls)


def _evaluated(text: str, context: Mapping[str, str]) -> str:
    """The text with each `${{ … }}` as the context has it; a KeyError for what the test didn't think of."""
    return _EXPRESSION.sub(lambda found: context[re.sub(r"\W", "_", found[1])], text)
