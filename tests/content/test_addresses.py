from hypothesis import given
from hypothesis import strategies as st

from generator.content.values.addresses import parse_url

_NAMES = st.text(st.sampled_from("abz09-"), min_size=1, max_size=8)
_PATHS = st.text(st.sampled_from("abZ09-._~/?#:@% |"), max_size=20)


@given(st.lists(_NAMES, min_size=1, max_size=4).map(".".join), _PATHS)
def test_an_ordinary_address_is_taken_as_any_other_is(host: str, path: str) -> None:
    address = f"://{host}/{path}"
    # The scheme in capitals is what makes the second one anything but ordinary.
    assert str(parse_url(f"https{address}", "en")) == str(parse_url(f"HTTPS{address}", "en")).replace(
        f"HTTPS{address}", f"https{address}"
    )
