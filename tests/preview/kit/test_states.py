"""States that an attribute stands for."""

import pytest

from generator.preview.kit.states import with_states

HOVER = ':is(:hover,[data-kit~="hover"])'


@pytest.mark.parametrize(
    ("css", "after"),
    [
        ("a:hover { color: red }", f"a{HOVER} {{ color: red }}"),
        ("a:HOVER{}", 'a:is(:HOVER,[data-kit~="hover"]){}'),
        ("a:hover::after, b:hover > c {}", f"a{HOVER}::after, b{HOVER} > c {{}}"),
        ("a:focus-visible{}", 'a:is(:focus-visible,[data-kit~="focus-visible"]){}'),
        ("a:focus{}b:active{}", 'a:is(:focus,[data-kit~="focus"]){}b:is(:active,[data-kit~="active"]){}'),
        ("a:not(:hover){}", f"a:not({HOVER}){{}}"),
        ("@media print { a:hover {} }", f"@media print {{ a{HOVER} {{}} }}"),
        ("a { &:hover { color: red } color: blue }", f"a {{ &{HOVER} {{ color: red }} color: blue }}"),
        ("/* ; */ a:hover {}", f"/* ; */ a{HOVER} {{}}"),
    ],
)
def test_attribute_stands_for_a_state(css: str, after: str) -> None:
    assert with_states(css) == after


@pytest.mark.parametrize(
    "css",
    [
        "@media (hover:hover) { a {} }",
        "a { transition: x; --state:hover; }",
        "/* a:hover { */ b {}",
        "a[title=':hover'] {}",
        "a::after { content: ':hover {' }",
        "a::-webkit-thumb:hover {}",
        "a:hover-like {}",
        "a:active-view-transition-type(x) {}",
        "a { background: url(x:hover{y) }",
    ],
)
def test_rest_of_a_stylesheet_stays_as_it_is(css: str) -> None:
    assert with_states(css) == css
