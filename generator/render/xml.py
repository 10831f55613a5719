"""Text in XML 1.0, whatever stands in it."""

import re

# All that XML 1.0 can't hold, not even escaped (production 2, Char).
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def fit(value: str) -> str:
    """The text without the characters that no XML can hold."""
    return value if value.isprintable() else _UNFIT.sub("", value)


def text(value: str) -> str:
    """The text between two tags."""
    return fit(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """The text between double quotes."""
    return text(value).replace('"', "&quot;")


def element(name: str, value: str) -> str:
    """An element with a text in it, or nothing where there is none."""
    return f"<{name}>{text(value)}</{name}>" if value else ""


def raw(name: str, value: str) -> str:
    """An element with a text that is written as it is, in CDATA sections."""
    inner = fit(value).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{inner}]]></{name}>"
