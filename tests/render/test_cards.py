"""What a theme's picture may hold: the program that draws it would read any file that it names."""

import pytest

from generator.model.faces import Face
from generator.pages.colours import card_colours
from generator.pages.kinds import Kind
from generator.pages.views import CardView, Extra, Mark
from generator.render.cards import flaw
from generator.render.renderer import Rendered, Renderer
from generator.render.theme import Theme

_ASCII = frozenset(range(0x20, 0x7F))
_VIEW = CardView(
    about="job",
    title="R&D <lead>",
    language="en",
    direction="ltr",
    places=("Oslo, Norway",),
    remote="no",
    employment=(),
    author="",
    site_name="Example",
    mark=Mark("abc", 4, 3),
    colours=card_colours(""),
    settings=Extra(),
)


def _fill(template: str) -> Rendered:
    face = Face(1000, {400: dict.fromkeys(_ASCII, 500)})
    theme = Theme("own", "themes/own", {}, {}, {}, {"card.svg": template}, {"Plain": face})
    return Renderer(theme, "en", lambda source: (), mark="data:image/png;base64,AAAA").render(
        Kind.CARD, _VIEW
    )


@pytest.mark.parametrize(
    "svg",
    [
        '<image href="/etc/hostname.png"/>',
        "<image href = 'logo.png'/>",
        '<image xlink:href="file:///logo.svg"/>',
        '<image href="&#47;etc/logo.png"/>',
        '<filter><feImage href="../logo.png"/></filter>',
        '<image href="https://example.com/a.png"/>',
        '<image href=""/>',
        '<!DOCTYPE svg [<!ENTITY at "href">]>',
        "<text>日</text>",
        '<text x="1">a<tspan>日</tspan></text>',
        "<text>&#26085;</text>",
    ],
)
def test_flaw_is_found(svg: str) -> None:
    assert flaw(f"<svg>{svg}</svg>", _ASCII)


@pytest.mark.parametrize(
    "svg",
    [
        '<image href="data:image/png;base64,AAAA"/>',
        '<use href="#mark"/>',
        "<text>href=&#34;a&#34; &lt;b&gt;\n</text>",
        "<!-- 日 -->",
    ],
)
def test_sound_picture_has_no_flaw(svg: str) -> None:
    assert flaw(f"<svg>{svg}</svg>", _ASCII) == ""


def test_template_sees_its_view_the_logo_and_lines() -> None:
    template = (
        '{% set t = page.title | fitted("Plain", width=1000, steps=[(50, 1)]) %}'
        '<image href="{{ page.mark | data }}"/><text font-size="{{ t.size }}">{{ t.lines[0] }}</text>'
    )
    assert _fill(template).data == (
        b'<image href="data:image/png;base64,AAAA"/><text font-size="50">R&amp;D &lt;lead&gt;</text>'
    )


@pytest.mark.parametrize(
    ("template", "name", "words"),
    [
        pytest.param(
            '<image href="/x.png"/>', "card-failed", "the picture names the file `/x.png`", id="file"
        ),
        pytest.param("\n{{ page.salary }}", "template-failed", "no attribute `salary`", id="field"),
        pytest.param(
            '{{ "a" | fitted("Serif", 9, [(9, 1)]) }}', "template-failed", "no font `Serif`", id="font"
        ),
        pytest.param(
            '{% include "cards/x.svg" %}', "missing-template", "no template `cards/x.svg`", id="part"
        ),
    ],
)
def test_mistake_is_reported_with_its_file(template: str, name: str, words: str) -> None:
    problem = _fill(template).problem
    assert problem
    assert problem.code.name == name
    assert words in problem.message
    assert "themes/own/cards/" in (problem.at.path if problem.at else problem.hint)
