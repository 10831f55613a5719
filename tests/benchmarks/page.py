"""The figures of docs/performance.md: written between two marks, with the words around them by hand."""

from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
CHART = PAGE.parent / "images" / "performance.svg"
_BEGIN, _END = "<!-- figures: written by `make bench` -->", "<!-- end of figures -->"


def with_figures(text: str, figures: str) -> str:
    """The page's text with these figures between its marks; ValueError where a mark is missing."""
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise ValueError(f"the page lacks `{_BEGIN}` or `{_END}`")
    return f"{before}{begin}\n\n{figures.strip()}\n\n{end}{after}"


def write_page(figures: str, chart: str) -> None:
    """Replaces the figures and the chart."""
    PAGE.write_text(with_figures(PAGE.read_text("utf-8"), figures), "utf-8")
    CHART.write_text(chart, "utf-8")
