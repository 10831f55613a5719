"""Buttons taken out of pages."""

import pytest

from generator.preview.kit.buttons import buttons_of


def _markup(page: str) -> list[str]:
    return [button.html for button in buttons_of([page])]


@pytest.mark.parametrize(
    "button",
    [
        "<button>Go</button>",
        '<button class="a b" type="button"><svg><path d="M0"/></svg> <span>Go</span></button>',
        '<a class="button" href="/x">Go</a>',
        '<a class="c-btn c-btn--wide" href="/x">Go</a>',
        '<a data-apply href="/x?a=1&amp;b=2">Go</a>',
        '<a role="button" href="/x">Go</a>',
        '<summary class="button">Go</summary>',
        '<input type="submit" value="a &gt; b">',
    ],
)
def test_button_is_taken_as_it_is(button: str) -> None:
    assert _markup(f"<main>\n<p>x\n{button} y</p></main>") == [button]


def test_what_is_no_button_stays() -> None:
    assert _markup("<a href='/'>x</a><a class='buttonhole'>x</a><input type=text><summary>x</summary>") == []


def test_each_look_is_taken_once() -> None:
    pages = ["<button class='a'>1</button><button class='a'>2</button>", "<button class='b'>3</button>"]
    assert [button.html[-10:-9] for button in buttons_of(pages)] == ["1", "3"]


def test_nothing_of_it_is_hidden_or_there_twice() -> None:
    (button,) = buttons_of(['<button hidden id="x" class="a"><span id=y hidden>1</span></button>'])
    assert button.html == '<button class="a"><span hidden>1</span></button>'


def test_state_is_an_attribute_more() -> None:
    (button,) = buttons_of(['<button class="a">1</button>'])
    assert button.in_state("disabled") == '<button disabled class="a">1</button>'
    assert button.can_be_disabled


def test_link_has_no_state_in_which_it_is_off() -> None:
    (button,) = buttons_of(["<a class=button href=/>1</a>"])
    assert not button.can_be_disabled
