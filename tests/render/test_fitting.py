import pytest

from generator.model.faces import Face
from generator.render.fitting import fitter

# Every letter is half as wide as it is high.
_FACE = Face(1000, {400: dict.fromkeys(range(32, 384), 500) | {0x2026: 500}})
_STEPS = [(20, 1), (10, 2)]


def _lines(
    text: str, steps: list[tuple[int, int]] = _STEPS, width: float = 100, spacing: float = 0
) -> tuple[int, tuple[str, ...]]:
    found = fitter({"Plain": _FACE})(text, "Plain", width, steps, spacing=spacing)
    return found.size, found.lines


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        pytest.param("ten letter", 20, ("ten letter",), id="fits"),
        pytest.param("twelve letters", 10, ("twelve letters",), id="smaller"),
        pytest.param(
            "one two three four five", 10, ("one two three", "four five"), id="two lines of one length"
        ),
        pytest.param(
            "one two three four five six seven eight nine",
            10,
            ("one two three four", "five six seven…"),
            id="cut",
        ),
        pytest.param("a" * 50, 10, ("a" * 20, "a" * 19 + "…"), id="a word wider than the picture"),
        pytest.param("Vertriebs-Innendienstleitung", 10, ("Vertriebs-", "Innendienstleitung"), id="a hyphen"),
        pytest.param(
            "C/C++ lead and so on x", 10, ("C/C++ lead", "and so on x"), id="a short word stays whole"
        ),
        pytest.param(
            "ab\u00a0cd " * 4, 10, ("ab\u00a0cd ab\u00a0cd", "ab\u00a0cd ab\u00a0cd"), id="no-break space"
        ),
    ],
)
def test_text_in_lines(text: str, size: int, lines: tuple[str, ...]) -> None:
    assert _lines(text) == (size, lines)


def test_space_between_letters_counts() -> None:
    assert _lines("eleven char", spacing=-0.1) == (20, ("eleven char",))
    assert _lines("eleven char") == (10, ("eleven char",))


def test_nearest_weight_is_measured() -> None:
    face = Face(1000, {400: {97: 500}, 700: {97: 900}})
    steps = [(20, 1), (10, 1)]
    sizes = [
        fitter({"A": face})("aaaaaaaaaa", "A", 100, steps, weight=weight).size for weight in (300, 500, 600)
    ]
    assert sizes == [20, 20, 10]


def test_unknown_font_is_named() -> None:
    with pytest.raises(LookupError, match="the theme has no font `Serif` in cards/fonts/"):
        fitter({})("text", "Serif", 100, _STEPS)
