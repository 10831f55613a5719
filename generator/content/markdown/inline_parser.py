"""markdown-it's inline parser, which goes straight to the rule that a character calls for.

What it yields is the same, token for token: a rule is passed over only where its own first test fails.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from generator.content.markdown.plain_inlines import PLAIN_LINK, plain_inlines

Rule = Callable[[StateInline, bool], bool]

# The characters that a rule takes; one that isn't here takes runs of all others.
_CHARACTERS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "plain_link": "[",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
# Where markup may be, or a link end. That it begins with one set of characters makes the search fast.
_MARKUP = re.compile(r"[\n\\`*_\[\]<~!&](?:(?<![~!&])|(?<=~)~|(?<=!)\[|(?<=&)[#A-Za-z])")


class Inlines(ParserInline):
    """The inline parser; text without any markup it doesn't take apart."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _MARKUP

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of a paragraph's text, added to `tokens`."""
        plain = plain_inlines(src)
        if plain is None:
            return super().parse(src, md, env, tokens)
        tokens += plain
        return tokens


def ask_by_character(ruler: Ruler[Rule]) -> None:
    """Arrange the rules so that each position is shown only to those that its character allows."""
    ruler.before("link", "plain_link", _plain_link)
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    fitting = {
        character: tuple(rule for name, rule in rules.items() if character in _CHARACTERS.get(name, ""))
        for character in set("".join(_CHARACTERS.values()))
    }
    plain = (rules["text"],)

    def ask(state: StateInline, silent: bool) -> bool:
        for rule in fitting.get(state.src[state.pos], plain):  # noqa: SIM110 - faster
            if rule(state, silent):
                return True
        return False

    ruler.push("by_character", ask)
    ruler.enableOnly("by_character")


def _plain_link(state: StateInline, silent: bool) -> bool:
    """A link in its plainest form; not near the limit of nesting, where there may be none."""
    found = PLAIN_LINK.match(state.src, state.pos, state.posMax)
    if not found or state.level + 1 >= state.md.options.maxNesting:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": found["address"]}
        state.append_pending(found["words"])
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True
