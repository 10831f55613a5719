import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sites import DAY, write


def stems(run: Run, *arguments: str) -> list[str]:
    done = run("list", "--format", "json", "--as-of", DAY, *arguments)
    assert done.code == 0, done.err
    return [row["stem"] for row in json.loads(done.out)]


def test_open_postings_come_first_and_the_newest_before_the_others(run: Run, site: Path) -> None:
    assert stems(run) == ["data-engineer", "cook", "baker", "writer"]


def test_table_is_aligned(run: Run, site: Path) -> None:
    assert run("list", "--as-of", DAY).out == (
        "POSTING        TITLE          CATEGORY  PLACE      STATUS        POSTED      CLOSES      REVIEW\n"
        "data-engineer  Data engineer  Data      Stockholm  open          2026-03-02"
        "              2026-05-31\n"
        "cook           Cook           Kitchen   Oslo       closing-soon  2026-02-02  2026-03-20\n"
        "baker          Baker          Kitchen   Stockholm  open          2025-01-02              due\n"
        "writer         Writer         Kitchen   remote     draft         2026-03-10\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--status", "open"], ["data-engineer", "cook", "baker"]),
        (["--status", "closing soon"], ["cook"]),
        (["--status", "draft", "--status", "filled"], ["writer"]),
        (["--category", "engineering"], ["data-engineer"]),
        (["--category", "Engineering / Data"], ["data-engineer"]),
        (["--category", "kitchen", "--status", "open"], ["cook", "baker"]),
        (["--place", "Stockholm"], ["data-engineer", "baker"]),
        (["--place", "norway"], ["cook"]),
        (["--place", "Oslo, Norway"], ["cook"]),
        (["--place", "remote", "--place", "Oslo"], ["cook", "writer"]),
        (["--review"], ["baker"]),
        (["--status", "filled"], []),
    ],
    ids=lambda value: " ".join(value),
)
def test_filters(run: Run, site: Path, arguments: list[str], expected: list[str]) -> None:
    assert stems(run, *arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--status", "opne"], "error: there is no status `opne`\n  fix: did you mean `open`?\n"),
        (["--category", "Kitchn"], "error: there is no category `Kitchn`\n  fix: did you mean `Kitchen`?\n"),
        (["--place", "Stockhlm"], "error: there is no place `Stockhlm`\n  fix: did you mean `Stockholm`?\n"),
        (
            ["--place", "zzz"],
            "error: there is no place `zzz`\n  fix: write one of Norway, Oslo, Stockholm, Sweden\n",
        ),
    ],
    ids=["status", "category", "place", "far"],
)
def test_filter_by_what_is_not_there_gets_a_suggestion(
    run: Run, site: Path, arguments: list[str], message: str
) -> None:
    done = run("list", *arguments)
    assert (done.code, done.out, done.err) == (2, "", message)


def test_nothing_found_is_said(run: Run, site: Path) -> None:
    done = run("list", "--status", "filled")
    assert (done.code, done.out, done.err) == (0, "", "no posting is like that\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "no posting needs a look now\n"),
        (["--place", "Oslo"], "none of those postings needs a look now\n"),
    ],
    ids=["all", "some"],
)
def test_nothing_to_review_is_said(run: Run, site: Path, arguments: list[str], message: str) -> None:
    (site / "content/postings/baker.md").unlink()
    done = run("list", "--review", "--as-of", DAY, *arguments)
    assert (done.code, done.out, done.err) == (0, "", message)


def test_json_tells_more_than_the_table(run: Run, site: Path) -> None:
    row = json.loads(run("list", "--format", "json", "--as-of", DAY, "--review").out)[0]
    assert row == {
        "stem": "baker",
        "title": "Baker",
        "categories": ["Kitchen"],
        "places": ["Stockholm"],
        "status": "open",
        "posted": "2025-01-02",
        "opens": None,
        "closes": None,
        "review": "2025-04-02",
        "is_due": True,
        "path": "content/postings/baker.md",
    }


def test_csv_has_the_same_fields_and_runs_no_formula(run: Run, site: Path) -> None:
    file = site / "content/postings/baker.md"
    file.write_text(file.read_text("utf-8").replace("title: Baker", 'title: "=HYPERLINK(1)"'), "utf-8")
    rows = list(csv.DictReader(StringIO(run("list", "--format", "csv", "--as-of", DAY).out)))
    assert [row["stem"] for row in rows] == ["data-engineer", "cook", "baker", "writer"]
    assert rows[2]["title"] == "'=HYPERLINK(1)"
    assert rows[0]["is_due"] == "no"


def test_posting_with_errors_comes_first_and_is_spoken_of(run: Run, site: Path) -> None:
    write(site, "content/postings/cook.md", "no front matter\n")
    done = run("list", "--as-of", DAY)
    assert done.code == 0
    assert done.out.splitlines()[1].split() == ["cook", "error"]
    assert done.err == "1 posting has errors: `openings check` says which\n"
    assert stems(run, "--status", "error") == ["cook"]
    assert "cook" not in stems(run, "--status", "open")


def test_title_cannot_act_on_the_terminal(run: Run, site: Path) -> None:
    fields = "category: Kitchen\nlocation: Stockholm\nposted: 2026-03-02\napply: a@b.example\n"
    text = f'---\ntitle: "a\\u202eb"\n{fields}---\n'
    write(site, "content/postings/evil.md", text)
    assert "\u202e" not in run("list", "--as-of", DAY).out


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_name_of_a_file_cannot_act_on_the_terminal(run: Run, site: Path, form: str) -> None:
    write(
        site, "content/postings/a\x1b[31m\u202eb.md", (site / "content/postings/cook.md").read_text("utf-8")
    )
    out = run("list", "--as-of", DAY, "--format", form).out
    assert not {"\x1b", "\u202e"} & set(out)
    assert ("a\\u001b[31m\\u202eb" if form == "json" else "a␛[31m<U+202E>b") in out
