"""Words around numbers."""


def count(number: int, noun: str, plural: str = "") -> str:
    """The number with its noun, such as `1 file` or `1,204 files`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
