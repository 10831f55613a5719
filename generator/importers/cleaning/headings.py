"""Headings: those that were only bold lines, and levels that go with a page of ours."""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.content.markdown.headings import outline
from generator.importers.cleaning.blocks import Block, heading
from generator.importers.cleaning.escaping import escaped

_LONGEST = 80
_ENDS_A_SENTENCE = (".", "!", ",", ";")


def arranged(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with bold lines that stand for headings as headings, and all levels from two on."""
    found: list[Block] = []
    depth, level = 0, 1
    for index, block in enumerate(blocks):
        depth += _step(block)
        level = block.level or level
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        stands = not depth and following is not None and _is_heading(block, following)
        found.append(heading(escaped(block.bare), level + 1) if stands else block)
    return _levelled(found)


def _step(block: Block) -> int:
    """How much deeper the blocks behind a tag lie."""
    if block.lines:
        return 0
    return -1 if block.tag.startswith("/") else 1


def _is_heading(block: Block, following: Block) -> bool:
    """Whether a bold line heads what follows: short, no sentence, nothing that says `Place: Berlin`."""
    text = block.bare
    if not text or len(text) > _LONGEST or text.endswith(_ENDS_A_SENTENCE) or ":" in text[:-1]:
        return False
    return not following.bare and following.tag != "h"


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    levels = iter(outline(block.level for block in blocks if block.tag == "h"))
    return [replace(block, level=next(levels)) if block.tag == "h" else block for block in blocks]
