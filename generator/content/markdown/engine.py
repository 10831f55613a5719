"""The Markdown parser and renderer: CommonMark with tables, strikethrough and our own table wrapper."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore, normalize, text_join
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict, PresetType

from generator.content.controls import without_controls
from generator.content.markdown.block_parser import Blocks, ask_by_beginning
from generator.content.markdown.inline_parser import Inlines, ask_by_character
from generator.content.markdown.marks import neutralise
from generator.content.markdown.plain_blocks import plain_blocks
from generator.content.markdown.typography import quotes_of, set_dashes, set_quotes

# Far more than people nest, and far from Python's own limit: a list takes two levels.
_MAX_NESTING = 40


class _Parser(MarkdownIt):
    """markdown-it without its own judgement on links: `links` reads every target itself."""

    def configure(
        self, presets: str | PresetType, options_update: Mapping[str, Any] | None = None
    ) -> MarkdownIt:
        self.block = Blocks()
        self.inline = Inlines()
        return super().configure(presets, options_update)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        # It decodes percent signs, and so could bring in what was taken out of the text.
        return neutralise(without_controls(super().normalizeLinkText(link)))


class _Renderer(RendererHTML):
    """markdown-it's HTML, with fewer steps for what is most of a page: plain tags and plain words."""

    def __init__(self, parser: Any = None) -> None:
        super().__init__(parser)
        self.rules.pop("list_item_open", None)  # which is for markdown-it's own kind of task lists

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        out = []
        for i, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                out.append(self.renderInline(token.children or (), options, env))
            elif kind in self.rules:
                out.append(self.rules[kind](tokens, i, options, env))
            elif token.nesting == -1 and not token.hidden:
                out.append(f"</{token.tag}>\n")
            elif not token.hidden:
                out.append(self.renderToken(tokens, i, options, env))
        return "".join(out)

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: N802
        if len(tokens) == 1 and tokens[0].type == "text":
            return escapeHtml(tokens[0].content)
        out = []
        for i, token in enumerate(tokens):
            if token.type == "text":
                out.append(escapeHtml(token.content))
            elif token.type in self.rules:
                out.append(self.rules[token.type](tokens, i, options, env))
            elif token.nesting == -1:
                out.append(f"</{token.tag}>")
            else:
                out.append(self.renderToken(tokens, i, options, env))
        return "".join(out)

    def renderToken(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: N802
        token = tokens[idx]
        if token.nesting == 1 and not token.hidden and not (idx and tokens[idx - 1].hidden):
            attributes = self.renderAttrs(token) if token.attrs else ""
            following = tokens[idx + 1]
            if not token.block or following.type == "inline" or following.hidden:
                return f"<{token.tag}{attributes}>"
            if following.nesting == 1:
                return f"<{token.tag}{attributes}>\n"
        return super().renderToken(tokens, idx, options, env)

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        mark = env["prefix"]
        opening = self.renderToken(tokens, idx, options, env)
        # In the tab order, so that a wide table can be scrolled by keyboard.
        return f'<div class="{mark}table-wrap" tabindex="{mark}0">\n{opening}'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"{self.renderToken(tokens, idx, options, env)}</div>\n"


def _normalize(state: StateCore) -> None:
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _join_text(state: StateCore) -> None:
    if "\\" in state.src or "&" in state.src:  # nothing else leaves words in several tokens
        text_join(state)


def engine_for(language: str) -> MarkdownIt:
    """The parser with the typography of a language; it keeps nothing from call to call."""
    return _kept(quotes_of(language))


@cache
def _kept(quotes: tuple[str, str, str, str]) -> MarkdownIt:
    return make_engine(quotes)


def make_engine(quotes: tuple[str, str, str, str]) -> MarkdownIt:
    """A parser with these quotes: markdown-it's tokens, got with less work, and then our typography."""
    options: dict[str, Any] = {"maxNesting": _MAX_NESTING, "xhtmlOut": False, "quotes": quotes}
    engine = _Parser("commonmark", options, renderer_cls=_Renderer)
    engine.enable(["table", "strikethrough"])
    ask_by_beginning(engine.block.ruler)
    engine.block.ruler.before("table", "plain_blocks", plain_blocks)
    ask_by_character(engine.inline.ruler)
    engine.core.ruler.at("normalize", _normalize)
    engine.core.ruler.at("text_join", _join_text)
    engine.core.ruler.push("dashes", set_dashes)
    engine.core.ruler.push("quotes", set_quotes)
    return engine
