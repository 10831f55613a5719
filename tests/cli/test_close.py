import os
from pathlib import Path
from shutil import copytree

import pytest

from generator.build.source.shipped import shipped_folder
from tests.cli.conftest import Run
from tests.cli.sites import CONFIG, write

COOK = "content/postings/cook.md"


def read(site: Path, path: str = COOK) -> str:
    return (site / path).read_bytes().decode()


def test_posting_is_filled_by_one_new_line(run: Run, site: Path) -> None:
    before = read(site)
    done = run("close", "cook")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{COOK}: line 7 is now `status: filled`\n"
    assert read(site) == before.replace("2026-03-20\n", "2026-03-20\nstatus: filled\n")


def test_second_time_changes_nothing(run: Run, site: Path) -> None:
    run("close", "cook")
    before = (site / COOK).stat().st_mtime_ns
    assert run("close", "cook").out == f"{COOK}: `status: filled` is there already\n"
    assert (site / COOK).stat().st_mtime_ns == before


def test_reason_replaces_the_status(run: Run, site: Path) -> None:
    done = run("close", "writer", "--reason", "closed")
    assert done.out == (
        "content/postings/writer.md: line 7 is now `status: closed`, it was `status: draft`\n"
    )


def test_day_is_set_instead(run: Run, site: Path) -> None:
    done = run("close", "baker", "--on", "2026-04-01")
    assert done.out == "content/postings/baker.md: line 6 is now `closes: 2026-04-01`\n"
    assert "status" not in read(site, "content/postings/baker.md")


def test_day_before_the_posting_gets_a_warning(run: Run, site: Path) -> None:
    done = run("close", "baker", "--on", "2024-01-01")
    assert done.code == 0
    assert "warning[" in done.err
    assert "6 | closes: 2024-01-01" in done.err
    assert "closes: 2024-01-01\n" in read(site, "content/postings/baker.md")


def test_reason_and_day_exclude_each_other(run: Run, site: Path) -> None:
    assert run("close", "cook", "--reason", "filled", "--on", "2026-04-01").code == 2


def test_unknown_posting_gets_a_suggestion(run: Run, site: Path) -> None:
    done = run("close", "date-engineer")
    assert done.code == 2
    assert done.err == "error: there is no posting `date-engineer`\n  fix: did you mean `data-engineer`?\n"


def test_path_will_do_too(run: Run, site: Path) -> None:
    assert run("close", COOK).code == 0


def test_translations_are_closed_with_it(run: Run, site: Path) -> None:
    write(site, "content/site.yaml", f"{CONFIG}languages: [en, sv]\n")
    write(site, "content/postings/cook.sv.md", read(site).replace("Cook", "Kock"))
    assert run("close", "cook").code == 0
    assert "status: filled" in read(site)
    assert "status: filled" in read(site, "content/postings/cook.sv.md")


def test_posting_with_errors_is_left_alone(run: Run, site: Path) -> None:
    write(site, COOK, read(site).replace("posted: 2026-02-02", "posted: soon"))
    before = read(site)
    done = run("close", "cook")
    assert done.code == 1
    assert "posted: soon" in done.err
    assert done.err.endswith(f"`{COOK}` was not changed\n")
    assert read(site) == before


def test_permissions_and_links_stay(run: Run, site: Path) -> None:
    file = site / COOK
    file.chmod(0o640)
    link = site / "content/postings/alias.md"
    link.symlink_to("cook.md")
    run("close", "alias")
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert "status: filled" in read(site)
    assert sorted(os.listdir(file.parent)) == [
        "alias.md",
        "baker.md",
        "cook.md",
        "data-engineer.md",
        "writer.md",
    ]


@pytest.mark.parametrize("mark", ["\ufeff", ""], ids=["with mark", "without"])
def test_windows_file_keeps_its_bytes(run: Run, site: Path, mark: str) -> None:
    before = mark + read(site).replace("\n", "\r\n")
    write(site, COOK, before)
    assert run("close", "cook").code == 0
    assert read(site) == before.replace("2026-03-20\r\n", "2026-03-20\r\nstatus: filled\r\n")


def test_name_of_a_file_cannot_act_on_the_terminal(run: Run, site: Path) -> None:
    write(site, "content/postings/evil\x1b[31m.md", read(site))
    assert "\x1b" not in run("close", "evil\x1b[31m").out
    assert "\x1b" not in run("close", "evil\x1b[32m").err


@pytest.mark.parametrize(
    ("options", "line"),
    [((), "status: filled"), (("--on", "2027-04-01"), "closes: 2027-04-01")],
    ids=["filled", "on a day"],
)
def test_every_posting_of_the_sample_can_be_closed(
    run: Run, tmp_path: Path, options: tuple[str, ...], line: str
) -> None:
    copytree(shipped_folder("content"), tmp_path / "content")
    for file in sorted((tmp_path / "content/postings").glob("*.md")):
        before = file.read_text("utf-8").splitlines()
        done = run("-C", str(tmp_path), "close", file.stem, *options)
        assert (done.code, done.err) == (0, ""), file.name
        after = file.read_text("utf-8").splitlines()
        name = line.partition(":")[0]
        assert [text for text in after if text != line] == [
            text for text in before if not text.startswith(f"{name}:")
        ]
