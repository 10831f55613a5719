"""What is looked at after a deploy, and how long one waits for it."""

from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.publish.deploy.live import Seen, Standing, look_at, samples
from generator.web.fetching import Answer, FetchError
from tests.conftest import serve
from tests.publish.deploy.memory import SITE, built_of

OPEN = '<script type="application/ld+json">{"@type":"JobPosting"}</script>'
FILES = {
    "index.html": "home",
    "assets/a.css": "a",
    "assets/b.css": "b",
    "jobs/index.html": OPEN,
    "jobs/closed/index.html": "closed",
    "jobs/cook/index.html": OPEN,
    "jobs/séance 1/index.html": OPEN,
}


def _ask(url: str) -> Answer:
    try:
        with urlopen(url) as answer:
            return Answer(url, answer.status, {}, answer.read())
    except HTTPError as error:
        with error:
            return Answer(url, error.code, {}, error.read())


def _answers(*answers: Answer | FetchError) -> Callable[[str], Answer]:
    left = iter(answers)

    def ask(url: str) -> Answer:
        answer = next(left)
        if isinstance(answer, FetchError):
            raise answer
        return answer

    return ask


def _answer(status: int, body: bytes = b"") -> Answer:
    return Answer(SITE, status, {}, body)


def test_home_an_open_posting_and_an_asset_are_looked_at(tmp_path: Path) -> None:
    found = samples(built_of(tmp_path, FILES), ())
    assert list(found) == [f"{SITE}/", f"{SITE}/jobs/cook/", f"{SITE}/assets/a.css"]


def test_what_was_just_sent_is_looked_at_first(tmp_path: Path) -> None:
    built = built_of(tmp_path, FILES)
    found = samples(built, ("assets/b.css", "jobs/closed/index.html", "jobs/séance 1/index.html"))
    assert list(found) == [f"{SITE}/", f"{SITE}/jobs/s%C3%A9ance%201/", f"{SITE}/assets/b.css"]


def test_site_without_open_postings_is_looked_at_all_the_same(tmp_path: Path) -> None:
    assert list(samples(built_of(tmp_path, {"index.html": "home"}), ())) == [f"{SITE}/"]


def test_served_site_is_live(tmp_path: Path) -> None:
    with serve(tmp_path) as url:
        built = built_of(tmp_path, FILES, url)
        seen = look_at(samples(built, ("jobs/séance 1/index.html",)), _ask, lambda pause: None, ())
        assert {one.standing for one in seen} == {Standing.LIVE}
        (tmp_path / "index.html").write_text("old", "utf-8")
        (tmp_path / "assets/a.css").unlink()
        waits: list[float] = []
        seen = look_at(samples(built, ()), _ask, waits.append, (1, 2))
    sentences = [one.sentence for one in seen]
    assert sentences == [
        f"{url}/ isn't live yet: it answers with other bytes than were sent",
        f"{url}/jobs/cook/ is live",
        f"{url}/assets/a.css isn't live: it answers with 404",
    ]
    assert waits == [1, 2]


def _look(tmp_path: Path, ask: Callable[[str], Answer]) -> tuple[Seen, list[float]]:
    waits: list[float] = []
    wanted = samples(built_of(tmp_path, {"index.html": "new"}), ())
    (seen,) = look_at(wanted, ask, waits.append, (1, 2, 4))
    return seen, waits


def test_one_waits_until_the_new_page_is_there(tmp_path: Path) -> None:
    ask = _answers(_answer(404), _answer(503), _answer(200, b"new"))
    assert _look(tmp_path, ask) == (Seen(Standing.LIVE, f"{SITE}/ is live"), [1, 2])


@pytest.mark.parametrize(
    ("answer", "sentence", "hint"),
    [
        (_answer(403), f"{SITE}/ isn't live: it answers with 403", "the host keeps visitors out"),
        (_answer(401), f"{SITE}/ isn't live: it answers with 401", "the host keeps visitors out"),
        (FetchError("no such host"), f"{SITE}/ can't be looked at: no such host", "open it in a browser"),
    ],
    ids=["forbidden", "unauthorized", "unreachable"],
)
def test_refusal_is_told_at_once(
    tmp_path: Path, answer: Answer | FetchError, sentence: str, hint: str
) -> None:
    seen, waits = _look(tmp_path, _answers(answer))
    assert (seen.standing, seen.sentence, waits) == (Standing.REFUSED, sentence, [])
    assert seen.hint.startswith(hint)


def test_host_that_is_out_of_reach_is_asked_once(tmp_path: Path) -> None:
    wanted = samples(built_of(tmp_path, FILES), ())
    ask = _answers(FetchError("no such host"))
    (seen,) = look_at(wanted, ask, lambda pause: None, (1, 2))
    assert seen.sentence == f"{SITE}/ can't be looked at: no such host"
