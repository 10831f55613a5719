"""Whatever happens to files, and however it is told, the preview ends up with the site as it is."""

import errno
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from generator.build.options import Options
from generator.preview.site.studio import Studio
from generator.preview.watch import watcher
from generator.preview.watch.notices import Notices
from generator.preview.watch.watcher import Watcher
from tests.build.incremental.site import DAY, Folder, make_folder, posting
from tests.preview.site.asking import everything

_PATIENCE = 60  # seconds, for a machine that has much to do
_Start = Callable[..., Studio]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return make_folder(tmp_path)


@pytest.fixture
def start(folder: Folder) -> Iterator[_Start]:
    """Starts watching the folder; `is_polling` looks now and then without being told."""
    watchers: list[tuple[Watcher, Studio]] = []

    def started(is_polling: bool = False) -> Studio:
        studio = Studio(folder.root, Options(as_of=DAY))
        watching = Watcher(studio, folder.root, is_polling)
        watchers.append((watching, studio))
        watching.start()
        _until(lambda: studio.edition(studio.base) is not None)
        return studio

    yield started
    for watching, studio in watchers:
        watching.stop()
        studio.close()


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_so():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.01)


def _shows(studio: Studio, url: str, words: str) -> bool:
    edition = studio.edition(studio.base)
    file = edition.file(url) if edition else None
    return words in (file.data.decode() if file else "")


def _is_clean(studio: Studio, folder: Folder) -> bool:
    edition = studio.edition(studio.base)
    return edition is not None and everything(edition) == folder.clean()[1]


@pytest.mark.parametrize("is_polling", [False, True], ids=["told", "polled"])
def test_every_way_to_save_is_seen(start: _Start, folder: Folder, *, is_polling: bool) -> None:
    studio = start(is_polling)
    path = folder.root / "content/postings/cook.md"

    path.write_text(posting("In place", "Food", "Oslo, Norway"), "utf-8")
    _until(lambda: _shows(studio, "/jobs/cook/", "In place"))

    beside = path.with_name(".cook.md.tmp")
    beside.write_text(posting("Replaced", "Food", "Oslo, Norway"), "utf-8")
    os.replace(beside, path)
    _until(lambda: _shows(studio, "/jobs/cook/", "Replaced"))

    path.rename(path.with_name("cook.md~"))
    path.write_text(posting("With a backup", "Food", "Oslo, Norway"), "utf-8")
    _until(lambda: _shows(studio, "/jobs/cook/", "With a backup"))

    path.rename(path.with_name("renamed.md"))
    _until(lambda: _shows(studio, "/jobs/renamed/", "With a backup"))
    assert not _shows(studio, "/jobs/cook/", "With a backup")

    path.with_name("renamed.md").unlink()
    _until(lambda: not _shows(studio, "/jobs/renamed/", "With a backup"))
    _until(lambda: _is_clean(studio, folder))


def test_new_folder_with_files_and_folders_in_it_is_seen(start: _Start, folder: Folder) -> None:
    studio = start()
    elsewhere = folder.root / "elsewhere/deep"
    elsewhere.mkdir(parents=True)
    (elsewhere / "moved-in.md").write_text(posting("Moved in", "Food", "Oslo, Norway"), "utf-8")
    elsewhere.parent.rename(folder.root / "content/postings/berlin")
    _until(lambda: _shows(studio, "/jobs/moved-in/", "Moved in"))
    folder.write("postings/berlin/deep/later.md", posting("Later", "Food", "Oslo, Norway"))
    _until(lambda: _shows(studio, "/jobs/later/", "Later"))


def test_folder_that_took_anothers_place_is_followed(start: _Start, folder: Folder) -> None:
    studio = start()
    content, aside = folder.root / "content", folder.root / "aside"
    shutil.copytree(content, aside)
    content.rename(folder.root / "former")
    aside.rename(content)
    _until(lambda: studio.is_settled)
    folder.write("postings/new.md", posting("In the new folder", "Food", "Oslo, Norway"))
    _until(lambda: _shows(studio, "/jobs/new/", "In the new folder"))
    folder.write("postings/new.md", posting("Once more", "Food", "Oslo, Norway"))
    _until(lambda: _shows(studio, "/jobs/new/", "Once more"))


def test_folder_of_themes_that_appears_is_followed(start: _Start, folder: Folder) -> None:
    shutil.rmtree(folder.root / "themes")
    folder.change("site.yaml", "own", "default")
    studio = start()
    shutil.copytree(Path(__file__).parents[3] / "themes/default", folder.root / "themes/mine")
    folder.change("site.yaml", "default", "mine")
    _until(lambda: _theme(studio) == "mine")
    base = folder.root / "themes/mine/templates/base.html"
    base.write_text(base.read_text("utf-8") + "<!-- edited -->", "utf-8")
    _until(lambda: _shows(studio, "/", "<!-- edited -->"))


def _theme(studio: Studio) -> str:
    edition = studio.edition(studio.base)
    return edition.theming.files.name if edition else ""


def test_checkout_of_a_thousand_files_ends_right(start: _Start, folder: Folder) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false")
        subprocess.run(["git", *who, *words], cwd=folder.root, check=True, capture_output=True)

    git("init", "-q", "-b", "few")
    git("add", "content", "themes")
    git("commit", "-qm", "Few postings")
    git("checkout", "-q", "-b", "many")
    for number in range(1000):
        folder.write(f"postings/many-{number}.md", posting(f"Many {number}", "Food / Tea", "Oslo, Norway"))
    folder.write("postings/tea-buyer.md", posting("On the branch", "Food", "Oslo, Norway"))
    git("add", "content")
    git("commit", "-qm", "Many postings")
    git("checkout", "-q", "few")
    studio = start()
    git("checkout", "-q", "many")
    _until(lambda: _shows(studio, "/jobs/many-999/", "Many 999") and studio.is_settled)
    assert _shows(studio, "/jobs/tea-buyer/", "On the branch")
    git("checkout", "-q", "few")
    _until(lambda: not _shows(studio, "/jobs/many-999/", "Many 999"))
    _until(lambda: studio.is_settled and _is_clean(studio, folder))


def test_change_that_nobody_told_of_is_found_all_the_same(
    start: _Start, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And after a few, looks come as often as without any notices."""
    monkeypatch.setattr(Notices, "on_any_event", lambda self, event: None)
    monkeypatch.setattr(watcher, "_LEAST", 0.5)
    studio = start()
    for number in range(5):
        _until(lambda: studio.is_settled)
        title = f"Unheard of {number}"
        folder.write("postings/tea-buyer.md", posting(title, "Food", "Oslo, Norway"))
        _until(lambda title=title: _shows(studio, "/jobs/tea-buyer/", title))  # type: ignore[misc]
    monkeypatch.setattr(watcher, "_LEAST", 2 * _PATIENCE)
    folder.write("postings/tea-buyer.md", posting("Polled for", "Food", "Oslo, Norway"))
    _until(lambda: _shows(studio, "/jobs/tea-buyer/", "Polled for"))


def test_thread_that_failed_is_replaced_without_a_word(folder: Folder) -> None:
    hinted = Event()
    notices = Notices(hinted.set)
    content = [(folder.root / "content", True)]
    assert notices.follow(content)
    (emitter,) = notices._observer.emitters
    emitter.queue_events = None  # type: ignore[method-assign, assignment]  # so that it fails at the next one
    folder.write("postings/one.md", "One")
    emitter.join(_PATIENCE)
    assert notices.follow(content)
    hinted.clear()
    folder.write("postings/two.md", "Two")
    assert hinted.wait(_PATIENCE)
    notices.close()


def test_system_that_follows_no_more_folders_is_looked_at_now_and_then(
    start: _Start, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Notices, folders: object) -> bool:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(Notices, "follow", refuse)
    studio = start()
    folder.write("postings/tea-buyer.md", posting("Polled", "Food", "Oslo, Norway"))
    _until(lambda: _shows(studio, "/jobs/tea-buyer/", "Polled"))


def test_second_save_with_the_same_look_is_not_missed(start: _Start, folder: Folder) -> None:
    studio = start()
    path = folder.root / "content/postings/tea-buyer.md"
    path.write_text(posting("First one", "Food", "Oslo, Norway"), "utf-8")
    status = path.stat()
    _until(lambda: _shows(studio, "/jobs/tea-buyer/", "First one"))
    path.write_text(posting("Other one", "Food", "Oslo, Norway"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # what is left is the time of the change
    _until(lambda: _shows(studio, "/jobs/tea-buyer/", "Other one"))


def test_mistake_of_ours_does_not_end_the_watch(
    start: _Start, folder: Folder, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    studio = start()
    look, failed = studio.look, iter([True])

    def fail_once() -> bool:
        if next(failed, False):
            raise RuntimeError("a mistake of ours")
        return look()

    monkeypatch.setattr(studio, "look", fail_once)
    folder.write("postings/tea-buyer.md", posting("After it", "Food", "Oslo, Norway"))
    _until(lambda: _shows(studio, "/jobs/tea-buyer/", "After it"))
    assert "a mistake of ours" in capfd.readouterr().err
