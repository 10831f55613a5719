"""All that is measured of deploying, comparing and importing, at one size."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.edits import Edit, Sign, edit_body, retitle
from tests.benchmarks.install import Programs
from tests.benchmarks.processes import Command, Run, timed
from tests.benchmarks.publishing.repository import BRANCH, FOLDER, Repository
from tests.importers.fixtures.large import large_board

BUILD = "build, one body edited"
TO_FOLDER, TO_BRANCH = "deploy to a folder, one body edited", "deploy to a branch, one body edited"
DIFF_BODY, DIFF_TITLE = "diff, one body edited", "diff, one posting retitled"
IMPORT, AGAIN = "import of 500 jobs", "the same import again"
# By case.
Runs = dict[str, list[Run]]

_ROUNDS = 5
_JOBS = 500


@dataclass(frozen=True, slots=True)
class Publishing:
    """What came out at one size: runs by case, and how many files a deploy after one edit sent."""

    size: int
    runs: Runs = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)

    def add(self, case: str, run: Run) -> None:
        """Takes one more run."""
        self.runs.setdefault(case, []).append(run)


def measure_publishing(
    programs: Programs, size: int, folder: Path, rounds: int | None, tell: Callable[[str], None]
) -> Publishing:
    """All cases in turn, round by round; each is seen to have had its effect."""
    measured = Publishing(size)
    with TemporaryDirectory(dir=folder) as own:
        site = Repository(programs, size, Path(own))
        tell(f"{size:,}: first deploys")
        for target in (FOLDER, BRANCH):
            site.run("deploy", target, "--no-check")
        site.run("diff", "HEAD")
        for number in range(1, (rounds or _ROUNDS) + 1):
            tell(f"{size:,}: deploys and differences, round {number}")
            _round(site, measured, number)
    return measured


def measure_imports(
    programs: Programs, folder: Path, rounds: int | None, tell: Callable[[str], None]
) -> Runs:
    """An import of 500 jobs into a new site, and the same once more, round by round."""
    runs: Runs = {IMPORT: [], AGAIN: []}
    with TemporaryDirectory(dir=folder) as own:
        for number in range(1, (rounds or _ROUNDS) + 1):
            tell(f"imports, round {number}")
            command = _new_site(programs, Path(own) / str(number))
            runs[IMPORT].append(timed(command))
            _require_postings(command.folder)
            runs[AGAIN].append(timed(command))
    return runs


def _round(site: Repository, measured: Publishing, number: int) -> None:
    _deployed(site, measured, TO_FOLDER, 10 * number)
    _deployed(site, measured, TO_BRANCH, 10 * number + 2)
    site.edit(edit_body, 10 * number + 4)
    measured.add(BUILD, site.run("build"))
    site.commit()
    _compared(site, measured, DIFF_BODY, edit_body, 10 * number + 5)
    _compared(site, measured, DIFF_TITLE, retitle, number)


def _deployed(site: Repository, measured: Publishing, case: str, number: int) -> None:
    """A deploy after one edit, to a place that has all earlier ones, and how many files one would send."""
    place = FOLDER if case == TO_FOLDER else BRANCH
    site.run("deploy", place, "--no-check")
    sign = site.edit(edit_body, number)
    measured.add(case, site.run("deploy", place, "--no-check"))
    _require(sign, site.deployed(place, sign.page))
    site.edit(edit_body, number + 1)
    lines = site.said("deploy", place, "--dry-run").splitlines()
    measured.sent[case] = sum(line.startswith("send ") for line in lines)


def _compared(site: Repository, measured: Publishing, case: str, edit: Edit, number: int) -> None:
    """The difference that one edit makes, which holds what is new."""
    text = site.edit(edit, number).text.removeprefix("<h1>").removesuffix("</h1>")
    measured.add(case, site.run("diff", "HEAD"))
    _require(Sign("", text), site.said("diff", "HEAD"))
    site.commit()


def _new_site(programs: Programs, folder: Path) -> Command:
    """The command that imports a board into a site without postings."""
    (folder / "content").mkdir(parents=True)
    (folder / "content/site.yaml").write_text("name: Example\nurl: https://careers.example.com\n", "utf-8")
    (folder / "jobs.json").write_bytes(large_board(_JOBS))
    return Command((*programs.openings, "import", "greenhouse", "jobs.json"), folder)


def _require_postings(site: Path) -> None:
    written = len(list((site / "content/postings").glob("*.md")))
    if written != _JOBS:
        raise AssertionError(f"{written} of {_JOBS} jobs were imported")


def _require(sign: Sign, text: str) -> None:
    if sign.text not in text:
        raise AssertionError(f"{sign.page or 'the difference'} lacks {sign.text!r}")
