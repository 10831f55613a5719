"""A repository that is ready: which files come, and what is said to do next."""

import json
from pathlib import Path

import pytest

from generator import __version__
from generator.cli.writing import create_file
from generator.diagnostics.diagnostic import OpeningsError
from tests.cli.conftest import Run
from tests.cli.git import run_git


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _hosts(folder: Path) -> str:
    return (folder / "content/site.yaml").read_text("utf-8").partition("hosts: ")[2].partition("]")[0]


def test_new_folder_is_ready_for_github_and_its_pages(run: Run, here: Path) -> None:
    done = run("init", "careers")
    workflows = {path.name for path in (here / "careers/.github/workflows").iterdir()}
    assert workflows == {"check.yml", "publish.yml", "report.yml"}
    assert (here / "careers/.github/dependabot.yml").exists()
    assert _hosts(here / "careers") == "[github-pages"
    assert "  git init --initial-branch main\n  git add . && git commit" in done.out
    assert "  on GitHub: in Settings > Pages, choose the source `GitHub Actions`\n" in done.out
    assert done.out.endswith("  git push --set-upstream origin main\n")


def test_remote_of_gitlab_gets_a_pipeline(run: Run, here: Path) -> None:
    run_git(here, "init", "--quiet", "--initial-branch", "trunk")
    run_git(here, "remote", "add", "origin", "git@gitlab.com:example/careers.git")
    done = run("init")
    assert (here / ".gitlab-ci.yml").exists()
    assert (here / "renovate.json").exists()
    assert not (here / ".github").exists()
    assert _hosts(here) == "[gitlab-pages"
    assert "git init" not in done.out
    assert "git remote add" not in done.out
    assert "it as the CI/CD variable `OPENINGS_TOKEN`" in done.out
    assert "  git push --set-upstream origin trunk\n" in done.out


@pytest.mark.parametrize(
    ("host", "file", "said"),
    [
        (
            "netlify",
            "netlify.toml",
            "make a build hook at Netlify, and save its address on GitHub\n  as the secret",
        ),
        ("cloudflare", "wrangler.jsonc", "`pip install -r requirements.txt && openings build`"),
        ("vercel", "vercel.json", "vercel.json says the rest"),
        ("azure", ".github/workflows/preview.yml", "the secret `AZURE_STATIC_WEB_APPS_API_TOKEN`"),
    ],
)
def test_host_gets_its_file_and_its_place_in_the_settings(
    run: Run, here: Path, host: str, file: str, said: str
) -> None:
    done = run("init", "careers", "--host", host)
    assert (here / "careers" / file).exists()
    assert _hosts(here / "careers") == f"[{host}"
    assert said in done.out


def test_site_without_a_host_is_told_where_to_say_one(run: Run, here: Path) -> None:
    assert "in content/site.yaml: say where to with `deploy`" in run("init", "careers", "--host", "none").out
    assert _hosts(here / "careers") == ""


@pytest.mark.parametrize(
    ("host", "codes"), [("pages", []), ("vercel", ["PG018"])], ids=["knows the address", "is told"]
)
def test_settings_with_a_host_have_no_problem_but_the_address_of_the_sample(
    run: Run, here: Path, host: str, codes: list[str]
) -> None:
    run("init", "careers", "--host", host, "--as-of", "2026-11-23")
    done = run("-C", "careers", "check", "--format", "json", "--as-of", "2026-11-23")
    assert [problem["code"] for problem in json.loads(done.out)["diagnostics"]] == codes


def test_folder_of_a_repository_gets_no_workflows_unless_asked_for(run: Run, here: Path) -> None:
    run_git(here, "init", "--quiet")
    done = run("init", "careers")
    assert "no workflows: this is a folder of a repository" in done.out
    assert not (here / "careers/.github").exists()
    assert "git init" not in done.out
    asked = run("init", "other", "--ci", "github")
    assert (here / "other/.github/workflows/check.yml").exists()
    assert "the workflows don't run yet: this is a folder of a repository" in asked.out


def test_remote_that_tells_nothing_is_asked_about_before_anything_is_written(run: Run, here: Path) -> None:
    run_git(here, "init", "--quiet", "--initial-branch", "main")
    run_git(here, "remote", "add", "origin", "https://git.corp.example/careers.git")
    done = run("init")
    assert done.code == 2
    assert "say it with `--ci github` or `--ci gitlab`, or take `--ci none`" in done.err
    assert {path.name for path in here.iterdir()} == {".git"}
    assert run("init", "--ci", "github").code == 0


def test_host_that_builds_by_itself_needs_no_workflow(run: Run, here: Path) -> None:
    out = run("init", "careers", "--ci", "none", "--host", "netlify").out
    assert "  on Netlify: Add new project > Import an existing project; netlify.toml says the rest\n" in out
    assert "make a build hook at Netlify, and let a scheduler POST to its address\n" in out


@pytest.mark.parametrize(("host", "is_asked"), [("cloudflare", True), ("azure", True), ("pages", False)])
def test_address_is_asked_for_where_the_host_does_not_tell_it(run: Run, host: str, is_asked: bool) -> None:
    out = run("init", "careers", "--host", host).out
    assert ("make `url` the address that visitors find the site at" in out) == is_asked


def test_branch_at_hand_is_merged_into_the_one_that_is_published(run: Run, here: Path) -> None:
    run_git(here, "init", "--quiet", "--initial-branch", "main")
    run_git(here, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    run_git(here, "checkout", "--quiet", "-b", "add-careers")
    out = run("init").out
    assert "git push --set-upstream origin add-careers\n  merge it into `main`, the branch that is" in out
    assert 'branches: ["main"]' in (here / ".github/workflows/publish.yml").read_text("utf-8")


def test_branch_of_no_usual_name_is_said_to_be_published(run: Run, here: Path) -> None:
    run_git(here, "init", "--quiet", "--initial-branch", "trunk")
    assert "`trunk` is the branch that is published" in run("init").out


def test_folder_that_a_shell_would_split_is_quoted(run: Run) -> None:
    assert "\n  cd 'our careers'\n" in run("init", "our careers").out


def test_gitignore_that_is_there_gets_the_lines_it_lacks(run: Run, here: Path) -> None:
    (here / ".gitignore").write_text("node_modules/\noutput", "utf-8")
    done = run("init")
    assert (here / ".gitignore").read_text("utf-8") == "node_modules/\noutput\n/.openings/\n/.venv/\n"
    said = ".gitignore was there already, and got the lines it hadn't: /.openings/ /.venv/\n"
    assert said in done.out


@pytest.mark.parametrize(("there", "added"), [("requests\n", 1), ("openings[cards]==0.0.9  # ours\n", 0)])
def test_requirements_that_are_there_get_openings_unless_they_have_it(
    run: Run, here: Path, there: str, added: int
) -> None:
    (here / "requirements.txt").write_text(there, "utf-8")
    assert run("init").code == 0
    after = (here / "requirements.txt").read_text("utf-8")
    assert (after.startswith(there), after.count(f"openings=={__version__}\n")) == (True, added)


def test_what_stands_in_the_way_is_told_before_anything_is_written(run: Run, here: Path) -> None:
    (here / "careers").mkdir()
    (here / "careers/schemas").touch()
    done = run("init", "careers")
    assert done.code == 2
    assert "`careers/schemas` is no folder" in done.err
    assert [path.name for path in (here / "careers").iterdir()] == ["schemas"]
    (here / "careers/schemas").unlink()
    assert run("init", "careers").code == 0


@pytest.mark.parametrize("name", [".github", "content"])
def test_nothing_is_written_through_a_link(run: Run, here: Path, name: str) -> None:
    (here / "outside").mkdir()
    (here / "careers").mkdir()
    (here / "careers" / name).symlink_to("../outside")
    done = run("init", "careers")
    assert done.code == 2
    assert not list((here / "outside").iterdir())
    assert [path.name for path in (here / "careers").iterdir()] == [name]


def test_link_that_leads_nowhere_stays_as_it_is(run: Run, here: Path) -> None:
    (here / "README.md").symlink_to("nowhere.md")
    assert "README.md was there already and stays as it is\n" in run("init").out
    assert (here / "README.md").is_symlink()
    assert not (here / "nowhere.md").exists()
    assert (here / "content/site.yaml").exists()


def test_site_that_could_not_be_finished_can_be_begun_again(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, data: bytes) -> None:
        if path.name == "privacy.md":
            raise OpeningsError(f"`{path}` can't be written: no space left on device")
        create_file(path, data)

    with monkeypatch.context() as patch:
        patch.setattr("generator.cli.init.placing.create_file", fail)
        assert run("init", "careers").code == 2
    assert not (here / "careers/content").exists()
    assert not list((here / "careers").glob(".openings-*"))
    done = run("init", "careers")
    assert done.code == 0
    assert "was there already" not in done.out


def test_azure_has_no_job_on_gitlab(run: Run, here: Path) -> None:
    done = run("init", "careers", "--ci", "gitlab", "--host", "azure")
    assert done.code == 2
    assert "there is no GitLab job for Azure here" in done.err
    assert not (here / "careers").exists()
