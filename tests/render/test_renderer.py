from typing import Any
from xml.etree import ElementTree

import pytest

from generator.pages.frame import frame
from generator.pages.plan import Kind
from generator.pages.view import View, view
from generator.pages.views import BodyView, Extra, StyleView
from generator.render.renderer import Rendered, Renderer
from generator.render.theme import Catalogue, Theme
from tests.builders import make_plan, make_posting


def _home() -> View:
    planned = make_plan(make_posting(), tagline="Tea & <biscuits>")
    return view(planned.pages[0], planned, frame(planned, "en"))


def _render(template: str, words: Catalogue | None = None, **templates: str) -> Rendered:
    pages = {"home.html": template, **{f"{name}.html": text for name, text in templates.items()}}
    theme = Theme("plain", "themes/plain", pages, {"en": words or {}}, {})
    return Renderer(theme, "en", {"d": ("<p><a ", ">x</a></p>")}.__getitem__).render(Kind.HOME, _home())


def test_template_sees_its_view_and_escapes_it() -> None:
    assert _render("<h1>{{ page.tagline }}</h1>").data == b"<h1>Tea &amp; &lt;biscuits&gt;</h1>"


def test_words_come_from_the_catalogue_with_their_plural_form() -> None:
    words = {"jobs": {"one": "{count} job at {name}", "other": "{count} jobs at {name}"}}
    assert _render('{{ "jobs" | t(count=page.total, name="R&D") }}', words).data == b"1 job at R&amp;D"


def test_words_work_inside_imported_macros() -> None:
    macro = "{% macro go() %}{{ 'apply' | t }}{% endmacro %}"
    assert _render('{% import "m.html" as m %}{{ m.go() }}', {"apply": "Apply"}, m=macro).data == b"Apply"


@pytest.mark.parametrize(
    ("template", "name", "message", "line"),
    [
        pytest.param("a\n{{ 'no' | t }}", "missing-word", "the catalogue has no word `no`", 2, id="word"),
        pytest.param("a\n\n{{ 'x' | t }}", "missing-word", "the word `x` needs `name`", 3, id="placeholder"),
        pytest.param(
            "{% if %}",
            "template-syntax",
            "expected an expression, got `end of statement block`",
            1,
            id="syntax",
        ),
        pytest.param("\n{{ page.tagine }}", "template-failed", "", 2, id="no-such-field"),
        pytest.param("\n{{ site }}", "template-failed", "`site` is undefined", 2, id="no-such-name"),
        pytest.param(
            "{% include 'x.html' %}",
            "missing-template",
            "the theme `plain` has no template `x.html`",
            0,
            id="missing",
        ),
        pytest.param("\n{{ 1 / 0 }}", "template-failed", "division by zero", 2, id="arithmetic"),
    ],
)
def test_templates_mistake_is_reported_with_its_line(
    template: str, name: str, message: str, line: int
) -> None:
    problem = _render(template, {"x": "Hello {name}"}).problem
    assert problem
    assert problem.code.name == name
    assert message in problem.message
    if line:
        assert problem.at
        assert (problem.at.path, problem.at.line) == ("themes/plain/templates/home.html", line)


def test_line_of_a_mistake_in_an_included_part_is_that_parts() -> None:
    problem = _render('{% include "part.html" %}', part="\n\n{{ page.nothing.at_all }}").problem
    assert problem
    assert problem.at
    assert (problem.at.path, problem.at.line) == ("themes/plain/templates/part.html", 3)


# Every way out of Jinja's sandbox that has been published, and those past our own short cut.
_ESCAPES = {
    "class": "{{ page.__class__ }}",
    "class-by-item": "{{ page['__class__'] }}",
    "class-by-attr": "{{ page | attr('__class__') }}",
    "class-by-joined-name": "{{ page | attr('__cla' ~ 'ss__') }}",
    "mro": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "view-init": "{{ page.__init__.__globals__ }}",
    "view-slots": "{{ page.__slots__ }}",
    "view-hash": "{{ page.__hash__() }}",
    "format-string": "{{ '{0.__class__.__init__.__globals__}'.format(page) }}",
    "format-map": "{{ '{a.__class__}'.format_map({'a': page}) }}",
    "format-by-attr": "{{ ('{0.__class__}' | attr('format'))(page) }}",
    "format-method-in-list": "{{ ['{0.__class__}'.format][0](page) }}",
    "format-by-map": "{{ ['{0.__class__}'] | map('format', page) | list }}",
    "indirect-format": "{% set f = '{0.__class__}'.format %}{{ f(page) }}",
    "map-attribute": "{{ [page] | map(attribute='__class__') | list }}",
    "selectattr": "{{ [page] | selectattr('__class__') | list }}",
    "groupby": "{{ [page] | groupby('__class__') | list }}",
    "sort-attribute": "{{ [page, page] | sort(attribute='__class__') }}",
    "sum-attribute": "{{ [page] | sum(attribute='__class__') }}",
    "unique-attribute": "{{ [page] | unique(attribute='__class__') | list }}",
    "cycler": "{{ cycler.__init__.__globals__.os }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "joiner": "{{ joiner.__init__.__globals__ }}",
    "self": "{{ self.__init__.__globals__ }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "macro": "{% macro m() %}{% endmacro %}{{ m.__call__.__globals__ }}",
    "filter-function": "{{ ('a' | html).__class__ }}",
    "generator-frame": "{{ (x for x in [1]).gi_frame }}",
    "undefined": "{{ nothing.__class__ }}",
    "range-bomb": "{% for i in range(10000000) %}{% endfor %}",
    "list-append": "{% set l = [1] %}{{ l.append(2) }}",
    "dict-update": "{% set d = {} %}{{ d.update({1: 2}) }}",
    "set-attribute": "{% set page.tagline = 'x' %}",
    "import-python": "{% import 'os' as os %}",
    "debug": "{% debug %}",
    "do": "{% do page %}",
}


@pytest.mark.parametrize("template", _ESCAPES.values(), ids=_ESCAPES.keys())
def test_known_ways_out_of_the_sandbox_are_closed(template: str) -> None:
    rendered = _render(template)
    # Either an error, or text without anything of Python's in it.
    text = rendered.data.decode()
    assert rendered.problem or not any(
        sign in text for sign in ("<class", "&lt;class", "function", "__", "module")
    )


@pytest.mark.parametrize("name", ["random", "lipsum", "cycler", "joiner", "dict"])
def test_chance_and_mutable_things_are_not_there(name: str) -> None:
    assert _render(f"{{{{ [1] | {name} }}}}").problem
    assert _render(f"{{{{ {name}() }}}}").problem


def test_body_gets_its_links_back() -> None:
    theme = Theme("plain", "themes/plain", {"home.html": "{{ page.tagline }}"}, {}, {})
    renderer = Renderer(theme, "en", {"d": ("<p><a ", ">x</a></p>")}.__getitem__)
    filtered: Any = renderer._environment.filters["html"]
    assert filtered(BodyView("d", ('href="/a/"',), 1)) == '<p><a href="/a/">x</a></p>'
    assert filtered(BodyView()) == ""


def test_style_template_gets_the_sites_choices() -> None:
    theme = Theme("plain", "themes/plain", {}, {}, {})
    style = Renderer(theme, "en", lambda digest: ()).style(
        "a.css", ":root{--a:{{ style.accent }}}", StyleView("#123456", Extra())
    )
    assert style.data == b":root{--a:#123456}"


def test_sitemap_and_robots_follow_their_formats() -> None:
    planned = make_plan(make_posting("a&b"))
    renderer = Renderer(Theme("plain", "", {}, {}, {}), "en", lambda digest: ())
    pages = {
        page.kind: renderer.render(page.kind, view(page, planned, frame(planned, "en"))).data
        for page in planned.pages[-2:]
    }
    locations = [
        node.text
        for node in ElementTree.fromstring(pages[Kind.SITEMAP]).iter(
            "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
        )
    ]
    assert "https://careers.example.com/jobs/a-b/" in locations
    assert pages[Kind.ROBOTS].decode().endswith("Sitemap: https://careers.example.com/sitemap.xml\n")


def test_words_of_a_language_come_before_english() -> None:
    theme = Theme("t", "", {}, {"en": {"a": "A", "b": "B"}, "fr": {"a": "À"}, "fr-CA": {"b": "Bé"}}, {})
    assert theme.catalogue("fr-CA") == {"a": "À", "b": "Bé"}
    assert theme.catalogue("fr") == {"a": "À", "b": "B"}


def test_count_without_its_form_falls_back_to_other() -> None:
    words = {"n": {"other": "{count}!"}}
    theme = Theme("t", "", {"home.html": "{{ 'n' | t(count=page.total) }}"}, {"en": words}, {})
    assert Renderer(theme, "en", lambda digest: ()).render(Kind.HOME, _home()).data == b"1!"
