"""A bar chart as SVG: one group of bars for each case, one bar for each generator."""

from collections.abc import Mapping, Sequence
from html import escape

_WIDTH, _LEFT, _RIGHT = 720, 150, 80
_BAR, _GAP, _BETWEEN, _TOP = 16, 4, 22, 62

# Chosen to differ in lightness too, on white as on black.
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1d2125; }
  .head { font-weight: 600; font-size: 15px; }
  .soft { fill: #5a6169; }
  .bar { fill: #8b95a1; }
  .ours { fill: #1f6f54; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8eaed; }
    .soft { fill: #a9b1ba; }
    .bar { fill: #7b8692; }
    .ours { fill: #4fc597; }
  }
"""


def chart(title: str, groups: Mapping[str, Mapping[str, float]], ours: str) -> str:
    """Seconds by case and generator, drawn on one scale from zero."""
    longest = max(value for bars in groups.values() for value in bars.values())
    lines, top = [], _TOP
    for name, bars in groups.items():
        lines.append(f'<text class="head" x="0" y="{top}">{escape(name)}</text>')
        lines += _bars(bars, top + 10, longest, ours)
        top += 10 + len(bars) * (_BAR + _GAP) + _BETWEEN
    return _document(title, _sentence(groups), lines, top)


def _bars(bars: Mapping[str, float], top: int, longest: float, ours: str) -> Sequence[str]:
    return [
        _bar(name, value, top + index * (_BAR + _GAP), value / longest, name == ours)
        for index, (name, value) in enumerate(bars.items())
    ]


def _bar(name: str, value: float, top: int, share: float, is_ours: bool) -> str:
    width = max(1.0, share * (_WIDTH - _LEFT - _RIGHT))
    kind = "ours" if is_ours else "bar"
    return (
        f'<text x="{_LEFT - 10}" y="{top + 13}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="{kind}" x="{_LEFT}" y="{top}" width="{width:.1f}" height="{_BAR}" rx="2"/>'
        f'<text class="soft" x="{_LEFT + width + 6:.1f}" y="{top + 13}">{_seconds(value)}</text>'
    )


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def _sentence(groups: Mapping[str, Mapping[str, float]]) -> str:
    """The same figures in words, for those who can't see the bars."""
    return "; ".join(
        f"{name}: {', '.join(f'{tool} {_seconds(value)}' for tool, value in bars.items())}"
        for name, bars in groups.items()
    )


def _document(title: str, description: str, lines: Sequence[str], height: int) -> str:
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
            'aria-labelledby="title description">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(description)}</desc>',
            f"<style>{_STYLE}</style>",
            f'<text class="head" x="0" y="22">{escape(title)}</text>',
            *lines,
            "</svg>\n",
        )
    )
