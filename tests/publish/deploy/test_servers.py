"""What holds for a folder here and for one behind an rsync daemon alike."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.record import RECORD, UNKNOWN, Record
from generator.publish.deploy.target import Found, Target
from tests.publish.deploy.programs import rsync_daemon
from tests.publish.deploy.sending import deploy, recorded, texts, to_folder, to_rsync, write

_PAGES = {
    "index.html": "home",
    "404.html": "nothing here",
    "assets/site.1.css": "a",
    "jobs/cook/index.html": "cook",
    "jobs/index.html": "all jobs",
    "sitemap.xml": "pages",
}
_LATER = {
    "index.html": "new home",
    "404.html": "nothing here",
    "assets/site.2.css": "b",
    "jobs/baker/index.html": "baker",
    "jobs/index.html": "other jobs",
    "sitemap.xml": "pages",
}

Opened = Callable[[], Target]


class _StoppedError(Exception):
    """Somebody pressed Ctrl-C."""


@pytest.fixture(scope="module")
def daemon(rsync: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A module's address, and its folder."""
    folder = tmp_path_factory.mktemp("daemon")
    module = folder / "module"
    module.mkdir()
    with rsync_daemon(rsync, folder, {"sites": f"path = {module}\nread only = no"}) as address:
        yield f"{address}/sites", module


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "site/output").mkdir(parents=True)
    return write(tmp_path / "site/output", _PAGES)


@pytest.fixture(params=["folder", "rsync"])
def place(request: pytest.FixtureRequest, tmp_path: Path, output: Path) -> Iterator[tuple[Path, Opened]]:
    """A folder that isn't there yet, and how to deploy to it."""
    site = output.parent
    if request.param == "folder":
        yield tmp_path / "www", lambda: to_folder(tmp_path / "www", site, output)
        return
    address, module = request.getfixturevalue("daemon")
    name = tmp_path.name
    yield module / name, lambda: to_rsync(f"{address}/{name}", site, output, dict(os.environ))


def test_folder_is_made_and_holds_the_whole_site(place: tuple[Path, Opened], output: Path) -> None:
    root, opened = place
    lines = deploy(opened(), output)
    assert texts(root) == _PAGES
    assert recorded(root).keys() == _PAGES.keys()
    assert (lines[0], lines[1], lines[-1]) == ("claim", "send assets/site.1.css", "send sitemap.xml")
    assert sorted(lines[2:-1]) == [f"send {path}" for path in sorted(_PAGES) if path.endswith(".html")]


def test_second_deploy_sends_what_changed_and_leaves_what_is_foreign(
    place: tuple[Path, Opened], output: Path
) -> None:
    root, opened = place
    deploy(opened(), output)
    (root / "CNAME").write_text("careers.example.com")
    (root / "jobs/cook/notes.txt").write_text("somebody else's")
    write(output, _LATER)
    lines = deploy(opened(), output)
    assert lines[:2] == ["claim", "send assets/site.2.css"]
    assert lines[2] == "send jobs/baker/index.html"
    assert sorted(lines[3:5]) == ["send index.html", "send jobs/index.html"]
    assert lines[5:] == ["delete jobs/cook/index.html", "delete assets/site.1.css"]
    foreign = {"CNAME": "careers.example.com", "jobs/cook/notes.txt": "somebody else's"}
    assert texts(root) == _LATER | foreign
    assert recorded(root).keys() == _LATER.keys()


def test_folders_that_are_left_empty_go(place: tuple[Path, Opened], output: Path) -> None:
    root, opened = place
    write(output, _PAGES | {"a/b/c/index.html": "deep", "a/d/index.html": "less deep"})
    deploy(opened(), output)
    (root / "a/d/nobody").mkdir()
    write(output, {"index.html": "home"})
    deploy(opened(), output)
    assert sorted(path.relative_to(root).as_posix() for path in root.rglob("*")) == [
        *(RECORD, "a", "a/d", "a/d/nobody", "index.html")
    ]


def test_file_becomes_a_folder_and_a_folder_a_file(place: tuple[Path, Opened], output: Path) -> None:
    root, opened = place
    write(output, {"about": "a file", "team/index.html": "a page", "team/x/index.html": "another"})
    deploy(opened(), output)
    changed = {"about/index.html": "a page", "team": "a file"}
    write(output, changed)
    deploy(opened(), output)
    assert texts(root) == changed


def test_file_of_the_same_size_and_time_is_sent_all_the_same(
    place: tuple[Path, Opened], output: Path
) -> None:
    root, opened = place
    deploy(opened(), output)
    there = (root / "index.html").stat()
    (output / "index.html").write_text("HOME")
    os.utime(output / "index.html", ns=(there.st_atime_ns, there.st_mtime_ns))
    deploy(opened(), output)
    assert (root / "index.html").read_text() == "HOME"


def test_foreign_file_in_the_way_stops_a_deploy_before_anything_is_touched(
    place: tuple[Path, Opened], output: Path
) -> None:
    root, opened = place
    deploy(opened(), output)
    (root / "jobs/baker").mkdir()
    (root / "jobs/baker/index.html").write_text("somebody else's")
    write(output, _LATER)
    with pytest.raises(OpeningsError, match=r"jobs/baker/index\.html` is in the way.*isn't ours"):
        deploy(opened(), output)
    assert texts(root) == _PAGES | {"jobs/baker/index.html": "somebody else's"}
    assert UNKNOWN not in recorded(root).values()
    deploy(opened(), output, adopts=True)
    assert texts(root) == _LATER


def test_claim_of_another_deploy_is_noticed(output: Path, daemon: tuple[str, Path], tmp_path: Path) -> None:
    address, _ = daemon
    target = to_rsync(f"{address}/{tmp_path.name}", output.parent, output, dict(os.environ))
    assert target.holds(target.look().record)
    claimed = Record("https://careers.example.com", {"index.html": UNKNOWN}, mark="ours")
    target.claim(claimed)
    assert target.holds(claimed)
    other = to_rsync(f"{address}/{tmp_path.name}", output.parent, output, dict(os.environ))
    other.claim(replace(claimed, mark="theirs"))
    assert not target.holds(claimed)


def test_file_that_is_gone_already_is_no_error(place: tuple[Path, Opened], output: Path) -> None:
    root, opened = place
    deploy(opened(), output)
    (root / "assets/site.1.css").unlink()
    (root / "assets").rmdir()
    write(output, _LATER)
    deploy(opened(), output)
    assert texts(root) == _LATER


def test_deploy_with_nothing_to_do_touches_nothing(place: tuple[Path, Opened], output: Path) -> None:
    root, opened = place
    deploy(opened(), output)
    before = _looks(root)
    assert deploy(opened(), output) == ["claim"]
    assert _looks(root) == before


def _looks(root: Path) -> dict[Path, tuple[int, int]]:
    found = {path: path.lstat() for path in (root, *root.rglob("*"))}
    return {path: (status.st_ino, status.st_mtime_ns) for path, status in found.items()}


def test_names_of_any_kind_arrive(place: tuple[Path, Opened], output: Path) -> None:
    root, opened = place
    odd = {"#x.html": "1", ";y.html": "2", "-z.html": "3", "a b/ü$(q).html": "4", "back\\slash": "5"}
    write(output, odd)
    lines = deploy(opened(), output)
    assert texts(root) == odd
    assert sorted(lines) == sorted(["claim", *(f"send {name}" for name in odd)])
    write(output, {"index.html": "home"})
    deploy(opened(), output)
    assert texts(root) == {"index.html": "home"}


def test_what_lies_in_a_folder_without_a_record_is_named(place: tuple[Path, Opened]) -> None:
    root, opened = place
    assert _look(opened()) == Found()
    root.mkdir()
    assert _look(opened()) == Found()
    (root / "jobs").mkdir()
    (root / "index.html").write_text("another site")
    (root / RECORD).write_text("{")
    assert _look(opened()) == Found(None, ("index.html", "jobs"))


def test_record_that_reaches_out_of_the_folder_is_none_of_ours(place: tuple[Path, Opened]) -> None:
    root, opened = place
    root.mkdir()
    (root / RECORD).write_text('{"site": "https://example.com", "files": {"../secret": ""}, "format": 1}')
    assert _look(opened()) == Found()


def _look(target: Target) -> Found:
    try:
        return target.look()
    finally:
        target.close()


@pytest.mark.parametrize(
    ("place", "steps"),
    [*(("folder", steps) for steps in range(7)), ("rsync", 1), ("rsync", 5)],
    indirect=["place"],
)
def test_deploy_that_is_broken_off_anywhere_is_finished_by_the_next(
    place: tuple[Path, Opened], output: Path, steps: int
) -> None:
    root, opened = place
    deploy(opened(), output)
    write(output, _LATER)
    left = [steps]

    def stop(line: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        deploy(opened(), output, stop)
    for name in _PAGES.keys() & _LATER.keys():
        assert (root / name).read_text() in (_PAGES[name], _LATER[name])
    deploy(opened(), output)
    assert texts(root) == _LATER
    assert not [path for path in root.iterdir() if path.name.startswith(".openings-staging")]


def test_folder_whose_parent_is_missing_is_not_made(
    tmp_path: Path, output: Path, daemon: tuple[str, Path]
) -> None:
    address, _ = daemon
    with pytest.raises(OpeningsError, match=r"/gone` isn't there, so `www` can't be made in it"):
        deploy(to_folder(tmp_path / "gone/www", output.parent, output), output)
    with pytest.raises(OpeningsError, match=r"gone/www` can't be made on `127\.0\.0\.1`"):
        deploy(to_rsync(f"{address}/gone/www", output.parent, output, dict(os.environ)), output)
    assert not (tmp_path / "gone").exists()
