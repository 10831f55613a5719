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
_ROUNDS = 5
_JOBS = 500


@dataclass(frozen=True, slots=True)
class Publishing:
    """What came out at one size: runs by case, and how many files a deploy after one edit sent."""

    size: int
    runs: dict[str, list[Run]] = field(default_factory=dict)
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
        tell(f"{size:,}: imports")
        for number in range(1, (rounds or _ROUNDS) + 1):
            _import(programs, Path(own) / f"import-{number}", measured)
    return measured


def _round(site: Repository, measured: Publishing, number: int) -> None:
    sign = _edited(site, measured, DIFF_BODY, edit_body, 3 * number)
    measured.add(TO_FOLDER, site.run("deploy", FOLDER, "--no-check"))
    _require(sign, (site.server / sign.page).read_text("utf-8"))
    sign = site.edit(edit_body, 3 * number + 1)
    measured.sent[TO_BRANCH] = site.said("deploy", BRANCH, "--dry-run").count("\nsend ")
    sign = site.edit(edit_body, 3 * number + 2)
    measured.add(TO_BRANCH, site.run("deploy", BRANCH, "--no-check"))
    _require(sign, site.branch(sign.page))
    site.edit(edit_body, 3 * number + 100)
    measured.add(BUILD, site.run("build"))
    site.commit()
    _edited(site, measured, DIFF_TITLE, retitle, number)
    site.commit()


def _edited(site: Repository, measured: Publishing, case: str, edit: Edit, number: int) -> Sign:
    """An edit whose difference from what is committed is measured, and holds what is new."""
    sign = site.edit(edit, number)
    measured.add(case, site.run("diff", "HEAD"))
    _require(Sign("", sign.text.removeprefix("<h1>").removesuffix("</h1>")), site.said("diff", "HEAD"))
    return sign


def _import(programs: Programs, folder: Path, measured: Publishing) -> None:
    (folder / "content").mkdir(parents=True)
    (folder / "content/site.yaml").write_text("name: Example\nurl: https://careers.example.com\n", "utf-8")
    (folder / "jobs.json").write_bytes(large_board(_JOBS))
    command = Command((*programs.openings, "import", "greenhouse", "jobs.json"), folder)
    measured.add(IMPORT, timed(command))
    written = len(list((folder / "content/postings").glob("*.md")))
    if written != _JOBS:
        raise AssertionError(f"{written} of {_JOBS} jobs were imported")
    measured.add(AGAIN, timed(command))


def _require(sign: Sign, text: str) -> None:
    if sign.text not in text:
        raise AssertionError(f"{sign.page or 'the difference'} lacks {sign.text!r}")
