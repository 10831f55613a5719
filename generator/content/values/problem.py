"""What a value's parser gives back where it can't take the text as it is."""

from typing import Any

from msgspec import Struct

from generator.diagnostics.diagnostic import Code


class Problem(Struct, frozen=True):
    """A diagnostic that doesn't know its place yet.

    `instead` is the text to write in the value's place, shown as a whole line where the field is
    known; `hint` says what to do where that isn't enough. `value` is what the text counts as all
    the same, for warnings. `part` is the field of a value written in parts that it is about.
    """

    code: Code
    message: str
    hint: str = ""
    instead: str = ""
    value: Any = None
    part: str = ""
