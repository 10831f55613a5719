import json
import re
from collections.abc import Mapping
from html import unescape
from xml.etree import ElementTree

import pytest

from generator.model.documents import Body, Reference
from generator.pages.kinds import Kind
from generator.pages.view import Viewer
from generator.pages.views import Extra, StyleView
from generator.render.renderer import Rendered, Renderer
from generator.render.theme import Theme
from tests.builders import make_page, make_plan, make_posting
from tests.render.filling import fill, home


def test_template_sees_its_view_and_escapes_it() -> None:
    assert fill("<h1>{{ page.tagline }}</h1>").data == b"<h1>Tea &amp; &lt;biscuits&gt;</h1>"


def test_words_come_from_the_catalogue_with_their_plural_form() -> None:
    words = {"jobs": {"one": "{count} job at {name}", "other": "{count} jobs at {name}"}}
    assert fill('{{ "jobs" | t(count=page.total, name="R&D") }}', words).data == b"1 job at R&amp;D"


def test_script_gets_all_forms_of_a_word() -> None:
    words: Mapping[str, str | Mapping[str, str]]
    words = {"jobs": {"one": "{count} <job>", "other": "{count} jobs"}, "none": "None"}
    template = "<p data-jobs=\"{{ 'jobs' | forms }}\" data-none=\"{{ 'none' | forms }}\"></p>"
    (found,) = re.findall(r'data-jobs="(.*?)" data-none="(.*?)"', fill(template, words).data.decode())
    assert [json.loads(unescape(text)) for text in found] == [words["jobs"], {"other": "None"}]


def test_words_work_inside_imported_macros() -> None:
    macro = "{% macro go() %}{{ 'apply' | t }}{% endmacro %}"
    assert fill('{% import "m.html" as m %}{{ m.go() }}', {"apply": "Apply"}, m=macro).data == b"Apply"


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
        pytest.param(
            "\n{{ page.tagine }}", "template-failed", "has no attribute `tagine`", 2, id="no-such-field"
        ),
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
    problem = fill(template, {"x": "Hello {name}"}).problem
    assert problem
    assert problem.code.name == name
    assert message in problem.message
    if line:
        assert problem.at
        assert (problem.at.path, problem.at.line) == ("themes/plain/templates/home.html", line)


def test_line_of_a_mistake_in_an_included_part_is_that_parts() -> None:
    problem = fill('{% include "part.html" %}', part="\n\n{{ page.nothing.at_all }}").problem
    assert problem
    assert problem.at
    assert (problem.at.path, problem.at.line) == ("themes/plain/templates/part.html", 3)


def test_body_gets_its_links_back() -> None:
    body = Body((Reference("../postings/backend-engineer.md", "", 3),), "x", is_empty=False)
    planned = make_plan(make_posting(), make_page("students", body=body), make_page("empty"))
    theme = Theme("plain", "themes/plain", {"words.html": "[{{ page.body | html }}]"}, {}, {})
    renderer = Renderer(theme, "en", {"content/pages/students.md": ("<p><a ", ">x</a></p>")}.__getitem__)
    shown = {
        page.url: renderer.render(page.kind, Viewer(planned, "en").view(page)).data
        for page in planned.pages
        if page.kind is Kind.WORDS
    }
    assert shown == {"/students/": b'[<p><a href="/jobs/backend-engineer/">x</a></p>]', "/empty/": b"[]"}


def test_style_template_gets_the_sites_choices() -> None:
    style = _style(b":root{--a:{{ style.accent }}}")
    assert style.data == b":root{--a:#123456}"


def test_mistake_in_a_style_template_is_reported_with_its_line() -> None:
    problem = _style(b"\n{{ style.acent }}").problem
    assert problem
    assert "has no attribute `acent`" in problem.message
    assert problem.at
    assert (problem.at.path, problem.at.line) == ("themes/plain/assets/a.css.jinja", 2)


def test_style_template_runs_in_the_sandbox() -> None:
    problem = _style(b"{{ style.__class__ }}").problem
    assert problem
    assert "is unsafe" in problem.message


def _style(source: bytes) -> Rendered:
    theme = Theme("plain", "themes/plain", {}, {}, {"a.css.jinja": source})
    return Renderer(theme, "en", lambda source: ()).style("a.css.jinja", StyleView("#123456", Extra()))


def test_sitemap_and_robots_follow_their_formats() -> None:
    planned = make_plan(make_posting("a&b"))
    renderer = Renderer(Theme("plain", "", {}, {}, {}), "en", lambda source: ())
    pages = {
        page.kind: renderer.render(page.kind, Viewer(planned, "en").view(page)).data
        for page in planned.pages
        if page.kind in (Kind.SITEMAP, Kind.ROBOTS)
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
    assert Renderer(theme, "en", lambda source: ()).render(Kind.HOME, home()).data == b"1!"


@pytest.mark.parametrize(
    ("field", "hint"),
    [("tagine", "did you mean `tagline`?"), ("zzzz", "docs/themes.md lists what a HomeView holds")],
)
def test_field_that_a_view_has_not_is_named_with_the_one_that_may_be_meant(field: str, hint: str) -> None:
    problem = fill(f"{{{{ page.{field} }}}}", {}).problem
    assert problem
    assert (problem.message, problem.hint) == (f"a `HomeView` has no attribute `{field}`", hint)
