"""What keeps the SVG of a picture for sharing from being drawn as it is meant."""

import re
from html import unescape

from generator.pages.cards import uncovered

# Anything but a part of the picture, or what it holds in full: the program that draws it would go and look.
_OUTSIDE = re.compile(r"""href\s*=\s*(?:"(?!data:|\#)([^"]*)"|'(?!data:|\#)([^']*)')""")
_TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def flaw(svg: str, characters: frozenset[int]) -> str:
    """What is wrong with a picture, in words; empty if it can be drawn with fonts of these characters."""
    if "<!DOCTYPE" in svg:
        return "the picture has a DOCTYPE"  # whose entities could hide any address
    if outside := _OUTSIDE.search(svg):
        return f"the picture names the file `{unescape(outside[1] or outside[2] or '')}`"
    for text in _TEXT.findall(svg):
        for character in uncovered(" ".join(unescape(_TAG.sub("", text)).split()), characters):
            return f"no font of the theme has `{character}`"
    return ""
