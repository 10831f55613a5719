"""Words within a paragraph: runs of one look each, and the Markdown for them."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from generator.importers.cleaning.escaping import escaped
from generator.importers.cleaning.spaces import even

BREAK = "\n"
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# What an address may hold as it is; brackets and spaces would end it.
_ADDRESS = "!#$%&'*+,-./:;=?@_~"


class Run(Struct, frozen=True):
    """Words that look the same; `href` is where they lead. A line break is a run of its own."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    href: str = ""

    @property
    def marks(self) -> str:
        """The stars round the words."""
        return "*" * (2 * self.is_bold + self.is_italic)


def paragraphs(runs: Iterable[Run]) -> list[list[list[Run]]]:
    """The runs by paragraphs and their lines, none of them empty: two line breaks part paragraphs."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    trimmed = [_trimmed(line) for line in lines]
    return [list(group) for filled, group in groupby(trimmed, bool) if filled]


def _trimmed(line: Iterable[Run]) -> list[Run]:
    """A line with one space where there were several, none at its ends, and equal neighbours as one run."""
    tidy: list[Run] = []
    for run in line:
        text = even(run.text)
        if text.startswith(" ") and (not tidy or tidy[-1].text.endswith(" ")):
            text = text[1:]
        if tidy and text and replace(tidy[-1], text="") == replace(run, text=""):
            tidy[-1] = replace(tidy[-1], text=tidy[-1].text + text)
        elif text:
            tidy.append(replace(run, text=text))
    if tidy and tidy[-1].text.endswith(" "):
        last = replace(tidy[-1], text=tidy[-1].text[:-1])
        tidy = [*tidy[:-1], *([last] if last.text else [])]
    return tidy


def words(line: Iterable[Run]) -> str:
    """The line's bare text."""
    return "".join(run.text for run in line)


def markdown(line: Sequence[Run]) -> str:
    """The line as Markdown that shows just these words."""
    out = ""
    groups = [(href, list(group)) for href, group in groupby(line, lambda run: run.href)]
    for number, (href, runs) in enumerate(groups, 1):
        text = words(runs)
        if href and text.strip():
            out = f"{out[:-1]}\\!" if out.endswith("!") else out  # `![` would begin a picture
            out += f"{' ' * text.startswith(' ')}{_link(_trimmed(runs), href)}{' ' * text.endswith(' ')}"
        else:
            after = "[" if number < len(groups) else ""  # what follows is a link
            out += _styled([replace(run, href="") for run in runs], out[-1:], after)
    return out


def _link(runs: Sequence[Run], href: str) -> str:
    text = words(runs)
    if text == href and href.isascii() and not set("%<>\\ ") & set(href):
        return f"<{href}>"
    return f"[{_styled([replace(run, href='') for run in runs], '[', ']')}]({quote(href, _ADDRESS)})"


def _styled(runs: Sequence[Run], before: str, after: str) -> str:
    """Runs without links; the characters round them decide where stars can stand."""
    out = ""
    for index, run in enumerate(runs):
        following = runs[index + 1].text[:1] if index + 1 < len(runs) else after
        out += _one(run, (out or before)[-1:], following)
    return out


def _one(run: Run, before: str, after: str) -> str:
    text = run.text.strip(" ")
    lead = " " * (len(run.text) - len(run.text.lstrip(" ")))
    trail = " " * (len(run.text) - len(run.text.rstrip(" "))) if text else ""
    inner = _code(text) if run.is_code else escaped(text)
    first, last = inner[:1], inner[-1:]
    if text and run.marks and _may_stand(lead or before, first) and _may_stand(trail or after, last):
        inner = f"{run.marks}{inner}{run.marks}"
    return f"{lead}{inner}{trail}"


def _may_stand(outside: str, inside: str) -> bool:
    """Whether stars between the two characters are read as stars (CommonMark: flanking delimiter runs)."""
    if outside == "*":  # the neighbour's own
        return False
    return outside in ("", " ") or outside in _PUNCTUATION or inside.isalnum()


def _code(text: str) -> str:
    if not text:
        return ""
    longest = max((len(list(group)) for ch, group in groupby(text) if ch == "`"), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{text}{pad}{fence}"
