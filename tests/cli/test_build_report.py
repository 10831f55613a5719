import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.sites import DAY, break_posting, write


def _report(run: Run, *arguments: str, code: int = 0) -> dict[str, Any]:
    done = run("build", "--as-of", DAY, "--report", "report.json", *arguments)
    assert done.code == code, done.err
    found: dict[str, Any] = json.loads(Path("report.json").read_text("utf-8"))
    return found


_COUNTS = ("written", "kept", "deleted")


def test_report_tells_what_a_scheduler_needs(run: Run, site: Path) -> None:
    found = _report(run)
    assert {name: value for name, value in found.items() if name not in (*_COUNTS, "pages")} == {
        "version": 1,
        "day": "2026-03-16",
        "time_zone": "Europe/Stockholm",
        "next_change": "2026-03-21",
        "next_change_at": "2026-03-21T00:00:00+01:00",
        "changes": [
            {
                "date": "2026-03-21",
                "what": "closed",
                "id": "cook",
                "url": "https://careers.acme.example/jobs/cook/",
            }
        ],
        "open": 3,
        "closing_soon": 1,
        "due_for_review": 1,
        "problems": {"error": 0, "warning": 0, "notice": 0},
    }
    pages = len(list((site / "output").rglob("index.html")))
    assert found["pages"] > pages > 10  # data for machines counts, too
    assert found["written"] > found["pages"]
    assert (found["kept"], found["deleted"]) == (0, 0)


def test_names_stand_in_an_order_that_never_changes(run: Run, site: Path) -> None:
    assert list(_report(run)) == [
        *("version", "day", "time_zone", "next_change", "next_change_at", "changes"),
        *("open", "closing_soon", "due_for_review", "pages", "problems", "written", "kept", "deleted"),
    ]


def test_build_that_changes_nothing_tells_the_same(run: Run, site: Path) -> None:
    first, second = _report(run), _report(run)
    assert second["written"] == 0
    assert second["kept"] == first["written"]
    assert {**first, **dict.fromkeys(_COUNTS)} == {**second, **dict.fromkeys(_COUNTS)}


def test_edit_of_words_alone_tells_the_same(run: Run, site: Path) -> None:
    first = _report(run)
    file = site / "content/postings/cook.md"
    file.write_text(file.read_text("utf-8") + "More words.\n", "utf-8")
    second = _report(run)
    assert second["written"] > 0
    assert {**first, **dict.fromkeys(_COUNTS)} == {**second, **dict.fromkeys(_COUNTS)}


def test_change_beyond_a_month_is_told_where_it_is_the_next(run: Run, site: Path) -> None:
    _closing(site, "2026-09-30")
    found = _report(run)
    assert (found["next_change"], found["changes"][-1]["date"]) == ("2026-09-24", "2026-09-24")
    assert [change["what"] for change in found["changes"]] == ["review", "closing-soon"]


def test_moment_follows_the_clocks_of_the_sites_time_zone(run: Run, site: Path) -> None:
    _closing(site, "2026-03-29")
    assert _report(run, "--as-of", "2026-03-29")["next_change_at"] == "2026-03-30T00:00:00+02:00"


def test_site_on_which_no_day_does_anything_has_no_next_change(run: Run, site: Path) -> None:
    (site / "content/postings/cook.md").unlink()
    found = _report(run)
    assert (found["next_change"], found["next_change_at"], found["changes"]) == (None, None, [])


def test_build_with_errors_is_reported_too(run: Run, site: Path) -> None:
    break_posting(site)
    found = _report(run, code=1)
    assert found["problems"] == {"error": 1, "warning": 0, "notice": 0}
    assert [found[name] for name in _COUNTS] == [None, None, None]
    assert (found["day"], found["open"]) == ("2026-03-16", 3)


def test_site_that_cannot_be_read_is_reported_as_unknown(run: Run, site: Path) -> None:
    write(site, "content/site.yaml", "- Acme\n")
    found = _report(run, code=1)
    assert found["problems"]["error"] > 0
    unknown = ("day", "time_zone", "next_change", "next_change_at", "open", "pages", "written")
    assert [found[name] for name in unknown] == [None] * len(unknown)
    assert found["changes"] == []


def test_report_takes_the_place_of_the_former_at_once(run: Run, site: Path) -> None:
    _report(run)
    before = Path("report.json").stat().st_ino
    _report(run)
    assert Path("report.json").stat().st_ino != before
    assert [file.name for file in site.iterdir() if file.name.endswith(".tmp")] == []


@pytest.mark.parametrize(
    ("place", "folder"),
    [("output/report.json", "output"), ("output", "output"), ("content/site.yaml", "content")],
)
def test_report_over_files_of_the_site_is_refused(run: Run, site: Path, place: str, folder: str) -> None:
    before = (site / "content/site.yaml").read_bytes()
    done = run("build", "--report", place)
    assert done.code == 2
    assert f"name a file outside of `{folder}/`" in done.err
    assert not (site / "output").exists()
    assert (site / "content/site.yaml").read_bytes() == before


def test_report_that_cannot_be_written_is_told(run: Run, site: Path) -> None:
    done = run("build", "--report", "nowhere/report.json")
    assert done.code == 2
    assert "`nowhere/report.json` can't be written: no such file or directory" in done.err


def _closing(site: Path, day: str) -> None:
    file = site / "content/postings/cook.md"
    file.write_text(file.read_text("utf-8").replace("closes: 2026-03-20", f"closes: {day}"), "utf-8")
