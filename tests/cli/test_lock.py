from datetime import date
from pathlib import Path

from generator.build.source.shipped import shipped_folder
from generator.cli.init.choice import CHOSEN
from generator.cli.init.scaffold import scaffold
from tests.cli.conftest import Run
from tests.cli.git import commit, run_git
from tests.cli.sites import DAY, break_posting, write

LOCK = "content/urls.lock"
COOK = "content/postings/cook.md"


def lines(site: Path) -> dict[str, list[str]]:
    """The columns behind each address."""
    rows = [line.split("\t") for line in (site / LOCK).read_text("utf-8").splitlines()[1:]]
    return {row[0]: row[1:] for row in rows}


def test_first_time_all_addresses_are_recorded(run: Run, site: Path) -> None:
    done = run("lock", "--as-of", DAY)
    assert (done.code, done.out, done.err) == (0, f"{LOCK}: 15 added\n", "")
    assert lines(site)["/jobs/cook/"] == ["-", "Cook", "Kitchen", "2026-02-02", "2026-03-20"]
    assert "/jobs/writer/" not in lines(site), "a draft has no address yet"


def test_second_time_the_file_is_not_touched(run: Run, site: Path) -> None:
    run("lock", "--as-of", DAY)
    before = (site / LOCK).stat().st_mtime_ns
    done = run("lock", "--as-of", "2026-03-17")
    assert (done.code, done.out) == (0, f"{LOCK} is up to date: 15 addresses\n")
    assert (site / LOCK).stat().st_mtime_ns == before


def test_it_says_what_came_changed_and_went(run: Run, site: Path) -> None:
    run("lock", "--as-of", DAY)
    (site / COOK).unlink()
    text = (site / "content/postings/baker.md").read_text("utf-8")
    write(site, "content/postings/baker.md", text.replace("title: Baker", "title: Head baker"))
    write(site, "content/pages/students.md", "---\ntitle: Students\n---\nWords.\n")
    done = run("lock", "--as-of", "2026-03-18")
    # With the cook went the only posting in Norway.
    assert done.out == f"{LOCK}: 1 added, 1 changed, 3 gone\n"
    found = lines(site)
    assert found["/jobs/cook/"][-1] == "2026-03-17"
    assert found["/locations/norway/oslo/"][-1] == "2026-03-17"
    assert found["/jobs/baker/"][1] == "Head baker"


def test_check_writes_nothing_and_ends_with_1(run: Run, site: Path) -> None:
    done = run("lock", "--check", "--as-of", DAY)
    assert (done.code, done.out) == (1, f"{LOCK} is out of date: 15 added\n")
    assert not (site / LOCK).exists()
    run("lock", "--as-of", DAY)
    assert run("lock", "--check", "--as-of", DAY).code == 0


def test_record_is_no_stray_file(run: Run, site: Path) -> None:
    run("lock", "--as-of", DAY)
    assert run("check", "--strict", "--as-of", DAY).out == "no problems in 7 files\n"


def test_content_with_an_error_records_nothing(run: Run, site: Path) -> None:
    break_posting(site)
    done = run("lock", "--as-of", DAY)
    assert done.code == 1
    assert "openings check" in done.err
    assert not (site / LOCK).exists()


def test_lines_of_a_merge_are_put_in_order(run: Run, site: Path) -> None:
    run("lock", "--as-of", DAY)
    text = (site / LOCK).read_text("utf-8")
    write(site, LOCK, text + text.splitlines()[-1] + "\n")
    done = run("lock", "--as-of", DAY)
    assert done.out == f"{LOCK}: the same addresses, in order\n"
    assert (site / LOCK).read_text("utf-8") == text


def test_nothing_is_written_over_what_cannot_be_read(run: Run, site: Path) -> None:
    run("lock", "--as-of", DAY)
    text = (site / LOCK).read_text("utf-8").replace("\t", "    ")
    write(site, LOCK, text)
    done = run("lock", "--as-of", DAY)
    assert done.code == 1
    assert "warning[PG015]" in done.err
    assert "parted by spaces" in done.err
    assert "isn't written" in done.err
    assert (site / LOCK).read_text("utf-8") == text


def test_build_asks_for_what_is_not_recorded(run: Run, site: Path) -> None:
    run("lock", "--as-of", DAY)
    assert "PG014" not in run("build", "--as-of", DAY).err
    write(site, "content/pages/students.md", "---\ntitle: Students\n---\nWords.\n")
    done = run("build", "--as-of", DAY)
    assert done.code == 0
    assert "notice[PG014]" in done.err
    assert "`/students/` is not recorded yet" in done.err
    assert "PG014" not in run("build", "--as-of", DAY, "--drafts").err


def test_removed_posting_stays_out_of_the_list_of_postings(run: Run, site: Path) -> None:
    run("lock", "--as-of", DAY)
    (site / COOK).unlink()
    listed = run("list", "--as-of", DAY, "--format", "csv").out
    assert "cook" not in listed
    assert run("check", "--as-of", DAY).code == 0


def test_new_site_remembers_nothing_of_the_sample() -> None:
    assert (shipped_folder("content") / "urls.lock").is_file()
    assert LOCK not in CHOSEN


def test_lines_of_two_branches_are_both_kept(run: Run, site: Path) -> None:
    made = scaffold({}, date(2026, 3, 16))
    for name in (".gitattributes", ".gitignore"):
        (site / name).write_bytes(made[name])
    run("lock", "--as-of", DAY)
    run_git(site, "init", "--quiet")
    commit(site)
    run_git(site, "switch", "--quiet", "--create", "other")
    write(site, "content/pages/students.md", "---\ntitle: Students\n---\nWords.\n")
    run("lock", "--as-of", DAY)
    commit(site)
    run_git(site, "switch", "--quiet", "-")
    write(site, "content/pages/teachers.md", "---\ntitle: Teachers\n---\nOther words.\n")
    run("lock", "--as-of", DAY)
    commit(site)
    run_git(site, "merge", "--quiet", "--no-edit", "other")
    assert {"/students/", "/teachers/"} <= lines(site).keys()
    assert run("check", "--strict", "--as-of", DAY).code == 0
