"""The Markdown parser and renderer: CommonMark with tables, strikethrough and our own table wrapper."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict, PresetType

from generator.content.markdown.typography import quotes_of, set_dashes, set_quotes

# Far more than people nest, and far from Python's own limit: a list takes two levels.
_MAX_NESTING = 40
# In the environment of a parse: the lines, from 0, whose text is nested deeper than that.
TOO_DEEP = "too_deep"


class _Blocks(ParserBlock):
    """markdown-it's blocks, which leave out what is nested too deeply, and note where that begins."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - theirs
        first = state.skipEmptyLines(startLine)
        if state.level >= _MAX_NESTING and first < endLine:
            state.env.setdefault(TOO_DEEP, []).append(first)
        super().tokenize(state, startLine, endLine)


class _Parser(MarkdownIt):
    """markdown-it without its own judgement on links: `links` reads every target itself."""

    def configure(
        self, presets: str | PresetType, options_update: Mapping[str, Any] | None = None
    ) -> MarkdownIt:
        self.block = _Blocks()
        return super().configure(presets, options_update)

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
