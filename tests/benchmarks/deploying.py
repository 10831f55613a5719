"""How long a deploy takes beyond the network: to a branch of a bare repository on the same disk."""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.corpus.records import Corpus
from tests.benchmarks.edits import edit_body
from tests.benchmarks.processes import Command, Run, timed
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tables import table
from tests.benchmarks.tools import Tool
from tests.cli.git import run_git

_DEPLOY = (str(Path(sys.executable).parent / "openings"), "deploy", "--no-check")
_TARGET = "deploy: {branch: gh-pages}\n"


def deploy_table(ours: Tool, size: int, rounds: int, folder: Path) -> str:
    """The first deploy, those after one edit, and those of a site in which nothing changed; each builds."""
    made, site = corpus(size), folder / "site"
    texts = _texts(ours, made)
    write_changes({}, texts, site)
    run_git(folder, "init", "--quiet", "--bare", "remote.git")
    run_git(site, "init", "--quiet")
    run_git(site, "remote", "add", "origin", "../remote.git")
    runs: dict[str, list[Run]] = {"first": [timed(Command(_DEPLOY, site))], "one body edited": []}
    for number in range(1, rounds + 1):
        made, _ = edit_body(made, number)
        before, texts = texts, _texts(ours, made)
        write_changes(before, texts, site)
        runs["one body edited"].append(timed(Command(_DEPLOY, site)))
    runs["nothing changed"] = [timed(Command(_DEPLOY, site)) for _ in range(rounds)]
    rows = [
        [case, _middle(of, lambda run: run.wall), _middle(of, lambda run: run.cpu)]
        for case, of in runs.items()
    ]
    return table([f"{size:,} postings to a branch", "wall", "CPU"], rows)


def _texts(ours: Tool, made: Corpus) -> dict[str, str]:
    texts = {**ours.files(made), **ours.theme()}
    return texts | {"content/site.yaml": texts["content/site.yaml"] + _TARGET}


def _middle(runs: list[Run], figure: Callable[[Run], float]) -> str:
    return f"{median(map(figure, runs)):.2f} s"
