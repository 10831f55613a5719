"""The steps of the GitHub workflows do what they say, in a repository that `openings init` made."""

import json
import shutil
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.git import commit, run_git
from tests.workflows.conftest import MakeRunner
from tests.workflows.repositories import origin_of, protect, revision
from tests.workflows.running import Ended, Runner

_ITSELF = "github-actions[bot]"
_HEAD = "0123456789abcdef0123456789abcdef01234567"
_POSTING = "content/postings/motion-designer.md"


# check.yml


def _ask_to_merge(repository: Path, old: str, new: str) -> None:
    """A pull request as a check gets it: merged into what it goes to."""
    run_git(repository, "checkout", "--quiet", "-b", "change")
    file = repository / _POSTING
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    commit(repository)
    run_git(repository, "checkout", "--quiet", "--detach", "main")
    run_git(repository, "merge", "--quiet", "--no-ff", "--message", "Merge", "change")


def _tell(runner: Runner) -> Ended:
    return runner.step(
        "check", "check", "Tell what the change does", github_event_number="7", github_base_ref="main"
    )


def test_pull_request_is_checked_told_of_and_built(runner: MakeRunner) -> None:
    machine = runner()
    _ask_to_merge(machine.repository, "title: ", "title: Senior ")
    assert machine.step("check", "check", "Install Openings").code == 0
    assert machine.called("pip") == ["install --requirement requirements.txt"]
    assert machine.step("check", "check", "Check").code == 0
    assert _tell(machine).code == 0
    report = machine.repository / "report"
    assert (report / "number").read_text("utf-8") == "7\n"
    assert {path.name for path in report.iterdir()} == {"number", "report.html", "report.md", "report.txt"}
    assert "since `main (" in (report / "report.md").read_text("utf-8")
    assert (machine.calls / "summary").read_bytes() == (report / "report.md").read_bytes()
    assert machine.step("check", "check", "Build the site for download").code == 0
    page = (machine.repository / "output/jobs/motion-designer/index.html").read_text("utf-8")
    assert "http://localhost:8000/jobs/motion-designer/" in page
    assert "Senior Motion" in page


def test_mistake_fails_the_check_and_is_told_of_all_the_same(runner: MakeRunner) -> None:
    machine = runner()
    _ask_to_merge(machine.repository, "title: ", "titel: ")
    checked = machine.step("check", "check", "Check")
    assert checked.code == 1
    assert f"::error file={_POSTING}" in checked.printed
    assert _tell(machine).code == 0
    assert (machine.repository / "report/report.txt").exists()


# report.yml


def _leave(runner: Runner, report: bytes = b"One job was opened.\n", number: bytes = b"7\n") -> None:
    """What a check left behind for the report."""
    artifact = runner.calls / "artifact"
    artifact.mkdir()
    (artifact / "report.txt").write_bytes(report)
    (artifact / "number").write_bytes(number)
    (runner.calls / "sha").write_text(f"{_HEAD}\n", "utf-8")
    (runner.calls / "comments").write_text("[]", "utf-8")


def _commented(runner: Runner, *bodies: tuple[str, str]) -> None:
    """What stands below the pull request: who wrote it, and the words; the first is number 1."""
    comments = [
        {"id": number, "user": {"login": who}, "body": body} for number, (who, body) in enumerate(bodies, 1)
    ]
    (runner.calls / "comments").write_text(json.dumps(comments), "utf-8")


def _post(runner: Runner) -> Ended:
    shutil.rmtree(runner.repository / "report", ignore_errors=True)
    return runner.step(
        "report",
        "report",
        "Post the report",
        github_token="token",
        github_event_workflow_run_id="42",
        github_event_workflow_run_html_url="https://github.example/example/careers/actions/runs/42",
        github_event_workflow_run_head_sha=_HEAD,
    )


def _posted(runner: Runner) -> str:
    file = runner.calls / "posted"
    return file.read_text("utf-8") if file.exists() else ""


def test_report_is_posted_once_and_then_replaced(runner: MakeRunner) -> None:
    machine = runner()
    _leave(machine)
    assert _post(machine).code == 0
    posted = _posted(machine)
    assert posted.startswith("<!-- openings: report -->\nWhat this change does to the site")
    assert f"at `{_HEAD[:10]}`" in posted
    assert "https://github.example/example/careers/actions/runs/42\n" in posted
    assert posted.endswith("\n~~~text\nOne job was opened.\n\n~~~\n")
    comments = "repos/example/careers/issues/7/comments"
    assert machine.called("gh")[-1] == f"api --silent --method POST {comments} --field body=@comment.md"

    _commented(machine, ("somebody", posted), (_ITSELF, posted))
    assert _post(machine).code == 0
    where = "repos/example/careers/issues/comments/2"
    assert machine.called("gh")[-1] == f"api --silent --method PATCH {where} --field body=@comment.md"


def test_text_of_a_stranger_stays_within_its_block(runner: MakeRunner) -> None:
    machine = runner()
    _leave(
        machine,
        b"~~~\n~~~~\r\n@everyone ![x](https://example.com/x.png)\x1b[2J <b>\xff $(touch x) `touch x`\n",
    )
    assert _post(machine).code == 0
    head, fenced = _posted(machine).split("\n~~~text\n")
    assert "@" not in head
    assert fenced == "~\n~\n@everyone ![x](https://example.com/x.png)[2J <b> $(touch x) `touch x`\n\n~~~\n"
    assert not (machine.repository / "x").exists()


def test_long_report_is_cut_to_what_a_comment_may_hold(runner: MakeRunner) -> None:
    machine = runner()
    _leave(machine, "Å long line of a report.\n".encode() * 20_000)
    assert _post(machine).code == 0
    assert 50_000 < len(_posted(machine)) < 65_536
    note = _posted(machine).rpartition("\n~~~\n")[2]
    assert "the whole of it is in the artifact *report*: https://github.example/" in note


def test_text_can_not_turn_its_direction_or_end_its_line(runner: MakeRunner) -> None:
    machine = runner()
    _leave(
        machine, "a\u202eb\u2066c\u200ed\u061ce\u2028f\u2029g\u0085h\u009bi ~\u202e~ é € – “q” ✓\n".encode()
    )
    assert _post(machine).code == 0
    assert "~~~text\nabcdefghi ~ é € – “q” ✓\n\n~~~\n" in _posted(machine)


@pytest.mark.parametrize(
    "number", [b"7; touch x\n", b"", b"-7\n", b"7\n8\n", b"../7\n", b"0\n", b"7" * 50, "٧\n".encode()]
)
def test_number_that_is_none_posts_nothing(runner: MakeRunner, number: bytes) -> None:
    machine = runner()
    _leave(machine, number=number)
    done = _post(machine)
    assert (done.code, "::error::the report names no pull request" in done.printed) == (1, True)
    assert len(machine.called("gh")) == 1


def test_report_of_another_commit_is_not_posted(runner: MakeRunner) -> None:
    machine = runner()
    _leave(machine)
    (machine.calls / "sha").write_text(f"{_HEAD[::-1]}\n", "utf-8")
    done = _post(machine)
    assert (done.code, done.printed) == (0, "pull request 7 is at another commit than the report\n")
    assert _posted(machine) == ""


def test_report_that_leads_elsewhere_is_not_read(runner: MakeRunner) -> None:
    machine = runner()
    _leave(machine)
    (machine.calls / "secret").write_text("secret", "utf-8")
    (machine.calls / "artifact/report.txt").unlink()
    (machine.calls / "artifact/report.txt").symlink_to(machine.calls / "secret")
    (machine.calls / "pulls").write_text("[]", "utf-8")
    assert _post(machine).code == 0
    assert _posted(machine) == ""


def test_report_without_a_number_is_passed_over(runner: MakeRunner) -> None:
    machine = runner()
    _leave(machine)
    (machine.calls / "artifact/number").unlink()
    (machine.calls / "pulls").write_text("[]", "utf-8")
    done = _post(machine)
    assert (done.code, done.printed) == (0, "the check left no whole report\n")


def test_check_without_a_report_is_passed_over(runner: MakeRunner) -> None:
    machine = runner()
    (machine.calls / "pulls").write_text("[]", "utf-8")
    done = _post(machine)
    assert (done.code, done.printed) == (0, "the check left no report\n")


def test_former_report_is_taken_back_when_a_check_leaves_none(runner: MakeRunner) -> None:
    machine = runner()
    pulls = [{"number": 6, "head": {"sha": _HEAD[::-1]}}, {"number": 7, "head": {"sha": _HEAD}}]
    (machine.calls / "pulls").write_text(json.dumps(pulls), "utf-8")
    _commented(machine, ("somebody", "Fine."), (_ITSELF, "<!-- openings: report -->\nOne job was opened."))
    assert _post(machine).code == 0
    assert "api --paginate repos/example/careers/issues/7/comments" in machine.called("gh")[-2]
    assert "PATCH repos/example/careers/issues/comments/2 " in machine.called("gh")[-1]
    assert _posted(machine) == (
        f"<!-- openings: report -->\nThe check of `{_HEAD[:10]}` left no report: "
        "https://github.example/example/careers/actions/runs/42\n"
    )


# publish.yml


def _record(runner: Runner) -> Ended:
    return runner.step("publish", "record", "Commit what is new", github_token="token")


def test_addresses_are_committed_once(runner: MakeRunner) -> None:
    machine = runner()
    before = revision(origin_of(machine), "main")
    assert _record(machine).code == 0
    recorded = revision(origin_of(machine), "main")
    assert recorded != before
    assert b"/jobs/motion-designer/" in (machine.repository / "content/urls.lock").read_bytes()
    assert _record(machine).code == 0
    assert revision(origin_of(machine), "main") == recorded
    assert machine.called("gh") == ["auth setup-git"]


def test_protected_branch_gets_one_pull_request(runner: MakeRunner) -> None:
    machine = runner()
    origin = origin_of(machine)
    protect(origin)
    (machine.calls / "open").write_text("0\n", "utf-8")
    assert _record(machine).code == 0
    asked = revision(origin, "openings/addresses")
    assert asked
    assert machine.called("gh")[-1].startswith("pr create --head openings/addresses --base main --title ")

    # The next night: still open, and nothing else is new.
    run_git(machine.repository, "reset", "--quiet", "--hard", "origin/main")
    (machine.calls / "open").write_text("1\n", "utf-8")
    assert _record(machine).code == 0
    assert revision(origin, "openings/addresses") == asked
    assert machine.called("gh")[-1].startswith("pr list ")


def test_pull_request_that_a_workflow_may_not_open_is_told_of(runner: MakeRunner) -> None:
    machine = runner()
    protect(origin_of(machine))
    (machine.calls / "open").write_text("0\n", "utf-8")
    (machine.calls / "refused").touch()
    done = _record(machine)
    assert done.code == 1
    assert "::error::allow workflows to create pull requests in Settings > Actions > General" in done.printed


def test_branch_that_moved_on_is_left_to_the_next_run(runner: MakeRunner, tmp_path: Path) -> None:
    machine = runner()
    run_git(tmp_path, "clone", "--quiet", str(origin_of(machine)), "other")
    (tmp_path / "other/NOTES.md").write_text("More.", "utf-8")
    commit(tmp_path / "other")
    run_git(tmp_path / "other", "push", "--quiet", "origin", "main")
    done = _record(machine)
    assert done.code == 0
    assert "main has moved on meanwhile" in done.printed
    assert revision(origin_of(machine), "openings/addresses") == ""


def test_site_is_built_for_the_address_that_the_host_names(runner: MakeRunner) -> None:
    machine = runner()
    url = "https://example.github.io/careers"
    assert machine.step("publish", "site", "Build", steps_pages_outputs_base_url=url).code == 0
    assert f'href="{url}/"' in (machine.repository / "output/index.html").read_text("utf-8")
    assert not (machine.repository / "output/vercel.json").exists()


@pytest.mark.parametrize(
    ("environment", "options"),
    [
        ("production", "--base-url https://careers.example.com"),
        ("preview", "--drafts --base-url https://careers-abc.vercel.example"),
    ],
)
def test_vercel_builds_for_the_address_it_has(runner: MakeRunner, environment: str, options: str) -> None:
    machine = runner(host="vercel")
    command = json.loads((machine.repository / "vercel.json").read_text("utf-8"))["buildCommand"]
    assert len(command) <= 256  # Vercel's schema
    variables = {
        "VERCEL_ENV": environment,
        "VERCEL_PROJECT_PRODUCTION_URL": "careers.example.com",
        "VERCEL_URL": "careers-abc.vercel.example",
    }
    done = machine.bash(command.replace(".venv/bin/openings", "echo"), variables, "-e")
    assert done == Ended(0, f"build {options}\n")


def test_vercel_is_told_its_rules_before_it_builds(runner: MakeRunner) -> None:
    machine = runner(host="vercel")
    assert _record(machine).code == 0
    rules = json.loads((machine.repository / "vercel.json").read_text("utf-8"))
    assert rules["outputDirectory"] == "output"
    assert rules["headers"]
    assert rules["redirects"][0]["destination"] == "/jobs/senior-backend-engineer-playback/"
    recorded = revision(origin_of(machine), "main")
    assert _record(machine).code == 0
    assert revision(origin_of(machine), "main") == recorded


def test_addresses_are_recorded_though_the_rules_of_vercel_can_not_be_read(runner: MakeRunner) -> None:
    machine = runner(host="vercel")
    file = machine.repository / "vercel.json"
    commented = '{\n  // Ours.\n  "trailingSlash": true\n}\n'
    file.write_text(commented, "utf-8")
    before = revision(origin_of(machine), "main")
    done = _record(machine)
    assert (done.code, "warning: the rules of vercel.json stay as they are" in done.printed) == (0, True)
    assert revision(origin_of(machine), "main") != before
    assert file.read_text("utf-8") == commented


def test_addresses_are_recorded_when_the_site_left_vercel(runner: MakeRunner) -> None:
    machine = runner(host="vercel")
    settings = machine.repository / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("[vercel]", "[netlify]"), "utf-8")
    (machine.repository / "vercel.json").unlink()
    before = revision(origin_of(machine), "main")
    assert _record(machine).code == 0
    assert revision(origin_of(machine), "main") != before


class _Host(HTTPServer):
    """A host that starts a build when it is asked to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Hook)
        self.asked: list[str] = []


class _Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        assert isinstance(self.server, _Host)
        self.server.asked.append(self.path)
        self.send_response(201)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


def test_host_that_builds_by_itself_is_asked_to(runner: MakeRunner) -> None:
    machine = runner(host="netlify")
    with _Host() as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        hook = f"http://127.0.0.1:{server.server_port}/hooks/1"
        done = machine.step("publish", "ask", "Ask", secrets_DEPLOY_HOOK=hook)
        thread.join()
    assert (done.code, done.printed) == (0, "")
    assert server.asked == ["/hooks/1"]


def test_hook_that_nobody_made_fails_loudly(runner: MakeRunner) -> None:
    done = runner(host="netlify").step("publish", "ask", "Ask", secrets_DEPLOY_HOOK="")
    assert done.code == 1
    assert done.printed.startswith("::error::the secret DEPLOY_HOOK is missing: make a build hook in Netlify")


def _deploy(runner: Runner, key: str = "") -> Ended:
    """The step *Deploy*."""
    secrets = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "SSH_KNOWN_HOSTS")
    context = {f"secrets_{name}": name.lower() for name in secrets}
    context |= {"secrets_SSH_KEY": key, "github_token": "token"}
    return runner.step("publish", "site", "Deploy", **context)


def test_site_goes_where_its_settings_say(runner: MakeRunner) -> None:
    machine = runner(host="none")
    assert _deploy(machine).printed.startswith("::notice::the site goes nowhere yet")
    settings = machine.repository / "content/site.yaml"
    place = "{folder: ../www, url: 'http://127.0.0.1:1'}"  # where nobody answers
    settings.write_text(f"{settings.read_text('utf-8')}\ndeploy: {place}\n", "utf-8")
    assert _deploy(machine, key="a key").code == 0
    assert (machine.repository.parent / "www/index.html").is_file()
    assert machine.called("gh") == ["auth setup-git"]
    file = machine.calls / ".ssh/id_ed25519"
    assert (file.read_text("utf-8"), file.stat().st_mode & 0o777) == ("a key\n", 0o600)
    assert (machine.calls / ".ssh/known_hosts").read_text("utf-8") == "ssh_known_hosts\n"


def test_site_goes_to_each_place_that_the_workflow_names(runner: MakeRunner) -> None:
    machine = runner(host="none")
    settings = machine.repository / "content/site.yaml"
    places = "".join(f"- {{name: {name}, folder: ../{name}}}\n" for name in ("staging", "live", "other"))
    settings.write_text(f"{settings.read_text('utf-8')}\ndeploy:\n{places}", "utf-8")
    unnamed = _deploy(machine)
    assert unnamed.code == 2
    assert "name one: staging, live, other" in unnamed.printed
    workflow = machine.repository / ".github/workflows/publish.yml"
    workflow.write_text(
        workflow.read_text("utf-8").replace('TARGETS: ""', 'TARGETS: "staging live"'), "utf-8"
    )
    settings.write_text(
        settings.read_text("utf-8").replace(
            "url: https://careers.larkhollow.example", "url: http://127.0.0.1:1"
        ),
        "utf-8",
    )
    assert _deploy(machine).code == 0
    made = [
        (machine.repository.parent / name / "index.html").exists() for name in ("staging", "live", "other")
    ]
    assert made == [True, True, False]
