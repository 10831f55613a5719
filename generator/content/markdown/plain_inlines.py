"""The text of most paragraphs: words, line ends, words in bold, links; read without the inline rules.

Its tokens are those that the rules would make; text with any other markup in it is left to them.
"""

import re

from markdown_it.token import Token

# Bold words that nothing else can claim: between spaces or line ends, or before a stop where a word ends.
_BOLD = r"\*\*(?<![^ \n]\*\*)(?=\S)(?P<bold>[^*\n]+)(?<=\S)\*\*(?=[ \n]|\Z|(?<=[^\W_]\*\*)[:,.;])"
# A link whose words hold no markup, and whose address stays as it is written when it is normalised.
_LINK = (
    r"\[(?P<words>[^\[\]\\`*_<~&\n]*+)\]"
    r"\((?P<address>(?:https?://[a-z0-9]++(?:[.-][a-z0-9]++)*+(?=[/)])|(?!//))[A-Za-z0-9_./-]*+(?:\#[A-Za-z0-9_-]++)?)\)"
)
PLAIN_LINK = re.compile(_LINK)
_SPAN = re.compile(f"{_BOLD}|{_LINK}")


def plain_inlines(text: str) -> list[Token] | None:
    """The tokens of a paragraph's text, or None where the rules have to read it."""
    if _is_plain(text):
        return _lines(text)
    tokens: list[Token] = []
    is_after_bold = False
    at = 0
    for span in _SPAN.finditer(text):
        before, bold = text[at : span.start()], span["bold"]
        if not _is_plain(before) or before.endswith("!") or not _is_plain(bold or ""):
            return None
        is_bold = bold is not None
        tokens += _lines(before, is_after_bold=is_after_bold, is_before_bold=is_bold)
        tokens += _bold(bold) if is_bold else _link(span["words"], span["address"])
        is_after_bold, at = is_bold, span.end()
    rest = text[at:]
    return [*tokens, *_lines(rest, is_after_bold=is_after_bold)] if at and _is_plain(rest) else None


def _is_plain(text: str) -> bool:
    """Whether there is no character that can be markup; asked one by one, which is the fastest."""
    may_mark = "*" in text or "[" in text or "]" in text or "_" in text or "`" in text
    return not (may_mark or "\\" in text or "<" in text or "&" in text or "~" in text)


def _lines(text: str, *, is_after_bold: bool = False, is_before_bold: bool = False) -> list[Token]:
    """Words and line ends. The stars of bold words leave an empty text, which words beside them take in."""
    if "\n" not in text:
        return [_text(text)] if text or is_after_bold or is_before_bold else []
    tokens: list[Token] = []
    before, *lines = text.split("\n")
    for line in lines:
        words = before.rstrip(" ")
        if words or (is_after_bold and not tokens):
            tokens.append(_text(words))
        tokens.append(Token("hardbreak" if before.endswith("  ") else "softbreak", "br", 0))
        before = line.lstrip(" \t")
    return [*tokens, _text(before)] if before or is_before_bold else tokens


def _bold(words: str) -> list[Token]:
    return [
        Token("strong_open", "strong", 1, {}, None, 0, None, "", "**"),
        _text(words, 1),
        Token("strong_close", "strong", -1, {}, None, 0, None, "", "**"),
    ]


def _link(words: str, address: str) -> list[Token]:
    return [
        Token("link_open", "a", 1, {"href": address}),
        *([_text(words, 1)] if words else []),
        Token("link_close", "a", -1),
    ]


def _text(words: str, level: int = 0) -> Token:
    """A text's token. By place, because Python takes twice as long over so many names."""
    return Token("text", "", 0, {}, None, level, None, words)
