"""The figures of docs/performance.md: written between two marks, with the words around them by hand."""

from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
CHART = PAGE.parent / "images" / "performance.svg"
FIGURES, PREVIEW, PUBLISHING = "figures", "figures of the preview", "figures of publishing"


def with_figures(text: str, figures: str, part: str = FIGURES) -> str:
    """The page's text with these figures between the marks of a part; ValueError where a mark is missing."""
    first, last = f"<!-- {part}: written by `make bench` -->", f"<!-- end of {part} -->"
    before, begin, rest = text.partition(first)
    _, end, after = rest.partition(last)
    if not (begin and end):
        raise ValueError(f"the page lacks `{first}` or `{last}`")
    return f"{before}{begin}\n\n{figures.strip()}\n\n{end}{after}"


def write_figures(figures: str, part: str = FIGURES) -> None:
    """Replaces the figures of a part."""
    PAGE.write_text(with_figures(PAGE.read_text("utf-8"), figures, part), "utf-8")
