"""Files that nobody wrote: what systems and editors leave beside those that somebody did."""

_NAMES = (".DS_Store", "Thumbs.db", "desktop.ini")
_ENDINGS = ("~", ".swp", ".swo", ".tmp", ".orig")


def is_litter(name: str) -> bool:
    """Whether a file of this name is left beside others by a system or an editor."""
    return name in _NAMES or name.endswith(_ENDINGS)
