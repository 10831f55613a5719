"""The readers of the year see what they are there for: each is shown an output that says something wrong."""

import json
from datetime import date

import pytest

from tests.lifecycle.company import PEOPLE, write_company
from tests.lifecycle.readers import (
    COUNTS,
    OUTPUTS,
    TALLIES,
    Files,
    count_of,
    page_of,
    postings,
    state_of,
    tallies_of,
)
from tests.sample import build_in_memory

_DAY = date(2028, 3, 26)  # when six postings are open, one of them for the last day


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return build_in_memory(write_company(tmp_path_factory.mktemp("company"), PEOPLE), _DAY).files


def _renamed(data: bytes, stem: str) -> bytes:
    data = data.replace(stem.encode(), b"stranger")
    return data.replace(stem.capitalize().encode(), b"Stranger")


@pytest.mark.parametrize("name", OUTPUTS.keys() - {"pages", "markup", "food", "wood"})
def test_reader_sees_another_posting_in_place_of_one(built: Files, name: str) -> None:
    """A row, an entry or an address of a posting that isn't open is told as such."""
    shown = OUTPUTS[name].read(built)
    assert shown
    gone = sorted(shown)[0]
    changed = {path: _renamed(data, gone) for path, data in built.items()}
    assert OUTPUTS[name].read(changed) == (shown - {gone}) | {"stranger"}


def test_reader_of_markup_sees_a_page_that_says_nothing_of_a_job(built: Files) -> None:
    shown = OUTPUTS["markup"].read(built)
    assert shown
    silent = sorted(shown)[0]
    page = built[page_of(silent)].replace(b'"@type":"JobPosting"', b'"@type":"Thing"')
    assert OUTPUTS["markup"].read({**built, page_of(silent): page}) == shown - {silent}


@pytest.mark.parametrize("name", ["food", "wood"])
def test_reader_of_an_empty_list_sees_a_row(built: Files, name: str) -> None:
    assert OUTPUTS[name].read(built) == frozenset()
    path = COUNTS[name]
    row = b'<a class="row-title" href="/jobs/baker/">Baker</a>'
    assert OUTPUTS[name].read({path: built[path] + row}) == frozenset(("baker",))


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name not in ("pages", "similar", "index")])
def test_reader_misses_an_output_that_is_not_there(name: str) -> None:
    assert OUTPUTS[name].read({}) is None


@pytest.mark.parametrize(
    ("stem", "state", "old", "new", "expected"),
    [
        ("gardener", "open", "data-apply ", "", "broken"),
        ("gardener", "open", "<main", '<main data-x><p class="soon"></p><i', "soon"),
        ("gardener", "open", "</head>", '<meta name="robots" content="noindex"></head>', "broken"),
        ("smith", "soon", '<p class="soon">', "<p>", "open"),
        ("baker", "closed", "banner-closed", "banner-on-hold", "on-hold"),
        ("baker", "closed", "banner-closed", "banner-open", "broken"),
        ("baker", "closed", '<meta name="robots" content="noindex">', "", "broken"),
        ("baker", "closed", "</main>", '<a data-apply href="x"></a></main>', "broken"),
        ("porter", "on-hold", "</main>", '<p class="soon"></p></main>', "broken"),
    ],
)
def test_state_of_a_page_is_read_from_all_its_parts(
    built: Files, stem: str, state: str, old: str, new: str, expected: str
) -> None:
    assert state_of(built, stem) == state
    text = built[page_of(stem)].decode()
    assert old in text
    assert state_of({page_of(stem): text.replace(old, new).encode()}, stem) == expected


def test_posting_without_a_page_has_no_state(built: Files) -> None:
    assert state_of(built, "dyer") == "none"
    assert "dyer" not in postings(built)
    assert {"gardener", "baker", "porter"} <= postings(built)


@pytest.mark.parametrize("name", COUNTS)
def test_number_of_a_list_is_read(built: Files, name: str) -> None:
    rows = len(OUTPUTS[name].read(built) or ())
    data = built[COUNTS[name]]
    assert count_of(data) == rows
    if rows:
        words = f"{rows} open job"
        assert words in data.decode()
        assert count_of(data.replace(words.encode(), b"77 open job")) == 77


@pytest.mark.parametrize("path", ["index.html", "categories/index.html", "locations/index.html"])
def test_numbers_beside_links_are_read(built: Files, path: str) -> None:
    told = tallies_of(built[path])
    for url in told.keys() & TALLIES.keys():
        old = f'aria-hidden="true">{told[url]}<'
        changed = built[path].replace(old.encode(), b'aria-hidden="true">77<')
        assert tallies_of(changed)[url] == 77
    assert len(told.keys() & TALLIES.keys()) >= 3


_URL = "https://careers.example.com/jobs/{}/"
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Cook</title>'
    f'<link href="{_URL.format("cook")}"/><id>{_URL.format("cook")}</id></entry></feed>'
)
_LINKEDIN = "<source><job><partnerJobId><![CDATA[cook]]></partnerJobId></job></source>"
_INDEED = f"<source><job><url><![CDATA[{_URL.format('cook')}?source=Indeed]]></url></job></source>"
_LIST = json.dumps({"items": [{"url": _URL.format("cook")}, {"url": _URL.format("head-cook")}]})


@pytest.mark.parametrize(
    ("name", "path", "text", "expected"),
    [
        ("feed", "feed.xml", _ATOM, {"cook"}),
        ("feed of crafts", "categories/crafts/feed.xml", _ATOM, {"cook"}),
        ("feed of oslo", "locations/norway/oslo/feed.xml", _ATOM, {"cook"}),
        ("jobs.json", "jobs.json", _LIST, {"cook", "head-cook"}),
        ("indeed", "feeds/indeed.xml", _INDEED, {"cook"}),
        ("linkedin", "feeds/linkedin.xml", _LINKEDIN, {"cook"}),
        ("feed", "feed.xml", "<feed></feed>", set()),
    ],
)
def test_addresses_in_data_for_machines_are_read(name: str, path: str, text: str, expected: set[str]) -> None:
    assert OUTPUTS[name].read({path: text.encode()}) == frozenset(expected)
    assert OUTPUTS[name].read({}) is None


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('{"@type": "JobPosting"}', {"cook"}),
        ('[{"@type": "BreadcrumbList"}, {"@type": "JobPosting"}]', {"cook"}),
        ('{"@graph": [{"@type": "JobPosting"}]}', {"cook"}),
        ('{"@type": "BreadcrumbList"}', set()),
    ],
)
def test_markup_of_a_job_is_read(markup: str, expected: set[str]) -> None:
    page = f'<script type="application/ld+json">{markup}</script>'.encode()
    assert OUTPUTS["markup"].read({page_of("cook"): page}) == frozenset(expected)


def test_site_whose_pages_say_nothing_to_machines_has_no_markup(built: Files) -> None:
    assert OUTPUTS["markup"].read({page_of("cook"): b"<main></main>"}) is None
