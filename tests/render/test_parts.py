from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import FunctionLoader
from markupsafe import Markup
from msgspec.structs import replace

from generator.model.documents import Body
from generator.pages.kinds import Kind
from generator.pages.view import Viewer
from generator.pages.views import Count, LinkView
from generator.render.parts import Parts
from generator.render.renderer import Renderer
from generator.render.sandbox import Sandbox
from tests.builders import make_page, make_plan
from tests.render.filling import fill, home, make_theme

_SHOW = "{{ v }}"


class _Counted:
    """Parts of one template, and the values it was filled with."""

    def __init__(self, limit: int = 1_000_000) -> None:
        self.filled: list[Any] = []
        sandbox = Sandbox(FunctionLoader({"p.html": "{{ v | seen }}"}.get))
        sandbox.filters["seen"] = self._seen
        self._template = sandbox.get_template("p.html")
        self._context = sandbox.from_string("").new_context()
        self._parts = Parts(sandbox, limit)

    def _seen(self, value: Any) -> Any:
        self.filled.append(value)
        return value

    def part(self, value: Any) -> str:
        return self._parts.part(self._context, "p.html", v=value)

    def plain(self, value: Any) -> str:
        return self._template.render(v=value)


def test_part_gets_the_values_it_is_given_and_escapes_them() -> None:
    assert fill('{{ "p.html" | part(v=page.tagline) }}', p="<b>{{ v }}</b>").data == (
        b"<b>Tea &amp; &lt;biscuits&gt;</b>"
    )


@pytest.mark.parametrize("name", ["page", "other", "text", "x"])
def test_part_sees_nothing_else(name: str) -> None:
    around = '{% import "p.html" as text %}{% set other = 1 %}{% for x in [1] %}'
    problem = fill(around + '{{ "q.html" | part(v=1) }}{% endfor %}', p="", q=f"{{{{ {name} }}}}").problem
    assert problem
    assert problem.message == f"`{name}` is undefined"


def test_part_has_the_words_and_parts_of_its_own() -> None:
    template = '{% macro m() %}{{ "p.html" | part }}{% endmacro %}{{ m() }}'
    part = '{{ "hi" | t }}{{ "q.html" | part(v=1) }}'
    assert fill(template, {"hi": "Hello"}, p=part, q=_SHOW).data == b"Hello1"


def _asked(words: str) -> list[str]:
    """Which bodies a renderer asks for, when it renders a page of words twice."""
    asked: list[str] = []

    def bodies(source: str) -> tuple[str, ...]:
        asked.append(source)
        return ("<p>Hello</p>",)

    planned = make_plan(make_page("students", body=Body(is_empty=False)))
    page = next(page for page in planned.pages if page.kind is Kind.WORDS)
    renderer = Renderer(make_theme({"words": words, "p": "{{ body | html }}"}), "en", bodies)
    for _ in range(2):
        assert renderer.render(page.kind, Viewer(planned, "en").view(page)).data == b"<p>Hello</p>"
    return asked


def test_words_in_a_part_are_put_together_once() -> None:
    assert len(_asked('{{ "p.html" | part(body=page.body) }}')) == 1


def test_words_of_a_page_itself_are_not_kept() -> None:
    assert len(_asked("{{ page.body | html }}")) == 2


def test_parts_last_line_break_is_dropped() -> None:
    assert fill('[{{ "p.html" | part }}]', p="a\nb\n").data == b"[a\nb]"


def test_mistake_in_a_part_is_reported_with_its_line() -> None:
    problem = fill('\n{{ "p.html" | part(v=1) }}', p="\n\n{{ v.nothing.at_all }}").problem
    assert problem
    assert problem.at
    assert (problem.at.path, problem.at.line) == ("themes/plain/templates/p.html", 3)


def test_missing_part_is_reported() -> None:
    problem = fill('{{ "p.html" | part }}').problem
    assert problem
    assert problem.message == "the theme `plain` has no template `p.html`"


def test_equal_values_share_one_filling() -> None:
    counted = _Counted()
    assert [counted.part(Count(1, "<", "one")) for _ in range(3)] == [counted.part(Count(1, "<", "one"))] * 3
    assert len(counted.filled) == 1


def test_frame_is_filled_once_for_all_pages() -> None:
    counted = _Counted()
    frame = home().frame
    assert counted.part(frame) == counted.part(frame)
    assert counted.part(replace(frame, site_name="Other")) != counted.part(frame)
    assert len(counted.filled) == 2


def test_frames_that_came_and_went_are_not_mistaken_for_one_another() -> None:
    counted = _Counted()
    frame = home().frame
    shown = [
        f"name-{number}" in counted.part(replace(frame, site_name=f"name-{number}")) for number in range(300)
    ]
    assert all(shown)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([1, True, "1", Markup("1")], id="one"),
        pytest.param(["<", Markup("<")], id="marked-safe"),
        pytest.param([(1,), (True,), [1], (("1",),)], id="nested"),
        pytest.param([None, "", "None"], id="none"),
        pytest.param([LinkView("a", "b"), LinkView("b", "a"), ("a", "b")], id="views"),
    ],
)
def test_values_that_look_different_are_told_apart(values: list[Any]) -> None:
    counted = _Counted()
    for value in values:
        counted.part(value)
    assert [(type(value), value) for value in counted.filled] == [(type(value), value) for value in values]


def test_what_may_change_is_filled_anew_each_time() -> None:
    template = (
        "{% set n = namespace(x=1) %}{{ 'p.html' | part(v=n) }}{{ 'q.html' | part(v=(n, 7)) }}"
        "{% set n.x = 2 %}{{ 'p.html' | part(v=n) }}{{ 'q.html' | part(v=(n, 7)) }}"
    )
    assert fill(template, p="{{ v.x }}", q="{{ v[0].x }}{{ v[1] }}").data == b"117227"


def test_no_more_is_kept_than_the_limit() -> None:
    counted = _Counted(limit=1_500)
    for value in ("a", "a", "b", "c", "c", "a"):
        assert counted.part(value) == value
    assert counted.filled == ["a", "b", "c", "a"]


_SIMPLE = st.one_of(
    st.booleans(),
    st.integers(0, 2),
    st.sampled_from(["", "1", "<", "True"]),
    st.sampled_from([Markup("1"), Markup("<")]),
    st.none(),
    st.builds(Count, st.integers(0, 1), st.sampled_from(["0", "1"]), st.just("one")),
)
_VALUES = st.recursive(_SIMPLE, lambda inner: st.lists(inner, max_size=2) | st.tuples(inner), max_leaves=4)


@given(st.lists(_VALUES, max_size=20), st.integers(0, 5_000))
def test_kept_parts_are_those_that_would_be_made(values: list[Any], limit: int) -> None:
    counted = _Counted(limit)
    for value in values:
        assert counted.part(value) == counted.plain(value)
