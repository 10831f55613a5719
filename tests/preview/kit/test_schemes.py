"""Stylesheets and pages in one scheme: what asks the system is answered, and nothing else is touched."""

import pytest

from generator.preview.kit.schemes import Scheme, page_in, style_in

YES, NO = "(min-width: 0px)", "(max-width: -1px)"


@pytest.mark.parametrize(
    ("css", "dark"),
    [
        ("@media (prefers-color-scheme: dark) { a {} }", f"@media {YES} {{ a {{}} }}"),
        ("@media (prefers-color-scheme:light){a{}}", f"@media {NO}{{a{{}}}}"),
        (
            "@media screen and (PREFERS-COLOR-SCHEME: Dark) and (width)",
            f"@media screen and {YES} and (width)",
        ),
        ("@media not (prefers-color-scheme: dark)", f"@media not {YES}"),
        ("@media (prefers-color-scheme /* why */ :\n/**/ dark /* ; */ )", f"@media {YES}"),
        ("@import url(a.css) (prefers-color-scheme: dark);", f"@import url(a.css) {YES};"),
        (
            "a { content: 'it\\'s' } @media (prefers-color-scheme: dark)",
            f"a {{ content: 'it\\'s' }} @media {YES}",
        ),
        (":root { color-scheme: light dark }", ":root { color-scheme:  dark }"),
        (":root { COLOR-SCHEME/**/:Dark Light }", ":root { COLOR-SCHEME/**/:Dark  }"),
        ("a{color-scheme:dark light!important}", "a{color-scheme:dark !important}"),
        ("a { color-scheme: only dark light; }", "a { color-scheme: only dark ; }"),
    ],
)
def test_question_about_the_system_is_answered(css: str, dark: str) -> None:
    assert style_in(Scheme.DARK, css) == dark


def test_each_scheme_has_its_own_answer() -> None:
    css = "(prefers-color-scheme: dark) (prefers-color-scheme: light) { color-scheme: light dark }"
    assert style_in(Scheme.LIGHT, css) == f"{NO} {YES} {{ color-scheme: light  }}"
    assert style_in(Scheme.DARK, css) == f"{YES} {NO} {{ color-scheme:  dark }}"


@pytest.mark.parametrize(
    "css",
    [
        "/* @media (prefers-color-scheme: dark) { color-scheme: light dark } */",
        "/* never closed: (prefers-color-scheme: dark)",
        "a::after { content: '(prefers-color-scheme: dark)' }",
        'a::after { content: "\\"(prefers-color-scheme: dark)" }',
        "a { background: url(x(prefers-color-scheme: dark).svg) }",
        "a { background: url( 'color-scheme: light dark' ) }",
        "a { color-scheme: light }",
        "a { color-scheme: only dark }",
        "a { color-scheme: normal; color: light-dark(white, black) }",
        "a { --color-scheme: light dark; --x: var(--color-scheme) }",
        "@media (prefers-color-scheme) { a {} }",
        "@media (prefers-contrast: more) { a {} }",
        ".light.dark, [data-theme='dark'] { color: red }",
        "a { color: red; b: '",
        "",
    ],
)
def test_rest_stays_as_it_is(css: str) -> None:
    assert style_in(Scheme.LIGHT, css) == css
    assert style_in(Scheme.DARK, css) == css


def test_rewriting_twice_changes_nothing_more() -> None:
    css = "@media (prefers-color-scheme: dark) { :root { color-scheme: dark light } }"
    once = style_in(Scheme.DARK, css)
    assert style_in(Scheme.DARK, once) == once


@pytest.mark.parametrize(
    ("html", "dark"),
    [
        ('<meta name="color-scheme" content="light dark">', '<meta name="color-scheme" content=" dark">'),
        ("<META content='dark light' NAME=color-scheme>", "<META content='dark ' NAME=color-scheme>"),
        (
            '<link rel="stylesheet" media="(prefers-color-scheme: dark)" href="/d.css">',
            f'<link rel="stylesheet" media="{YES}" href="/d.css">',
        ),
        (
            "<source srcset=a.png media='(prefers-color-scheme: light)'>",
            f"<source srcset=a.png media='{NO}'>",
        ),
        (
            "<style>@media (prefers-color-scheme: dark) {a{}}</style>",
            f"<style>@media {YES} {{a{{}}}}</style>",
        ),
    ],
)
def test_page_asks_the_system_no_more(html: str, dark: str) -> None:
    assert page_in(Scheme.DARK, html.encode()).decode() == dark


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="color-scheme" content="light">',
        '<meta name="description" content="light dark">',
        "<p>@media (prefers-color-scheme: dark)</p>",
        '<a title="<meta name=color-scheme content=x>" href="/dark">x</a>',
    ],
)
def test_rest_of_a_page_stays_as_it_is(html: str) -> None:
    assert page_in(Scheme.DARK, html.encode()).decode() == html
