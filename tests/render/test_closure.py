from collections.abc import Iterator, Mapping

import pytest
from msgspec.structs import replace

from generator.pages.kinds import Kind
from generator.render.closure import Closures
from generator.render.renderer import Renderer
from generator.render.theme import Theme
from tests.render.filling import PIECES, home, make_theme

_NAMES = {"home.html", "a.html", "b.html"}


def _closure(home: str, **templates: str) -> frozenset[str]:
    theme = make_theme({"home": home, "a": "", "b": "", **templates})
    theme = replace(theme, assets={"s.css": b"", "t.css": b""})
    return Closures(theme).of("home.html")


@pytest.mark.parametrize(
    ("source", "reached"),
    [
        ("", ""),
        ('{% extends "a.html" %}', "a"),
        ('{% include "a.html" %}', "a"),
        ('{% include ["a.html", "b.html"] %}', "a b"),
        ('{% include "none.html" ignore missing %}', ""),
        ('{% import "a.html" as a %}', "a"),
        ('{% from "a.html" import x %}', "a"),
        ('{{ "a.html" | part(x=1) }}', "a"),
        (
            '{% if page.x %}{% for y in page.z %}{{ [y | upper, "b.html" | part] }}{% endfor %}{% endif %}',
            "b",
        ),
        ('{% block x %}{% include "a.html" %}{% endblock %}', "a"),
        ('{{ page.rows | map(attribute="title") | join }}{{ page.rows | map("upper") }}', ""),
        ("{% raw %}{% include x %}{% endraw %}{# {% include y %} #}", ""),
    ],
)
def test_template_reaches_what_it_names(source: str, reached: str) -> None:
    assert _closure(source) == {"home.html", *(f"{name}.html" for name in reached.split())}


def test_style_is_reached_as_a_template_too() -> None:
    assert _closure('{% include "assets/s.css" %}') == {"home.html", "assets/s.css"}


@pytest.mark.parametrize(
    "source",
    [
        "{% extends page.layout %}",
        "{% include page.part %}",
        '{% include ["a.html", page.part] %}',
        '{% include "a.html" if page.x else "b.html" %}',
        '{{ ("a" ~ page.x) | part }}',
        "{% filter part %}a.html{% endfilter %}",
        '{{ ["a.html"] | map("part") | join }}',
        "{{ page.names | map(page.way) | join }}",
        "{{ page.names | map(*page.ways) | join }}",
    ],
)
def test_name_that_is_known_too_late_reaches_everything(source: str) -> None:
    assert _closure(source) == {*_NAMES, "assets/s.css", "assets/t.css"}


def test_closure_goes_on_and_round() -> None:
    templates = {"c": '{% include "d.html" %}', "d": '{% include "c.html" %}{{ "a.html" | part }}'}
    assert _closure('{% extends "c.html" %}', **templates) == {"home.html", "c.html", "d.html", "a.html"}


def test_template_with_a_slip_reaches_only_itself() -> None:
    assert _closure('{% include "a.html" %}{% if %}') == {"home.html"}


def test_digest_changes_with_what_is_reached_and_with_nothing_else() -> None:
    theme = make_theme({"home": '{% include "a.html" %}{% include "c.html" %}', "a": "1", "b": "1"})
    first = Closures(theme).digest(Kind.HOME)
    other = {**theme.templates, "b.html": "2"}
    assert Closures(replace(theme, templates=other)).digest(Kind.HOME) == first
    for change in ({"a.html": "2"}, {"home.html": ""}, {"c.html": "1"}):
        changed = replace(theme, templates={**theme.templates, **change})
        assert Closures(changed).digest(Kind.HOME) != first


def test_digest_tells_the_names_of_equal_templates_apart() -> None:
    first = make_theme({"home": "{{ 'a.html' | part }}{{ 'b.html' | part }}", "a": "1"})
    second = replace(first, templates={"home.html": first.templates["home.html"], "b.html": "1"})
    assert Closures(first).digest(Kind.HOME) != Closures(second).digest(Kind.HOME)


class _Told(Mapping[str, str]):
    """Templates that remember which of them were read."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = templates
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.read.add(name)
        return self._templates[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._templates)

    def __len__(self) -> int:
        return len(self._templates)


def test_page_reads_no_template_outside_its_closure() -> None:
    theme = make_theme(
        {
            "home": '{% extends "base.html" %}{% block m %}{{ "row.html" | part(v=1) }}{% endblock %}',
            "base": '{% import "m.html" as m %}{{ m.x() }}{% block m %}{% endblock %}{% include "a.html" %}',
            "m": "{% macro x() %}{{ ['b.html'] | map('part') | join }}{% endmacro %}",
            "row": "{{ v }}",
            "a": "a",
            "b": "b",
        }
    )
    told = _Told(theme.templates)
    watched = Theme(theme.name, theme.folder, told, theme.words, theme.assets)
    assert Renderer(watched, "en", PIECES.__getitem__).render(Kind.HOME, home()).data == b"b1a"
    assert told.read == Closures(theme).of("home.html")
