import re

import pytest

from generator.checks.contrast import accent_problems, darker
from generator.diagnostics.diagnostic import Diagnostic, Severity, Span
from generator.model.colours import ENOUGH, contrast, rgb
from generator.model.documents import Spans
from generator.model.site_config import SiteConfig, Theme


def _problems(accent: str) -> tuple[Diagnostic, ...]:
    spans = Spans("content/site.yaml", "\ntheme.accent 8 3 9\n")
    config = SiteConfig(spans, "Example", "https://example.com", theme=Theme(accent=accent))
    return tuple(accent_problems(config))


@pytest.mark.parametrize("accent", ["", "#1f6f54", "#6e6e6e", "#000", "#00f"])
def test_dark_accent_and_none_at_all_are_fine(accent: str) -> None:
    assert _problems(accent) == ()


def test_pale_accent_is_a_warning_with_a_shade_to_paste() -> None:
    (problem,) = _problems("#f6b73c")
    assert problem.severity is Severity.WARNING
    assert (
        problem.message
        == "words in `#f6b73c` have a contrast of 1.58:1 with a light page, and 4.5:1 is asked for"
    )
    assert problem.hint.startswith('write `accent: "#8d671e"`')
    assert problem.at == Span("content/site.yaml", 8, 3, 9)


def test_ratio_that_is_just_too_low_is_not_rounded_to_enough() -> None:
    (problem,) = _problems("#0a74b0")
    assert "4.49:1" in problem.message


@pytest.mark.parametrize(
    "accent",
    ["#fff", "#f6b73c", "#ff0", "#0f0", "#0ff", "#f0f", "#f00", "#767676", "#fdfdfd", "#8ecae6"],
)
def test_shade_in_the_hint_has_just_enough_contrast(accent: str) -> None:
    (problem,) = _problems(accent)
    found = re.search(r'accent: "(#[0-9a-f]{6})"', problem.hint)
    assert found
    assert found[1] == darker(accent)
    assert ENOUGH <= contrast(rgb(found[1]), rgb("#f3f1ed")) < 4.6
    assert contrast(rgb(found[1]), rgb("#fff")) > ENOUGH
    assert _problems(found[1]) == ()


def test_shade_keeps_the_proportions_of_the_light() -> None:
    assert darker("#ff0000") == "#de0000"
    assert darker("#ffffff") == "#6e6e6e"
