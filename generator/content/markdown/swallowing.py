"""HTML that would take the markup behind it for mere text, or away: contained before it is cleaned."""

import re

from markdown_it.token import Token

# Elements that make the HTML parser read what follows as text, or not at all. Under another name they
# are elements that it doesn't know: the cleaner leaves out their tags, and the rest stays what it is.
_SWALLOWING = re.compile(
    r"<(/?)(?=(?:title|textarea|plaintext|xmp|noscript|noembed|noframes|iframe|style|script|select|template)"
    r"(?:[\s/>]|\Z))",
    re.IGNORECASE,
)
_CODE = ("script", "style")
_OPENING = {name: re.compile(rf"<{name}(?=[\s/>])", re.IGNORECASE) for name in _CODE}
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _CODE}
_WHOLE = {name: re.compile(rf"<{name}(?=[\s/>]).*?</{name}\s*>", re.IGNORECASE | re.DOTALL) for name in _CODE}


def contain(tokens: list[Token]) -> None:
    """Rewrite raw HTML, in place, so that none of it swallows what follows; whole scripts and styles go."""
    for token in tokens:
        if token.type == "html_block":
            token.content = _contained(token.content)
        elif token.children:
            for name in _CODE:
                _drop_code(token.children, name)
            for child in token.children:
                if child.type == "html_inline":
                    child.content = _contained(child.content)


def _contained(piece: str) -> str:
    for name in _CODE:
        piece = _without_code(piece, name)
    piece = _SWALLOWING.sub(r"<\1x-", piece)
    is_comment_open = piece.rfind("<!--") > piece.rfind("-->")
    return f"{piece}-->" if is_comment_open else piece


def _without_code(piece: str, name: str) -> str:
    """The HTML without what stands between the element's two tags."""
    end = max((found.end() for found in _CLOSING[name].finditer(piece)), default=0)
    # Up to the last closing tag every opening one finds its end, so the search stays linear.
    return _WHOLE[name].sub("", piece[:end]) + piece[end:]


def _drop_code(children: list[Token], name: str) -> None:
    """Blank what stands between the element's two tags among the tokens of one paragraph."""
    last = max((i for i, child in enumerate(children) if _is(child, _CLOSING[name])), default=-1)
    is_inside = False
    for child in children[: last + 1]:
        is_inside = is_inside or _is(child, _OPENING[name])
        ends = is_inside and _is(child, _CLOSING[name])
        if is_inside:
            child.type, child.content, child.children, child.nesting = "html_inline", "", None, 0
        is_inside = is_inside and not ends


def _is(token: Token, tag: re.Pattern[str]) -> bool:
    return token.type == "html_inline" and tag.match(token.content) is not None
