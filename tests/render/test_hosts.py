"""What static hosts are told, read the way they read it."""

import json
from pathlib import Path

import pytest

from generator.pages.urls import file_of
from tests.builders import DAY, POSTING, SITE, write_site
from tests.hosts import azure, cloudflare_redirect, headers_file, lines, netlify_redirect, vercel
from tests.sample import Built, build_in_memory

_FILES = {
    "postings/cook.md": POSTING.replace("apply:", "aliases: [/jobs/chef/, /chef.html, '/a:b*(c)/']\napply:"),
    "postings/old.md": POSTING.replace("posted: 2026-03-02", "posted: 2025-03-02\ncloses: 2025-04-02"),
    "pages/students.md": "---\ntitle: Students\n---\nWords.\n",
    "urls.lock": "/categories/tea/\t-\tTea\t-\t2026-01-01\t-\n"
    "/jobs/gone/\t-\tGone\tTea\t2025-01-01\t2025-02-01\n",
}
_MORE = """lifecycle: {keep_closed_for: 30 days}
redirects:
  - {from: /blog/, to: "https://blog.example.com:8443/a:b?c=(d)"}
  - {from: /vacancies, to: "/jobs/?category=tea"}
  - {from: /vacancies.php, to: /jobs/}
"""


def _built(folder: Path, more: str = "", base_url: str = "") -> Built:
    built = build_in_memory(write_site(folder, _FILES, f"{SITE}{_MORE}{more}"), DAY, base_url)
    assert built.report.written
    return built


_LEADS = {
    "/jobs/chef/": ("/jobs/cook/", 301),
    "/chef.html": ("/jobs/cook/", 301),
    "/a%3Ab%2A%28c%29/": ("/jobs/cook/", 301),
    "/blog/": ("https://blog.example.com:8443/a%3Ab?c=%28d%29", 301),
    "/vacancies/": ("/jobs/?category=tea", 301),
    "/categories/tea/": ("/categories/", 302),
}


def test_every_host_leads_to_the_same(tmp_path: Path) -> None:
    files = _built(tmp_path).files
    for source, (target, status) in _LEADS.items():
        found = cloudflare_redirect(files["_redirects"], source)
        assert found
        assert (found.location, found.status) == (target, status)
        of_vercel = vercel(files["vercel.json"], source)
        assert (of_vercel.location, of_vercel.status) == (target, status)
        of_azure = azure(files["staticwebapp.config.json"], source, files)
        assert (of_azure.location, of_azure.status) == (target, status)


def test_vercel_is_asked_for_what_looks_like_a_file_without_a_slash(tmp_path: Path) -> None:
    """With `trailingSlash` it takes the slash from such a path before it looks for a redirect."""
    files = _built(tmp_path).files
    assert vercel(files["vercel.json"], "/vacancies.php").location == "/jobs/"


def test_netlify_alone_is_told_to_pass_over_the_page_that_is_there(tmp_path: Path) -> None:
    """Where Cloudflare reads the file too, Netlify shows the page, which leads on by itself."""
    shared = _built(tmp_path / "shared").files
    assert file_of("/jobs/chef/") in shared
    assert netlify_redirect(shared["_redirects"], "/jobs/chef/", shared) is None
    alone = _built(tmp_path / "alone", "hosts: netlify\n").files
    for source, (target, status) in _LEADS.items():
        found = netlify_redirect(alone["_redirects"], source, alone)
        assert found
        assert (found.location, found.status) == (target, status)


def test_what_is_gone_is_said_where_the_host_can(tmp_path: Path) -> None:
    files = _built(tmp_path).files
    for url in ("/jobs/old/", "/jobs/gone/"):
        assert file_of(url) not in files
        found = netlify_redirect(files["_redirects"], url, files)
        assert found
        assert (found.status, found.location) == (410, "/404.html")
        assert azure(files["staticwebapp.config.json"], url, files).status == 410
        assert cloudflare_redirect(files["_redirects"], url) is None
        assert vercel(files["vercel.json"], url).location == ""
    assert all(line.endswith(" 410") for line in lines(files["_redirects"])[-2:])


def test_cloudflare_alone_is_not_told_what_it_cannot_say(tmp_path: Path) -> None:
    files = _built(tmp_path, "hosts: cloudflare\n").files
    assert b"410" not in files["_redirects"]
    assert cloudflare_redirect(files["_redirects"], "/jobs/chef/")


@pytest.mark.parametrize(
    ("hosts", "written"),
    [
        ("", {"_redirects", "_headers", "vercel.json", "staticwebapp.config.json"}),
        ("hosts: netlify\n", {"_redirects", "_headers"}),
        ("hosts: [Cloudflare Pages]\n", {"_redirects", "_headers"}),
        ("hosts: [GitHub Pages]\n", set()),
        ("hosts: [gitlab-pages]\n", {"_redirects"}),
        ("hosts: [vercel, azure]\n", {"vercel.json", "staticwebapp.config.json"}),
    ],
)
def test_files_are_those_of_the_hosts_that_are_named(tmp_path: Path, hosts: str, written: set[str]) -> None:
    names = {"_redirects", "_headers", "vercel.json", "staticwebapp.config.json"}
    assert names & _built(tmp_path, hosts).files.keys() == written


def _headers_of(files: dict[str, bytes], path: str) -> list[dict[str, str]]:
    """What each kind of host sends with a path."""
    return [
        headers_file(files["_headers"], path),
        dict(vercel(files["vercel.json"], path).headers),
        dict(azure(files["staticwebapp.config.json"], path, files).headers),
    ]


def test_pages_are_asked_for_again_and_the_themes_files_kept(tmp_path: Path) -> None:
    files = _built(tmp_path).files
    pages = [f"/{path.removesuffix('index.html')}" for path in files if path.endswith(".html")]
    moved = set(_LEADS) | {"/a:b*(c)/", "/vacancies.php/"}
    for page in sorted(set(pages) - moved):
        for headers in _headers_of(files, page):
            assert headers["Cache-Control"] == "public, max-age=0, must-revalidate", page
    assets = [f"/{path}" for path in files if path.startswith("assets/")]
    assert assets
    for asset in assets:
        for headers in _headers_of(files, asset):
            assert headers["Cache-Control"] == "public, max-age=31536000, immutable", asset


def test_every_file_goes_out_with_the_policy(tmp_path: Path) -> None:
    files = _built(tmp_path).files
    for path in ("/", "/jobs/cook/", "/404.html", "/sitemap.xml", "/jobs/index.json"):
        for headers in _headers_of(files, path):
            assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
            assert headers["Content-Security-Policy"].endswith("; frame-ancestors 'none'")
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
            assert "camera=()" in headers["Permissions-Policy"]


def test_everybodys_scripts_may_read_the_feed_and_nothing_else(tmp_path: Path) -> None:
    files = _built(tmp_path).files
    for headers in _headers_of(files, "/jobs.json"):
        assert headers["Access-Control-Allow-Origin"] == "*"
    for path in ("/", "/jobs/index.json", "/jobsXjson"):
        for headers in _headers_of(files, path):
            assert "Access-Control-Allow-Origin" not in headers


def test_missing_page_is_answered_with_the_sites_own(tmp_path: Path) -> None:
    files = _built(tmp_path).files
    found = azure(files["staticwebapp.config.json"], "/nothing/", files)
    assert (found.status, found.location) == (404, "/404.html")


def test_paths_are_those_of_a_site_in_a_folder(tmp_path: Path) -> None:
    files = _built(tmp_path, base_url="https://example.github.io/careers/").files
    found = cloudflare_redirect(files["_redirects"], "/careers/jobs/chef/")
    assert found
    assert found.location == "/careers/jobs/cook/"
    assert vercel(files["vercel.json"], "/careers/jobs/chef/").location == "/careers/jobs/cook/"
    assert azure(files["staticwebapp.config.json"], "/careers/x/", files).location == "/careers/404.html"
    for line in lines(files["_redirects"]):
        assert line.startswith("/careers/")
    for headers in _headers_of(files, "/careers/assets/x.css"):
        assert "immutable" in headers["Cache-Control"]
        assert "Content-Security-Policy" in headers
    assert b'url=/careers/jobs/cook/"' in files["jobs/chef/index.html"]
    assert b'href="https://example.github.io/careers/jobs/cook/"' in files["jobs/chef/index.html"]


def test_file_of_the_site_is_not_written_over(tmp_path: Path) -> None:
    site = write_site(tmp_path, {**_FILES, "static/_headers": "/*\n  X-Own: yes\n"}, f"{SITE}{_MORE}")
    built = build_in_memory(site, DAY)
    assert built.report.written
    assert built.files["_headers"] == b"/*\n  X-Own: yes\n"
    assert "_redirects" in built.files


def test_settings_of_hosts_are_plain_json(tmp_path: Path) -> None:
    files = _built(tmp_path).files
    for name in ("vercel.json", "staticwebapp.config.json"):
        assert json.loads(files[name])
        assert files[name].endswith(b"}\n")
