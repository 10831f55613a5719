"""The jobs of the GitLab pipeline do what they say, in a repository that `openings init` made."""

from pathlib import Path

from tests.cli.git import commit
from tests.workflows.conftest import MakeRunner
from tests.workflows.repositories import origin_of, protect, revision
from tests.workflows.running import Ended, Runner


def _record(runner: Runner, token: str = "token") -> Ended:
    url = str(origin_of(runner)).removesuffix(".git")
    return runner.job("record", CI_DEFAULT_BRANCH="main", CI_PROJECT_URL=url, OPENINGS_TOKEN=token)


def _take_push_options(origin: Path) -> None:
    with (origin / "config").open("a", encoding="utf-8") as config:
        config.write("[receive]\n\tadvertisePushOptions = true\n")
    hook = origin / "hooks/post-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION_ | sort > options\n", "utf-8")
    hook.chmod(0o755)


def test_merge_request_is_told_of_before_a_mistake_fails_it(runner: MakeRunner) -> None:
    machine = runner("gitlab")
    posting = machine.repository / "content/postings/motion-designer.md"
    posting.write_text(posting.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    commit(machine.repository)
    done = machine.job(
        "check", CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD^", CI_MERGE_REQUEST_TARGET_BRANCH_NAME="trunk"
    )
    assert done.code == 1
    assert "unknown field `titel`" in done.printed
    report = machine.repository / "report"
    assert {path.name for path in report.iterdir()} == {"report.md", "report.html"}
    text = (report / "report.md").read_text("utf-8")
    assert "since `trunk (" in text
    assert "unknown field" in text


def test_addresses_are_committed_once_without_a_second_pipeline(runner: MakeRunner) -> None:
    machine = runner("gitlab")
    origin = origin_of(machine)
    _take_push_options(origin)
    before = revision(origin, "main")
    assert _record(machine).code == 0
    recorded = revision(origin, "main")
    assert recorded != before
    assert (origin / "options").read_text("utf-8").startswith("GIT_PUSH_OPTION_0=ci.skip\n")
    assert _record(machine).code == 0
    assert revision(origin, "main") == recorded


def test_protected_branch_gets_a_merge_request(runner: MakeRunner) -> None:
    machine = runner("gitlab")
    origin = origin_of(machine)
    _take_push_options(origin)
    protect(origin)
    assert _record(machine).code == 0
    assert revision(origin, "openings/addresses")
    options = (origin / "options").read_text("utf-8").splitlines()
    assert options[:2] == [
        "GIT_PUSH_OPTION_0=merge_request.create",
        "GIT_PUSH_OPTION_1=merge_request.target=main",
    ]


def test_without_a_token_it_says_what_to_do(runner: MakeRunner) -> None:
    machine = runner("gitlab")
    before = revision(origin_of(machine), "main")
    done = _record(machine, token="")
    assert done.code == 77  # which the job is allowed, with a warning
    assert "exit_codes: 77" in (machine.repository / ".gitlab-ci.yml").read_text("utf-8")
    assert "the variable OPENINGS_TOKEN is missing: run `openings lock` yourself" in done.printed
    assert revision(origin_of(machine), "main") == before


def test_pages_are_built_for_the_address_that_gitlab_names(runner: MakeRunner) -> None:
    machine = runner("gitlab")
    url = "https://example.gitlab.io/careers"
    assert machine.job("pages", CI_PAGES_URL=url).code == 0
    assert f'href="{url}/"' in (machine.repository / "public/index.html").read_text("utf-8")


def test_site_goes_where_its_settings_say_with_the_key_for_ssh(runner: MakeRunner) -> None:
    machine = runner("gitlab", "none")
    settings = machine.repository / "content/site.yaml"
    place = "{folder: ../www, url: 'http://127.0.0.1:1'}"  # where nobody answers
    settings.write_text(f"{settings.read_text('utf-8')}\ndeploy: {place}\n", "utf-8")
    assert machine.job("deploy", SSH_KEY="a key", SSH_KNOWN_HOSTS="a host").code == 0
    assert (machine.repository.parent / "www/index.html").is_file()
    file = machine.calls / ".ssh/id_ed25519"
    assert (file.read_text("utf-8"), file.stat().st_mode & 0o777) == ("a key\n", 0o600)
    assert (machine.calls / ".ssh/known_hosts").read_text("utf-8") == "a host\n"
