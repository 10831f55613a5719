from hypothesis import given
from hypothesis import strategies as st

from generator.pages.data_views import SitemapEntry, SitemapView
from generator.pages.sitemap_parts import LIMITS, Limits, divided
from generator.render.sitemap import for_search_engines

_ADDRESSES = st.lists(
    st.text("abc&'/", max_size=30).map(lambda path: f"https://example.com/{path}"), max_size=40
)


@given(_ADDRESSES, st.integers(1, 10), st.integers(500, 2000))
def test_parts_hold_all_addresses_in_order_and_keep_the_limits(
    addresses: list[str], most: int, size: int
) -> None:
    parts = divided(addresses, Limits(most, size))
    assert [address for part in parts for address in part] == addresses
    for part in parts:
        assert len(part) <= most
        assert len(_written(part)) <= size


def _written(part: tuple[str, ...]) -> bytes:
    return for_search_engines(SitemapView(tuple(SitemapEntry(address, "2026-03-16") for address in part)))


def test_few_addresses_are_one_part_and_so_are_none() -> None:
    assert divided(["https://example.com/"], LIMITS) == (("https://example.com/",),)
    assert divided([], LIMITS) == ((),)


def test_limits_are_those_of_the_protocol() -> None:
    assert (LIMITS.addresses, LIMITS.size) == (50_000, 52_428_800)
    assert len(divided((f"https://example.com/{n}" for n in range(50_001)), LIMITS)) == 2
