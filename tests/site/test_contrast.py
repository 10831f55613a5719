"""Whatever accent a site chooses, the shades that the theme takes from it can be read, light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.model.colours import contrast, rgb

_ACCENTS = {
    "pale yellow": "#fff3b0",
    "yellow": "#ffff00",
    "orange": "#f6b73c",
    "red": "#ff0000",
    "pink": "#ff8fab",
    "magenta": "#ff00ff",
    "purple": "#6a1b9a",
    "blue": "#0000ff",
    "dark blue": "#0a1f44",
    "sky": "#8ecae6",
    "cyan": "#00ffff",
    "green": "#1f6f54",
    "neon green": "#39ff14",
    "lime": "#00ff00",
    "olive": "#808000",
    "brown": "#5d4037",
    "light grey": "#b0b0b0",
    "middle grey": "#808080",
    "grey": "#707070",
    "dark grey": "#444444",
    "black": "#000000",
    "nearly white": "#fdfdfd",
    "white": "#ffffff",
    # About where the theme changes from light words on a fill to dark ones.
    "blue between light and dark": "#5580c6",
    "rose between light and dark": "#c65571",
    "violet between light and dark": "#aa39ff",
    "crimson between light and dark": "#e31c80",
}

# Words, their ground, and the ratio they need: WCAG 2.2, 1.4.3 (AA), and 1.4.6 (AAA) for text.
_PAIRS = (
    ("--ink", "--paper", 7),
    ("--ink", "--paper-2", 4.5),
    ("--ink-soft", "--paper", 4.5),
    ("--ink-soft", "--paper-2", 4.5),
    ("--accent-ink", "--paper", 4.5),
    ("--accent-ink", "--paper-2", 4.5),
    ("--on-fill", "--fill", 4.5),
    ("--ink", "--mark", 4.5),
)

# Each custom property as the pixel that it paints. A page may style itself by script under our policy.
_PAINTED = """([accent, names]) => {
  document.documentElement.style.setProperty("--accent", accent);
  const probe = document.body.appendChild(document.createElement("span"));
  const brush = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const painted = {};
  for (const name of names) {
    probe.style.color = `var(${name})`;
    brush.fillStyle = getComputedStyle(probe).color;
    brush.fillRect(0, 0, 1, 1);
    const bytes = [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
    painted[name] = "#" + bytes.map(byte => byte.toString(16).padStart(2, "0")).join("");
  }
  probe.remove();
  return painted;
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, sample_url: str) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param)
    page = context.new_page()
    page.goto(sample_url)
    yield page
    context.close()


def _painted(page: Page, accent: str) -> dict[str, str]:
    names = sorted({name for pair in _PAIRS for name in pair[:2]})
    painted: dict[str, str] = page.evaluate(_PAINTED, [accent, names])
    return painted


@pytest.mark.parametrize("accent", _ACCENTS.values(), ids=_ACCENTS)
def test_every_shade_can_be_read_on_its_ground(page: Page, accent: str) -> None:
    painted = _painted(page, accent)
    ratios = {
        f"{words} on {ground}": (contrast(rgb(painted[words]), rgb(painted[ground])), least)
        for words, ground, least in _PAIRS
    }
    assert {pair: ratio for pair, (ratio, least) in ratios.items() if ratio < least} == {}, painted


def test_shades_follow_the_accent(page: Page) -> None:
    assert _painted(page, "#ff0000")["--fill"] != _painted(page, "#0000ff")["--fill"]
