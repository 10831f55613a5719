import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import main
from generator.cli.commands import TABLE
from tests.cli.conftest import Run
from tests.cli.terminal import ROOT, Terminal

OPENINGS = (sys.executable, "-m", "generator")


def spawn(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*OPENINGS, *arguments], capture_output=True, text=True, env=environment, **options
    )


def test_help_lists_every_command_and_imports_none() -> None:
    code = (
        "import sys\nfrom generator.cli import main\n"
        "try: main(['--help'])\nfinally: print(sorted(m for m in sys.modules if m.startswith('generator')\n"
        "    or m in ('yaml', 'babel', 'jinja2', 'markdown_it')))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    for name, told in TABLE:
        assert f"{name} " in done.stdout
        assert told in done.stdout
    assert done.stdout.splitlines()[-1] == str(
        [
            "generator",
            "generator.cli",
            "generator.cli.commands",
            "generator.cli.entry",
            "generator.cli.interrupts",
            "generator.cli.invocation",
            "generator.cli.saying",
            "generator.cli.streams",
            "generator.diagnostics",
            "generator.diagnostics.diagnostic",
            "generator.diagnostics.formats",
            "generator.diagnostics.formats.visible",
            "generator.diagnostics.suggest",
        ]
    )


@pytest.mark.parametrize("name", [name for name, _ in TABLE])
def test_every_command_has_help(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: openings {name}")


def test_version_is_told(run: Run) -> None:
    assert run("--version").out == f"openings {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["new"]], ids=["openings", "openings new"])
def test_without_a_command_the_help_is_shown(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code == 0
    assert "Commands:" in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["bild"], "error: there is no command `bild`\n  fix: did you mean `openings build`?\n"),
        (["xyz"], "error: there is no command `xyz`\n  fix: `openings --help` lists the commands\n"),
        (
            ["new", "postng"],
            "error: there is no command `postng`\n  fix: did you mean `openings new posting`?\n",
        ),
        (
            ["build", "--outptu", "x"],
            "error: there is no option `--outptu`\n  fix: did you mean `--output`?\n",
        ),
        (
            ["check", "--zzz"],
            "error: there is no option `--zzz`\n  fix: `openings check --help` shows how it is used\n",
        ),
        (["explain", "FM999"], "error: there is no problem called `FM999`\n"),
        (["close"], "error: missing argument 'STEM'\n"),
        (["explain", "FM02"], "error: there is no problem called `FM02`\n  fix: did you mean `FM002`?\n"),
        (["schema", "postings"], "error: `postings` is no kind\n  fix: did you mean `posting`?\n"),
        (["schema"], "error: missing argument 'KIND'\n  fix: write one of site, posting, category, "),
        (
            ["check", "--format", "jsn"],
            "error: `jsn` is no value of `--format`\n  fix: did you mean `json`?\n",
        ),
        (
            ["list", "--format", "zzz"],
            "error: `zzz` is no value of `--format`\n  fix: write one of table, json, csv\n",
        ),
        (
            ["build", "-C", "x"],
            "error: `-C` is no option of `openings build`\n"
            "  fix: write it before the command: `openings -C DIR build`\n",
        ),
        (
            ["new", "page", "--version"],
            "error: `--version` is no option of `openings new page`\n"
            "  fix: write it before the command: `openings --version`\n",
        ),
    ],
    ids=[
        "near command",
        "far command",
        "near subcommand",
        "near option",
        "far option",
        "code",
        "argument",
        "near code",
        "near kind",
        "kind",
        "near value",
        "far value",
        "global option",
        "global flag",
    ],
)
def test_wrong_usage_says_what_was_meant(run: Run, arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith(message)


def test_folder_without_a_site_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("-C", str(tmp_path), "check")
    assert done.code == 2
    assert "content/site.yaml is missing" in done.err
    assert "  fix: " in done.err


def test_site_is_found_with_the_global_option(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    assert run("-C", "site", "check", "--as-of", "2026-03-16").code == 0


def test_closed_pipe_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*OPENINGS, "explain"], stdout=write, stderr=subprocess.PIPE, env=environment, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def redirected(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command whose streams a shell has closed or sent elsewhere."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", *OPENINGS, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("arguments", [["check"], ["build"], ["--help"]], ids=" ".join)
def test_closed_stdout_is_told_before_anything_is_done(site: Path, arguments: list[str]) -> None:
    done = redirected(">&-", *arguments)
    assert done.returncode == 2
    assert done.stderr == "error: stdout is closed\n  fix: send it to a file, or to /dev/null\n"
    assert not (site / "output").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", [["list"], ["check"], ["build"], ["--help"], ["explain"]], ids=" ".join)
def test_full_stdout_is_told(site: Path, arguments: list[str]) -> None:
    done = redirected(">/dev/full", *arguments)
    assert done.returncode == 2
    assert done.stderr == "error: no space left on device\n"


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", "<&-"])
def test_stream_that_is_not_needed_may_be_closed_or_full(site: Path, redirection: str) -> None:
    done = redirected(redirection, "new", "page", "--title", "Students")
    assert (done.returncode, done.stdout) == (0, "wrote content/pages/students.md\n")


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full"])
def test_exit_code_is_left_where_nobody_can_be_told(site: Path, redirection: str) -> None:
    done = redirected(redirection, "bild")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize(("encoding", "shown"), [("latin-1", b"`\\u5bff\\u53f8`"), ("ascii", b"`")])
def test_text_that_an_encoding_lacks_is_told_all_the_same(encoding: str, shown: bytes, site: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [*OPENINGS, "list", "--category", "寿司"], capture_output=True, env=environment, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: there is no category " + shown)


def test_refusal_of_the_system_is_told_with_its_path(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "output/index.html")

    monkeypatch.setattr("generator.cli.build.build", refuse)
    done = run("build")
    assert (done.code, done.err) == (2, "error: `output/index.html`: permission denied\n")


def test_bug_of_ours_is_not_hidden(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr("generator.cli.build.build", fail)
    with pytest.raises(ValueError, match="a bug"):
        main(["build"])


def test_interrupt_ends_without_a_traceback(site: Path) -> None:
    terminal = Terminal(site, ["new", "page"])
    terminal.wait_for("Title")
    terminal.interrupt()
    assert terminal.end() == 130
    assert "Traceback" not in terminal.shown


def test_module_runs_as_the_command() -> None:
    assert spawn("--version").stdout == f"openings {__version__}\n"


_BY_ITSELF = "os.kill(os.getpid(), signal.SIGINT)"
# As the importing system's own callbacks, which swallow what is raised in them.
_IN_CALLBACK = "weakref.ref(type(self)(), lambda _: signal.raise_signal(signal.SIGINT))"


@pytest.mark.parametrize("interrupt", [_BY_ITSELF, _IN_CALLBACK], ids=["by itself", "in a callback"])
def test_interrupt_leaves_no_traceback_at_any_moment(tmp_path: Path, interrupt: str) -> None:
    """From the first line of ours on: what Python does before that is its own."""
    code = "import os, signal, sys, weakref\nimport generator.cli as cli\n" + (
        "class Interrupt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == 'click.core': {interrupt}\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "cli.main(['check'])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
