"""Did you mean: the nearest known word to a mistyped one."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most likely stands for, or None when nothing is near.

    Case doesn't count. Ties go to the alphabetically first, so that the answer is the same everywhere.
    """
    from difflib import get_close_matches  # only paid for when there is something to mend

    by_folded = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    found = get_close_matches(word.casefold(), sorted(by_folded), n=1, cutoff=0.75)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint with the nearest known word, or `otherwise` when nothing is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise
