"""A repository that is ready: which files come, and what is said to do next."""

from pathlib import Path

import pytest

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
    assert "  git init --initial-branch main\n  git add --all && git commit" in done.out
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
    assert "  git push --set-upstream origin trunk\n" in done.out


@pytest.mark.parametrize(
    ("host", "file", "said"),
    [
        ("netlify", "netlify.toml", "save the address of a build hook there as the secret `DEPLOY_HOOK`"),
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


def test_settings_with_a_host_are_read_without_a_problem(run: Run, here: Path) -> None:
    run("init", "careers", "--host", "vercel", "--as-of", "2026-11-23")
    done = run("-C", "careers", "check", "--strict", "--as-of", "2026-11-23")
    assert (done.code, done.out) == (0, "no problems in 29 files\n")


def test_folder_of_a_repository_gets_no_workflows_unless_asked_for(run: Run, here: Path) -> None:
    run_git(here, "init", "--quiet")
    done = run("init", "careers")
    assert "no workflows: this is a folder of a repository" in done.out
    assert not (here / "careers/.github").exists()
    run("init", "other", "--ci", "github")
    assert (here / "other/.github/workflows/check.yml").exists()


def test_azure_has_no_job_on_gitlab(run: Run, here: Path) -> None:
    done = run("init", "careers", "--ci", "gitlab", "--host", "azure")
    assert done.code == 2
    assert "there is no GitLab job for Azure here" in done.err
    assert not (here / "careers").exists()
