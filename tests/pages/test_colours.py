from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.colours import contrast, rgb
from generator.pages.colours import card_colours


@given(st.integers(0, 0xFFFFFF))
@example(0)
@example(0xFFFFFF)
@example(0xFFFF00)
@example(0x1F6F54)
def test_words_can_be_read_whatever_the_accent(number: int) -> None:
    colours = card_colours(f"#{number:06x}")
    paper = rgb(colours.paper)
    assert contrast(rgb(colours.ink), paper) >= 7
    assert contrast(rgb(colours.soft), paper) >= 4.4  # the last digit is lost in six hex digits
    assert contrast(rgb(colours.accent_ink), paper) >= 4.4
    assert contrast(rgb(colours.on_accent), rgb(colours.accent)) >= 4.5


def test_site_without_an_accent_gets_the_themes() -> None:
    assert card_colours("") == card_colours("#2c4f8c")
