"""The files that `openings init` writes for others to read are such as they take."""

import json
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.cli.init.automation import AZURE, GITHUB, GITLAB, HOSTS, SERVICES, Wish, automation_files

_BIN = Path(sys.executable).parent
_PAIRS = [(ci, host) for ci in SERVICES for host in HOSTS if (ci, host) != (GITLAB, AZURE)]


def _files(ci: str, host: str, branch: str = "main") -> dict[str, bytes]:
    return automation_files(Wish(ci, host, branch, "Europe/Stockholm", "careers", date(2026, 5, 28)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each service and host, with all files."""
    folder = tmp_path_factory.mktemp("files")
    for ci, host in _PAIRS:
        for path, data in _files(ci, host).items():
            file = folder / f"{ci}-{host}" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return folder


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", "*/.github/workflows/*.yml"),
        ("dependabot", "*/.github/dependabot.yml"),
        ("gitlab-ci", "*/.gitlab-ci.yml"),
        ("renovate", "*/renovate.json"),
    ],
)
def test_file_is_valid_by_the_schema_of_its_reader(folder: Path, schema: str, pattern: str) -> None:
    files = sorted(folder.glob(pattern))
    assert files
    done = _run(_BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert done.returncode == 0, done.stdout + done.stderr


def _audited(folder: Path) -> subprocess.CompletedProcess[str]:
    return _run(_BIN / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", "--quiet", folder)


def test_auditor_of_workflows_finds_nothing_even_when_it_is_pedantic(folder: Path) -> None:
    done = _audited(folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("workflow", "old", "new"),
    [
        ("check", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
        ("check", "openings check", "openings check ${{ github.event.pull_request.title }}"),
        ("report", "# zizmor: ignore[dangerous-triggers] nothing", "# nothing"),
    ],
    ids=["unpinned", "injected", "unasked"],
)
def test_auditor_would_see_it(tmp_path: Path, workflow: str, old: str, new: str) -> None:
    text = _files("github", "pages")[f".github/workflows/{workflow}.yml"].decode()
    assert old in text
    (tmp_path / "tried.yml").write_text(text.replace(old, new), "utf-8")
    assert _audited(tmp_path / "tried.yml").returncode != 0


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(folder: Path) -> None:
    for file in folder.glob("*/.github/workflows/*.yml"):
        uses = re.findall(r"uses: (.*)", file.read_text("utf-8"))
        assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", use) for use in uses), file


def test_no_slot_is_left_open(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in files if "<<" in path.read_text("utf-8").replace("<<'END'", "")] == []


def test_expressions_reach_scripts_as_variables_alone(folder: Path) -> None:
    for file in folder.glob("*/.github/workflows/*.yml"):
        scripts = re.findall(r"run: \|\n((?: {10,}.*\n|\n)+)", file.read_text("utf-8"))
        assert not any("${{" in script for script in scripts), file


def test_report_never_checks_out_and_may_only_comment() -> None:
    text = _files("github", "pages")[".github/workflows/report.yml"].decode()
    assert "checkout" not in text
    assert re.findall(r"(\w[\w-]*): write", text) == ["pull-requests"]


def test_check_may_read_and_nothing_else() -> None:
    text = _files("github", "pages")[".github/workflows/check.yml"].decode()
    assert re.findall(r"^ +(\w[\w-]*): (read|write)", text, re.M) == [("contents", "read")]
    assert "secrets." not in text


def test_preview_is_left_to_those_who_get_its_secret() -> None:
    jobs = yaml.safe_load(_files("github", AZURE)[".github/workflows/preview.yml"])["jobs"]
    for job in jobs.values():
        assert "head.repo.full_name == github.repository" in job["if"]
        assert "github.event.pull_request.user.login != 'dependabot[bot]'" in job["if"]


def test_schedule_is_the_sites_own_night_and_not_a_full_hour() -> None:
    text = _files("github", "pages")[".github/workflows/publish.yml"].decode()
    (minute,) = re.findall(r'cron: "(\d+) 0,6 \* \* \*"\n +timezone: Europe/Stockholm', text)
    assert 7 <= int(minute) <= 52


def test_main_branch_has_the_name_it_has() -> None:
    text = _files("github", "pages", "trunk")[".github/workflows/publish.yml"].decode()
    assert 'branches: ["trunk"]' in text
    assert 'BRANCH: "trunk"' in text


@pytest.mark.parametrize(("ci", "host"), _PAIRS)
def test_each_service_and_host_gets_its_own_files(ci: str, host: str) -> None:
    paths = _files(ci, host).keys()
    assert ("netlify.toml" in paths) == (host == "netlify")
    assert ("wrangler.jsonc" in paths) == (host == "cloudflare")
    assert ("vercel.json" in paths) == (host == "vercel")
    assert (".github/workflows/publish.yml" in paths) == (ci == GITHUB)
    assert (".github/workflows/preview.yml" in paths) == (ci == GITHUB and host == AZURE)
    assert (".gitlab-ci.yml" in paths) == (ci == GITLAB)
    assert "requirements.txt" in paths


def test_host_files_can_be_read() -> None:
    netlify = tomllib.loads(_files("none", "netlify")["netlify.toml"].decode())
    assert netlify["build"] == {
        "command": 'openings build --base-url "$URL"',
        "publish": "output",
        "environment": {"PYTHON_VERSION": "3.13"},
    }
    assert json.loads(_files("none", "vercel")["vercel.json"])["outputDirectory"] == "output"
    wrangler = re.sub(r"(^| )//.*", "", _files("none", "cloudflare")["wrangler.jsonc"].decode(), flags=re.M)
    assert json.loads(wrangler)["assets"]["directory"] == "./output"
