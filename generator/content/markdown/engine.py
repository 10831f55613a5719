"""The Markdown parser and renderer: CommonMark with tables, strikethrough and our own table wrapper."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from generator.content.markdown.typography import quotes_of, set_dashes, set_quotes

# Far more than people nest, and far from Python's own limit: a list takes two levels.
_MAX_NESTING = 40


class _Parser(MarkdownIt):
    """markdown-it without its own judgement on links: `links` reads every target itself."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True


class _Renderer(RendererHTML):
    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        mark = env["prefix"]
        opening = self.renderToken(tokens, idx, options, env)
        # In the tab order, so that a wide table can be scrolled by keyboard.
        return f'<div class="{mark}table-wrap" tabindex="{mark}0">\n{opening}'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"{self.renderToken(tokens, idx, options, env)}</div>\n"


def engine_for(language: str) -> MarkdownIt:
    """The parser with the typography of a language; it keeps nothing from call to call."""
    return _engine(quotes_of(language))


@cache
def _engine(quotes: tuple[str, str, str, str]) -> MarkdownIt:
    options: dict[str, Any] = {"maxNesting": _MAX_NESTING, "xhtmlOut": False, "quotes": quotes}
    engine = _Parser("commonmark", options, renderer_cls=_Renderer)
    engine.enable(["table", "strikethrough"])
    engine.core.ruler.push("dashes", set_dashes)
    engine.core.ruler.push("quotes", set_quotes)
    return engine
