from hypothesis import example, given
from hypothesis import strategies as st

from generator.pages.colours import card_colours, contrast


def _rgb(text: str) -> tuple[float, float, float]:
    red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


@given(st.integers(0, 0xFFFFFF))
@example(0)
@example(0xFFFFFF)
@example(0xFFFF00)
@example(0x1F6F54)
def test_words_can_be_read_whatever_the_accent(number: int) -> None:
    colours = card_colours(f"#{number:06x}")
    paper = _rgb(colours.paper)
    assert contrast(_rgb(colours.ink), paper) >= 7
    assert contrast(_rgb(colours.soft), paper) >= 4.4  # the last digit is lost in six hex digits
    assert contrast(_rgb(colours.accent_ink), paper) >= 4.4
    assert contrast(_rgb(colours.on_accent), _rgb(colours.accent)) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert round(contrast(_rgb("#767676"), (255, 255, 255)), 2) == 4.54


def test_site_without_an_accent_gets_the_themes() -> None:
    assert card_colours("") == card_colours("#2c4f8c")
