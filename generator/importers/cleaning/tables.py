"""Tables: kept where they are figures in rows and columns, taken apart where they are mere layout."""

import re

_TABLE = re.compile(r"(<table>.*?</table>)", re.DOTALL)
_TAG = re.compile(r"<(/?)(?:table|caption|thead|tbody|tfoot|tr|td|th)\b[^>]*>")
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[dh]\b")
_TOO_MUCH = re.compile(r"<(?:table|caption|ul|ol|li|pre|h[1-6]|blockquote|t[dh] )\b")


def settled(page: str) -> str:
    """The HTML in which each table has rows of as many cells, which hold words alone; others become text."""
    if "<table" not in page:
        return page
    parts = _TABLE.split(page)
    return "".join(part if _is_plain(part) else _TAG.sub(r"<\1div>", part) for part in parts)


def _is_plain(part: str) -> bool:
    inner = part.removeprefix("<table>")
    if inner == part or _TOO_MUCH.search(inner):
        return False
    widths = [len(_CELL.findall(row)) for row in _ROW.findall(inner)]
    return len(widths) > 1 and widths[0] > 1 and len(set(widths)) == 1
