"""Our engine against markdown-it as it comes: the same tokens, to the last field, for any text."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.smartquotes import process_inlines

from generator.content.markdown.block_parser import TOO_DEEP
from generator.content.markdown.engine import make_engine
from generator.content.markdown.typography import quotes_of

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parents[1] / "shared" / "corpora"


class _Plain(MarkdownIt):
    """markdown-it without any rule of ours, with our engine's settings."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True


def plain_engine() -> MarkdownIt:
    engine = _Plain("commonmark", make_engine(quotes_of("en")).options)
    return engine.enable(["table", "strikethrough"])


PLAIN = plain_engine()
OURS = make_engine(quotes_of("en"))
OURS.core.ruler.disable(["dashes", "quotes"])


def assert_same_tokens(text: str) -> None:
    plain: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    tokens = OURS.parse(text, ours)
    ours.pop(TOO_DEEP, None)
    assert tokens == PLAIN.parse(text, plain)
    assert ours == plain


EXAMPLES = [
    # plain blocks, and what stands between them and other blocks
    "One.\n\nTwo\nlines.\n\n\n# Three\nFour\n", "a\n\u00a0", "a\n\u00a0\n\nb", "a\n \t\n  b", "a\n\tb\n\nc",
    "a\n---", "a\n===\nb", "a\n= =", "a\n  --  \nb", "a\n-", "a\n- b", "a\n1. b", "a\n2. b", "a\n1) b",
    "a\n> b", "a\n# b", "a\n```\nb", "a\n<div>\nb", "a\n<b>\nc", "a\n[b]: c\n\n[b]", "[b]: c\n\n[b] d",
    "[b]\n: c", "[a\nb]: c\n\n[a b]", "[a](b) c\n\nd", "[x]:\ny\n\n[x]", "a\n    b\n\n    c", "    a\n\nb",
    "**a**\n\n***\n\n* * *", "**\n\n*\n\n_\n\n__", "*a*\n\n_b_ c\n\n__d__", "***a***", "_ _ _", "___",
    "12 a\n\n12. b", "12.b", "1.\n\na", "# a #\n\n# b # c\n\n#d\n\n# \n\n#\te", "####### a", "# a | b\n-|-",
    "a | b\n-|-\nc | d\n\ne", "a\n|-|\n", "a|b\n:-|-:",
    # lists
    "- a\n- b\n\nc", "- a\n- b\n\n- c", "- a\n- b\n\n\n- c", "- a\n- b\n\n  c", "- a\n\n b",
    "- a\n- b\n\n* c", "* a\n* b\n\n***", "- a\n- b\n\n---", "- a\n- b\n---", "- a\nb\n- c",
    "- a\n  b\n   c\n    d\n      e\n- f", "- a\n      b", "-  a\n- b", "- a\n - b\n  - c", "- a\n+ b\n* c",
    "- a\n-\n- b", "-\n", "- \n\na", "- a\n- b\n# c", "- a\n- b\n\n# c", "- [ ] a\n- [x] b",
    "- [a]: b\n- [a]", "- a\n- b\n\n-", "- a\n\n\n\n", "- a\n  \n\t\n", "- a\n- b\n\n\u00a0c",
    "- **a** b\n- *c*\n- __d__", "1. a\n2. b\n\nc", "1. a\n1. b\n\n10. c", "3. a\n4. b", "0. a", "1. a\n2) b",
    "1) a\n2) b", "123456789. a", "1234567890. a", "1. a\n   b\n 2. c", "9. a\n10. b\n    c\n   d",
    "1. a\n\n- b", "- a\n\n1. b", "1. a\n- b", "- 1. a\n- 2. b", "- > a\n- # b",
    # nesting
    "> a\nb\n\nc", "> a\n\nb", "> - a\n> - b\n\nc", "> a\n> ---", "> a\n---", "- a\n  - b\n    - c\n\nd",
    "1. > a\n   > b\n\n   c", "> | a |\n> |-|\n>", "> ```\n> a\n\nb", "- ```\n  a\n\n  b\n  ```\n- c",
    "- a\n\n      code\n", "> " * 45 + "a", "- " * 45 + "a",
    # within paragraphs
    "a  \nb", "a \nb", "a   \n   b", "a\\\nb", "a\\", "a  ", "a\t\nb", "a\n\tb", "a !b & c ~ d", "!", "a!",
    "![", "&", "~", "~~a~~ ~b~ ~~~c~~~", "~~a", "a ~~ b", "&amp; &#65; &#x42; &nope; &;", "R&D", "![a](b) !c",
    "a]b", "[a]", "[a](b", "[](a)", "[a](b)", "[a](../b/c.md#d)", "[a](https://b.example)",
    "[a](https://b.example/c_d-e.f#g)", "[a](//b)", "[a]()", "[a](#b)", "[a](http://b..c/)",
    "[a](https://-b/)", "[a](https://B.example/)", "[a](https://b.example:80/)", "[a](b c)", "[a]( b )",
    "[a](b 'c')", "[a!](b)", "[a *b](c)*", "[a][b](c)", "[[a](b)](c)", "![[a](b)](c)", "[a\nb](c)",
    "*[a](b)*", "[a](b)[c](d)", "`[a](b)`", "[`a](b)`", "<a href='[b](c)'>", "\\[a](b)", "[a](b\\)",
    "**a** b", "**a**", "a **b**", "a **b** c **d** e", "**a**\n**b**", "a\n  **b**  \nc", "**a**: b",
    "**a.**: b", "**a.** b", "**a**b", "a**b** c", "** a** b", "**a ** b", "**** b", "**a** **b", "**a** *b*",
    "**a**, **b**.", "**a (b)** c", "**“a”** b", "**a**\u00a0b", "\u00a0**a** b", "**a\u00a0** b", "**é**; b",
    "**a~**~ b", "**a!**[b]", "**[a](b)** c", "**a** [b](c) **d**", "[a](b)\n**c**", "[a](b)  \n[c](d)",
    "a [](b) c", "[a](b) [c]", "[a](b) ![c](d)", "&**lt;** b", "**a** b ~~c~~", "**a**  \n**b**\\\nc",
    "**1**.", "**€** b", "a **€**b **c** d", "**a**. **b**", "!**a**", "! **a**",
    "**a**[b](c)", "[a](b)**c**",
    "[a](https://b.example)c", "<https://a.example> <b@c.de>", "*a* **b** ***c*** _d_ __e__", "*a **b* c**",
    "a*b*c a_b_c", "``a`b``", "`a", "<b>a</b> <!-- c --> <? d ?>", "**a\nb**", "\r\na\rb\r\n\r\nc\0",
    "a\u2028b", "a\x0bb", "\u3000a", "\ufeffa", "\U0001f600\n\n- \U0001f600",
]  # fmt: skip


AROUND = ["{}", "{}\n", "before\n\n{}\n\nafter\n", "before\n{}\nafter", "# before\n{}\n- after"]


@pytest.mark.parametrize("text", EXAMPLES, ids=ascii)
def test_example_gives_the_tokens_of_plain_markdown_it(text: str) -> None:
    quotation = "> " + text.replace("\n", "\n> ")
    items = "- " + text.replace("\n", "\n  ") + "\n- after"
    numbered = "9. before\n10. " + text.replace("\n", "\n    ")
    for block in (text, quotation, items, numbered):
        for around in AROUND:
            assert_same_tokens(around.format(block))


def texts_of(files: list[Path]) -> list[object]:
    return [pytest.param(file.read_text("utf-8", "replace"), id=file.name) for file in files]


@pytest.mark.parametrize(
    "text",
    texts_of(
        [
            *sorted((TESTS / "content" / "fixtures").glob("*.md")),
            *sorted((TESTS / "corpus").rglob("*.md")),
            *sorted((TESTS.parent / "content").rglob("*.md")),
            *sorted((TESTS.parent / "docs").rglob("*.md")),
            *sorted((SHARED / "tts").rglob("*.md")),
        ]
    ),
)
def test_file_gives_the_tokens_of_plain_markdown_it(text: str) -> None:
    assert_same_tokens(text)
    for part in re.split(r"\n\.\n|^---\n", text, flags=re.MULTILINE):
        assert_same_tokens(part)


def test_specification_gives_the_tokens_of_plain_markdown_it(specification: list[dict[str, str]]) -> None:
    for case in specification:
        text = case["markdown"]
        assert_same_tokens(text)
        assert_same_tokens(f"a\n\n{text}\n# b\n{text}")
        assert_same_tokens("- " + text.replace("\n", "\n  "))
        assert_same_tokens(f"**a** {text} **b**")


FRAGMENTS = [
    "word", "two words", "A", "é", "5", "12", "1.", "2.", "1)", "10. ", "-", "- ", "* ", "+ ", "*", "**",
    "***", "**bold**", "**Two words.** ", " **b**", "_", "__", "`", "```", "~", "~~", "~~~", ">", "> ", "#",
    "# ", "## ", "=", "===", "---", "- - -",
    "|", "|-|", ":-:", "a | b", "\n-|-\n", "[", "]", "(", ")", "![", "](", "[a]", "[x] ", "[ ] ", "[a]: b",
    "[a](b.md)", "[a](https://b.example/c)", "[a](#b)", "[a](//b)", "]:", "<", ">", "<b>", "</b>", "<div>",
    "<!--", "-->", "<https://a.example>", "&", "&amp;", "&#65;", "\\", "\\\n", "!", '"', "'", ".", ":", "--",
    "...", " ", "  ", "   ", "    ", "     ", "\t", "\n", "\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n  ",
    "\n    ", "  \n", "\n- ", "\n  - ", "\n1. ", "\n> ", "\n# ", "\u00a0", "\u2003", "\u3000", "\x0b", "\x0c",
    "\x1c", "\x85", "\u2028", "\ufeff", "\r\n", "\0", "{{ a }}",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join),
    st.lists(st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join), max_size=12).map("\n".join),
    st.text(alphabet="ab1.)-*+_#>`~|:=[]()!<&;\\ \t\n", max_size=60),
    st.text(),
)


@settings(deadline=None, max_examples=400)
@given(TEXTS)
@example("a\n\u00a0")
def test_any_text_gives_the_tokens_of_plain_markdown_it(text: str) -> None:
    assert_same_tokens(text)


ADDRESSES = st.from_regex(r"[a-zA-Z0-9_./#:-]{0,20}", fullmatch=True) | st.from_regex(
    r"https?://[a-z0-9.-]{1,12}[A-Za-z0-9_./#:-]{0,12}", fullmatch=True
)


@settings(deadline=None, max_examples=400)
@given(ADDRESSES)
def test_any_address_gives_the_tokens_of_plain_markdown_it(address: str) -> None:
    assert_same_tokens(f"[words]({address}) ![picture]({address}) [[b]({address})](c)")


QUOTED = st.text(alphabet="'\"aé1.-—_ \u00a0«“ª²Ⅷ\u0301\u3000*`\n\\", max_size=30) | st.text()


@settings(deadline=None, max_examples=400)
@given(QUOTED)
def test_quotes_are_curled_as_markdown_it_curls_them(text: str) -> None:
    engine = make_engine(quotes_of("fr"))
    engine.core.ruler.disable("dashes")
    expected = StateCore(text, engine, {})
    expected.tokens = PLAIN.parse(text)
    for token in expected.tokens:
        if token.children and re.search("[\"']", token.content):
            process_inlines(token.children, expected)
    assert engine.parse(text) == expected.tokens


def test_percent_signs_bring_no_mark_and_no_control_character_in() -> None:
    page = OURS.render("<https://a.example/%EE%80%800%EE%80%81%07>", {"prefix": ""})
    assert page.endswith(">https://a.example/\ufffd0\ufffd</a></p>\n")
