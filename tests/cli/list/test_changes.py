import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sites import DAY, write


def told(run: Run, span: str, *arguments: str) -> list[tuple[str, str, str]]:
    done = run("list", "--changes", span, "--format", "json", "--as-of", DAY, *arguments)
    assert done.code == 0, done.err
    return [(change["date"], change["what"], change["stem"]) for change in json.loads(done.out)]


@pytest.fixture
def opening(site: Path) -> Path:
    """The site with a posting that opens on the day itself."""
    file = site / "content/postings/baker.md"
    fields = "posted: 2025-01-02\nopens: 2026-03-16\ncloses: 2026-04-30"
    file.write_text(file.read_text("utf-8").replace("posted: 2025-01-02", fields), "utf-8")
    return site


_CLOSED = ("2026-03-21", "closed", "cook")
_OPENS = ("2026-03-16", "opens", "baker")
_REVIEW = ("2026-05-31", "review", "data-engineer")
_SOON = ("2026-04-24", "closing-soon", "baker")
_LATER = ("2026-05-01", "closed", "baker")


def test_table_goes_by_day_with_todays_changes_first(run: Run, opening: Path) -> None:
    assert run("list", "--changes", "90d", "--as-of", DAY).out == (
        "DAY               WHAT          POSTING        TITLE\n"
        "2026-03-16 (Mon)  opens         baker          Baker\n"
        "2026-03-21 (Sat)  closed        cook           Cook\n"
        "2026-04-24 (Fri)  closing-soon  baker          Baker\n"
        "2026-05-01 (Fri)  closed        baker          Baker\n"
        "2026-05-31 (Sun)  review        data-engineer  Data engineer\n"
    )


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("5", [_OPENS, _CLOSED]),
        ("5d", [_OPENS, _CLOSED]),
        ("5 days", [_OPENS, _CLOSED]),
        ("4", [_OPENS]),
        ("1 day", [_OPENS]),
        ("0", [_OPENS]),
        ("1w", [_OPENS, _CLOSED]),
        ("6 Weeks", [_OPENS, _CLOSED, _SOON]),
        ("2026-03-21", [_OPENS, _CLOSED]),
        ("2026-03-20", [_OPENS]),
        ("2026-03-16", [_OPENS]),
        ("2026-05-31", [_OPENS, _CLOSED, _SOON, _LATER, _REVIEW]),
    ],
)
def test_span_is_days_weeks_or_the_last_day(
    run: Run, opening: Path, span: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(run, span) == expected


@pytest.mark.parametrize(
    ("span", "message"),
    [
        ("soon", "`soon` is no length of time and no day; write a number of days such as `14d`"),
        ("-3", "`-3` is no length of time and no day"),
        ("2m", "`2m` is no length of time and no day"),
        ("", "`` is no length of time and no day"),
        ("3/4/2026", "write `2026-04-03` or `2026-03-04`"),
        ("2026-02-30", "isn't a day: February 2026 has 28 days"),
        ("2026-03-15", "`--changes 2026-03-15` is before 2026-03-16, which is today"),
    ],
)
def test_unfit_span_is_wrong_usage(run: Run, site: Path, span: str, message: str) -> None:
    done = run("list", f"--changes={span}", "--as-of", DAY)
    assert (done.code, done.out) == (2, "")
    assert message in done.err.replace("\n  fix: ", "; ")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--category", "Kitchen"], [_OPENS, _CLOSED, _SOON, _LATER]),
        (["--place", "Oslo"], [_CLOSED]),
        (["--status", "closing-soon"], [_CLOSED]),
        (["--status", "draft"], []),
    ],
)
def test_other_conditions_hold_too(
    run: Run, opening: Path, arguments: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert told(run, "90", *arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--changes", "3d"], "nothing changes by itself from today until 2026-03-19 (Thu)\n"),
        (["--changes", "0"], "nothing changes by itself today\n"),
        (
            ["--changes", "3d", "--place", "Oslo"],
            "nothing happens to those postings by itself from today until 2026-03-19 (Thu)\n",
        ),
    ],
)
def test_quiet_time_is_said(run: Run, site: Path, arguments: list[str], message: str) -> None:
    done = run("list", "--as-of", DAY, *arguments)
    assert (done.code, done.out, done.err) == (0, "", message)


def test_quiet_time_is_an_empty_list_for_programs(run: Run, site: Path) -> None:
    assert run("list", "--as-of", DAY, "--changes", "3d", "--format", "json").out == "[]\n"


def test_json_and_csv_have_the_same_fields(run: Run, site: Path) -> None:
    of = ("list", "--changes", "7d", "--as-of", DAY, "--format")
    (change,) = json.loads(run(*of, "json").out)
    assert change == {
        "date": "2026-03-21",
        "what": "closed",
        "id": "cook",
        "stem": "cook",
        "title": "Cook",
        "path": "content/postings/cook.md",
    }
    assert list(csv.DictReader(StringIO(run(*of, "csv").out))) == [change]


def test_posting_with_errors_is_left_out_and_spoken_of(run: Run, opening: Path) -> None:
    write(opening, "content/postings/cook.md", "no front matter\n")
    done = run("list", "--changes", "7d", "--as-of", DAY)
    assert [line.split()[0] for line in done.out.splitlines()] == ["DAY", "2026-03-16"]
    assert done.err == "1 posting has errors: `openings check` says which\n"
