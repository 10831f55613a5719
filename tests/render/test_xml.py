from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.render.xml import attribute, element, fit, raw

_PIECES = ["]]>", "<![CDATA[", "&amp;", "<", '"', "'", "\x00", "\x1b", "\ufffe", "\uffff", "😀", "שלום", "\n"]
NASTY = st.text() | st.lists(st.sampled_from(_PIECES)).map("".join)


def _read(text: str) -> str:
    """What a reader of XML sees: it turns every line end into a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(NASTY)
@example("a]]>b]]]]>c")
@example("]]>" * 3)
def test_any_text_comes_back_from_an_element_without_what_xml_cannot_hold(text: str) -> None:
    for written in (f"<a>{element('b', text)}</a>", f"<a>{raw('b', text)}</a>"):
        found = ElementTree.fromstring(written.encode()).findtext("b") or ""
        assert found == _read(fit(text))


@given(NASTY)
def test_any_text_stands_in_an_attribute(text: str) -> None:
    found = ElementTree.fromstring(f'<a b="{attribute(text)}"/>'.encode()).get("b") or ""
    assert found == _read(fit(text)).replace("\n", " ").replace("\t", " ")


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_character_that_no_xml_can_hold_is_dropped(character: str) -> None:
    assert fit(f"a{character}b") == "ab"


@pytest.mark.parametrize("character", ["\t", "\n", "\x7f", "\x85", "\u200f", "\ufffd", "😀"])
def test_character_that_xml_can_hold_stays(character: str) -> None:
    assert fit(f"a{character}b") == f"a{character}b"


def test_element_without_a_text_is_left_out_and_a_raw_one_stays() -> None:
    assert element("a", "") == ""
    assert raw("a", "") == "<a><![CDATA[]]></a>"
