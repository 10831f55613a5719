"""Numbers with their nouns, as English wants them."""


def count(number: int, noun: str) -> str:
    """The number with its noun, such as `1 file`, `1,204 files` or `2 addresses`."""
    many = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else many}"
