import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.cli import import_site
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.cleaning.markdown import _writer
from generator.web.fetching import Answer
from tests.cli.conftest import Run
from tests.importers.fixtures import fixture

LOCK = "content/imports/greenhouse.lock"
DIVER = "content/postings/diver.md"


def make_job(number: int = 1, **facts: Any) -> dict[str, Any]:
    return {
        "id": number,
        "title": "Diver" if number == 1 else f"Diver {number}",
        "absolute_url": f"https://jobs.example.com/{number}",
        "location": {"name": "Oslo, Norway"},
        "departments": [{"name": "Kitchen"}],
        "first_published": "2026-03-01T12:00:00Z",
        "content": "&lt;p&gt;You dive.&lt;/p&gt;",
        **facts,
    }


def save(*jobs: Mapping[str, Any]) -> str:
    """A board's answer in a file; its name."""
    Path("board.json").write_text(json.dumps({"jobs": jobs}), "utf-8")
    return "board.json"


def tree(folder: Path) -> str:
    """A digest of all files of the site."""
    files = sorted(path for path in folder.rglob("content/**/*") if path.is_file())
    parts = (f"{path}\0".encode() + path.read_bytes() for path in files)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def test_job_becomes_a_posting_and_the_lock_remembers_it(run: Run, site: Path) -> None:
    found = run("import", "greenhouse", save(make_job()))
    assert (found.code, found.out) == (0, f"{LOCK}: updated\n{DIVER}: new\n1 job at the source: 1 new\n")
    assert "title: Diver\n" in (site / DIVER).read_text("utf-8")
    assert f"1\tfile\t{DIVER}\n" in (site / LOCK).read_text("utf-8")
    checked = run("check", "--format", "concise")
    assert "error" not in checked.out
    assert LOCK not in checked.out


def test_importing_again_writes_nothing(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job(), make_job(2)))
    before = tree(site)
    assert run("import", "greenhouse", "board.json").out == "2 jobs at the source: 2 unchanged\n"
    assert tree(site) == before


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_nothing_is_written_where_that_is_asked_for(run: Run, site: Path, option: str) -> None:
    before = tree(site)
    found = run("import", "greenhouse", save(make_job()), option)
    assert (found.code, tree(site)) == (int(option == "--check"), before)
    assert found.out.endswith("nothing was written: 1 job at the source: 1 new\n")


def test_check_tells_what_was_changed_here_too(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job()))
    assert run("import", "greenhouse", "board.json", "--check").code == 0
    file = site / DIVER
    file.write_text(file.read_text("utf-8").replace("title: Diver", "title: Our diver"), "utf-8")
    assert run("import", "greenhouse", "board.json").out == "1 job at the source: 1 changed here\n"
    found = run("import", "greenhouse", "board.json", "--check")
    assert found.code == 1
    assert "  title: the file says `Our diver`, the source `Diver`\n" in found.out


def test_what_a_source_counts_as_a_change_alone_changes_no_file(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job(updated_at="2026-03-02T00:00:00Z")))
    before = tree(site)
    run("import", "greenhouse", save(make_job(updated_at="2026-03-03T00:00:00Z")))
    assert tree(site) == before


def test_posting_that_was_renamed_is_found_and_the_lock_follows(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job(), make_job(2)))
    (site / DIVER).rename(site / "content/postings/chief.md")
    said = f"{LOCK}: updated\n2 jobs at the source: 2 unchanged\n"
    assert run("import", "greenhouse", "board.json", "--dry-run").out == said.replace(
        "\n2", "\nnothing was written: 2"
    )
    assert run("import", "greenhouse", "board.json").out == said
    assert "1\tfile\tcontent/postings/chief.md\n" in (site / LOCK).read_text("utf-8")


def test_first_of_two_jobs_with_one_id_counts_each_time(run: Run, site: Path) -> None:
    save(make_job(), make_job(title="Cook"), make_job(3))
    for _ in range(3):
        found = run("import", "greenhouse", "board.json")
        assert (found.code, "another job has its id `1`" in found.err) == (1, True)
        assert "title: Diver\n" in (site / DIVER).read_text("utf-8")


def test_sources_with_the_same_ids_leave_each_other_alone(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job()))
    before = (site / DIVER).read_bytes()
    found = run("import", "greenhouse", save(make_job(title="Smith")), "--name", "labs")
    assert found.out.startswith(
        "content/imports/labs.lock: updated\ncontent/postings/smith.md: new\n  its id here is `labs-1`"
    )
    run("import", "greenhouse", save(make_job(title="Baker")), "--name", "labs")
    assert "title: Baker\n" in (site / "content/postings/smith.md").read_text("utf-8")
    assert (site / DIVER).read_bytes() == before


def test_import_that_is_cut_at_any_write_ends_as_one_that_is_not(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = [make_job(number) for number in range(1, 9)]
    run("import", "greenhouse", save(*jobs[1:]))
    run("import", "greenhouse", save(*jobs[2:]))
    before = {file: file.read_bytes() for file in site.rglob("content/**/*") if file.is_file()}
    save(make_job(9), jobs[1], *jobs[2:6], make_job(7, title="Chief"))
    run("import", "greenhouse", "board.json")
    wanted = tree(site)
    for at in range(6):
        _restore(site, before)
        with monkeypatch.context() as patched:
            patched.setattr(import_site, "_put", _Cut(at))
            assert run("import", "greenhouse", "board.json").code == 1
        assert run("import", "greenhouse", "board.json").code == 0
        assert tree(site) == wanted


class _Cut:
    """Writes files, and stops before the one of a number."""

    def __init__(self, at: int) -> None:
        self._left = at
        self._put = import_site._put

    def __call__(self, path: Path, data: bytes) -> None:
        if not self._left:
            raise OpeningsError("the power is gone", "", 1)
        self._left -= 1
        self._put(path, data)


def _restore(site: Path, files: Mapping[Path, bytes]) -> None:
    for file in site.rglob("content/**/*"):
        if file.is_file() and file not in files:
            file.unlink()
    for file, data in files.items():
        file.write_bytes(data)


@pytest.mark.parametrize("in_the_way", ["folder", "link"])
def test_name_that_a_folder_or_link_has_is_not_free(run: Run, site: Path, in_the_way: str) -> None:
    if in_the_way == "link":
        (site / DIVER).symlink_to("/nowhere.md")
    else:
        (site / DIVER).mkdir(parents=True)
    assert "content/postings/diver-2.md: new\n" in run("import", "greenhouse", save(make_job())).out


def test_link_in_the_way_of_the_lock_stops_the_import_before_it_writes(run: Run, site: Path) -> None:
    (site / LOCK).parent.mkdir()
    (site / LOCK).symlink_to("/nowhere")
    for option in ((), ("--dry-run",)):
        found = run("import", "greenhouse", save(make_job()), *option)
        assert found.code == 1
        assert found.err.startswith(f"error: `{LOCK}` is a link or a folder, and no file of the site\n")
    assert not (site / DIVER).exists()


def test_answer_without_texts_empties_no_posting(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job(), make_job(2)))
    before = tree(site)
    found = run("import", "greenhouse", save(make_job(content=None), make_job(2, content=None)))
    assert (found.code, tree(site)) == (1, before)
    assert "the source has no words any more for 2 of 2 postings" in found.err
    assert "`?content=true`" in found.err


def test_conflict_is_told_again_until_it_is_settled(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job()))
    file = site / DIVER
    file.write_text(file.read_text("utf-8").replace("title: Diver", "title: Our diver"), "utf-8")
    save(make_job(title="Their diver"))
    assert [run("import", "greenhouse", "board.json").code for _ in range(2)] == [1, 1]
    assert run("import", "greenhouse", "board.json", "--take", "file").code == 0
    assert run("import", "greenhouse", "board.json").code == 0


def test_conflict_is_told_field_by_field_and_ends_with_1(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job()))
    file = site / DIVER
    file.write_text(file.read_text("utf-8").replace("title: Diver", "title: Our diver"), "utf-8")
    found = run("import", "greenhouse", save(make_job(title="Their diver")))
    assert found.code == 1
    assert found.err == (
        f"{DIVER}: conflict\n  title: the file says `Our diver`, the source `Their diver`\n"
        "  fix: write what is right into the file, or take one side: `--take source`, `--take file`\n"
    )
    assert run("import", "greenhouse", "board.json", "--take", "source").code == 0
    assert "title: Their diver\n" in file.read_text("utf-8")


def test_too_many_removals_touch_nothing(run: Run, site: Path) -> None:
    run("import", "greenhouse", save(make_job(), make_job(2)))
    before = tree(site)
    found = run("import", "greenhouse", save(make_job()))
    assert (found.code, tree(site)) == (1, before)
    assert found.err.startswith(
        "error: 1 of 2 postings are missing at the source\n  fix: if they are really gone"
    )
    assert run("import", "greenhouse", "board.json", "--accept-removals").code == 0
    assert "status: closed" in (site / "content/postings/diver-2.md").read_text("utf-8")


def test_posting_that_no_site_can_be_built_with_is_left_out_and_told(run: Run, site: Path) -> None:
    found = run("import", "greenhouse", save(make_job(departments=[])))
    assert found.code == 1
    assert found.err == (
        f"{DIVER}: left out\n  it has no `category`: add that at the source, or `--default category=…`\n"
    )
    assert not (site / DIVER).exists()
    filled = run("import", "greenhouse", "board.json", "--default", "category=Kitchen")
    assert (filled.code, filled.out.splitlines()[0]) == (0, f"{LOCK}: updated")


def test_sources_have_locks_of_their_own(run: Run, site: Path) -> None:
    Path("lever.json").write_bytes(fixture("lever.json"))
    assert run("import", "lever", "lever.json", "--name", "harbour").code == 0
    assert (site / "content/imports/harbour.lock").is_file()


def test_source_may_be_piped_in(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(fixture("ashby.json"))))
    assert run("import", "ashby", "-").out.endswith("2 jobs at the source: 2 new\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("greenhouse", "nowhere.json"), "there is no file `nowhere.json`"),
        (("greenhouse", "http://example.com/jobs"), "`http://example.com/jobs` isn't encrypted"),
        (("workday", "x"), "workday"),
        (("greenhouse", "-", "--name", "../x"), "`../x` can't be the name of a source"),
        (("greenhouse", "-", "--default", "categori=A"), "did you mean `category`?"),
        (("greenhouse", "-", "--default", "category"), "`category` isn't a field and its value"),
        (("greenhouse", "-", "--default", "posted=soon"), "`soon` isn't a date"),
        (("greenhouse", "-", "--check", "--dry-run"), "exclude each other"),
        (("greenhouse", "-", "--map", "map.yaml"), "--map is for folder and csv"),
        (("csv", "nowhere.csv"), "there is no file `nowhere.csv`"),
        (("csv", "http://example.com/jobs.csv"), "`http://example.com/jobs.csv` isn't encrypted"),
        (("folder", "nowhere"), "there is no folder `nowhere`"),
        (("csv", "."), "for files of postings: `openings import folder`"),
    ],
)
def test_slip_on_the_command_line_is_told(
    run: Run, site: Path, arguments: tuple[str, ...], message: str
) -> None:
    found = run("import", *arguments)
    assert found.code == 2
    assert message in found.err


def test_missing_library_is_told_with_its_command(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _writer.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "markdownify", None)
    found = run("import", "greenhouse", save(make_job()))
    assert found.code == 2
    assert 'fix: install it: pip install "openings[import]"' in found.err


HEAD = "Title;Department;Place;Since;Apply;Text\n"
DIVES = "Diver;Kitchen;Oslo, Norway;2026-03-02;jobs@example.com;<p>You <b>dive</b>.</p>\n"
FERRIES = "Fährfrau;Kitchen;Berlin, Germany;2026-03-03;jobs@example.com;*1*\n"
CARRIES = "Porter;Kitchen;Bergen, Norway;2026-03-04;jobs@example.com;Soup\n"
MAP = "title: Title\ncategory: Department\nlocation: Place\nposted: Since\napply: Apply\nbody: Text\n"


def sheet(*rows: str, field_map: str = MAP) -> str:
    """A table as a spreadsheet of old saves it, and the map for it; its name."""
    Path("sheet.csv").write_bytes((HEAD + "".join(rows)).encode("cp1252"))
    Path("sheet.map.yaml").write_text(field_map, "utf-8")
    return "sheet.csv"


def take_in(run: Run, *options: str) -> Any:
    return run("import", "csv", "sheet.csv", "--map", "sheet.map.yaml", *options)


def test_first_run_writes_a_map_and_imports_nothing(run: Run, site: Path) -> None:
    file = site / "content/imports/csv.map.yaml"
    looked = run("import", "csv", sheet(DIVES), "--check")
    assert (looked.code, file.exists()) == (2, False)
    assert "there is no map `content/imports/csv.map.yaml`" in looked.err
    found = run("import", "csv", "sheet.csv")
    assert found.code == 0
    assert found.out.startswith(
        "content/imports/csv.map.yaml: a first guess at what the fields of 1 row mean\n"
    )
    assert "run the same command again" in found.out
    assert not (site / DIVER).exists()
    assert "title: Title\n" in file.read_text("utf-8")
    assert run("import", "csv", "sheet.csv").out.endswith("1 job at the source: 1 new\n")
    assert "csv.map.yaml" not in run("check", "--format", "concise").out


def test_row_becomes_a_posting_and_stays_as_it_is(run: Run, site: Path) -> None:
    sheet(DIVES, FERRIES)
    assert take_in(run).out.endswith("2 jobs at the source: 2 new\n")
    assert (site / DIVER).read_text("utf-8").endswith("---\n\nYou **dive**.\n")
    assert (site / "content/postings/fahrfrau.md").read_text("utf-8").endswith("---\n\n\\*1\\*\n")
    before = tree(site)
    sheet(FERRIES, DIVES)
    again = take_in(run)
    assert (again.code, again.out) == (0, "2 jobs at the source: 2 unchanged\n")
    assert "read as Windows-1252" in again.err
    assert tree(site) == before


def test_table_may_come_from_an_address(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet()
    answer = Answer("", 200, {}, f"{HEAD}{DIVES}".encode())
    monkeypatch.setattr("generator.cli.import_mapped.fetch", lambda request, limits: answer)
    found = run("import", "csv", "https://example.com/jobs.csv", "--map", "sheet.map.yaml")
    assert found.out == f"content/imports/csv.lock: updated\n{DIVER}: new\n1 job at the source: 1 new\n"


def test_row_that_changed_is_merged_with_what_was_changed_here(run: Run, site: Path) -> None:
    sheet(DIVES, field_map=f"{MAP}id: Place\n")
    take_in(run)
    file = site / DIVER
    file.write_text(file.read_text("utf-8").replace("title: Diver", "title: Chef"), "utf-8")
    sheet(DIVES.replace("Kitchen", "Galley"), field_map=f"{MAP}id: Place\n")
    assert f"\n{DIVER}: updated (category)\n" in take_in(run).out
    sheet(DIVES.replace("Diver", "Head diver"), field_map=f"{MAP}id: Place\n")
    conflict = take_in(run)
    assert (conflict.code, "the file says `Chef`, the source `Head diver`" in conflict.err) == (1, True)
    assert take_in(run, "--take", "source", "--default", "level=senior").code == 0
    assert "title: Head diver\n" in file.read_text("utf-8")
    assert "level: senior\n" in file.read_text("utf-8")


def test_row_that_vanished_is_closed(run: Run, site: Path) -> None:
    sheet(DIVES, FERRIES, CARRIES)
    take_in(run)
    before = tree(site)
    sheet(DIVES, CARRIES)
    assert (take_in(run).code, tree(site)) == (1, before)
    assert "content/postings/fahrfrau.md: closed\n" in take_in(run, "--accept-removals").out
    assert "status: closed\n" in (site / "content/postings/fahrfrau.md").read_text("utf-8")


@pytest.mark.parametrize("more", ["", "id: ref\n"])
def test_posting_whose_file_cannot_be_read_is_not_closed(run: Run, site: Path, more: str) -> None:
    text = "---\ntitle: {0}\nteam: A\nplace: Oslo, Norway\ndate: 2026-03-02\nref: {0}-1\n---\nSoup.\n"
    Path("old").mkdir()
    for name in ("diver", "rigger", "porter", "usher"):
        Path(f"old/{name}.md").write_text(text.format(name), "utf-8")
    mapped = f"title: title\ncategory: team\nlocation: place\nposted: date\n{more}"
    Path("old.map.yaml").write_text(mapped, "utf-8")
    command = ("import", "folder", "old", "--map", "old.map.yaml")
    assert run(*command).out.endswith("4 jobs at the source: 4 new\n")
    Path("old/diver.md").write_text("---\ntitle: [diver\n---\n", "utf-8")
    found = run(*command, "--accept-removals")
    assert (found.code, "closed" in found.out) == (1, False)
    assert "`diver.md`, line 3: " in found.err
    Path("old/diver.md").unlink()
    assert f"{DIVER}: closed\n" in run(*command).out


def test_posting_of_a_folder_that_is_html_is_cleaned(run: Run, site: Path) -> None:
    Path("old").mkdir()
    head = "---\ntitle: Diver\ndepartment: A\nlocation: Oslo, Norway\ndate: 2026-03-02\n---\n"
    Path("old/diver.html").write_text(f"{head}<p>You <b>dive</b>.<script>x()</script></p>", "utf-8")
    first = run("import", "folder", "old", "--name", "jekyll")
    assert first.out.startswith("content/imports/jekyll.map.yaml: a first guess")
    run("import", "folder", "old", "--name", "jekyll")
    assert (site / DIVER).read_text("utf-8").endswith("---\n\nYou **dive**.\n")
