"""Links and pictures: those into the site become references, those with a refused scheme just words."""

import html
import re
from collections.abc import Iterator

from markdown_it.token import Token
from msgspec import Struct, field

from generator.content.markdown import pictures
from generator.content.markdown.marks import CLOSE, OPEN
from generator.content.markdown.targets import LINK_SCHEMES, Target, read_target
from generator.content.markdown.words import plain_text
from generator.diagnostics.codes import markdown as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.suggest import nearest
from generator.model.documents import Reference

# `](…)` with anything inside; `] (…)` only round an address, as brackets may follow brackets in prose.
_BROKEN = re.compile(r"\](?:\([^()\s][^()]*\)| \((?:https?:|mailto:|[#/]|\.\.?/|[^()\s]+\.md\b)[^()]*\))")
_BRACKETS = "no space before `(`; an address with spaces goes into angle brackets: `[words](<the file.pdf>)`"
_PATH = "write the file's own path: `[words](../pages/how-we-hire.md)`"

# Round the mark of an attribute's value; no other text can hold such a mark.
_BEGINNING, _END = f'="{OPEN}', f'{CLOSE}"'


class Links(Struct):
    """What a walk over a text's tokens finds: references, problems, and raw HTML with its line."""

    path: str
    references: list[Reference] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    raw: list[tuple[str, int]] = field(default_factory=list)

    def report(self, diagnostic: Diagnostic | None) -> bool:
        """Keep the problem, if it is one; whether it is."""
        if diagnostic:
            self.diagnostics.append(diagnostic)
        return bool(diagnostic)

    def mark(self, target: Target, line: int, *, is_picture: bool) -> str:
        """The attribute's value for now: an address, or the mark of a new reference."""
        if target.url:
            return target.url
        self.references.append(Reference(target.path, target.fragment, line, is_picture))
        return f"{OPEN}{len(self.references) - 1}{CLOSE}"


def open_links(tokens: list[Token], path: str, first_line: int) -> Links:
    """Mark the links of all tokens, in place, and return what they say."""
    links = Links(path)
    for token in tokens:
        if token.children and _may_link(token.content):
            _open_inline(token, links, first_line + _line(token))
        elif token.type == "html_block":
            links.raw.append((token.content, first_line + _line(token)))
    return links


def split(
    page: str, references: list[Reference], raw_lines: dict[str, int]
) -> tuple[list[str], list[Reference]]:
    """The HTML in pieces with the marked attributes left out, and the reference between each two."""
    if OPEN not in page:
        return [page], []
    first, *opened = page.split(_BEGINNING)
    pieces, found = [first], []
    for part in opened:
        mark, _, rest = part.partition(_END)
        attribute = "src" if pieces[-1].endswith("src") else "href"
        pieces[-1] = pieces[-1].removesuffix(attribute)
        if mark.startswith(":"):
            size = pictures.sides(pieces[-1], rest) if attribute == "src" else (0, 0)
            found.append(_raw_reference(attribute, mark[1:], raw_lines, size))
        else:
            found.append(references[int(mark)])
        pieces.append(rest)
    return pieces, found


def problem(target: Target, at: Span, *, is_picture: bool) -> Diagnostic | None:
    """What is wrong with a target, if anything."""
    thing = "picture" if is_picture else "link"
    if target.refused:
        return Diagnostic(
            codes.LINK_REFUSED,
            f"{thing} that begins with `{target.refused}:` left out",
            _advice(target.refused),
            at,
        )
    if target.is_empty:
        return Diagnostic(codes.LINK_WITHOUT_TARGET, f"{thing} without a target", "write where it leads", at)
    return None


def _advice(scheme: str) -> str:
    meant = nearest(scheme, LINK_SCHEMES)
    return f"did you mean `{meant}:`?" if meant else "write an address that begins with `https://`, or a path"


def _raw_reference(
    attribute: str, escaped: str, raw_lines: dict[str, int], size: tuple[int, int]
) -> Reference:
    written = html.unescape(escaped)
    target = read_target(written)
    return Reference(target.path, target.fragment, raw_lines.get(written, 1), attribute == "src", *size)


def _may_link(text: str) -> bool:
    """Whether there can be a link, picture, HTML, or something like a link, perhaps as an entity."""
    return "]" in text or "<" in text or "&" in text


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _open_inline(inline: Token, links: Links, line: int) -> None:
    is_refused = False
    for token in inline.children or ():
        if token.type == "text":
            if "](" in token.content or "] (" in token.content:
                links.diagnostics.extend(_broken(token.content, inline.content, Span(links.path, line)))
        elif token.type in ("softbreak", "hardbreak"):
            line += 1
        elif token.type == "link_open":
            is_refused = _open_link(token, links, Span(links.path, line))
        elif token.type == "link_close" and is_refused:
            _blank(token, "")
        elif token.type == "image":
            _open_picture(token, links, Span(links.path, line))
            line += token.content.count("\n")
        elif token.type == "html_inline":
            links.raw.append((token.content, line))
            line += token.content.count("\n")


def _open_link(token: Token, links: Links, at: Span) -> bool:
    """Mark a link; whether it was refused."""
    target = read_target(str(token.attrs["href"]))
    if links.report(problem(target, at, is_picture=False)):
        _blank(token, "")
        return True
    token.attrs["href"] = links.mark(target, at.line, is_picture=False)
    return False


def _open_picture(token: Token, links: Links, at: Span) -> None:
    written, words = str(token.attrs["src"]), plain_text(token)
    target = read_target(written, is_picture=True)
    if links.report(problem(target, at, is_picture=True)):
        _blank(token, words)
        return
    links.report(None if words else pictures.silent(written, at))
    links.diagnostics.extend(pictures.from_elsewhere(target, at))
    token.attrs["src"] = links.mark(target, at.line, is_picture=True)
    token.attrs["loading"] = "lazy"
    token.attrs["decoding"] = "async"


def _blank(token: Token, words: str) -> None:
    token.type, token.tag, token.nesting, token.content = "text", "", 0, words


def _broken(text: str, written: str, at: Span) -> Iterator[Diagnostic]:
    for found in _BROKEN.findall(text):
        if _is_escaped(found, written):
            continue
        if "{%" in found or "{{" in found:
            yield Diagnostic(
                codes.TEMPLATE_IN_LINK, f"`[…{found}` holds template syntax and stays as it stands", _PATH, at
            )
        else:
            yield Diagnostic(
                codes.BROKEN_LINK, f"`[…{found}` is no link and stays as it stands", _BRACKETS, at
            )


def _is_escaped(found: str, written: str) -> bool:
    """Whether a backslash before one of its brackets says that what looks like a link is none."""
    begins = [match.start() for match in re.finditer(re.escape(found), written)]
    return bool(begins) and all(
        written[:at].endswith("\\") or written[: max(written.rfind("[", 0, at), 0)].endswith("\\")
        for at in begins
    )
