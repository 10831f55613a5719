import re

import pytest

from generator.diagnostics.codes import front_matter, site, values
from generator.diagnostics.diagnostic import Code

CODES = [
    code
    for family in (front_matter, values, site)
    for code in vars(family).values()
    if isinstance(code, Code)
]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_explanation_is_short_and_shows_how(code: Code) -> None:
    lines = code.explanation.split("\n")
    assert re.fullmatch(r"(FM|FV|SC)\d{3}", code.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert 2 <= len(lines) <= 14
    assert all(len(line) <= 106 for line in lines)


def test_codes_and_names_are_unique() -> None:
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
