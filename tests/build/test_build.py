import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.output.sink import MemorySink
from generator.build.pipeline import build
from generator.build.report import Report
from generator.build.source.workspace import open_workspace
from generator.diagnostics.diagnostic import OpeningsError
from tests.builders import DAY, POSTING, SITE, write_site

_OPTIONS = Options(as_of=DAY)


def _build(site: Path, output: Path | None = None, options: Options = _OPTIONS) -> Report:
    workspace = open_workspace(site)
    return build(workspace, options, DirectorySink(output or site / "output", workspace.root))


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_folder_of_markdown_becomes_a_site(tmp_path: Path) -> None:
    report = _build(write_site(tmp_path))
    assert report.diagnostics == ()
    page = (tmp_path / "output/jobs/backend-engineer/index.html").read_text()
    assert "<h1" in page
    assert "Words about the work." in page


def test_accent_that_is_too_pale_is_told_once(tmp_path: Path) -> None:
    report = _build(write_site(tmp_path, config=f'{SITE}theme: {{accent: "#f6b73c"}}\n'))
    assert [problem.code.name for problem in report.diagnostics] == ["pale-accent"]
    assert report.written


def test_disk_and_memory_get_the_same_bytes(tmp_path: Path) -> None:
    _build(write_site(tmp_path))
    memory = MemorySink()
    build(open_workspace(tmp_path), _OPTIONS, memory)
    assert memory.files == _tree(tmp_path / "output")


def test_second_build_writes_nothing(tmp_path: Path) -> None:
    first = _build(write_site(tmp_path)).written
    second = _build(tmp_path).written
    assert first
    assert second
    assert (second.written, second.deleted, second.kept) == (0, 0, first.written)


def test_all_problems_of_all_files_come_in_one_run_and_output_is_untouched(tmp_path: Path) -> None:
    _build(write_site(tmp_path))
    before = _tree(tmp_path / "output")
    write_site(
        tmp_path,
        {
            "postings/a.md": POSTING.replace("title:", "titel:"),
            "postings/b.md": POSTING.replace("Berlin, Germany", "Berlin"),
            "postings/backend-engineer.md": POSTING.replace("Words", "Other words"),
        },
    )
    report = _build(tmp_path)
    assert {d.at.path for d in report.diagnostics if d.at} == {
        "content/postings/a.md",
        "content/postings/b.md",
    }
    assert report.written is None
    assert _tree(tmp_path / "output") == before


def test_error_in_the_settings_doesnt_hide_what_is_wrong_between_files(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {"postings/b.md": POSTING.replace("Berlin, Germany", "Berlin")},
        config=SITE + "time_zone: Mars/Olympus\n",
    )
    report = _build(tmp_path)
    assert {d.code.name for d in report.diagnostics} == {"unknown-time-zone", "bare-city"}
    assert report.written is None


def test_one_slip_makes_no_false_alarm_elsewhere(tmp_path: Path) -> None:
    """A file with an error still stands for itself: links to it hold, offices keep their names."""
    files = {
        "postings/a.md": POSTING.replace("Berlin, Germany", "HQ").replace("apply:", "related: [b]\napply:")
        + "[b](b.md) [s](../articles/s.md)",
        "postings/b.md": POSTING.replace("posted: 2026", "posted: 26").replace(
            "apply:", "apply: x\nlocation:"
        ),
        "locations/hq.md": "---\ntitle: HQ\nplace: Stockholm, Sweden\ncoordinates: north\n---\n",
        "articles/s.md": "no front matter",
        "snippets/x.md": "---\ntitel: x\n---\n",
    }
    found = _build(write_site(tmp_path, files, f"{SITE}include: x\n")).diagnostics
    assert {d.at.path for d in found if d.at} == {
        "content/postings/b.md",
        "content/locations/hq.md",
        "content/articles/s.md",
        "content/snippets/x.md",
    }
    assert not [
        d for d in found if d.code.name in ("apply-missing", "broken-link", "bare-city", "unknown-posting")
    ]


def test_translation_is_read_and_waits(tmp_path: Path) -> None:
    files = {"postings/a.md": POSTING, "postings/a.fr.md": POSTING, "postings/b.de.md": POSTING}
    report = _build(write_site(tmp_path, files, f"{SITE}languages: [en, fr]\n"))
    assert [(d.code.name, d.at and d.at.path) for d in report.diagnostics] == [
        ("translation-waits", "content/postings/a.fr.md")
    ]
    assert (tmp_path / "output/jobs/a/index.html").exists()
    assert (tmp_path / "output/jobs/b-de/index.html").exists()


def test_bare_city_is_found_in_a_file_with_other_errors(tmp_path: Path) -> None:
    text = POSTING.replace("Berlin, Germany", "London").replace("posted: 2026-03-02", "posted: soon")
    names = [d.code.name for d in _build(write_site(tmp_path, {"postings/a.md": text})).diagnostics]
    assert "bare-city" in names
    assert len(names) == 2


def test_templates_mistake_leaves_output_untouched(tmp_path: Path) -> None:
    _build(write_site(tmp_path))
    before = _tree(tmp_path / "output")
    theme = tmp_path / "themes/own/templates"
    theme.mkdir(parents=True)
    sound = ("home", "jobs", "job", "categories", "category", "locations", "place", "articles", "saved")
    for kind in (*sound, "404"):
        (theme / f"{kind}.html").write_text("changed" if kind != "404" else "{{ page.oops }}")
    report = _build(tmp_path, options=Options(as_of=DAY, theme="own"))
    assert [d.code.name for d in report.diagnostics] == ["template-failed"]
    assert _tree(tmp_path / "output") == before


def test_deleted_posting_takes_its_page_along_and_nothing_else(tmp_path: Path) -> None:
    write_site(tmp_path, {"postings/a.md": POSTING, "postings/b.md": POSTING.replace("jobs/1", "jobs/2")})
    _build(tmp_path)
    (tmp_path / "output/own.txt").write_text("mine")
    (tmp_path / "output/jobs/b/notes.txt").write_text("mine too")
    (tmp_path / "content/postings/b.md").unlink()
    report = _build(tmp_path)
    assert report.written
    assert report.written.deleted == 1
    assert not (tmp_path / "output/jobs/b/index.html").exists()
    assert (tmp_path / "output/own.txt").read_text() == "mine"
    assert (tmp_path / "output/jobs/b/notes.txt").read_text() == "mine too"


def test_emptied_folder_goes_with_its_last_file(tmp_path: Path) -> None:
    write_site(tmp_path, {"postings/a.md": POSTING, "postings/b.md": POSTING})
    _build(tmp_path)
    (tmp_path / "content/postings/b.md").unlink()
    _build(tmp_path)
    assert not (tmp_path / "output/jobs/b").exists()


@pytest.mark.parametrize("place", [".", "..", "content", "content/output", "themes", ".openings", ".git/x"])
def test_output_among_the_sources_is_refused(tmp_path: Path, place: str) -> None:
    site = write_site(tmp_path / "site")
    with pytest.raises(OpeningsError, match="can't be the output"):
        _build(site, site / place)


def test_folder_with_somebody_elses_page_is_left_alone(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    other = tmp_path / "www"
    other.mkdir()
    (other / "index.html").write_text("my home page")
    with pytest.raises(OpeningsError, match="isn't ours to overwrite"):
        _build(site, other)
    assert _tree(other) == {"index.html": b"my home page"}


def test_output_is_known_again_after_its_records_were_thrown_away(tmp_path: Path) -> None:
    _build(write_site(tmp_path))
    shutil.rmtree(tmp_path / ".openings")
    write_site(tmp_path, {"postings/backend-engineer.md": POSTING.replace("Words", "New words")})
    report = _build(tmp_path)
    assert report.written
    assert [d.code.name for d in report.diagnostics] == ["records-lost"]
    assert _build(tmp_path).diagnostics == ()


def test_lost_records_count_where_warnings_count(tmp_path: Path) -> None:
    _build(write_site(tmp_path))
    shutil.rmtree(tmp_path / ".openings")
    assert _build(tmp_path, options=Options(as_of=DAY, strict=True)).written is None
    assert _build(tmp_path).written


def test_build_that_never_began_lets_go_of_the_output(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    sink = DirectorySink(site / "output", site)
    with pytest.raises(OpeningsError, match="no theme"):
        build(open_workspace(site), Options(as_of=DAY, theme="nope"), sink)
    assert _build(site).written


def test_file_put_into_the_output_by_hand_is_never_overwritten(tmp_path: Path) -> None:
    _build(write_site(tmp_path))
    mine = tmp_path / "output/about/index.html"
    mine.parent.mkdir()
    mine.write_text("mine")
    write_site(tmp_path, {"pages/about.md": "---\ntitle: About\n---\n"})
    with pytest.raises(OpeningsError, match="isn't ours to overwrite"):
        _build(tmp_path)
    assert mine.read_text() == "mine"


@pytest.mark.parametrize(
    ("before", "after"), [("about", "about/more.txt"), ("about/more.txt", "about"), ("a/b/c", "a")]
)
def test_file_may_become_a_folder_and_back(tmp_path: Path, before: str, after: str) -> None:
    static = write_site(tmp_path) / "content/static"
    for name in (before, after):
        shutil.rmtree(static, ignore_errors=True)
        (static / name).parent.mkdir(parents=True)
        (static / name).write_text(name)
        assert _build(tmp_path).written
        assert (tmp_path / "output" / name).read_text() == name


def test_link_planted_where_files_wait_is_not_followed(tmp_path: Path) -> None:
    site, victim = write_site(tmp_path / "site"), tmp_path / "victim"
    victim.mkdir()
    (victim / "keys").write_text("secret")
    (site / "output").mkdir()
    (site / "output/.openings-staging").symlink_to(victim)
    (site / "content/static").mkdir()
    (site / "content/static/keys").write_text("new")
    assert _build(site).written
    assert (victim / "keys").read_text() == "secret"


def test_second_build_at_the_same_time_is_turned_away(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    workspace = open_workspace(site)
    sink = DirectorySink(site / "output", workspace.root)
    with pytest.raises(OpeningsError, match="another build"):
        _build(site)
    sink.abort()
    assert _build(site).written


def test_theme_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", config=f"{SITE}theme: t\n")
    shutil.copytree(Path(__file__).parents[2] / "themes/default", tmp_path / "elsewhere")
    (site / "themes").mkdir()
    (site / "themes/t").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OpeningsError, match="no theme `t`"):
        _build(site)


def test_site_yaml_that_is_a_link_out_is_not_read(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    (tmp_path / "secret.yaml").write_text("password: x")
    (site / "content/site.yaml").unlink()
    (site / "content/site.yaml").symlink_to(tmp_path / "secret.yaml")
    assert [d.code.name for d in _build(site).diagnostics] == ["link-out-of-site"]


def test_content_or_records_that_are_links_are_refused(tmp_path: Path) -> None:
    real, site = write_site(tmp_path / "real"), tmp_path / "site"
    site.mkdir()
    (site / "content").symlink_to(real / "content")
    with pytest.raises(OpeningsError, match="is a link"):
        open_workspace(site)
    (real / ".openings").symlink_to(tmp_path)
    with pytest.raises(OpeningsError, match="is a link"):
        _build(real)


def test_link_to_itself_is_pointed_out(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    (site / "content/postings/loop.md").symlink_to("loop.md")
    assert [d.code.name for d in _build(site).diagnostics] == ["link-out-of-site"]


def test_file_name_that_isnt_text_is_pointed_out(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    path = os.fsencode(site / "content/postings") + b"/\xff\xfe.md"
    with open(path, "wb") as file:
        file.write(POSTING.encode())
    assert [d.code.name for d in _build(site).diagnostics] == ["unreadable-name"]


@pytest.mark.parametrize("output", ["/dev/null/x", "/proc/x", "x" * 300])
def test_output_that_cant_be_written_is_told_in_words(tmp_path: Path, output: str) -> None:
    site = write_site(tmp_path)
    with pytest.raises(OpeningsError) as caught:
        _build(site, site / output)
    assert "can't be" in caught.value.message or "is a file" in caught.value.message


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    "spoil",
    [lambda data: b"", lambda data: b"{}" * 999, _cut, lambda data: data[:200] + b"\xff" * (len(data) - 200)],
    ids=["empty", "another file", "cut", "overwritten"],
)
def test_spoilt_record_deletes_nothing(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    site = write_site(tmp_path)
    _build(site)
    (record,) = (site / ".openings").glob("output-*.sqlite3")
    record.write_bytes(spoil(record.read_bytes()))
    (site / "output/mine.txt").write_text("mine")
    before = _tree(site / "output")
    assert _build(site).written
    assert _tree(site / "output") == before


def test_recorded_path_that_leads_out_is_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    site = write_site(tmp_path / "a/site")
    _build(site)
    (record,) = (site / ".openings").glob("output-*.sqlite3")
    with contextlib.closing(sqlite3.connect(record)) as store, store:
        evil = [("../../../x",), (str(tmp_path / "x"),)]
        store.executemany("INSERT INTO file VALUES (?, x'', x'', '', 0)", evil)
    write_site(site, {"postings/b.md": POSTING})
    assert _build(site).written
    assert (tmp_path / "x").read_text() == "mine"


def test_link_in_the_output_is_never_written_through(tmp_path: Path) -> None:
    site, outside = write_site(tmp_path / "site"), tmp_path / "outside"
    outside.mkdir()
    (site / "output").mkdir()
    (site / "output/jobs").symlink_to(outside)
    with pytest.raises(OpeningsError, match="leads out of the folder"):
        _build(site)
    assert _tree(outside) == {}


@pytest.mark.parametrize("name", ["content/postings/x.md", "content/static/x.txt", "content/pages"])
def test_link_out_of_the_site_is_never_read(tmp_path: Path, name: str) -> None:
    site = write_site(tmp_path / "site")
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "x.md").write_text("---\ntitle: secret\n---\n")
    link = site / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(secret if name.endswith("pages") else secret / "x.md")
    report = _build(site)
    assert [d.code.name for d in report.diagnostics] == ["link-out-of-site"]
    assert report.written is None


def test_static_files_are_copied_as_they_are(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    files = {"brochure.pdf": b"%PDF\0\xff", ".well-known/security.txt": b"Contact: x", "a b/ü.txt": b"x"}
    for name, data in files.items():
        path = site / "content/static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (site / "content/static/.DS_Store").write_bytes(b"litter")
    _build(site)
    assert {name: (site / "output" / name).read_bytes() for name in files} == files
    assert not (site / "output/.DS_Store").exists()


def test_file_in_no_known_folder_is_pointed_out(tmp_path: Path) -> None:
    report = _build(write_site(tmp_path, {"posting/a.md": POSTING}))
    assert [d.code.name for d in report.diagnostics] == ["stray-file"]


@pytest.mark.parametrize("name", ["lost.markdown", "lost.txt", "lost.MD", "picture.png"])
def test_file_beside_the_postings_that_isnt_read_is_pointed_out(tmp_path: Path, name: str) -> None:
    report = _build(write_site(tmp_path, {"postings/a.md": POSTING, f"postings/{name}": "x"}))
    assert [(d.code.name, d.at and d.at.path) for d in report.diagnostics] == [
        ("stray-file", f"content/postings/{name}")
    ]


def test_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"postings/a.md": POSTING, "postings/b.md": "x" * 2_000_001})
    assert "content/postings/b.md" not in open_workspace(site).files
    assert [d.code.name for d in _build(site).diagnostics] == ["file-too-large"]


def _own_theme(site: Path, files: dict[str, str]) -> None:
    """The default theme with some files of the site's own."""
    shutil.copytree(Path(__file__).parents[2] / "themes/default", site / "themes/own")
    for name, text in files.items():
        (site / "themes/own" / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("\n{{ 1 / 0 }}", "template-failed", 2),
        ("{% if %}", "template-syntax", 1),
        ("\n\n{{ nothing }}", "template-failed", 3),
    ],
)
def test_mistake_in_a_style_template_is_told_with_its_line(
    tmp_path: Path, source: str, name: str, line: int
) -> None:
    site = write_site(tmp_path, config=f"{SITE}theme: own\n")
    _own_theme(site, {"assets/accent.css.jinja": source})
    (problem,) = _build(site).diagnostics
    assert problem.code.name == name
    assert problem.at
    assert (problem.at.path, problem.at.line) == ("themes/own/assets/accent.css.jinja", line)


def test_own_fields_and_theme_settings_reach_the_theme_without_their_prefix(tmp_path: Path) -> None:
    posting = POSTING.replace("apply:", "x_perks: [tea]\napply:")
    site = write_site(
        tmp_path, {"postings/a.md": posting}, f"{SITE}theme: {{name: own, settings: {{x_tone: warm}}}}\n"
    )
    _own_theme(
        site,
        {
            "templates/job.html": "{{ page.extra.perks[0] }}",
            "assets/accent.css.jinja": "{{ style.settings.x_tone }}",
        },
    )
    _build(site)
    assert (site / "output/jobs/a/index.html").read_text() == "tea"
    (style,) = (site / "output/assets").glob("accent.*.css")
    assert style.read_text() == "warm"


def test_verify_judges_the_pages_before_they_are_published(tmp_path: Path) -> None:
    site = write_site(tmp_path, config=f"{SITE}theme: own\n")
    _own_theme(site, {"templates/404.html": "<h1>lost</h1>"})
    report = _build(site, options=Options(as_of=DAY, verify=True))
    assert {d.code.name for d in report.diagnostics} == {"missing-part"}
    assert not (site / "output").exists()
    assert _build(site).written


def test_leftovers_of_a_killed_build_are_cleared_away(tmp_path: Path) -> None:
    _build(write_site(tmp_path))
    stale = tmp_path / "output/.openings-staging-abc/jobs"
    stale.mkdir(parents=True)
    (stale / "index.html").write_text("half a page")
    write_site(tmp_path, {"postings/b.md": POSTING})
    _build(tmp_path)
    assert not list((tmp_path / "output").glob(".openings*"))
    assert "half a page" not in (tmp_path / "output/jobs/index.html").read_text()


def test_site_yaml_that_cant_be_read_still_shows_the_problems_of_other_files(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"postings/a.md": POSTING.replace("title:", "titel:")}, "name: [\n")
    paths = {d.at.path for d in _build(site).diagnostics if d.at}
    assert paths == {"content/site.yaml", "content/postings/a.md"}


def test_folder_without_a_site_says_where_to_go(tmp_path: Path) -> None:
    with pytest.raises(OpeningsError) as caught:
        open_workspace(tmp_path)
    assert "openings init" in caught.value.hint


def test_unknown_theme_suggests_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(OpeningsError) as caught:
        _build(write_site(tmp_path), options=Options(theme="defalt"))
    assert caught.value.hint == "did you mean `default`?"


@pytest.mark.parametrize(
    ("epoch", "zone", "open_jobs"),
    [
        pytest.param("1773532800", "UTC", 1, id="last-day"),  # 2026-03-15 00:00 UTC
        pytest.param("1773619200", "UTC", 0, id="day-after"),  # 2026-03-16 00:00 UTC
        pytest.param("1773619200", "America/New_York", 1, id="still-the-day-before-in-new-york"),
    ],
)
def test_source_date_epoch_sets_the_day_in_the_sites_time_zone(
    tmp_path: Path, epoch: str, zone: str, open_jobs: int
) -> None:
    posting = POSTING.replace("apply:", "closes: 2026-03-15\napply:")
    site = write_site(tmp_path, {"postings/a.md": posting}, f"{SITE}time_zone: {zone}\n")
    report = _build(site, options=Options(environment={"SOURCE_DATE_EPOCH": epoch}))
    assert report.summary
    assert report.summary.open_jobs == open_jobs


def test_base_url_and_theme_of_the_command_line_beat_the_sites(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    _build(site, options=Options(base_url="https://example.github.io/careers/", as_of=DAY))
    home = (site / "output/index.html").read_text()
    assert '<link rel="canonical" href="https://example.github.io/careers/">' in home
    assert 'href="/careers/jobs/"' in home


_RUN = """
import sys
from datetime import date
from pathlib import Path
from generator.build.pipeline import build
from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.source.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
report = build(workspace, Options(as_of=date(2026, 11, 20)), DirectorySink(Path(sys.argv[2]), workspace.root))
assert report.written, report.diagnostics
"""


def test_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    """Hash seed, time zone, locale and umask must not show in any file."""
    sample = Path(__file__).parents[2]
    trees = []
    settings = [
        ("0", "UTC", "C"),
        ("1", "Asia/Tokyo", "C.UTF-8"),
        ("4242", "America/Los_Angeles", "de_DE.UTF-8"),
    ]
    for seed, zone, locale in settings:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        output = tmp_path / seed
        subprocess.run([sys.executable, "-c", _RUN, str(sample), str(output)], env=environment, check=True)
        trees.append(_tree(output))
    assert trees[0] == trees[1] == trees[2]
    assert len(trees[0]) > 100


def test_build_that_is_killed_at_any_moment_is_made_good_by_the_next(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    output = tmp_path / "output"
    for round_number in range(8):
        words = POSTING.replace("Words", f"Words of round {round_number}")
        write_site(site, {f"postings/p{i}.md": words for i in range(60)})
        process = subprocess.Popen([sys.executable, "-c", _RUN, str(site), str(output)])
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.25 + round_number * 0.07)
        process.kill()
        process.wait()
    memory = MemorySink()
    options = Options(as_of=date(2026, 11, 20))
    build(open_workspace(site), options, memory)
    _build(site, output, options)
    assert _tree(output) == memory.files


def test_day_is_an_input(tmp_path: Path) -> None:
    posting = POSTING.replace("apply:", "closes: 2026-03-31\napply:")
    site = write_site(tmp_path, {"postings/a.md": posting})
    _build(site, tmp_path / "march", Options(as_of=date(2026, 3, 31)))
    _build(site, tmp_path / "april", Options(as_of=date(2026, 4, 1)))
    page = "jobs/a/index.html"
    assert "https://apply.example.com/1" in (tmp_path / "march" / page).read_text()
    assert "https://apply.example.com/1" not in (tmp_path / "april" / page).read_text()
