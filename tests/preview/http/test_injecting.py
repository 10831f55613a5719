import pytest

from generator.preview.http.injecting import injected
from generator.preview.http.policies import Ours, ours_at
from generator.preview.site.files import File, file
from tests.sample import Built


def _injected(html: str) -> str:
    page = file("index.html", html.encode(), is_page=True)
    return injected(page, _ours(page)).decode().replace(page.digest, "DIGEST")


def _ours(page: File) -> Ours:
    return ours_at("localhost:8000", page.digest)


_SCRIPT = '<script src="/__openings/live.js?of=DIGEST" defer></script>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<body>a</body></html>", f"<body>a{_SCRIPT}</body></html>"),
        ("<BODY>a</BODY \n></HTML>", f"<BODY>a{_SCRIPT}</BODY \n></HTML>"),
        ("<body><pre>&lt;/body></pre><script>'</body>'</script></body>", None),
        ("<p>a", f"<p>a{_SCRIPT}"),
        ("", _SCRIPT),
    ],
)
def test_script_stands_before_the_last_end_of_the_body(html: str, expected: str | None) -> None:
    assert _injected(html) == (expected or html[: -len("</body>")] + _SCRIPT + "</body>")


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        (
            """<meta http-equiv="Content-Security-Policy" content="default-src 'self'; """
            """connect-src 'none'">""",
            """<meta http-equiv="Content-Security-Policy" content="default-src &#x27;self&#x27;; """
            """connect-src http://localhost:8000/__openings/">""",
        ),
        (
            """<META content='script-src &#39;none&#39;' HTTP-EQUIV=content-security-policy>""",
            """<META content="script-src http://localhost:8000/__openings/" """
            """HTTP-EQUIV=content-security-policy>""",
        ),
        ("""<meta name="description" content="default-src 'none'">""", None),
        ("""<meta http-equiv="refresh" content="default-src 'none'">""", None),
        ("""<meta http-equiv="Content-Security-Policy">""", None),
        ("""<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;">""", None),
    ],
)
def test_policy_in_the_page_lets_the_script_work(meta: str, expected: str | None) -> None:
    assert _injected(f"<head>{meta}</head>") == f"<head>{expected or meta}</head>{_SCRIPT}"


_STRICT = "script-src 'strict-dynamic' 'nonce-abc'"


def test_script_has_a_nonce_where_a_policy_in_the_page_lets_nothing_else_in() -> None:
    html = f'<meta http-equiv="content-security-policy" content="{_STRICT}"><body></body>'
    assert 'nonce-DIGEST&#x27;"' in _injected(html)
    assert _injected(html).endswith(
        '<script src="/__openings/live.js?of=DIGEST" nonce="DIGEST" defer></script></body>'
    )


def test_script_has_a_nonce_where_the_header_does() -> None:
    page = file("index.html", b"<body></body>", is_page=True)
    ours = _ours(page)
    assert b"nonce=" not in injected(page, ours, ours.allowed("script-src 'none'"))
    assert f' nonce="{page.digest}" '.encode() in injected(page, ours, ours.allowed(_STRICT))


def test_nothing_else_differs_in_pages_of_the_sample(sample: Built) -> None:
    pages = {name: data for name, data in sample.files.items() if name.endswith(".html")}
    assert len(pages) > 20
    for name, data in pages.items():
        page = file(name, data, is_page=True)
        script = _SCRIPT.replace("DIGEST", page.digest).encode()
        sent = injected(page, _ours(page))
        assert sent.count(script) == 1
        assert sent.replace(script, b"") == data


def test_bytes_that_are_no_text_come_through() -> None:
    page = file(
        "a.html", b"\xff\xfe<meta http-equiv='content-security-policy' content='img-src \xff'></body>", True
    )
    assert injected(page, _ours(page)).startswith(
        b"\xff\xfe<meta http-equiv='content-security-policy' content='img-src \xff'>"
    )
