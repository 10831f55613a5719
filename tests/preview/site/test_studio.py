"""The site at one moment, and at the next."""

import errno
import os
from datetime import timedelta
from pathlib import Path
from pkgutil import resolve_name
from threading import Thread
from typing import Any, NoReturn
from weakref import WeakSet

import pytest

from generator.build.options import Options
from generator.preview.site import calm
from generator.preview.site.edition import Edition
from generator.preview.site.files import PageError
from generator.preview.site.studio import Studio
from generator.preview.site.wish import Wish
from tests.build.incremental.site import DAY, WORDS, Folder, make_folder, posting
from tests.preview.site.asking import everything

_JOB = "/jobs/tea-buyer/"
_LONG = posting("Tea buyer", "Food / Tea", "Leeds, United Kingdom", words=f"{WORDS}\n\n" * 3)
_BROKEN = "---\ntitle: [\n---\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = make_folder(tmp_path)
    folder.write("postings/tea-buyer.md", _LONG)
    return folder


@pytest.fixture
def studio(folder: Folder) -> Studio:
    studio = Studio(folder.root, Options(as_of=DAY))
    studio.look()
    return studio


def _edition(studio: Studio) -> Edition:
    edition = studio.edition(studio.base)
    assert edition
    return edition


def _page(studio: Studio, url: str = _JOB) -> str:
    file = _edition(studio).file(url)
    assert file
    return file.data.decode()


def _codes(studio: Studio) -> list[str]:
    return [problem.code.name for problem in studio.problems(studio.base)]


def test_look_that_finds_nothing_new_changes_nothing(studio: Studio) -> None:
    edition, version = _edition(studio), studio.version()
    assert not studio.look()
    assert _edition(studio) is edition
    assert studio.version() == version


def test_touched_file_is_nothing_new(studio: Studio, folder: Folder) -> None:
    (folder.root / "content/postings/tea-buyer.md").touch()
    assert not studio.look()


def test_edited_words_are_shown_without_a_new_model(studio: Studio, folder: Folder) -> None:
    model = _edition(studio).model
    folder.write("postings/tea-buyer.md", f"{_LONG}\nOne thing more.\n")
    assert studio.look()
    assert "One thing more." in _page(studio)
    assert _edition(studio).model is model


def test_edited_field_is_shown_wherever_it_stands(studio: Studio, folder: Folder) -> None:
    folder.write("postings/tea-buyer.md", posting("Buyer of leaves", "Food / Tea", "Leeds, United Kingdom"))
    studio.look()
    assert "Buyer of leaves" in _page(studio)
    assert "Buyer of leaves" in _page(studio, "/jobs/")


def test_broken_posting_stays_as_it_was_while_others_change(studio: Studio, folder: Folder) -> None:
    before = _page(studio)
    folder.write("postings/tea-buyer.md", _BROKEN)
    folder.write("postings/new-one.md", posting("New one", "Food / Tea", "Leeds, United Kingdom"))
    studio.look()
    assert "missing-field" in _codes(studio)
    assert "New one" in _page(studio, "/jobs/new-one/")
    assert before.partition("<h1")[2][:200] == _page(studio).partition("<h1")[2][:200]


def test_posting_that_was_broken_from_the_start_is_missing_until_it_is_mended(
    studio: Studio, folder: Folder
) -> None:
    folder.write("postings/new-one.md", _BROKEN)
    studio.look()
    assert "missing-field" in _codes(studio)
    assert everything(_edition(studio))
    folder.write("postings/new-one.md", posting("New one", "Food / Tea", "Leeds, United Kingdom"))
    studio.look()
    assert "New one" in _page(studio, "/jobs/")


def test_mended_posting_is_shown_without_its_problem(studio: Studio, folder: Folder) -> None:
    text = folder.read("postings/tea-buyer.md")
    folder.write("postings/tea-buyer.md", _BROKEN)
    studio.look()
    folder.write("postings/tea-buyer.md", text.replace("title: ", "title: Mended "))
    studio.look()
    assert "missing-field" not in _codes(studio)
    assert "Mended" in _page(studio)


def test_broken_site_yaml_leaves_the_site_as_it_was(studio: Studio, folder: Folder) -> None:
    before = everything(_edition(studio))
    folder.write("site.yaml", "name: [\n")
    studio.look()
    assert studio.problems(studio.base)
    assert everything(_edition(studio)) == before


def test_site_yaml_that_is_broken_from_the_start_shows_its_problems_until_it_is_mended(
    folder: Folder,
) -> None:
    good = folder.read("site.yaml")
    folder.write("site.yaml", "- no settings\n")
    studio = Studio(folder.root, Options(as_of=DAY))
    studio.look()
    assert studio.edition(studio.base) is None
    assert studio.problems(studio.base)
    folder.write("site.yaml", good)
    studio.look()
    assert _page(studio)


def test_site_yaml_that_is_gone_is_told_and_the_site_stays(studio: Studio, folder: Folder) -> None:
    good = folder.read("site.yaml")
    (folder.root / "content/site.yaml").unlink()
    assert studio.look()
    assert not studio.look()
    assert "out-of-reach" in _codes(studio)
    assert not studio.is_settled
    assert _page(studio)
    folder.write("site.yaml", good)
    assert studio.look()
    assert "out-of-reach" not in _codes(studio)


def test_theme_that_is_missing_is_told_and_the_former_one_stays(studio: Studio, folder: Folder) -> None:
    folder.change("site.yaml", "own", "owm")
    studio.look()
    assert "out-of-reach" in _codes(studio)
    assert "<h1" in _page(studio)


def test_page_whose_template_fails_is_made_as_the_theme_made_it_before(
    studio: Studio, folder: Folder
) -> None:
    before, version = _page(studio), studio.version()
    folder.theme("templates/job.html").write_text("{{ page.nothing.more }}", "utf-8")
    studio.look()
    assert _page(studio) == before
    assert "template-failed" in _codes(studio)
    assert studio.version() > version + 1  # the change, and then the failure


def test_page_whose_template_never_worked_says_why(folder: Folder) -> None:
    folder.theme("templates/job.html").write_text("{{ page.nothing.more }}", "utf-8")
    studio = Studio(folder.root, Options(as_of=DAY))
    studio.look()
    with pytest.raises(PageError, match="nothing"):
        _page(studio)
    assert "template-failed" in _codes(studio)
    assert _page(studio, "/jobs/")


def test_broken_words_of_a_theme_leave_the_theme_as_it_was(studio: Studio, folder: Folder) -> None:
    before = everything(_edition(studio))
    folder.theme("words/en.yaml").write_text("facts: [\n", "utf-8")
    studio.look()
    assert studio.problems(studio.base)
    assert everything(_edition(studio)) == before


def test_style_edit_changes_the_address_of_the_stylesheet(studio: Studio, folder: Folder) -> None:
    style = folder.theme("assets/site.css")
    before = dict(_edition(studio).theming.urls)
    style.write_text(style.read_text("utf-8") + "/* more */\n", "utf-8")
    studio.look()
    after = _edition(studio).theming.urls
    assert {name for name in after if before[name] != after[name]} == {"site.css"}
    assert after["site.css"] in _page(studio)


def test_former_models_are_let_go_of(studio: Studio, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    alive = _watched(monkeypatch, "generator.pages.kit.Rows")
    for n in range(4):
        folder.write("postings/tea-buyer.md", posting(f"Buyer {n}", "Food / Tea", "Leeds, United Kingdom"))
        studio.look()
        assert f"Buyer {n}" in _page(studio, "/jobs/")
    assert len(alive) == 1


def test_former_themes_are_let_go_of_but_for_the_last_good_ones(
    studio: Studio, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = _watched(monkeypatch, "generator.preview.site.theming.Renderer")
    template = folder.theme("templates/job.html")
    text = template.read_text("utf-8")
    for n in range(6):
        template.write_text(text.replace("<h1", f'<h1 class="h-{n}"'), "utf-8")
        studio.look()
        assert f'class="h-{n}"' in _page(studio)
    assert len(alive) <= 3


def _watched(monkeypatch: pytest.MonkeyPatch, name: str) -> WeakSet[object]:
    """What is made of a class from now on, as long as it lives."""
    alive: WeakSet[object] = WeakSet()
    former = resolve_name(name)

    class Watched(former):  # type: ignore[misc, valid-type]
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            alive.add(self)

    monkeypatch.setattr(name, Watched)
    return alive


def test_wishes_are_kept_apart(studio: Studio, folder: Folder) -> None:
    text = posting("Later", "Food / Tea", "Leeds, United Kingdom", f"opens: {DAY + timedelta(9)}")
    folder.write("postings/new-one.md", text)
    studio.look()
    later, drafts = Wish(DAY + timedelta(9)), Wish(None, drafts=True)
    for wish in (later, drafts):
        edition = studio.edition(wish)
        assert edition
        assert edition.file("/jobs/new-one/")
    assert _edition(studio).file("/jobs/new-one/") is None


def test_many_wishes_leave_that_of_the_command_line_alone(studio: Studio, folder: Folder) -> None:
    model = _edition(studio).model
    for days in range(9):
        assert studio.edition(Wish(DAY + timedelta(days)))
    folder.write("postings/tea-buyer.md", f"{_LONG}\nOne thing more.\n")
    studio.look()
    assert _edition(studio).model is model


def test_site_that_follows_the_clock_follows_it_over_midnight(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {"SOURCE_DATE_EPOCH": "1773700000"}
    studio = Studio(folder.root, Options(environment=environment))
    studio.look()
    day = _edition(studio).model.day
    environment["SOURCE_DATE_EPOCH"] = "1773786400"
    assert studio.look()
    assert _edition(studio).model.day == day + timedelta(1)


def test_file_that_took_a_links_place_is_not_followed_out_of_the_site(
    studio: Studio, folder: Folder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("secret", "utf-8")
    cup = folder.root / "content/static/cup.svg"
    cup.unlink()
    cup.symlink_to(secret)
    assert _edition(studio).file("/cup.svg") is None


def test_all_who_wait_hear_of_a_change_and_of_the_end(studio: Studio) -> None:
    heard: list[int] = []
    waiting = Thread(target=lambda: heard.append(studio.wait(studio.version(), 30)))
    waiting.start()
    studio.tell()
    waiting.join(30)
    ending = Thread(target=lambda: heard.append(studio.wait(studio.version(), 30)))
    ending.start()
    studio.close()
    ending.join(30)
    assert heard == [studio.version(), studio.version()]


def test_file_that_was_emptied_a_moment_ago_is_read_once_it_is_filled(
    studio: Studio, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder.root / "content/postings/tea-buyer.md"
    text = _LONG.replace("Tea buyer", "Filled again")
    path.write_bytes(b"")
    monkeypatch.setattr(calm, "_MOMENT", 60_000_000_000)  # however slow the machine
    monkeypatch.setattr(
        "generator.preview.site.calm.time.sleep", lambda seconds: path.write_text(text, "utf-8")
    )
    studio.look()
    assert "Filled again" in _page(studio)


def test_broken_template_is_told_before_anybody_asks_for_such_a_page(studio: Studio, folder: Folder) -> None:
    folder.theme("templates/job.html").write_text("{% if %}", "utf-8")
    studio.look()
    assert _codes(studio) == ["template-syntax"]


def test_what_is_in_the_way_of_the_first_reading_is_told_without_the_folder(
    folder: Folder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (folder.root / ".openings").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    studio = Studio(folder.root, Options(as_of=DAY))
    studio.look()
    assert studio.is_read
    (problem,) = studio.problems(studio.base)
    assert problem.message == "`.openings` is a link"


def test_days_that_nobody_looks_at_any_longer_are_let_go_of(studio: Studio) -> None:
    first = studio.edition(Wish(DAY + timedelta(1)))
    for days in range(2, 9):
        studio.edition(Wish(DAY + timedelta(days)))
    assert studio.edition(Wish(DAY + timedelta(1))) is not first


def test_pipe_that_took_a_files_place_is_not_waited_for(studio: Studio, folder: Folder) -> None:
    cup = folder.root / "content/static/cup.svg"
    cup.unlink()
    os.mkfifo(cup)
    assert _edition(studio).file("/cup.svg") is None


def test_failing_template_is_told_before_anybody_asks_and_over_saves(studio: Studio, folder: Folder) -> None:
    folder.theme("templates/job.html").write_text("{{ page.nothing.more }}", "utf-8")
    studio.look()
    assert _codes(studio) == ["template-failed"]
    folder.write("postings/van-driver.md", f"{folder.read('postings/van-driver.md')}\nMore.\n")
    studio.look()
    assert _codes(studio) == ["template-failed"]


def test_page_that_failed_is_made_again_once_its_file_is_mended(studio: Studio, folder: Folder) -> None:
    _page(studio, "/jobs/van-driver/")
    template = folder.theme("templates/job.html")
    whole = template.read_text("utf-8")
    template.write_text("{% if page.team %}{{ page.nothing.more }}{% endif %}" + whole, "utf-8")
    good = folder.read("postings/van-driver.md")
    folder.write("postings/van-driver.md", good.replace("title:", "team: Vans\ntitle:"))
    studio.look()
    _page(studio, "/jobs/van-driver/")
    assert _codes(studio) == ["template-failed"]
    folder.write("postings/van-driver.md", good)
    studio.look()
    assert _codes(studio) == []


@pytest.mark.parametrize("path", ["content/postings/tea-buyer.md", "content/postings", "content/site.yaml"])
def test_what_cannot_be_read_any_longer_stays_as_it_was(
    studio: Studio, folder: Folder, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who runs the tests may be allowed to read anything: then refusals are played."""
    before = everything(_edition(studio))
    refuse(monkeypatch, folder.root / path)
    studio.look()
    assert _codes(studio) == ["unreadable-file"]
    assert everything(_edition(studio)) == before


def test_theme_that_cannot_be_read_stays_as_it_was(
    studio: Studio, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, folder.theme("templates/job.html"))
    folder.write("postings/new-one.md", posting("New one", "Food / Tea", "Leeds, United Kingdom"))
    studio.look()
    (problem,) = studio.problems(studio.base)
    assert problem.message == "`themes/own/templates/job.html` can't be read: permission denied"
    assert "New one" in _page(studio, "/jobs/new-one/")


def test_broken_posting_stays_as_it_was_when_the_language_changes(studio: Studio, folder: Folder) -> None:
    folder.write("postings/tea-buyer.md", _BROKEN)
    studio.look()
    folder.write("site.yaml", f"{folder.read('site.yaml')}language: en-US\n")
    studio.look()
    assert "Tea buyer" in _page(studio)


def refuse(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Lets nobody read a file or a folder."""

    def denied(*_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    if path.is_file():
        path.touch()  # as a change of its mode leaves a sign
    access, scan, read = os.access, os.scandir, Path.read_bytes
    monkeypatch.setattr(os, "access", lambda p, mode: str(p) != str(path) and access(p, mode))
    monkeypatch.setattr(os, "scandir", lambda p: denied() if str(p) == str(path) else scan(p))
    monkeypatch.setattr(Path, "read_bytes", lambda own: denied() if own == path else read(own))
