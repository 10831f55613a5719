"""Files that nobody wrote: what systems and editors leave beside those that somebody did."""

import re

_NAMES = (".DS_Store", "Thumbs.db", "desktop.ini")
_ENDINGS = ("~", ".swp", ".swo", ".tmp", ".orig", "___jb_tmp___", "___jb_old___")
# Emacs' locks and what it saves by itself, the name that vim tries a folder with, and what sed works in.
_SHAPES = re.compile(r"\.#.*|#.*#|4913|sed[A-Za-z0-9]{6}")


def is_litter(name: str) -> bool:
    """Whether a file of this name is left beside others by a system or an editor."""
    return name in _NAMES or name.endswith(_ENDINGS) or bool(_SHAPES.fullmatch(name))
