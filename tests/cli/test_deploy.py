import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from generator.build.source.git import git
from generator.cli.sent_lines import SentLines
from generator.web.fetching import Answer, FetchError, Limits, Request
from tests.cli.conftest import Run
from tests.cli.git import run_git
from tests.cli.sites import CONFIG as SMALL
from tests.cli.sites import break_posting, write

URL = "https://careers.example.com"
CONFIG = SMALL.replace("https://careers.acme.example", URL)
COOK = "content/postings/cook.md"
LIST = ".openings/deploys/site.json"


@pytest.fixture(autouse=True)
def mid_march(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is a day on which most of the site's postings are open."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773662400")  # 2026-03-16
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")


@pytest.fixture
def remote(site: Path) -> Path:
    """A bare repository that the small site is deployed to."""
    write(site, "content/site.yaml", f"{CONFIG}deploy: {{branch: pages}}\n")
    run_git(site.parent, "init", "--quiet", "--template=", "--bare", "remote.git")
    run_git(site, "init", "--quiet", "--template=", "--initial-branch=main")
    run_git(site, "remote", "add", "origin", "../remote.git")
    return site.parent / "remote.git"


@pytest.fixture
def live(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[str], bytes | None]], None]:
    """Lets the web answer with what a function says; without one, nothing answers."""

    def answering(body_of: Callable[[str], bytes | None]) -> None:
        def fetch(request: Request, limits: Limits) -> Answer:
            body = body_of(request.url)
            return Answer(request.url, 404 if body is None else 200, {}, body or b"")

        monkeypatch.setattr("generator.publish.deploy.visiting.fetch", fetch)

    monkeypatch.setattr("generator.publish.deploy.visiting.PAUSES", ())
    return answering


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(("send ", "delete "))]


def _edit(site: Path, old: str, new: str) -> None:
    text = (site / COOK).read_text("utf-8")
    assert old in text
    write(site, COOK, text.replace(old, new))


def _list(site: Path, file: str = LIST) -> dict[str, list[object]]:
    found: dict[str, list[object]] = json.loads((site / file).read_text("utf-8"))
    return found


def test_dry_run_prints_the_lines_of_the_deploy_that_follows(run: Run, site: Path, remote: Path) -> None:
    foretold = run("deploy", "--dry-run")
    assert (foretold.code, foretold.err) == (0, "")
    assert git(remote, {}, "branch") == b""
    assert not (site / LIST).exists()
    done = run("deploy", "--no-check")
    assert (done.code, done.err) == (0, "")
    assert _lines(done.out) == _lines(foretold.out) != []
    last = foretold.out.splitlines()[-1]
    assert last.startswith("dry run, nothing was changed; it would be ")
    assert last.removeprefix("dry run, nothing was changed; it would be ") in done.out.splitlines()

    _edit(site, "Work with us", "Cook with us")
    (site / "content/postings/baker.md").unlink()
    foretold = run("deploy", "--dry-run")
    assert _lines(run("deploy", "--no-check").out) == _lines(foretold.out)
    assert "delete jobs/baker/index.html" in foretold.out


def test_deployed_branch_holds_what_was_built(run: Run, site: Path, remote: Path) -> None:
    run("deploy", "--no-check")
    for path in ("index.html", "jobs/cook/index.html", "sitemap.xml"):
        assert git(remote, {}, "cat-file", "blob", f"pages:{path}") == (site / "output" / path).read_bytes()


def test_second_deploy_sends_nothing(run: Run, site: Path, remote: Path) -> None:
    run("deploy", "--no-check")
    done = run("deploy", "--no-check")
    assert done.out.startswith("0 files sent, 0 deleted, ")
    assert _list(site) == {"added": [], "changed": [], "gone": [], "google": []}


def test_with_an_error_in_the_content_nothing_is_sent(run: Run, site: Path, remote: Path) -> None:
    break_posting(site)
    done = run("deploy")
    assert (done.code, done.out) == (1, "")
    assert "unknown field `sumary`" in done.err
    assert done.err.endswith("nothing was sent\n")
    assert git(remote, {}, "branch") == b""


def test_with_an_error_in_a_built_page_nothing_is_sent_if_pages_are_read_back(
    run: Run, site: Path, remote: Path
) -> None:
    write(site, "content/static/own.html", "<p>A page without a title</p>")
    done = run("deploy", "--verify")
    assert (done.code, done.out) == (1, "")
    assert "missing-part: the page lacks a title" in done.err
    assert git(remote, {}, "branch") == b""


def test_urls_that_came_changed_and_went_are_listed(run: Run, site: Path, remote: Path) -> None:
    run("deploy", "--no-check")
    first = _list(site)
    assert f"{URL}/jobs/cook/" in first["added"]
    assert f"{URL}/404.html" not in first["added"]
    assert {"url": f"{URL}/jobs/cook/", "type": "URL_UPDATED"} in first["google"]

    _edit(site, "closes: 2026-03-20", "closes: 2026-03-02")
    (site / "content/postings/baker.md").unlink()
    write(site, "content/postings/helper.md", (site / COOK).read_text("utf-8").replace("03-02", "04-02"))
    done = run("deploy", "--no-check", "--urls", "told.json")
    later = _list(site, "told.json")
    assert later["gone"] == [f"{URL}/jobs/baker/"]
    assert f"{URL}/jobs/helper/" in later["added"]
    assert f"{URL}/jobs/cook/" in later["changed"]
    assert later["google"] == [
        {"url": f"{URL}/jobs/baker/", "type": "URL_DELETED"},
        {"url": f"{URL}/jobs/cook/", "type": "URL_DELETED"},
        {"url": f"{URL}/jobs/data-engineer/", "type": "URL_UPDATED"},  # its similar jobs are others
        {"url": f"{URL}/jobs/helper/", "type": "URL_UPDATED"},
    ]
    assert "1 gone: told.json" in done.out


def test_list_of_a_deploy_that_was_killed_before_it_was_written_is_not_lost(
    run: Run, site: Path, remote: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("deploy", "--no-check")
    _edit(site, "Work with us", "Cook with us")

    def killed(file: Path, data: bytes) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("generator.cli.deploy.replace_file", killed)
        assert run("deploy", "--no-check").code == 130
    done = run("deploy", "--no-check")
    assert done.out.startswith("0 files sent")
    assert f"{URL}/jobs/cook/" in _list(site)["changed"]
    run("deploy", "--no-check")
    assert _list(site)["changed"] == []


def test_all_files_sent_again_are_no_changed_addresses(run: Run, site: Path, remote: Path) -> None:
    run("deploy", "--no-check")
    done = run("deploy", "--no-check", "--all")
    assert not done.out.startswith("0 files sent")
    assert _list(site) == {"added": [], "changed": [], "gone": [], "google": []}


def test_deploy_that_is_stopped_by_hand_says_how_to_go_on(
    run: Run, site: Path, remote: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.publish.deploy.git_branch.GitBranch.finish", stopped)
    done = run("deploy", "--no-check")
    assert done.code == 130
    assert "stopped: what was sent so far is whole; another `openings deploy` finishes it\n" in done.err


def test_list_of_urls_is_never_published(run: Run, site: Path, remote: Path) -> None:
    done = run("deploy", "--urls", "output/told.json")
    assert done.code == 2
    assert "would be published with the site" in done.err


def test_place_with_its_own_address_gets_a_site_for_that_address(run: Run, site: Path, remote: Path) -> None:
    staging = "{name: staging, branch: next, url: https://next.example.com/a}"
    write(site, "content/site.yaml", f"{CONFIG}deploy:\n- {{name: live, branch: pages}}\n- {staging}\n")
    assert run("deploy", "staging", "--no-check").code == 0
    assert not (site / "output").exists()
    home = git(remote, {}, "cat-file", "blob", "next:index.html")
    assert b'<link rel="canonical" href="https://next.example.com/a/">' in home
    assert run("deploy", "live", "--no-check").code == 0
    assert f'<link rel="canonical" href="{URL}/">' in (site / "output/index.html").read_text("utf-8")
    assert _list(site, ".openings/deploys/staging.json")["added"] != []


@pytest.mark.parametrize(
    ("deploy", "arguments", "message", "hint"),
    [
        ("", (), "the site doesn't say where it is deployed to", "deploy: {branch: gh-pages}"),
        ("deploy: [{name: a, branch: b}, {name: c, branch: d}]", (), "to several places", "name one: a, c"),
        (
            "deploy: [{name: live, branch: b}]",
            ("life",),
            "site.yaml has no place `life`",
            "did you mean `live`?",
        ),
        ("deploy: [{branch: b}]", ("live",), "has no place `live`", "the only one has no name"),
        ("deploy: {branch: -b}", (), "without its site.yaml the site can't be deployed", "begins otherwise"),
    ],
)
def test_unclear_place_is_told(
    run: Run, site: Path, deploy: str, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    write(site, "content/site.yaml", f"{CONFIG}{deploy}\n")
    done = run("deploy", *arguments)
    assert done.code != 0
    assert message in done.err
    assert hint in done.err
    assert not (site / "output").exists()


def test_what_is_live_is_told(run: Run, site: Path, remote: Path, live: Callable[..., None]) -> None:
    live(lambda url: (site / "output" / _file(url)).read_bytes())
    done = run("deploy")
    assert done.err == ""
    assert f"{URL}/ is live\n" in done.out
    assert done.out.count(" is live\n") == 3


def test_what_is_not_live_yet_is_a_warning_and_no_failure(
    run: Run, site: Path, remote: Path, live: Callable[..., None]
) -> None:
    live(lambda url: b"old" if url == f"{URL}/" else None)
    done = run("deploy")
    assert done.code == 0
    assert f"warning: {URL}/ isn't live yet: it answers with other bytes than were sent\n" in done.err
    assert "isn't live: it answers with 404\n  fix: does the host serve this target" in done.err


def test_one_is_told_once_what_is_waited_for(
    run: Run, site: Path, remote: Path, live: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.deploy.visiting.PAUSES", (0.0, 0.0))
    live(lambda url: b"old")
    assert run("deploy").err.count("waiting for the host to show what is new\n") == 1


def test_host_that_nobody_reaches_is_a_warning_and_no_failure(
    run: Run, site: Path, remote: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(request: Request, limits: Limits) -> Answer:
        raise FetchError("nobody answers")

    monkeypatch.setattr("generator.publish.deploy.visiting.fetch", fetch)
    done = run("deploy")
    assert done.code == 0
    assert done.err.startswith(f"warning: {URL}/ can't be looked at: nobody answers\n")
    assert done.err.count("warning: ") == 1


def _file(url: str) -> str:
    path = url.removeprefix(f"{URL}/")
    return f"{path}index.html" if not path or path.endswith("/") else path


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("out", "printed"), [(StringIO(), 50), (_Terminal(), 21)], ids=["pipe", "terminal"])
def test_all_lines_are_printed_in_a_pipe_and_the_first_on_a_terminal(
    capsys: pytest.CaptureFixture[str], out: StringIO, printed: int
) -> None:
    with SentLines(out, StringIO(), 50) as lines:
        for number in range(50):
            lines(f"send {number}")
    said = capsys.readouterr().out.splitlines()
    assert len(said) == printed
    assert said[:20] == [f"send {number}" for number in range(20)]
    assert printed == 50 or said[-1].startswith("… and 30 more")


@pytest.mark.parametrize("failure", [BrokenPipeError, OSError], ids=["closed pipe", "full disk"])
def test_deploy_is_finished_though_nobody_reads_its_lines(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, failure: type[OSError]
) -> None:
    write(site, "content/site.yaml", f"{CONFIG}deploy: {{folder: ../served}}\n")

    def refuse(text: str, err: bool = False) -> None:
        raise failure

    with monkeypatch.context() as unheard:
        unheard.setattr("generator.cli.sent_lines.say", refuse)
        unheard.setattr("generator.cli.deploy.say", refuse)
        assert run("deploy", "--no-check").code == (141 if failure is BrokenPipeError else 2)
    assert len(_list(site)["added"]) > 1
    assert run("deploy", "--no-check").out.startswith("0 files sent")
