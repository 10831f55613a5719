"""markdown-it's block parser, which shows a line only to the rules that can begin with its first character.

What it yields is the same, token for token: a rule is passed over only where its own first test fails.
"""

from collections.abc import Callable

from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

# In the environment of a parse: the lines, from 0, whose text is nested deeper than we read.
TOO_DEEP = "too_deep"

Rule = Callable[[StateBlock, int, int, bool], bool]

# What a line begins with that the rule takes; a rule that isn't here may take any line.
_BEGINNINGS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
# The chains of rules that are asked whether a line ends the block before it.
_ENDING = ("paragraph", "reference", "blockquote", "list")


class Blocks(ParserBlock):
    """The block parser; what is nested too deeply it leaves out, and notes where that begins."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - theirs
        """Add the tokens of some lines to those of the state."""
        if state.level >= state.md.options.maxNesting:
            first = state.skipEmptyLines(startLine)
            if first < endLine:
                state.env.setdefault(TOO_DEEP, []).append(first)
        super().tokenize(state, startLine, endLine)


def ask_by_beginning(ruler: Ruler[Rule]) -> None:
    """Arrange the rules so that a line is shown only to those that its first character allows."""
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    chains = {chain: ruler.getRules(chain) for chain in _ENDING}
    for name, beginnings in _BEGINNINGS.items():
        alternatives = [chain for chain, members in chains.items() if rules[name] in members]
        ruler.at(name, _narrowed(rules[name], beginnings), {"alt": alternatives})


def _narrowed(rule: Rule, beginnings: str) -> Rule:
    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        return state.src[at : at + 1] in beginnings and rule(state, start, end, silent)

    return ask
