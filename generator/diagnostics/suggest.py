"""Did you mean: the nearest known word to a mistyped one."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from msgspec import Struct

# Less alike than this, and it is another word.
_ALIKE = 0.75
# Nobody mistypes what is longer; comparing takes time by the square of the length.
_LONGEST = 256
# So many are compared letter by letter: those that begin and end most like the word.
_COMPARED = 32

# Finds the known word that a mistyped one most likely stands for, or None.
Suggest = Callable[[str, Iterable[str]], str | None]


class _Known(Struct, frozen=True):
    """A known word, as it is compared and as it is written; `letters` is the set of its letters as bits."""

    folded: str
    written: str
    letters: int


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most likely stands for, or None when nothing is near.

    Case doesn't count. Ties go to the alphabetically first, so that the answer is the same everywhere.
    """
    if len(word) > _LONGEST:
        return None
    from difflib import SequenceMatcher  # only paid for when there is something to mend

    folded = word.casefold()
    matcher = SequenceMatcher(b=folded)
    best, found = _ALIKE, None
    for candidate in _likely(folded, _prepared(tuple(known))):
        matcher.set_seq1(candidate.folded)
        if matcher.quick_ratio() < best or (ratio := matcher.ratio()) < best:
            continue
        if found is None or (-ratio, candidate.folded) < (-best, found.folded):
            best, found = ratio, candidate
    return found.written if found else None


def sparing(most: int) -> Suggest:
    """`nearest` for the first so many questions, and no answer from then on.

    Who has a thousand broken names has one cause to find, and no use for a thousand suggestions.
    """
    left = iter(range(most))
    return lambda word, known: nearest(word, known) if next(left, None) is not None else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str, suggest: Suggest = nearest) -> str:
    """A hint with the nearest known word, or `otherwise` when nothing is near."""
    near = suggest(word, known)
    return f"did you mean `{near}`?" if near else otherwise


@lru_cache(maxsize=8)
def _prepared(known: tuple[str, ...]) -> tuple[_Known, ...]:
    """The known words ready to be compared, each once: a run asks again and again about the same ones."""
    by_folded = {written.casefold(): written for written in sorted(known, reverse=True)}
    return tuple(_Known(folded, written, _letters(folded)) for folded, written in by_folded.items())


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 128)
    return bits


def _likely(word: str, known: tuple[_Known, ...]) -> list[_Known]:
    """Those that have enough length and letters in common; of many, those with the same ends."""
    letters, size = _letters(word), len(word)
    likely = []
    for candidate in known:
        length = len(candidate.folded)
        enough = _ALIKE * (size + length) / 2
        if (
            min(size, length) >= enough
            and size - (letters & ~candidate.letters).bit_count() >= enough
            and length - (candidate.letters & ~letters).bit_count() >= enough
        ):
            likely.append(candidate)
    if len(likely) > _COMPARED:
        likely.sort(key=lambda other: (-_same_ends(word, other.folded), other.folded))
    return likely[:_COMPARED]


def _same_ends(one: str, other: str) -> int:
    """How many letters at the beginning and at the end are the same."""
    return _same_start(one, other) + _same_start(one[::-1], other[::-1])


def _same_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
