"""What was worked out before, kept as long as the preview runs."""

from collections.abc import Mapping


class Memory:
    """Values by the digest of all they were made from."""

    def __init__(self) -> None:
        self._known: dict[bytes, bytes] = {}

    def memo(self, key: bytes) -> bytes | None:
        """A value, if it is known."""
        return self._known.get(key)

    def remember(self, values: Mapping[bytes, bytes]) -> None:
        """Keeps values."""
        self._known.update(values)
