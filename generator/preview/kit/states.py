"""A stylesheet in which an attribute does what a pointer or the focus does."""

import re

_TOKEN = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\burl\(\s*[^\s"')][^)]*\)?|(?P<end>[{};])""",
    re.IGNORECASE | re.DOTALL,
)
# No other state may follow a pseudo-element.
_STATE = re.compile(
    r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|::[\w-]+(?:\([^()]*\))?(?::[\w-]+)*"""
    r"""|(?<!:):(?P<state>hover|active|focus-visible|focus-within|focus)(?![\w(-])""",
    re.IGNORECASE | re.DOTALL,
)
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)


def with_states(css: str) -> str:
    """The stylesheet, whose `:hover` also means `[data-kit~="hover"]`, and so on; no rule weighs more."""
    pieces, start = [], 0
    for token in _TOKEN.finditer(css):
        if token["end"]:
            piece = css[start : token.end()]
            pieces.append(_STATE.sub(_either, piece) if token["end"] == "{" and _is_rule(piece) else piece)
            start = token.end()
    return "".join((*pieces, css[start:]))


def _is_rule(prelude: str) -> bool:
    """Whether what stands before a block chooses elements: `@media (hover: hover)` doesn't."""
    return not _COMMENTS.sub("", prelude).lstrip().startswith("@")


def _either(found: re.Match[str]) -> str:
    state = found["state"]
    return f':is(:{state},[data-kit~="{state.lower()}"])' if state else found[0]
