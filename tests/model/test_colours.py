import pytest

from generator.model.colours import contrast, rgb


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21),
        ("#fff", "#ffffff", 1),
        ("#777777", "#FFFFFF", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#ff0000", "#ffffff", 3.998),
        ("#ffffff", "#ff0000", 3.998),
        ("#0000ff", "#ffff00", 8.001),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(rgb(one), rgb(other)) == pytest.approx(ratio, abs=0.001)
