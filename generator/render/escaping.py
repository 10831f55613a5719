"""How templates make a value safe to stand in HTML."""

from typing import Any

from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape


def escaped(value: Any) -> str:
    """The text that `escape` gives, without marking it safe where there is nothing to escape.

    Most of what templates show is such text, and marking takes several times as long as looking.
    """
    if type(value) is Markup:
        return value
    if type(value) is str and not (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):
        return value
    return escape(value)


class CodeWriter(CodeGenerator):
    """Writes templates as Python in which `escape` is the environment's `escaped`.

    Their output is joined, and only then marked safe, so it makes no difference which pieces are.
    """

    def write_commons(self) -> None:
        """Writes what each function of a template begins with."""
        super().write_commons()
        self.writeline("escape = environment.escaped")
