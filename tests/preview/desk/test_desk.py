"""What the desk answers: data, pages, and never more than is meant for whoever asks."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from queue import Queue
from threading import Event, Thread, current_thread

import pytest

from generator.build.options import Options
from generator.preview.desk.editor import Editor, editor_of
from generator.preview.http.messages import Request, Response
from generator.preview.site.studio import Studio
from generator.preview.site.wish import Wish
from tests.builders import write_site
from tests.preview.desk.asking import get, header, open_desk, open_studio, posting, told

_HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u200f"
_PAGES = ("", "?state=open&words=%3Cscript%3E&number=2", "view?page=/jobs/cook/", "view?page=/nowhere/")
_EVERYTHING = (
    *_PAGES,
    "problems.json?page=/jobs/cook/",
    "state.json",
    "changed.json?since=x",
    "day.json",
    "live.js",
    "panel.js",
    "colours.css",
    "panel.css",
    "desk.css",
)


class _Elements(HTMLParser):
    """The names of all elements, and those attributes that could run something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.acting: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.acting += [name for name, _ in attrs if name.startswith("on") or name == "style"]


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return open_studio(tmp_path, {"postings/cook.md": posting(), "postings/baker.md": posting("Baker")})


def _html(response: Response) -> str:
    assert header(response, "Content-Type") == "text/html; charset=utf-8"
    return response.body.decode()


def test_what_is_not_there_is_not_answered(studio: Studio) -> None:
    desk = open_desk(studio)
    for target in ("/__openings/nothing", "/__openings/live.js/", "/__openings/../content/site.yaml"):
        assert desk.answer(Request("GET", target, {}), Wish()) is None


@pytest.mark.parametrize("target", _EVERYTHING)
def test_answers_are_never_kept_and_never_guessed_at(studio: Studio, target: str) -> None:
    answer = get(open_desk(studio), target)
    assert header(answer, "Cache-Control") == "no-store"
    assert header(answer, "X-Content-Type-Options") == "nosniff"
    assert header(answer, "Content-Type")


@pytest.mark.parametrize("target", _PAGES)
def test_pages_load_nothing_but_our_own(studio: Studio, target: str) -> None:
    answer = get(open_desk(studio), target)
    policy = header(answer, "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    elements = _Elements(_html(answer))
    assert (elements.names.count("script"), elements.names.count("style"), elements.acting) == (1, 0, [])


@pytest.mark.parametrize("target", _EVERYTHING)
def test_answers_tell_nothing_of_the_machine(tmp_path: Path, target: str) -> None:
    studio = open_studio(tmp_path / "my-site", {"postings/cook.md": "---\ntitel: x\n---\n"})
    (tmp_path / "my-site/content").rename(tmp_path / "elsewhere")
    studio.look()
    assert studio.problems(Wish())[0].message.count(str(tmp_path)) == 1
    body = get(open_desk(studio), target).body.decode()
    assert str(tmp_path) not in body
    assert str(Path(__file__).parents[3]) not in body
    assert "Traceback" not in body


def test_texts_of_strangers_stay_texts(tmp_path: Path) -> None:
    files = {
        "postings/cook.md": posting(f"'{_HOSTILE}'"),
        "postings/baker.md": posting("Baker", f"'{_HOSTILE}': x\nstatus: on-hold\n"),
        "pages/a.md": f"---\ntitle: '{_HOSTILE}'\nstatus: draft\n---\nHello.\n",
    }
    studio = open_studio(tmp_path, files)
    desk = open_desk(studio)
    for target in ("", "view?page=/jobs/cook/", "view?page=/a/"):
        html = _html(get(desk, target, Wish(drafts=True)))
        elements = _Elements(html)
        assert elements.names.count("script") == 1
        assert "img" not in elements.names
        assert elements.acting == []
        assert "&lt;script&gt;alert(1)" in html
        assert "\u202e" not in html
    assert "&lt;U+202E&gt;" in _html(get(desk, ""))
    assert "\u202e" not in get(desk, "problems.json").body.decode()


def test_desk_shows_problems_postings_and_unlisted_pages(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "content/postings/baker.md").write_text(posting("Baker", "titel: x\n"))
    studio.look()
    html = _html(get(open_desk(studio), ""))
    assert "unknown field <code>titel</code>" in html
    assert "As of 16 March 2026" in html
    assert "2 postings" in html
    assert 'href="/jobs/cook/"' in html
    assert "view?page=/jobs/cook/" in html
    assert "Redirects" not in html
    assert "Sitemaps for search engines (1)" in html


def test_postings_can_be_narrowed_by_the_address_alone(studio: Studio) -> None:
    html = _html(get(open_desk(studio), "?words=bak&state=open"))
    assert "<bdi>Baker</bdi>" in html
    assert "<bdi>Cook</bdi>" not in html


def test_problems_of_the_page_come_first(studio: Studio, tmp_path: Path) -> None:
    for name in ("baker", "cook"):
        (tmp_path / f"content/postings/{name}.md").write_text(posting(name, "titel: x\n"))
    studio.look()
    desk = open_desk(studio)
    for page, first in (("/jobs/cook/", "cook"), ("/jobs/baker/", "baker"), ("/jobs/", "baker")):
        found = told(get(desk, f"problems.json?page={page}"))
        assert found["errors"] == 2
        assert found["problems"][0]["at"]["file"] == f"content/postings/{first}.md"


def test_page_below_a_folder_is_known_by_the_address_that_a_browser_shows(tmp_path: Path) -> None:
    studio = open_studio(tmp_path, {"pages/ueber-uns.md": "---\ntitle: Us\n---\nHello.\n"})
    write_site(tmp_path, {}, "name: Example\nurl: https://example.com/careers\n")
    studio.look()
    html = _html(get(open_desk(studio), "view?page=%2Fcareers%2Fueber-uns%2F"))
    assert "content/pages/ueber-uns.md" in html
    assert "page.title" in html


def test_view_is_of_the_day_that_is_shown(tmp_path: Path) -> None:
    studio = open_studio(tmp_path, {"postings/cook.md": posting(more="closes: 2026-04-01\n")})
    desk = open_desk(studio)
    assert "page.state" in _html(get(desk, "view?page=/jobs/cook/"))
    for wish, state in ((Wish(), "open"), (Wish(date(2026, 4, 2)), "closed")):
        html = _html(get(desk, "view?page=/jobs/cook/", wish))
        assert re.search(rf'<b>state</b> <span class="kind">text</span> <span class="value">{state}<', html)


@pytest.mark.parametrize(
    ("address", "shown"), [("/jobs/index.html", "/jobs/"), ("/index.html", "/"), ("/nowhere/", "/404.html")]
)
def test_view_is_of_the_page_that_a_browser_shows_there(studio: Studio, address: str, shown: str) -> None:
    html = _html(get(open_desk(studio), f"view?page={address}"))
    assert f'For <a href="{shown}">' in html


def test_problems_of_a_page_under_its_files_name_come_first(studio: Studio, tmp_path: Path) -> None:
    for name in ("baker", "cook"):
        (tmp_path / f"content/postings/{name}.md").write_text(posting(name, "titel: x\n"))
    studio.look()
    found = told(get(open_desk(studio), "problems.json?page=/jobs/cook/index.html"))
    assert found["problems"][0]["at"]["file"] == "content/postings/cook.md"


def test_posting_with_an_error_is_listed_as_such(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "content/postings/baker.md").write_text(posting("Baker", "titel: x\n"))
    studio.look()
    html = _html(get(open_desk(studio), "?state=error"))
    assert ">error (1)</a>" in html
    assert ">open (1)</a>" in html
    assert "<bdi>Baker</bdi>" in html
    assert "<bdi>Cook</bdi>" not in html


@pytest.mark.parametrize("page", ["", "/sitemap.xml", "/own.css", "../content/site.yaml"])
def test_what_no_theme_is_given_is_not_found(studio: Studio, tmp_path: Path, page: str) -> None:
    write_site(tmp_path, {"static/own.css": "p { color: red }"})
    studio.look()
    assert get(open_desk(studio), f"view?page={page}").status == 404


def test_link_opens_the_file_in_the_editor(studio: Studio, tmp_path: Path) -> None:
    answer = get(open_desk(studio), "open?file=content/postings/cook.md&line=3&column=7")
    assert answer.status == 303
    assert header(answer, "Location") == f"vscode://file{tmp_path}/content/postings/cook.md:3:7"


def test_file_of_the_theme_is_opened_where_it_lies(studio: Studio) -> None:
    answer = get(open_desk(studio), "open?file=themes/default/templates/job.html")
    assert header(answer, "Location").endswith("/themes/default/templates/job.html:1:1")


def test_editor_of_ones_own_is_asked(studio: Studio, tmp_path: Path) -> None:
    desk = open_desk(studio, editor_of("x-edit:{path}"))
    assert (
        header(get(desk, "open?file=content/site.yaml"), "Location") == f"x-edit:{tmp_path}/content/site.yaml"
    )


@pytest.mark.parametrize("line", ["0", "-1", "x", "9" * 40, "٣", "1;2"])
def test_line_that_is_no_number_is_the_first(studio: Studio, line: str) -> None:
    answer = get(open_desk(studio), f"open?file=content/site.yaml&line={line}")
    assert header(answer, "Location").endswith("content/site.yaml:1:1")


@pytest.mark.parametrize(
    "file",
    [
        *("", "content", "content/nothing.md", "/etc/passwd", "../secret", "content/../../secret"),
        *("content/postings/../site.yaml", "./content/site.yaml", "themes/default/../../secret"),
        *("themes/other/templates/job.html", "templates/job.html", "content/postings/cook.md\0"),
    ],
)
def test_nothing_is_opened_that_the_site_does_not_have(studio: Studio, tmp_path: Path, file: str) -> None:
    (tmp_path / "secret").write_text("secret")
    answer = get(open_desk(studio), f"open?file={file}")
    assert (answer.status, header(answer, "Location")) == (404, "")


def test_link_that_took_a_files_place_opens_nothing(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("title: secret")
    file = tmp_path / "content/postings/cook.md"
    file.unlink()
    file.symlink_to(tmp_path / "secret")
    assert get(open_desk(studio), "open?file=content/postings/cook.md").status == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec_fetch_site": "same-origin"}, 303),
        ({"sec_fetch_site": "none"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "cross-site", "referer": "http://127.0.0.1:8000/"}, 403),
    ],
)
def test_only_our_own_pages_open_files(studio: Studio, headers: dict[str, str], status: int) -> None:
    assert get(open_desk(studio), "open?file=content/site.yaml", Wish(), **headers).status == status


@pytest.mark.parametrize(
    ("referer", "status"),
    [
        ("http://127.0.0.1:8000/jobs/", 303),
        ("http://127.0.0.1:8001/jobs/", 403),
        ("https://127.0.0.1:8000/", 403),
        ("http://127.0.0.1:8000@evil.example/", 403),
        ("", 403),
    ],
)
def test_browser_that_does_not_say_where_it_is_names_the_page(
    studio: Studio, referer: str, status: int
) -> None:
    request = Request(
        "GET", "/__openings/open?file=content/site.yaml", {"host": "127.0.0.1:8000", "referer": referer}
    )
    answer = open_desk(studio).answer(request, Wish())
    assert answer
    assert answer.status == status


def test_without_an_editor_nothing_is_opened_and_no_link_is_drawn(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "content/postings/baker.md").write_text(posting("Baker", "titel: x\n"))
    studio.look()
    desk = open_desk(studio, None)
    assert get(desk, "open?file=content/site.yaml").status == 403
    assert "__openings/open" not in _html(get(desk, "")) + _html(get(desk, "view?page=/jobs/cook/"))
    assert told(get(desk, "problems.json"))["problems"][0]["at"]["open"] == ""


@pytest.mark.parametrize("target", ["", "open", "live.js", "view", "problems.json"])
def test_what_can_be_read_cannot_be_posted_to(studio: Studio, target: str) -> None:
    answer = open_desk(studio).answer(Request("POST", f"/__openings/{target}", {}), Wish())
    assert answer
    assert (answer.status, header(answer, "Allow")) == (405, "GET, HEAD")


def test_wish_is_not_read_but_posted(studio: Studio) -> None:
    assert header(get(open_desk(studio), "session"), "Allow") == "POST"


def test_address_with_too_many_fields_is_refused(studio: Studio) -> None:
    assert get(open_desk(studio), "?" + "&".join(f"a{n}=1" for n in range(99))).status == 400


def test_while_the_site_is_read_every_address_says_how_far_it_is(tmp_path: Path) -> None:
    write_site(tmp_path)
    studio = Studio(tmp_path, Options())
    studio.progress = (3_400, 10_000)
    desk = open_desk(studio)
    answer = desk.waiting()
    assert answer.status == 503
    assert "Reading the site: 3,400 of 10,000 files" in _html(answer)
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in _html(answer)
    assert "/__openings/live.js?of=" in _html(answer)
    assert told(Response(200, (), desk.state(Wish()))) | {"version": 0} == {
        "version": 0,
        "errors": None,
        "warnings": None,
        "note": "",
        "back": "Back to today",
        "progress": "Reading the site: 3,400 of 10,000 files",
        "styles": "",
        "files": "",
    }


@pytest.mark.parametrize("progress", [(0, 0), (1, 1)])
def test_nothing_is_counted_before_the_files_are(tmp_path: Path, progress: tuple[int, int]) -> None:
    studio = Studio(write_site(tmp_path), Options())
    studio.progress = progress
    assert ">Reading the site</p>" in _html(open_desk(studio).waiting())


def test_broken_settings_are_told_where_the_site_would_be(tmp_path: Path) -> None:
    write_site(tmp_path, config="- name: Example\n")
    studio = Studio(tmp_path, Options())
    studio.look()
    desk = open_desk(studio)
    html = _html(desk.waiting())
    assert "The site can’t be shown yet" in html
    assert "content/site.yaml:1:1" in html
    assert studio.edition(Wish()) is None
    assert "content/site.yaml:1:1" in _html(get(desk, ""))
    assert told(Response(200, (), desk.state(Wish())))["errors"] == 1


def test_page_that_cannot_be_made_says_why_and_comes_back(studio: Studio, tmp_path: Path) -> None:
    answer = open_desk(studio).failed(f"<b> in {tmp_path}/themes")
    assert answer.status == 500
    assert "&lt;b&gt; in …/themes" in _html(answer)
    assert re.search(r"live\.js\?of=[0-9a-f]{32}\" data-failed defer>", _html(answer))


def test_state_is_told_at_once_and_again_when_the_problems_are_known(tmp_path: Path) -> None:
    studio = open_studio(tmp_path, {"postings/cook.md": posting(more="location: Oslo\n")})
    desk = open_desk(studio)
    first = told(Response(200, (), desk.state(Wish())))
    assert (first["errors"], first["warnings"]) == (None, None)
    assert studio.wait(first["version"], timeout=30) > first["version"]
    again = told(Response(200, (), desk.state(Wish())))
    assert again["errors"] == len(studio.problems(Wish()))
    assert again["errors"] > 0


def test_problems_are_worked_out_once_for_many_who_ask(studio: Studio) -> None:
    desk = open_desk(studio)
    edition = studio.edition(Wish())
    assert edition
    gate, asked = Event(), []
    work = edition.model.problems

    def slow() -> object:
        asked.append(1)
        assert gate.wait(30)
        return work()

    edition.model.problems = slow  # type: ignore[method-assign, assignment]
    version = studio.version()
    askers = [Thread(target=desk.state, args=(Wish(),)) for _ in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join(30)
    gate.set()
    assert studio.wait(version, timeout=30) == version + 1
    assert asked == [1]


def test_state_tells_of_files_that_keep_their_names(studio: Studio, tmp_path: Path) -> None:
    desk = open_desk(studio)

    def stamps() -> tuple[str, str]:
        state = told(Response(200, (), desk.state(Wish())))
        return state["styles"], state["files"]

    before = stamps()
    write_site(tmp_path, {"static/own.css": "p { color: red }"})
    studio.look()
    with_style = stamps()
    assert (with_style[0] != before[0], with_style[1] == before[1]) == (True, True)
    write_site(tmp_path, {"static/map.svg": "<svg/>"})
    studio.look()
    assert (stamps()[0] == with_style[0], stamps()[1] != with_style[1]) == (True, True)


def test_files_that_changed_since_a_state_are_told_by_their_addresses(tmp_path: Path) -> None:
    studio = open_studio(tmp_path, {"static/old map.svg": "<svg/>"})
    desk = open_desk(studio)

    def changed() -> object:
        return json.loads(get(desk, f"changed.json?since={since}").body)

    since = told(get(desk, "state.json"))["files"]
    assert changed() == []
    write_site(tmp_path, {"static/old map.svg": "<svg></svg>", "static/new.svg": "<svg/>"})
    studio.look()
    assert changed() == ["/new.svg", "/old%20map.svg"]
    write_site(tmp_path, {f"static/{number}.svg": "<svg/>" for number in range(60)})
    studio.look()
    assert changed() is None
    since = "of a server that is no more"
    assert changed() is None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_problems_that_could_not_be_worked_out_are_asked_for_again(studio: Studio) -> None:
    desk, edition = open_desk(studio), studio.edition(Wish())
    assert edition
    work, failing = edition.model.problems, Queue[Thread]()

    def fails() -> object:
        failing.put(current_thread())
        raise RuntimeError

    edition.model.problems = fails  # type: ignore[method-assign, assignment]
    desk.state(Wish())
    failing.get(timeout=30).join(30)
    edition.model.problems = work  # type: ignore[method-assign]
    version = studio.version()
    studio.tell()
    desk.state(Wish())
    assert studio.wait(version + 1, timeout=30) == version + 2


def test_editor_is_the_one_that_most_people_have() -> None:
    assert Editor() == editor_of("vscode")
