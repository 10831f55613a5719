"""Pictures for sharing that take no time, as in the tests of builds."""

from tests.build.incremental.conftest import _draw_fast

__all__ = ["_draw_fast"]
