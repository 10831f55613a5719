"""One file's words: from Markdown to pieces of HTML, references and what the other rooms ask of them."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.content.claims import claim_of, phrases_in
from generator.content.controls import without_controls
from generator.content.markdown import raw_html, swallowing
from generator.content.markdown.block_parser import TOO_DEEP
from generator.content.markdown.blocks import dress, set_checkboxes
from generator.content.markdown.engine import engine_for
from generator.content.markdown.headings import arrange
from generator.content.markdown.links import open_links, split
from generator.content.markdown.marks import OPEN, neutralise
from generator.content.markdown.pictures import first_at_once
from generator.content.markdown.words import heard_in, of_html
from generator.diagnostics.codes import markdown as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.documents import SHORTEST_TEXT, Body

# How fast people read prose on a screen.
_WORDS_A_MINUTE = 220


class MarkdownResult(Struct, frozen=True):
    """The HTML in pieces, one more than `body.references`; what else is known of it; what is wrong."""

    html: tuple[str, ...]
    body: Body
    diagnostics: tuple[Diagnostic, ...] = ()


def parse_body(
    text: str, first_line: int, language: str, path: str, is_own: bool, phrases: tuple[str, ...] = ()
) -> MarkdownResult:
    """A file's words as HTML that runs nothing and whose links into the site are still open.

    `first_line` is the line of the file on which `text` begins; `path` is the file's, for problems;
    `language` settles quotes; `is_own` says whether they are the words of a page, and no snippet's: then
    headings get their ids, and a picture that they begin with is loaded at once. `phrases` are looked for.
    """
    engine = engine_for(language)
    env: dict[str, Any] = {}
    text = neutralise(without_controls(text))
    tokens = engine.parse(text, env)
    links = open_links(tokens, path, first_line)
    links.diagnostics.extend(_too_deep(path, first_line + line) for line in env.get(TOO_DEEP, ()))
    prefix = OPEN if links.raw else ""
    if links.raw:
        swallowing.contain(tokens)
    heard = heard_in(tokens)
    ids = arrange(tokens, prefix, anchors=is_own)
    dress(tokens, prefix)
    page = engine.renderer.render(tokens, engine.options, {**env, "prefix": prefix})
    raw_lines: dict[str, int] = {}
    if links.raw:
        page = raw_html.clean(page)
        raw_lines, problems = raw_html.examine(links.raw, path)
        links.diagnostics.extend(problems)
    if "&#" in text:  # which may have stood for a control character
        page = without_controls(page)
        heard = replace(heard, opening=without_controls(heard.opening))
    page = set_checkboxes(page)
    if is_own and "<img" in page:
        page = first_at_once(page)
    pieces, references = split(page, links.references, raw_lines)
    if links.raw:
        whole = of_html("".join(pieces))
        heard = replace(heard, text=whole.text) if heard.opening else whole
    body = Body(
        references=tuple(references),
        text=heard.opening,
        minutes=max(1, round(heard.count / _WORDS_A_MINUTE)),
        anchors=ids,
        is_empty=not any(piece.strip() for piece in pieces),
        length=min(len(heard.text), SHORTEST_TEXT),
        claim=claim_of(heard.text),
        phrases=phrases_in(heard.text, phrases),
    )
    return MarkdownResult(tuple(pieces), body, tuple(links.diagnostics))


def _too_deep(path: str, line: int) -> Diagnostic:
    message = "text inside too many lists and quotes left out"
    return Diagnostic(codes.TOO_DEEP, message, "write it with fewer levels", Span(path, line))
