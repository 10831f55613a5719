import pytest

from generator.preview.http.targets import Target, target_of


@pytest.mark.parametrize(
    ("text", "path", "query"),
    [
        ("/", "/", ""),
        ("/jobs/cook/", "/jobs/cook/", ""),
        ("/jobs/?q=a/../b", "/jobs/", "?q=a/../b"),
        ("/caf%C3%A9/", "/café/", ""),
        ("/caf\xc3\xa9/", "/café/", ""),
        ("/a%20b", "/a b", ""),
        ("/100%25", "/100%", ""),
        ('/?q=\xc3\xa9"<', "/", "?q=%C3%A9%22%3C"),
    ],
)
def test_address_is_decoded_once(text: str, path: str, query: str) -> None:
    target = target_of(text)
    assert target
    assert (target.path, target.query) == (path, query)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "/a/../b",
            "/a/%2e%2e/b",
            "/a/.%2E/b",
            "/a/./b",
            "/..",
            "//host/a",
            "/a//b",
            "/a%2fb",
            "/a%5cb",
            "/a\\b",
        ),
        *(
            "/a%00b",
            "/a%0d%0ab",
            "/a%7f",
            "/a%ff",
            "/a%c0%ae",
            "/a%e2%28",
            "/a%",
            "/a%2",
            "/a%zz",
            "/a%c2%85",
        ),
        "/%ed%a0%80",
    ],
)
def test_what_is_no_address_of_a_site_has_no_path(text: str) -> None:
    target = target_of(text)
    assert target
    assert target.path == ""


def test_whole_address_names_its_host() -> None:
    assert target_of("http://Localhost:8000/a/?b") == Target("Localhost:8000", "/a/", "?b", "/a/")
    assert target_of("HTTP://localhost:8000") == Target("localhost:8000", "/", "", "/")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "jobs/",
        "localhost:8000",
        "https://localhost/",
        "http:///a",
        "/a#b",
        "/a b",
        "/a\r\nb",
        "/\u20ac",
        "?a",
    ],
)
def test_anything_else_is_no_target(text: str) -> None:
    assert target_of(text) is None
