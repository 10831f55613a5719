"""rsync as a target: addresses, what servers refuse, and connections that break."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.record import RECORD
from generator.publish.deploy.rsync_address import Address, Way, read_address
from generator.publish.deploy.rsync_refusals import refusal_of
from generator.publish.deploy.target import Found
from tests.publish.deploy.programs import free_port, rsync_daemon
from tests.publish.deploy.sending import deploy, recorded, texts, to_rsync, write

_PAGES = {"index.html": "home", "assets/a.1.css": "a", "jobs/cook/index.html": "cook"}
_PASSWORD = "sesame-seeds"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "site/output").mkdir(parents=True)
    return write(tmp_path / "site/output", _PAGES)


@pytest.fixture(scope="module")
def daemon(rsync: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A daemon's address, and the folder of its modules."""
    folder = tmp_path_factory.mktemp("daemon")
    (folder / "module").mkdir()
    (folder / "secrets").write_text(f"web:{_PASSWORD}\n")
    (folder / "secrets").chmod(0o600)
    path = f"path = {folder}/module\n"
    modules = {
        "readable": f"{path}read only = yes",
        "writable": f"{path}read only = no\nwrite only = yes",
        "locked": f"{path}read only = no\nauth users = web\nsecrets file = {folder}/secrets",
        "full": f"{path}read only = no\nmax connections = -1",
        "refusing": f"{path}read only = no\nrefuse options = ignore-times",
        "lost": f"path = {folder}/nowhere",
    }
    with rsync_daemon(rsync, folder, modules) as address:
        yield address, folder / "module"


def _deploy(address: str, output: Path, **environment: str) -> list[str]:
    return deploy(to_rsync(address, output.parent, output, {**os.environ, **environment}), output)


@pytest.mark.parametrize(
    ("said", "way", "folder", "host", "account"),
    [
        (
            "www@example.com:/var/www/x",
            Way.SSH,
            "www@example.com:/var/www/x/",
            "example.com",
            "www@example.com",
        ),
        ("example.com:sites/a b/", Way.SSH, "example.com:sites/a b/", "example.com", "example.com"),
        ("[2001:db8::1]:/srv", Way.SSH, "[2001:db8::1]:/srv/", "[2001:db8::1]", "[2001:db8::1]"),
        (
            "web@example.com::sites/x",
            Way.DAEMON,
            "web@example.com::sites/x/",
            "example.com",
            "web@example.com",
        ),
        (
            "rsync://example.com:8730/x",
            Way.DAEMON,
            "rsync://example.com:8730/x/",
            "example.com",
            "example.com",
        ),
    ],
)
def test_address_is_understood_as_rsync_does(
    tmp_path: Path, said: str, way: Way, folder: str, host: str, account: str
) -> None:
    assert read_address(said, tmp_path, tmp_path / "output", {}) == Address(way, folder, host, account)


def test_path_is_a_folder_of_this_machine_with_its_own_limits(tmp_path: Path) -> None:
    site = tmp_path / "site"
    address = read_address("../www: all", site, site / "output", {})
    assert address == Address(Way.LOCAL, f"{tmp_path}/www: all/")
    with pytest.raises(OpeningsError, match="the site's own files are there"):
        read_address("content", site, site / "output", {})


@pytest.mark.parametrize(
    "said",
    [
        *("-e sh:/x", "-oProxyCommand=id:/x", "www@-oProxyCommand=id:/x", "-l@example.com:/x"),
        *("rsync://-x/y", "example.com:", "example.com::", "rsync://example.com/", "https://example.com/x"),
        "example.com:/x\ny",
    ],
)
def test_what_could_be_taken_for_an_option_or_another_place_is_refused(tmp_path: Path, said: str) -> None:
    with pytest.raises(OpeningsError) as refused:
        read_address(said, tmp_path / "site", tmp_path / "site/output", {})
    assert "rsync://example.com/careers" in refused.value.hint


@pytest.mark.parametrize(
    "form",
    [
        *("rsync://web:{}@example.com/x", "web:{}@example.com::x", "web:{}@host:/x"),
        *("RSYNC://web:{}@host/x", "rsync://web:a/{}@host/x"),
    ],
)
def test_password_in_an_address_is_refused_and_not_repeated(tmp_path: Path, form: str) -> None:
    with pytest.raises(OpeningsError, match="holds a password") as refused:
        read_address(form.format(_PASSWORD), tmp_path, tmp_path / "output", {})
    assert _PASSWORD not in refused.value.message + refused.value.hint


@pytest.mark.parametrize(
    ("module", "message", "hint"),
    [
        ("readable", "nothing can be written to that module of `127.0.0.1`", "read only = no"),
        ("writable", "nothing can be read from that module of `127.0.0.1`", "write only = no"),
        ("locked", "`127.0.0.1` didn't take the name or password for the module `locked`", "RSYNC_PASSWORD"),
        ("full", "`127.0.0.1` didn't answer in time", "deploy again"),
        ("refusing", "`127.0.0.1` is set up to refuse `--ignore-times`", "refuse options"),
        ("lost", "the module's folder isn't there on `127.0.0.1`", "rsyncd.conf"),
        ("other", "`127.0.0.1` has no module `other`", "rsyncd.conf"),
    ],
)
def test_refusal_of_a_daemon_is_told_in_words(
    daemon: tuple[str, Path], output: Path, module: str, message: str, hint: str
) -> None:
    address, folder = daemon
    with pytest.raises(OpeningsError) as refused:
        _deploy(f"{address}/{module}", output, RSYNC_PASSWORD="wrong")
    assert refused.value.message.startswith(message)
    assert hint in refused.value.hint
    assert not any(folder.iterdir())


def test_user_and_password_open_a_module_and_are_never_told(daemon: tuple[str, Path], output: Path) -> None:
    address, folder = daemon
    locked = f"{address.replace('//', '//web@')}/locked"
    _deploy(f"{locked}/inside", output, RSYNC_PASSWORD=_PASSWORD)
    assert texts(folder / "inside") == _PAGES
    with pytest.raises(OpeningsError) as refused:
        _deploy(f"{locked}/{_PASSWORD}/x", output, RSYNC_PASSWORD=_PASSWORD)
    assert _PASSWORD not in refused.value.message + refused.value.hint


def test_nobody_is_asked_for_a_password(daemon: tuple[str, Path], output: Path) -> None:
    address, _ = daemon
    with pytest.raises(OpeningsError, match="didn't take the name or password"):
        deploy(to_rsync(f"{address}/locked", output.parent, output, {"PATH": os.environ["PATH"]}), output)


def test_server_that_is_not_there_is_tried_again_and_told(rsync: str, output: Path) -> None:
    with pytest.raises(OpeningsError, match=r"nobody answers on `127\.0\.0\.1`"):
        _deploy(f"rsync://127.0.0.1:{free_port()}/x", output)


def test_missing_or_other_rsync_is_told_with_how_to_install_it(tmp_path: Path, output: Path) -> None:
    with pytest.raises(OpeningsError, match="rsync isn't installed") as refused:
        _deploy("../www", output, PATH=str(tmp_path))
    assert "apt-get install rsync" in refused.value.hint
    _program(tmp_path / "rsync", "echo 'openrsync: protocol version 29'")
    with pytest.raises(OpeningsError, match="too old or another program"):
        _deploy("../www", output, PATH=f"{tmp_path}:{os.environ['PATH']}")


def _program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


# What ssh does, but on this machine: it is called with options, a host, and a command.
_SHELL = 'while [ "$1" != server.example ]; do echo "$1" >> "$0.told"; shift; done; shift; exec sh -c "$*"'


def test_ssh_is_told_to_ask_nobody_and_gets_names_right(rsync: str, tmp_path: Path, output: Path) -> None:
    write(output, _PAGES | {"a b/$(id) 'x'.html": "odd"})
    shell = _program(tmp_path / "ssh", _SHELL)
    _deploy(f"www@server.example:{tmp_path}/www $(id)", output, RSYNC_RSH=f"{shell} -p 2222")
    assert texts(tmp_path / "www $(id)") == _PAGES | {"a b/$(id) 'x'.html": "odd"}
    told = (tmp_path / "ssh.told").read_text().split()
    assert told[:2] == ["-p", "2222"]
    assert {"BatchMode=yes", "www"} <= set(told)


def test_shell_that_is_not_ssh_gets_no_options_of_ssh(rsync: str, tmp_path: Path, output: Path) -> None:
    shell = _program(tmp_path / "shell", _SHELL)
    _deploy(f"server.example:{tmp_path}/www", output, RSYNC_RSH=shell)
    assert texts(tmp_path / "www") == _PAGES
    assert not (tmp_path / "shell.told").exists()


def test_connection_that_breaks_is_tried_again(rsync: str, tmp_path: Path, output: Path) -> None:
    """Every second connection is cut."""
    cut = 'n=$(cat "$0.n" 2>/dev/null || echo 0); echo $((n+1)) > "$0.n"; [ $((n%2)) = 1 ] || exit 255; '
    shell = _program(tmp_path / "shell", cut + _SHELL)
    lines = _deploy(f"server.example:{tmp_path}/www", output, RSYNC_RSH=shell)
    assert texts(tmp_path / "www") == _PAGES
    assert lines == ["claim", "send assets/a.1.css", "send index.html", "send jobs/cook/index.html"]


def test_rsync_that_is_killed_leaves_the_site_whole(rsync: str, tmp_path: Path, output: Path) -> None:
    """The program at hand starts, is killed in the middle of a long file, and nothing of it is to be seen."""
    site = output.parent
    _deploy("../www", output)
    (output / "index.html").write_text("x" * 3_000_000)
    _program(tmp_path / "rsync", f'echo $$ >> {tmp_path}/pids; exec {rsync} --bwlimit=1000 "$@"')
    child = os.fork()
    if child == 0:
        try:
            _deploy("../www", output, PATH=f"{tmp_path}:{os.environ['PATH']}")
        except OpeningsError as refused:
            (tmp_path / "message").write_text(refused.message)
        os._exit(0)
    os.kill(_sending(tmp_path / "pids", tmp_path / "www"), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (tmp_path / "message").read_text() == "rsync was stopped by signal 9"
    assert (tmp_path / "www/index.html").read_text() == "home"
    _deploy("../www", output)
    assert texts(tmp_path / "www") == texts(site / "output")


def _sending(pids: Path, root: Path) -> int:
    """The process that sends pages, once half a page lies there under another name."""
    end = time.monotonic() + 60
    while not list(root.glob(".index.html.*")):
        assert time.monotonic() < end
        time.sleep(0.01)
    return int(pids.read_text().split()[-1])


def test_times_owners_and_permissions_of_this_machine_stay_here(
    rsync: str, tmp_path: Path, output: Path
) -> None:
    for path in (output, output / "jobs", output / "index.html"):
        os.utime(path, (0, 0))
        path.chmod(0o700 if path.is_dir() else 0o600)
    _deploy("../www", output)
    status = (tmp_path / "www/index.html").stat()
    assert status.st_mode & 0o777 == 0o644
    assert (tmp_path / "www/jobs").stat().st_mode & 0o077
    assert status.st_mtime > 0


def test_link_in_the_way_stays_and_nothing_is_written_through_it(
    rsync: str, tmp_path: Path, output: Path
) -> None:
    write(output, {"index.html": "home"})
    _deploy("../www", output)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "www/jobs").symlink_to(tmp_path / "elsewhere")
    write(output, _PAGES)
    with pytest.raises(OpeningsError, match=r"in the way of `.*jobs/cook.*` on this machine"):
        _deploy("../www", output)
    assert texts(tmp_path / "elsewhere") == {}
    assert recorded(tmp_path / "www")


def test_record_that_a_killed_first_deploy_left_half_is_not_foreign(
    rsync: str, tmp_path: Path, output: Path
) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / f".{RECORD}.Xy1Z2a").touch()
    assert to_rsync("../www", output.parent, output, os.environ).look() == Found()


_AT = Address(Way.SSH, "www@example.com:/srv/", "example.com", "www@example.com")


_DENIED = "failed: Permission denied (13)"


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        (
            "Host key verification failed.\nrsync: connection closed",
            255,
            "the key of `example.com` isn't known",
        ),
        ("x@example.com: Permission denied (publickey,password).", 255, "`example.com` doesn't let us in"),
        ("sh: 1: rsync: not found\nrsync: connection closed", 127, "there is no rsync on `example.com`"),
        ("protocol version mismatch -- is your shell clean?", 2, "the shell on `example.com` prints"),
        ("ssh: Could not resolve hostname x: Name or service not known", 255, "no host is known by the name"),
        ("ssh: connect to host x port 22: Connection timed out", 255, "`example.com` didn't answer in time"),
        (
            'rsync: write failed on "/a": No space left on device (28)',
            11,
            "the disk of `example.com` is full",
        ),
        (f'rsync: mkdir "/srv/a" {_DENIED}', 23, "`example.com` doesn't let us touch `/srv/a`"),
        (
            f'rsync: mkstemp ".a.html.uEeI5W" (in m) {_DENIED}',
            23,
            "`example.com` doesn't let us touch `.a.html",
        ),
        (f"rsync: delete_file: unlink(keep/x) {_DENIED}", 23, "`example.com` doesn't let us touch `keep/x`"),
        ("could not make way for new regular file: g", 23, "`g` is in the way on `example.com`"),
        ("invalid file mode 00 for old.html [receiver]", 2, "the rsync on `example.com` can't delete"),
        ("rsync: --delete-missing-args: unknown option", 1, "the rsync on `example.com` is too old"),
        ("", 12, "the connection to `example.com` broke"),
        ("", -15, "rsync was stopped by signal 15"),
        ("rsync: something new happened", 23, "rsync refused: something new happened"),
        ("", 99, "rsync refused: exit code 99"),
    ],
)
def test_what_programs_say_is_told_in_words_with_a_way_out(said: str, code: int, message: str) -> None:
    refusal = refusal_of(said, code, _AT)
    assert refusal.message.startswith(message)
    assert refusal.hint
    assert "{" not in refusal.message + refusal.hint


def test_only_what_can_pass_is_tried_again() -> None:
    tried = {said: refusal_of(said, 12, _AT).may_pass for said in ("", "Connection refused", "timed out")}
    assert all(tried.values())
    final = (
        "Host key verification failed",
        "auth failed on module x",
        "rsync: not found",
        "module is read only",
    )
    assert not any(refusal_of(said, 12, _AT).may_pass for said in final)


def test_hints_for_ssh_name_the_user_too() -> None:
    refusal = refusal_of("www@example.com: Permission denied (publickey).", 255, _AT)
    assert "ssh -o BatchMode=yes www@example.com true" in refusal.hint
