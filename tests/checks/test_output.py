import pytest

from generator.checks.output import output_problems

_URL = "https://careers.example.com/work"
_PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta name="description" content="{title} in short"><link rel="canonical" href="https://careers.example.com/work/">
</head><body><main><h1 id="top">A</h1>{body}</main></body></html>"""


def _page(title: str = "Home", body: str = "", change: tuple[str, str] = ("\0", "")) -> bytes:
    return _PAGE.format(title=title, body=body).replace(*change).encode()


def _messages(files: dict[str, bytes]) -> list[str]:
    return [problem.message for problem in output_problems(files, _URL)]


def test_whole_page_has_no_problem() -> None:
    assert (
        _messages(
            {"index.html": _page(body='<a href="/work/#top">x</a><a href="https://else.example/">y</a>')}
        )
        == []
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<h1", "<h2", "the page lacks one `h1`"),
        ("</main>", "<h1>B</h1></main>", "the page lacks one `h1`"),
        ("<title>Home</title>", "", "the page lacks a title"),
        ('name="description"', 'name="x"', "the page lacks a description"),
        ('rel="canonical"', 'rel="x"', "the page lacks its canonical address"),
        (' lang="en"', "", "the page lacks its language"),
        ("<main>", "<div>", "the page lacks a `main` landmark"),
        ("</main>", '<p style="x">', "a script or style stands in the page itself: `<p>`"),
        ("</main>", '<p onclick="x">', "a script or style stands in the page itself: `<p>`"),
        ("</main>", "<script>x</script>", "a script or style stands in the page itself: `<script>`"),
        ("</main>", "<style>x</style>", "a script or style stands in the page itself: `<style>`"),
        ("</main>", '<b id="top">', "two elements have the id `top`"),
        ("</main>", '<a href="/work/nowhere/">', "the link `/work/nowhere/` leads nowhere"),
        ("</main>", '<img src="a%20b.png">', "the link `a%20b.png` leads nowhere"),
        ("</main>", '<a href="#nothing">', "no element is called `#nothing`"),
    ],
)
def test_what_a_page_lacks_is_said(old: str, new: str, message: str) -> None:
    assert _messages({"index.html": _page(change=(old, new))}) == [message]


def test_pages_with_one_title_are_told_apart() -> None:
    files = {"index.html": _page(), "a/index.html": _page()}
    assert _messages(files) == [
        "two pages have the title `Home`",
        "two pages have the description `Home in short`",
    ]


def test_page_that_search_engines_leave_out_may_repeat_a_title() -> None:
    hidden = _page(change=("<title>", '<meta name="robots" content="noindex"><title>'))
    assert _messages({"index.html": _page(), "a/index.html": hidden}) == []


def test_picture_for_sharing_has_to_be_there() -> None:
    image = '<meta property="og:image" content="https://careers.example.com/work/cards/{}.png">'
    page = _page(change=("</head>", image.format("home") + "</head>"))
    assert _messages({"index.html": page, "cards/home.png": b""}) == []
    assert _messages({"index.html": page}) == [
        "the link `https://careers.example.com/work/cards/home.png` leads nowhere"
    ]


_LEADING = """<!doctype html><html lang="en"><head><title>Home</title>
<meta http-equiv="refresh" content="0; url={to}"><link rel="canonical" href="https://careers.example.com/work/">
</head><body><main><h1><a href="/work/">Home</a></h1></main></body></html>"""


def test_page_that_leads_on_needs_no_description_and_may_be_called_as_its_target() -> None:
    leading = _LEADING.format(to="/work/").encode()
    assert _messages({"index.html": _page(), "old/index.html": leading}) == []


def test_page_that_leads_nowhere_is_found() -> None:
    leading = _LEADING.format(to="/work/gone/").encode()
    assert _messages({"index.html": _page(), "old/index.html": leading}) == [
        "the link `/work/gone/` leads nowhere"
    ]
