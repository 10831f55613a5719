import pytest

from generator.checks.html_facts import read_page, texts_of


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a <b>b</b> &amp; c</p>", ["a ", "b", " & c"]),
        ("<script>a</script><style>b</style><template><p>c</p></template>d", ["d"]),
        ("<noscript><p>a</p></noscript><svg><title>b</title></svg>c", ["c"]),
        ("<div hidden>a<div>b</div>c</div>d", ["d"]),
        ("<img hidden>a<br hidden>b", ["a", "b"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
        ("a<!-- b -->c", ["a", "c"]),
        ("<dialog>a</dialog><dialog open>b</dialog>", ["b"]),
        ("<head> <title>a</title>\n<meta><body>b", ["b"]),
        ("<head><title>a</title><p>b", ["b"]),
        ("<head><template><p>a</p></template><meta>\n</head>b", ["b"]),
        ("<head><title>a</title>b", ["b"]),
    ],
)
def test_only_what_people_can_see_is_text(html: str, texts: list[str]) -> None:
    assert texts_of(html) == texts


def test_page_tells_what_it_shows() -> None:
    _, shown = read_page(
        b'<head><title>T</title><script type="application/ld+json">{"a": "\\u003c"}</script></head>'
        b'<a href="/x">x</a><main><h1>A <i>b</i></h1><a href="/y">y</a><a data-apply href="/z">z</a>'
        b'<time datetime="2026-03-02">2</time><data value="remote">r</data>'
        b'<template><data value="no">n</data><a href="/t">t</a></template></main><a href="/w">w</a>'
    )
    assert shown.heading == "A b"
    assert shown.data == ['{"a": "\\u003c"}']
    assert (shown.main_links, shown.apply_links) == (["/y", "/z"], ["/z"])
    assert (shown.own.times, shown.own.values) == ({"2026-03-02"}, {"remote"})


def test_other_scripts_are_no_data() -> None:
    facts, shown = read_page(b'<script type="application/ld+json">1</script><script>2</script>')
    assert (shown.data, facts.inline) == (["1"], ["<script>"])


@pytest.mark.parametrize(
    ("html", "own"),
    [
        ("<p>a</p><main><h1>b</h1>c</main>d", ["b", "c"]),
        ("<main>a<article><h1>b</h1>c</article>d<article>e</article></main>f", ["b", "c"]),
        ("<main><article>a</article><h1>b</h1></main>", ["a", "b"]),
        ("<article>a<main><h1>b</h1></main>c</article>", ["b"]),
        ("<main><article>a<article><h1>b</h1></article></article></main>", ["b"]),
        ("<main><article hidden><h1>a</h1></article><h1>b</h1></main>", ["b"]),
        ("<h1>a</h1>b", ["a", "b"]),
    ],
)
def test_page_is_about_what_stands_around_its_heading(html: str, own: list[str]) -> None:
    _, shown = read_page(html.encode())
    assert shown.own.texts == own


@pytest.mark.parametrize(
    ("name", "content", "is_indexed"),
    [
        ("robots", "noindex", False),
        ("ROBOTS", "NoIndex, follow", False),
        ("robots", "none", False),
        ("googlebot", "nofollow,noindex", False),
        ("robots", "index, follow", True),
        ("robots", "max-snippet:-1", True),
        ("bingbot", "noindex", True),
    ],
)
def test_robots_are_told_in_any_case(name: str, content: str, is_indexed: bool) -> None:
    facts, _ = read_page(
        f'<meta name="{name}" content="{content}"><meta name="robots" content="all">'.encode()
    )
    assert facts.is_indexed is is_indexed
