"""`openings check --links` against a real server on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.cli import check_links
from tests.cli.conftest import Run
from tests.cli.sites import CONFIG, DAY, write
from tests.web.servers import Server, answer, led_to, serving

_ANSWERS = {
    "/gone": answer(status="410 Gone"),
    "/login": answer(status="403 Forbidden"),
    "/moved": led_to("/fine", "301 Moved Permanently"),
    "/metadata": led_to("http://169.254.169.254/latest/"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(lambda _, target: _ANSWERS.get(target.partition("?")[0], answer(b"fine"))) as running:
        yield running


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause between two requests."""
    monkeypatch.setattr(check_links, "PACE", replace(check_links.PACE, pause=0))


@pytest.fixture
def page(site: Path, server: Server) -> Path:
    """A page with links to the server: its third line begins with the first."""
    words = "".join(f"[{path}]({server.url(path)})\n" for path in ("/fine?a=1&b=2", "/gone#then", "/moved"))
    write(site, "content/pages/about.md", f"---\ntitle: About\n---\n\n{words}")
    return site / "content/pages/about.md"


def _check(run: Run, server: Server, *arguments: str) -> tuple[int, list[tuple[str, str, int]], str]:
    """The exit code, the code, file and line of each problem, and the report."""
    allow = ("--links", "--allow-host", f"localhost:{server.port}")
    done = run("check", "--as-of", DAY, *allow, "--format", "json", *arguments)
    found = json.loads(done.out)["diagnostics"]
    places = [(one["code"], one["path"], one["line"]) for one in found]
    return done.code, places, done.out


def test_links_are_judged_where_they_stand(run: Run, page: Path, server: Server) -> None:
    code, places, _ = _check(run, server)
    assert code == 0
    assert places == [("LK001", "content/pages/about.md", 6), ("LK002", "content/pages/about.md", 7)]


def test_new_address_keeps_what_stands_behind_the_sign(run: Run, page: Path, server: Server) -> None:
    page.write_text(page.read_text("utf-8").replace("/moved)", "/moved#then)"), "utf-8")
    assert f"write `{server.url('/fine#then')}`" in _check(run, server)[2]


def test_links_are_not_asked_without_the_wish(run: Run, page: Path, server: Server) -> None:
    before = len(server.heads)
    assert run("check", "--as-of", DAY).out == "no problems in 8 files\n"
    assert len(server.heads) == before


def test_warnings_of_links_count_when_strict(run: Run, page: Path, server: Server) -> None:
    assert _check(run, server, "--strict")[0] == 1


def test_second_check_asks_nobody(run: Run, page: Path, server: Server) -> None:
    first = _check(run, server)
    before = len(server.heads)
    assert _check(run, server) == first
    assert len(server.heads) == before


def test_fields_of_postings_and_site_are_asked_too(run: Run, site: Path, server: Server) -> None:
    gone = server.url("/gone")
    write(site, "content/site.yaml", f"{CONFIG}open_application: {gone}\n")
    posting = site / "content/postings/data-engineer.md"
    posting.write_text(posting.read_text().replace("jobs@acme.example", gone))
    closed = site / "content/postings/baker.md"
    closed.write_text(closed.read_text().replace("jobs@acme.example", server.url("/gone?b")))
    closed.write_text(closed.read_text().replace("category:", "status: closed\ncategory:"))
    _, _, report = _check(run, server)
    of_links = [one for one in json.loads(report)["diagnostics"] if one["code"].startswith("LK")]
    assert [(one["path"], one["line"], len(one["notes"])) for one in of_links] == [
        ("content/site.yaml", 5, 1)
    ]
    assert of_links[0]["notes"][0]["path"] == "content/postings/data-engineer.md"


def test_fine_links_are_counted(run: Run, site: Path, server: Server) -> None:
    write(site, "content/pages/about.md", f"---\ntitle: About\n---\n\n<{server.url('/fine')}>\n")
    done = run("check", "--as-of", DAY, "--links", "--allow-host", f"localhost:{server.port}")
    assert done.out == "no problems in 8 files and 1 link to other sites\n"


def test_content_cannot_make_the_check_ask_an_inner_network(run: Run, page: Path, server: Server) -> None:
    before = len(server.heads)
    write(page.parents[2], "content/site.yaml", f"{CONFIG}links: {{skip: [elsewhere.example]}}\n")
    done = run("check", "--as-of", DAY, "--links", "--format", "concise")
    assert done.out.count("LK004") == 3
    assert len(server.heads) == before


def test_redirect_into_an_inner_network_is_not_followed(run: Run, site: Path, server: Server) -> None:
    write(site, "content/pages/about.md", f"---\ntitle: About\n---\n\n<{server.url('/metadata')}>\n")
    assert _check(run, server)[1] == [("LK004", "content/pages/about.md", 5)]


def test_site_says_what_not_to_ask(run: Run, page: Path, server: Server) -> None:
    write(page.parents[2], "content/site.yaml", f"{CONFIG}links: {{skip: [localhost:{server.port}/gone]}}\n")
    assert [code for code, _, _ in _check(run, server)[1]] == ["LK002"]


def test_links_of_which_nothing_is_known_are_one_notice(run: Run, site: Path, server: Server) -> None:
    write(site, "content/pages/about.md", f"---\ntitle: About\n---\n\n<{server.url('/login')}>\n")
    code, places, report = _check(run, server, "--strict")
    assert (code, [code for code, _, _ in places]) == (0, ["LK005"])
    assert "403" in report


def test_machine_without_a_network_says_so_once(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = "".join(f"<https://{name}.invalid/>\n" for name in "abcdef")
    write(site, "content/pages/about.md", f"---\ntitle: About\n---\n\n{links}")
    done = run("check", "--as-of", DAY, "--links", "--format", "concise")
    assert done.out.count("\n") == done.out.count("LK006") == 1


def test_links_to_the_site_itself_are_not_asked(run: Run, site: Path) -> None:
    words = "<https://careers.acme.example/jobs/> <https://careers.acme.example>"
    write(site, "content/pages/about.md", f"---\ntitle: About\n---\n\n{words}\n")
    done = run("check", "--as-of", DAY, "--links")
    assert done.out == "no problems in 8 files and 0 links to other sites\n"


def test_site_that_cannot_be_read_has_no_links(run: Run, site: Path) -> None:
    write(site, "content/site.yaml", "name: [\n")
    assert run("check", "--as-of", DAY, "--links").code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--allow-host", "localhost"), "--allow-host says what --links may ask"),
        (("--links", "--allow-host", "https://a.example/"), "--allow-host: `https://a.example/` is no host"),
        (("--links", "--output", "output"), "--links asks the links of content"),
    ],
)
def test_options_that_do_nothing_are_refused(
    run: Run, site: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run("check", *arguments)
    assert done.code == 2
    assert message in done.err
