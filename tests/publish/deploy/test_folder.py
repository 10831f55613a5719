"""A folder of this machine: links, permissions, a full disk, and deploys that are killed."""

import errno
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.publish.deploy.folder import Folder
from generator.publish.deploy.record import RECORD, UNKNOWN
from generator.publish.deploy.target import Found
from tests.publish.deploy.sending import deploy, recorded, texts, to_folder, write

_PAGES = {"index.html": "home", "assets/a.1.css": "a", "jobs/cook/index.html": "cook"}
_LATER = {"index.html": "new home", "assets/a.2.css": "b", "jobs/baker/index.html": "baker"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "site/output").mkdir(parents=True)
    return write(tmp_path / "site/output", _PAGES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "www"


def _deploy(root: Path, output: Path, stop: Callable[[str], None] = lambda line: None) -> list[str]:
    return deploy(to_folder(root, output.parent, output), output, stop)


@pytest.mark.parametrize(
    "folder", ["", ".", "..", "output", "output/www", "content/www", "themes", ".openings/x"]
)
def test_folder_of_the_site_itself_is_refused(output: Path, folder: str) -> None:
    with pytest.raises(OpeningsError, match="can't be a target: the site's own files are there"):
        Folder(Deployment(folder=folder), output.parent, output, {})


def test_link_to_the_site_is_refused_too(root: Path, output: Path) -> None:
    root.symlink_to(output.parent)
    with pytest.raises(OpeningsError, match="the site's own files are there"):
        to_folder(root, output.parent, output)


def test_output_elsewhere_is_no_target_either(tmp_path: Path, output: Path) -> None:
    with pytest.raises(OpeningsError, match="the site's own files are there"):
        to_folder(tmp_path / "built", output.parent, tmp_path / "built")


def test_file_is_no_folder(root: Path, output: Path) -> None:
    root.write_text("a file")
    with pytest.raises(OpeningsError, match=r"`.*/www` is a file"):
        to_folder(root, output.parent, output)


@pytest.mark.parametrize("folder", ["../www", "~/www"])
def test_folder_is_named_from_the_site_or_the_users_own(tmp_path: Path, output: Path, folder: str) -> None:
    target = Folder(Deployment(folder=folder), output.parent, output, {"HOME": str(tmp_path)})
    deploy(target, output)
    assert texts(tmp_path / "www") == _PAGES


def test_link_to_the_target_is_followed(tmp_path: Path, root: Path, output: Path) -> None:
    (tmp_path / "disk").mkdir()
    root.symlink_to(tmp_path / "disk")
    _deploy(root, output)
    assert texts(tmp_path / "disk") == _PAGES


def test_no_link_leads_out_of_the_folder(tmp_path: Path, root: Path, output: Path) -> None:
    (tmp_path / "elsewhere/cook").mkdir(parents=True)
    root.mkdir()
    (root / "jobs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OpeningsError, match=r"`.*/www/jobs` leads out of the folder"):
        _deploy(root, output)
    assert texts(tmp_path / "elsewhere") == {}
    assert texts(root) == {}


def test_link_in_place_of_our_folder_saves_what_it_leads_to(tmp_path: Path, root: Path, output: Path) -> None:
    _deploy(root, output)
    shutil.move(root / "jobs", tmp_path / "elsewhere")
    (root / "jobs").symlink_to(tmp_path / "elsewhere")
    write(output, {"index.html": "home"})
    _deploy(root, output)
    assert texts(tmp_path / "elsewhere") == {"cook/index.html": "cook"}


def test_link_at_the_place_of_a_file_is_never_written_through(
    tmp_path: Path, root: Path, output: Path
) -> None:
    _deploy(root, output)
    (tmp_path / "secret").write_text("secret")
    (root / "index.html").unlink()
    (root / "index.html").symlink_to(tmp_path / "secret")
    write(output, _LATER)
    _deploy(root, output)
    assert (tmp_path / "secret").read_text() == "secret"
    assert texts(root) == _LATER


def test_folder_with_foreign_files_is_not_replaced_by_a_file(root: Path, output: Path) -> None:
    _deploy(root, output)
    (root / "about").mkdir()
    (root / "about/notes.txt").write_text("somebody else's")
    write(output, _PAGES | {"about": "a file"})
    with pytest.raises(OpeningsError, match=r"`.*/about` is in the way") as refused:
        _deploy(root, output)
    assert refused.value.hint == "move what is there, or name an empty folder in site.yaml"
    assert texts(root) == _PAGES | {"about/notes.txt": "somebody else's"}


def test_empty_folder_gives_way_to_a_file(root: Path, output: Path) -> None:
    _deploy(root, output)
    (root / "about").mkdir()
    write(output, _PAGES | {"about": "a file"})
    _deploy(root, output)
    assert texts(root) == _PAGES | {"about": "a file"}


def test_folder_that_was_adopted_gives_its_pages_away_and_keeps_the_rest(root: Path, output: Path) -> None:
    root.mkdir()
    write(root, {"index.html": "an old site", "old.html": "an old page"})
    _deploy(root, output)
    assert texts(root) == _PAGES | {"old.html": "an old page"}


def test_web_server_may_read_what_was_private_here_and_read_only_there(root: Path, output: Path) -> None:
    (output / "index.html").chmod(0o600)
    _deploy(root, output)
    modes = {path.stat().st_mode & 0o777 for path in root.rglob("*")}
    assert modes == {0o777 & ~_umask(), 0o666 & ~_umask()}
    (root / "index.html").chmod(0o444)
    write(output, _LATER)
    _deploy(root, output)
    assert (root / "index.html").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_full_disk_leaves_the_site_as_it_is(
    root: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _deploy(root, output)
    write(output, _LATER)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfile", _full_at(shutil.copyfile, "index.html"))
        with pytest.raises(OpeningsError, match="no space left on device") as refused:
            _deploy(root, output)
    assert refused.value.hint == "make room on the disk, then deploy again"
    assert texts(root).items() >= _PAGES.items()
    assert recorded(root)["index.html"] == UNKNOWN
    _deploy(root, output)
    assert texts(root) == _LATER


def _full_at(copy: Callable[..., Any], name: str) -> Callable[..., Any]:
    def full(source: Path, target: Path) -> Any:
        if source.name == name:
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        return copy(source, target)

    return full


@pytest.mark.parametrize("line", ["claim", "send index.html", "delete assets/a.1.css"])
def test_deploy_that_was_killed_leaves_nothing_that_the_next_does_not_tidy_up(
    root: Path, output: Path, line: str
) -> None:
    _deploy(root, output)
    write(output, _LATER)
    child = os.fork()
    if child == 0:
        _deploy(root, output, lambda done: os.kill(os.getpid(), signal.SIGKILL) if done == line else None)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert (root / "index.html").read_text() in ("home", "new home")
    _deploy(root, output)
    assert texts(root) == _LATER
    assert sorted(path.name for path in root.iterdir()) == [RECORD, "assets", "index.html", "jobs"]


def test_what_a_killed_first_deploy_left_is_not_foreign(root: Path, output: Path) -> None:
    (root / ".openings-staging-x").mkdir(parents=True)
    target = to_folder(root, output.parent, output)
    assert target.look() == Found()
    target.close()
    _deploy(root, output)
    assert not (root / ".openings-staging-x").exists()


def test_two_deploys_to_one_folder_wait_for_each_other(root: Path, output: Path) -> None:
    _deploy(root, output)
    first = to_folder(root, output.parent, output)
    first.look()
    with pytest.raises(OpeningsError, match="another deploy is writing to"):
        _deploy(root, output)
    first.close()
    assert _deploy(root, output) == ["claim"]


def test_what_the_system_refuses_is_told_with_the_file(root: Path, output: Path) -> None:
    long = "x" * 300
    root.mkdir()
    target = to_folder(root, output.parent, output)
    with pytest.raises(OpeningsError, match=f"{long}.*: file name too long") as refused:
        target.send([[long]], lambda path: None)
    assert refused.value.hint == "shorten the name of the file"
