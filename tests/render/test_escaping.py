from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, FunctionLoader
from jinja2.filters import do_urlencode
from markupsafe import Markup, escape

from generator.render.escaping import escaped, url_quoted
from generator.render.sandbox import Sandbox

_SPECIAL = "<a href='x'>\"R&D\"</a>"


class _Text(str):
    """Text of a kind of its own."""


class _Loud(str):
    """Text that shows as other text."""

    def __str__(self) -> str:
        return _SPECIAL


class _Html:
    def __html__(self) -> str:
        return "<b>"


class _HtmlText(str):
    def __html__(self) -> str:
        return "<i>"


class _Marked(Markup):
    def __html__(self) -> "_Marked":
        return _Marked("<u>")


class _Shown:
    def __str__(self) -> str:
        return _SPECIAL


class _Sly:
    """Says that it is text marked safe."""

    __class__ = property(lambda self: Markup)

    def __str__(self) -> str:
        return _SPECIAL


_VALUES = {
    "plain": "Tea",
    "empty": "",
    "wide": "Zürich – 東京",
    **{f"only-{ord(sign)}": sign for sign in "&<>'\""},
    "special": _SPECIAL,
    "escaped-already": "&lt;",
    "marked-safe": Markup(_SPECIAL),
    "own-kind-of-text": _Text(_SPECIAL),
    "text-that-shows-as-other-text": _Loud("Tea"),
    "html": _Html(),
    "text-with-html": _HtmlText("Tea"),
    "own-kind-of-marked": _Marked("Tea"),
    "shown-by-its-str": _Shown(),
    "number": 1,
    "truth": True,
    "nothing": None,
    "tuple": (_SPECIAL, Markup("<b>")),
}


@pytest.mark.parametrize("value", _VALUES.values(), ids=_VALUES.keys())
def test_value_is_escaped_as_by_the_library(value: Any) -> None:
    assert str(escaped(value)) == str(escape(value))


@given(st.text() | st.text("&<>'\"ax;#39") | st.text("<a").map(Markup))
def test_any_text_is_escaped_as_by_the_library(text: str) -> None:
    assert str(escaped(text)) == str(escape(text))


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("a/:?&=%+~é €-_.", max_size=20))
def test_any_text_is_quoted_as_by_the_library(text: str) -> None:
    assert url_quoted(text) == do_urlencode(text)


@pytest.mark.parametrize("value", [Markup("<b> &"), 12, None, {"a b": "c/d"}, [("a", "ü")]])
def test_other_value_is_quoted_as_by_the_library(value: Any) -> None:
    assert url_quoted(value) == do_urlencode(value)


def test_value_that_claims_to_be_marked_safe_is_escaped() -> None:
    assert isinstance(_Sly(), Markup)
    assert escaped(_Sly()) == escape(_SPECIAL)
    assert _sandboxed("output", v=_Sly()) == _plain("output", v=_SPECIAL)


def test_text_with_nothing_to_escape_is_not_marked_safe() -> None:
    assert type(escaped("Tea")) is str
    assert type(escaped("&")) is Markup


_TEMPLATES = {
    "output": "<p>{{ v }}</p>{{ v }}",
    "joined": "{{ v ~ '<' }}{{ '<' ~ v }}",
    "set": "{% set s = v %}{{ s }}",
    "block-set": "{% set s %}<b>{{ v }}</b>{% endset %}{{ s }}{{ s ~ v }}",
    "block-set-filtered": "{% set s | upper %}<b>{{ v }}</b>{% endset %}{{ s }}",
    "filter-block": "{% filter replace('a', '<') %}{{ v }}{% endfilter %}",
    "macro": "{% macro m(x) %}<b>{{ x }}{{ v }}</b>{% endmacro %}{{ m(v) }}{{ m(m(v)) }}",
    "macro-of-text-only": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(v) ~ '<' }}",
    "call": "{% macro m() %}{{ caller(v) }}{% endmacro %}{% call(x) m() %}<b>{{ x }}{{ v }}{% endcall %}",
    "loop": "{% for x in [v, v] %}{{ x }}{% if not loop.last %}<br>{% endif %}{% endfor %}",
    "recursive-loop": (
        "{% for x in [[v], v] recursive %}{{ loop([v]) if loop.first and loop.depth < 3 else x }}{% endfor %}"
    ),
    "block": "{% block b %}<b>{{ v }}</b>{{ self.c() }}{% endblock %}{% block c %}{{ v }}{% endblock %}",
    "inherited": "{% extends 'base' %}{% block b %}<i>{{ super() }}{{ v }}{% endblock %}",
    "included": "{% include 'part' %}",
    "imported": "{% import 'macros' as m %}{{ m.show(v) }}{{ m.kept }}",
    "by-filter": "{{ v | e }}{{ v | string }}{{ v | safe }}{{ [v, v] | join('<') }}",
    "constant": "{{ '<b>' }}{{ '<b>' | safe }}{{ 1 }}{{ none }}",
    "not-escaped": "{% autoescape false %}{{ v }}{% endautoescape %}{{ v }}",
    "perhaps-escaped": "{% autoescape v == 'Tea' %}{{ v }}<{{ '<' }}{% endautoescape %}{{ v }}",
}
_OTHERS = {
    "base": "<p>{% block b %}{{ v }}{% endblock %}</p>",
    "part": "<p>{{ v }}</p>",
    "macros": "{% macro show(v) %}<b>{{ v }}{% endmacro %}{% set kept %}<{{ '&' }}{% endset %}",
}


@pytest.mark.parametrize("name", _TEMPLATES)
@pytest.mark.parametrize("value", _VALUES.values(), ids=_VALUES.keys())
def test_template_shows_a_value_as_without_our_own_code(name: str, value: Any) -> None:
    assert _sandboxed(name, v=value) == _plain(name, v=value)


def _sandboxed(name: str, **values: Any) -> str:
    return Sandbox(FunctionLoader({**_OTHERS, **_TEMPLATES}.get)).get_template(name).render(values)


def _plain(name: str, **values: Any) -> str:
    templates: Mapping[str, str] = {**_OTHERS, **_TEMPLATES}
    return Environment(loader=DictLoader(templates), autoescape=True).get_template(name).render(values)
