"""How templates make a value safe to stand in HTML, or in an address."""

import re
from typing import Any
from urllib.parse import quote

from jinja2.compiler import CodeGenerator
from jinja2.filters import do_urlencode
from markupsafe import Markup, escape

# All that `quote` changes, and all beyond ASCII, each run of it at once.
_UNSAFE = re.compile(r"[^A-Za-z0-9_.~/-]+")


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


def url_quoted(value: Any) -> str:
    """What the filter `urlencode` gives; of text, only what needs it is taken apart."""
    if type(value) is not str:
        return do_urlencode(value)
    return _UNSAFE.sub(lambda found: quote(found[0]), value)


class CodeWriter(CodeGenerator):
    """Writes templates as Python in which `escape` is the environment's `escaped`.

    Their output is joined, and only then marked safe, so it makes no difference which pieces are.
    """

    def write_commons(self) -> None:
        """Writes what each function of a template begins with."""
        super().write_commons()
        self.writeline("escape = environment.escaped")
