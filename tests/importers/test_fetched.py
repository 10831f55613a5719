import io
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.fetched import LIMITS, source_bytes
from generator.importers.kinds import KINDS, address_of
from generator.web.failure import Cause
from generator.web.fetching import Answer, FetchError, Limits, Request


class Web:
    """What an address answers, and what was asked."""

    def __init__(
        self, status: int = 200, body: bytes = b"{}", reason: str = "", cause: Cause = Cause.CONNECTION
    ) -> None:
        self.status, self.body, self.reason, self.cause = status, body, reason, cause
        self.asked: list[Request] = []

    def __call__(self, request: Request, limits: Limits) -> Answer:
        assert limits.schemes == ("https",)
        self.asked.append(request)
        if self.reason:
            raise FetchError(self.reason, self.cause)
        return Answer(request.url, self.status, {}, self.body)


def fetch(source: str, web: Web) -> bytes:
    return source_bytes(source, address_of(KINDS["greenhouse"], source), io.BytesIO(), web)


@pytest.mark.parametrize(
    ("kind", "source", "address"),
    [
        ("greenhouse", "harbour", "https://boards-api.greenhouse.io/v1/boards/harbour/jobs?content=true"),
        ("greenhouse", "https://boards.greenhouse.io/harbour", "https://boards-api.greenhouse.io/v1/boards/harbour/"),
        ("greenhouse", "https://job-boards.greenhouse.io/harbour/jobs/1", "https://boards-api.greenhouse.io/v1/boards/harbour/"),
        ("lever", "harbour", "https://api.lever.co/v0/postings/harbour?mode=json"),
        ("lever", "https://jobs.lever.co/harbour", "https://api.lever.co/v0/postings/harbour?mode=json"),
        ("lever", "https://jobs.eu.lever.co/harbour/x", "https://api.eu.lever.co/v0/postings/harbour?mode=json"),
        ("ashby", "Harbour%20Works", "https://api.ashbyhq.com/posting-api/job-board/Harbour%20Works?"),
        ("ashby", "https://jobs.ashbyhq.com/harbour", "https://api.ashbyhq.com/posting-api/job-board/harbour?"),
        ("ashby", "https://example.com/x.json", "https://example.com/x.json"),
        ("ashby", "https://[", "https://["),
    ],
)  # fmt: skip
def test_board_is_found_by_its_name_or_its_page(kind: str, source: str, address: str) -> None:
    assert address_of(KINDS[kind], source).startswith(address)


@pytest.mark.parametrize("source", ["../board", "a b", "", "a/b"])
def test_what_is_no_name_has_no_address(source: str) -> None:
    assert address_of(KINDS["lever"], source) == ""


def test_answer_of_an_address_is_the_source() -> None:
    web = Web(body=b"[]")
    assert fetch("harbour", web) == b"[]"
    assert web.asked[0].url.endswith("/boards/harbour/jobs?content=true&pay_transparency=true")


def test_file_goes_before_a_board_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("harbour").write_bytes(b"here")
    web = Web()
    assert (fetch("harbour", web), web.asked) == (b"here", [])


@pytest.mark.parametrize(
    ("web", "message"),
    [
        (Web(404), "`https://example.com/jobs` answered 404"),
        (Web(500), "`https://example.com/jobs` answered 500"),
        (
            Web(reason="the name isn't known"),
            "`https://example.com/jobs` didn't answer: the name isn't known",
        ),
    ],
    ids=["missing", "broken", "silent"],
)
def test_address_without_an_answer_is_told_without_its_keys(web: Web, message: str) -> None:
    with pytest.raises(OpeningsError) as refused:
        fetch("https://user:secret@example.com/jobs?token=secret", web)
    assert refused.value.message == message
    assert "secret" not in refused.value.hint


@pytest.mark.parametrize(
    ("web", "hint"),
    [
        (Web(403), "look whether the board is public"),
        (Web(410), "look whether the address is right"),
        (Web(429), "try again later"),
        (Web(503), "try again later"),
        (Web(reason="refused"), "try again later"),
        (Web(reason="no secure connection", cause=Cause.CERTIFICATE), "look whether the address is right"),
        (Web(reason="more than 50 MB", cause=Cause.SIZE), "import it in parts"),
        (Web(reason="not an address", cause=Cause.ADDRESS), "look whether the address is right"),
    ],
)
def test_hint_is_what_may_help(web: Web, hint: str) -> None:
    with pytest.raises(OpeningsError) as refused:
        fetch("https://example.com/jobs", web)
    assert hint in refused.value.hint
    assert hint == "try again later" or "again" not in refused.value.hint


def test_scheme_may_be_in_capitals() -> None:
    assert fetch("HTTPS://example.com/jobs", Web(body=b"[]")) == b"[]"


def test_board_may_be_called_as_a_folder_or_with_a_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("harbour").mkdir()
    for name in ("harbour", "acme.io"):
        assert fetch(name, Web(body=b"[]")) == b"[]"
    with pytest.raises(OpeningsError, match=r"there is no file `board\.json`"):
        fetch("board.json", Web())


def test_size_of_a_file_is_limited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("generator.importers.fetched.LIMITS", Limits(size=3))
    file = tmp_path / "large.json"
    file.write_bytes(b"four")
    for source in (str(file), "-"):
        with pytest.raises(OpeningsError, match="has more than 0 MB"):
            source_bytes(source, "", io.BytesIO(b"four"), Web())
    assert LIMITS.size == 50_000_000
