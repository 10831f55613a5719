"""What is cut from addresses before they are shown."""

import pytest

from generator.diagnostics.credentials import has_password, masked, without_credentials


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at 'https://ada:s3cret@example.com/x.git'", "at 'https://example.com/x.git'"),
        ("at https://ada:s3c@ret@example.com:8080/x", "at https://example.com:8080/x"),
        ("ssh://git@example.com/x, git@example.com:x", "ssh://example.com/x, git@example.com:x"),
        ("https://example.com/@ada", "https://example.com/@ada"),
        ("https://example.com:8080/@ada", "https://example.com:8080/@ada"),
        ("rsync `rsync://web:s3/cr@et@host/x`", "rsync `rsync://host/x`"),
        ("`RSYNC://web:s3cret@host/x`: no", "`RSYNC://host/x`: no"),
        ("`web:s3cret@host::x`, www@host:/x", "`host::x`, www@host:/x"),
        ("bad: ada@example.com, at 10:30@noon", "bad: ada@example.com, at 10:30@noon"),
        ("apply: mailto:jobs@example.com", "apply: mailto:jobs@example.com"),
        ("[us](mailto:jobs@example.com): <mailto:a@b.c>", "[us](mailto:jobs@example.com): <mailto:a@b.c>"),
    ],
)
def test_addresses_are_shown_without_credentials(text: str, shown: str) -> None:
    assert without_credentials(text) == shown


def test_mask_is_as_long_as_what_it_hides() -> None:
    assert masked("rsync: rsync://web:s3cret@host/x") == "rsync: rsync://••••••••••@host/x"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://ada:s3cret@example.com/x.git", True),
        ("RSYNC://web:pa/ssword@host/x", True),
        ("web:s3cret@host::x", True),
        ("https://example.com:8443/@ada", False),
        ("rsync://web@host:873/x@y", False),
        ("www@example.com:/var/www/a@b", False),
        ("example.com:/var/www/a@b", False),
        ("origin", False),
    ],
)
def test_password_is_seen(address: str, expected: bool) -> None:
    assert has_password(address) is expected
