"""Verdicts as problems."""

from collections.abc import Mapping

import pytest

from generator.diagnostics.codes import outside as codes
from generator.diagnostics.diagnostic import Code, Diagnostic, Span
from generator.web.links.asking import LOGIN
from generator.web.links.telling import told
from generator.web.links.verdict import State, Verdict

_URL = "https://example.com/jobs"


def _told(found: Mapping[str, Verdict], *places: Span) -> list[Diagnostic]:
    return list(told(found, lambda url: places or (Span("content/a.md", 3),)))


@pytest.mark.parametrize(
    ("verdict", "code", "message"),
    [
        (Verdict(State.GONE, "404"), codes.GONE, f"`{_URL}` leads to nothing: 404"),
        (Verdict(State.NO_HOST, "no such host"), codes.GONE, f"`{_URL}` leads to nothing: no such host"),
        (Verdict(State.WRONG, "no host"), codes.GONE, f"`{_URL}` leads to nothing: no host"),
        (Verdict(State.MOVED, to="https://b.example/"), codes.MOVED, f"`{_URL}` has moved for good"),
        (Verdict(State.UNTRUSTED, "expired"), codes.UNTRUSTED, f"browsers warn of `{_URL}`: expired"),
        (Verdict(State.REFUSED, "port 22"), codes.REFUSED, f"`{_URL}` isn't asked: port 22"),
    ],
)
def test_link_that_is_no_good_is_told_where_it_stands(verdict: Verdict, code: Code, message: str) -> None:
    [problem] = _told({_URL: verdict})
    assert (problem.code, problem.message, problem.at) == (code, message, Span("content/a.md", 3))
    assert problem.hint


def test_host_that_is_not_there_is_told_once() -> None:
    found = {f"https://gone.example/{i}": Verdict(State.NO_HOST) for i in range(8)}
    found["http://gone.example/8"] = Verdict(State.NO_HOST)
    found["http://other.example/"] = Verdict(State.NO_HOST)
    problems = list(told(found, lambda url: [Span(f"content/{url[-1]}.md")]))
    assert [problem.message for problem in problems] == [
        "9 links lead to `gone.example`, and there is no such host",
        "`http://other.example/` leads to nothing: no such host",
    ]
    assert [note.at.path for note in problems[0].notes] == [f"content/{i}.md" for i in range(5)]


def test_moved_link_has_its_new_address_for_a_hint() -> None:
    [problem] = _told({_URL: Verdict(State.MOVED, to="https://b.example/")})
    assert problem.hint == "write `https://b.example/`"


def test_fine_link_is_not_told() -> None:
    assert _told({_URL: Verdict(State.FINE)}) == []


def test_link_at_many_places_is_told_once() -> None:
    [problem] = _told(
        {_URL: Verdict(State.GONE, "404")}, *(Span("content/a.md", line) for line in range(1, 9))
    )
    assert problem.at == Span("content/a.md", 1)
    assert [note.at.line for note in problem.notes] == [2, 3, 4, 5, 6]
    assert problem.notes[-1].text == "here too, and at 2 more places"


@pytest.mark.parametrize("state", [State.UNKNOWN, State.OFFLINE, State.LATE])
def test_links_of_which_nothing_is_known_are_told_together(state: State) -> None:
    found = {f"{_URL}/{i}": Verdict(state, "403") for i in range(9)}
    [problem] = _told(found)
    assert problem.code is codes.UNKNOWN
    assert problem.message == "of 9 links to other sites, nobody can tell whether they work"
    assert [note.text for note in problem.notes] == [f"`{_URL}/{i}`: 403" for i in range(5)]


def test_password_in_a_link_is_not_told() -> None:
    [problem] = _told({"https://anna:secret@example.com/a@b": Verdict(State.GONE, "404")})
    assert problem.message == "`https://example.com/a@b` leads to nothing: 404"


def test_way_out_of_a_password_is_to_take_it_out() -> None:
    [problem] = _told({"https://anna:secret@example.com/": Verdict(State.REFUSED, LOGIN)})
    assert problem.message == "`https://example.com/` isn't asked: there is a name or password in it"
    assert problem.hint == "take out what stands between `//` and `@`, and the `@`"
