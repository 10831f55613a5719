from generator.importers.mapping.bodies import remarks


def test_what_nothing_fills_in_is_told_with_its_line() -> None:
    text = "Soup.\n{{< figure src=x >}}\n\n{% include a.html %} and {{ site.name }}\n<Figure />"
    text += "\n## X {#x}\n{: .lead}\na[^1]"
    assert remarks(text, 5, "`a.md`") == (
        "line 6 of `a.md`: `{{< figure src=x >}}` means nothing here: write what it stood for",
        "line 8 of `a.md`: `{% include a.html %}` means nothing here: write what it stood for",
        "line 8 of `a.md`: `{{ site.name }}` means nothing here: write what it stood for",
        "line 9 of `a.md`: `<Figure` means nothing here: write what it stood for",
        "line 10 of `a.md`: `{#x}` means nothing here: write what it stood for",
        "and 2 more such places in `a.md`",
    )


def test_addresses_of_the_old_site_are_told() -> None:
    text = "[a](/b/) ![c](d.jpg) <img src='e.png'> [f](https://example.com) [g](#h) [i](mailto:j@example.com)"
    assert [note.split("`")[1] for note in remarks(text, 0, "row 3")] == ["/b/", "d.jpg", "e.png"]


def test_code_is_left_alone() -> None:
    assert remarks("```\n{{ x }}\n```\n~~~\n[a](b)\n~~~", 1, "`a.md`") == ()


def test_many_remarks_are_counted() -> None:
    found = remarks("{{ x }}\n" * 9, 1, "`a.md`")
    assert len(found) == 6
    assert found[-1] == "and 4 more such places in `a.md`"


def test_endless_lines_take_no_time() -> None:
    assert remarks("[" * 500_000 + "\n" + "{{" * 4_000, 1, "`a.md`") == ()
