import pytest

from generator.importers.mapping.places import Places, read_places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berlin,Germany", Places(("Berlin, Germany",))),
        ("San Francisco, CA; New York, NY", Places(("San Francisco, CA", "New York, NY"))),
        ("London or Paris", Places(("London", "Paris"))),
        ("London or Remote", Places(("London",), is_remote=True)),
        ("Berlin / Germany", Places(("Berlin, Germany",))),
        ("Remote", Places(is_remote=True)),
        ("Remote - Germany", Places(is_remote=True, areas=("Germany",))),
        ("Remote (France, Belgium)", Places(is_remote=True, areas=("France", "Belgium"))),
        ("Anywhere", Places(is_remote=True, areas=("anywhere",))),
        ("Leeds,", Places(("Leeds",))),
        ("Oslo\nOslo", Places(("Oslo",))),
        ("", Places()),
    ],
)
def test_places_are_taken_apart(text: str, expected: Places) -> None:
    assert read_places((text,), "en") == expected


def test_text_without_a_place_is_told() -> None:
    assert read_places((",",), "en").notes == ("`location`: `,` has a comma too many, and is left out",)
    assert read_places(("x" * 2_000,), "en").notes == ("`location`: a text of 2000 characters is left out",)
