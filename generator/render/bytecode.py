"""The seam where compiled templates are kept from one build to the next."""

import hashlib

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.render.theme import Catalogue


class WordedBytecode(BytecodeCache):
    """A cache whose buckets are told apart by language, and go stale with the words as with the source.

    Jinja works out `"apply" | t` when it compiles, so the words of a language are in the bytecode.
    """

    def __init__(self, kept: BytecodeCache, language: str, catalogue: Catalogue) -> None:
        self._kept = kept
        self._language = language
        self._words = _digest(catalogue)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket if the cache within has its code."""
        self._kept.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hands the bucket's code to the cache within."""
        self._kept.dump_bytecode(bucket)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Which bucket a template has."""
        return super().get_cache_key(f"{self._language}/{name}", filename)

    def get_source_checksum(self, source: str) -> str:
        """What the code in a bucket was made from."""
        return super().get_source_checksum(f"{self._words}\n{source}")


def _digest(catalogue: Catalogue) -> str:
    words = sorted(
        (code, word if isinstance(word, str) else sorted(word.items())) for code, word in catalogue.items()
    )
    return hashlib.sha256(repr(words).encode()).hexdigest()
