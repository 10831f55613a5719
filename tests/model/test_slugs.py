from hypothesis import given
from hypothesis import strategies as st

from generator.model.slugs import fold


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_fold_as_they_do_beside_others(text: str) -> None:
    assert fold(f"{text} é") == f"{fold(text)} e".strip()
