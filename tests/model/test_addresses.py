"""Addresses in the form in which they are compared."""

import pytest

from generator.model.addresses import ascii_host, job_slug, job_url, normalised


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/old", "/old/"),
        ("/old/", "/old/"),
        ("/old/index.html", "/old/"),
        ("/index.html", "/"),
        ("/", "/"),
        ("/old.html", "/old.html"),
        ("/old.htm", "/old.htm"),
        ("/old.php", "/old.php/"),
        ("/caf%C3%A9/", "/café/"),
        ("/my-index.html", "/my-index.html"),
    ],
)
def test_spellings_of_one_address_are_one(written: str, expected: str) -> None:
    assert normalised(written) == expected
    assert normalised(expected) == expected


@pytest.mark.parametrize(
    ("url", "slug"),
    [("/jobs/cook/", "cook"), ("/jobs/", ""), ("/jobs/a/b/", ""), ("/jobs/cook", ""), ("/cook/", "")],
)
def test_slug_of_a_posting_comes_from_its_address_alone(url: str, slug: str) -> None:
    assert job_slug(url) == slug
    assert not slug or job_url(slug) == url


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("careers.example.com", "careers.example.com"),
        ("jobb.åre.example", "jobb.xn--re-xia.example"),
        ("a..ö.example", None),
        (f"{'ö' * 70}.example", None),
    ],
)
def test_host_is_written_as_the_domain_name_system_does(host: str, expected: str | None) -> None:
    assert ascii_host(host) == expected
