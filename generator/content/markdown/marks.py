"""Private-use characters that stand for our own markup while a text is on its way to HTML.

No text can hold them: `neutralise` takes them out first, written as they are or as `&#xE000;`. So what
carries a mark when the HTML is done was put there by us, even after the sanitiser.
"""

import re

OPEN = "\ue000"
CLOSE = "\ue001"
TASK_DONE = f"{OPEN}x{CLOSE}"
TASK_OPEN = f"{OPEN}o{CLOSE}"

_MARKS = re.compile(
    f"[{OPEN}{CLOSE}]|&#(?:[xX]0*[eE]00[01](?![0-9a-fA-F])|0*5734[45](?![0-9]));?",
)


def neutralise(text: str) -> str:
    """The text with every spelling of a mark replaced by U+FFFD."""
    if OPEN in text or CLOSE in text or "&#" in text:
        return _MARKS.sub("\ufffd", text)
    return text
