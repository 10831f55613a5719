import pytest

from generator.importers.cleaning.markdown import Cleaned, to_markdown


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a</p><p>&nbsp;</p><p><br></p><p>b</p>", "a\n\nb\n"),
        ("<p>a<br>b<br><br>c</p>", "a\\\nb\n\nc\n"),
        ("<div>a</div><div>b<p>c</p></div>", "a\n\nb\n\nc\n"),
        ("a\n\u00a0 b\u200b\u2009c \u00ad", "a b c\n"),
        ("<h1>A</h1><h3>B</h3><p>c</p><h1>D</h1>", "## A\n\n### B\n\nc\n\n## D\n"),
        ("<h2><b>A</b> #</h2>", "## A \\#\n"),
        ("<p><b>Tasks:</b></p><ul><li>a</li></ul>", "## Tasks:\n\n- a\n"),
        ("<h2>A</h2><p><b>B</b></p><p>c</p>", "## A\n\n### B\n\nc\n"),
        ("<p><b>Place: Oslo</b></p><p>a</p>", "**Place: Oslo**\n\na\n"),
        ("<p><b>We pay well.</b></p><p>a</p>", "**We pay well.**\n\na\n"),
        ("<p><b>A</b></p><p><b>B</b></p>", "**A**\n\n**B**\n"),
        ("<p>a <b>b </b><strong>c</strong>d</p>", "a **b c**d\n"),
        ("<p>a<b>.b</b>c <i>(d)</i>, <b>e</b><i>f</i></p>", "a.bc *(d)*, **e**f\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n- b\n"),
        ("<ol start=3><li>a<p>b</p></li><li>c</li></ol>", "3. a\n\n   b\n4. c\n"),
        ("<ul>a<li></li></ul>", "- a\n"),
        ("<li>a</li>", "a\n"),
        ("<blockquote>a<p>b</p></blockquote>", "> a\n>\n> b\n"),
        ("<p><a href='https://example.com/a b(c)'>d</a></p>", "[d](https://example.com/a%20b%28c%29)\n"),
        ("<p><a href='https://example.com/'>https://example.com/</a></p>", "<https://example.com/>\n"),
        ("<p><a href='mailto:a@example.com'>a <b>b</b></a></p>", "[a **b**](mailto:a@example.com)\n"),
        ("<p><a href='javascript:x'>a</a> <a href='#b'>b</a> <a href='data:x'>c</a></p>", "a b c\n"),
        ("<a href='HTTPS://Up.example/'>a</a> <a href='MailTo:b@example.com'>b</a>",
         "[a](https://Up.example/) [b](mailto:b@example.com)\n"),
        ("<a href=' https://example.com/a\nb '>a</a> <a href='tel:+47123'>b</a>",
         "[a](https://example.com/ab) [b](tel:+47123)\n"),
        ("<p>See<a href='https://example.com'> it </a>!</p>", "See [it](https://example.com) !\n"),
        ("<p>Wow!<a href='https://example.com'>a</a></p>", "Wow\\![a](https://example.com)\n"),
        ("<p><code>a`b</code></p><pre>\n```\n  c\n</pre>", "`` a`b ``\n\n````\n```\n  c\n````\n"),
        ("<table><tr><th>a</th><th>b|</th></tr><tr><td>1<br>2</td><td></td></tr></table>",
         "| a | b\\| |\n| --- | --- |\n| 1 2 |  |\n"),
        ("<table><tr><td><p>a</p></td><td><ul><li>b</li></ul></td></tr></table>", "a\n\n- b\n"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td colspan=2>c</td></tr></table>", "a\n\nb\n\nc\n"),
        ("<script>a</script><style>b</style><iframe>c</iframe><p onclick=x>d</p>", "d\n"),
        ("<p>a</p><hr><u>b</u>", "a\n\nb\n"),
        ("", ""),
        ("<p> </p>", ""),
    ],
)  # fmt: skip
def test_html_becomes_markdown_as_a_person_writes_it(page: str, text: str) -> None:
    assert to_markdown(page) == Cleaned(text)


def test_addresses_that_lead_nowhere_are_left_out_and_told() -> None:
    assert to_markdown("<a href='/privacy'>a</a>") == Cleaned(
        "a\n", ("an address was left out, the words stay: `/privacy`",)
    )
    two = to_markdown("<a href='/b'>a</a> <a href='c.html'>b</a> <a href='/b'>c</a>")
    assert two.notes == ("2 addresses were left out, the words stay: `/b`, `c.html`",)


def test_pictures_are_left_out_and_told_but_for_those_that_count_readers() -> None:
    pixel = '<img src="https://example.com/p.gif" width="1" height="1">'
    assert to_markdown(f"<p>a{pixel}</p>").notes == ()
    assert to_markdown('<img src="x" alt="Our  pier">').notes == ("a picture was left out: `Our pier`",)
    assert to_markdown("<img src=x><img src=y alt=Pier>").notes == ("2 pictures were left out: `Pier`",)


@pytest.mark.parametrize(
    "page",
    ["<div>" * 3000, "<ul><li>" * 1000, "<b>" * 3000, "<blockquote>" * 1000, "<table><tr><td>" * 300],
    ids=["sections", "lists", "bold", "quotes", "tables"],
)
def test_depth_is_no_danger(page: str) -> None:
    assert to_markdown(f"{page}x").text.strip("->* \n") == "x"


def test_many_links_in_a_line_stay_links() -> None:
    page = "<p>" + "a<a href='https://example.com'>b</a>" * 3000
    assert to_markdown(page).text.count("[b](https://example.com)") == 3000
