"""Templates compiled and read once for all tests of a run: most of them build with the same theme."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.render.closure import Closures
from generator.render.renderer import Renderer


class _Memory(BytecodeCache):
    """Code by the keys that builds keep it under."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._codes[bucket.key, bucket.checksum] = bucket.code


@contextmanager
def compiled_once() -> Iterator[None]:
    """Renderers without a place for compiled templates share one, and no template is looked through twice."""
    memory, uses = _Memory(), dict[tuple[str, str | None], list[str | None]]()
    make, read = Renderer.__init__, Closures._read

    def made(
        self: Renderer, theme: Any, language: str, bodies: Any, bytecode: Any = None, mark: str = ""
    ) -> None:
        make(self, theme, language, bodies, bytecode or memory, mark)

    def known(self: Closures, name: str) -> Iterator[str | None]:
        key = name, self._theme.source(name)
        if key not in uses:
            uses[key] = list(read(self, name))
        return iter(uses[key])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderer, "__init__", made)
        patch.setattr(Closures, "_read", known)
        yield
