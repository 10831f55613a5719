from pathlib import Path

import pytest

from generator.content.documents import parse_posting
from generator.content.settings import ParseSettings
from tests.cli.conftest import Run
from tests.cli.sites import CONFIG, DAY, write
from tests.cli.terminal import Terminal

GIVEN = ("--category", "Kitchen", "--location", "Stockholm", "--apply", "jobs@acme.example", "--as-of", DAY)


def read(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_posting_is_written_from_options_and_passes_the_check(run: Run, site: Path) -> None:
    done = run(
        "new", "posting", "--title", 'Head: "Soups" & stews', *GIVEN, "--skills", "C#", "--skills", "a: b"
    )
    assert (done.code, done.out) == (0, "wrote content/postings/head-soups-stews.md\n"), done.err
    text = read(site, "content/postings/head-soups-stews.md")
    assert text.startswith(
        '---\ntitle: "Head: \\"Soups\\" & stews"\ncategory: Kitchen\nlocation: Stockholm\n'
        'posted: 2026-03-16\napply: jobs@acme.example\nskills:\n  - C#\n  - "a: b"\n---\n'
    )
    assert "## What you will do" in text
    assert run("check", "--as-of", DAY, "--strict").code == 0


def test_missing_fields_are_named_as_options_where_nobody_can_be_asked(run: Run, site: Path) -> None:
    done = run("new", "posting", "--title", "Waiter", "--remote", "yes")
    assert done.code == 2
    assert done.err.startswith("error: --category, --remote-from, --apply are missing\n")


def test_draft_needs_no_way_to_apply(run: Run, site: Path) -> None:
    options = ("--title", "Waiter", "--category", "Kitchen", "--location", "Stockholm", "--draft")
    assert run("new", "posting", *options).code == 0
    assert "status: draft\n" in read(site, "content/postings/waiter.md")


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--salary", "competitive", "error: invalid value for --salary:"),
        ("--salary", "competitive", "fix: leave it out, or write it like `USD 180,000 - 220,000 per year`\n"),
        ("--salary", "EUR 5 - 6 per hour OTE", "fix: leave it out, or write it like `USD 180,000"),
        ("--team", "\udcff", "error: invalid value for --team: `<U+DCFF>` isn't UTF-8\n"),
        ("--skills", "\udcff", "`<U+DCFF>` isn't UTF-8\n"),
        ("--stem", "\udcff", "`<U+DCFF>` isn't UTF-8\n"),
        ("--stem", "x" * 300, f"fix: write `--stem {'x' * 80}`\n"),
        ("--employment", "ful-time", "did you mean `full-time`?"),
        ("--closes", "3/4/2026", "write `2026-04-03` or `2026-03-04`"),
        ("--stem", "Head Cook", "write `--stem head-cook`"),
        ("--stem", "cook", "`cook-2` is free"),
        ("--from", "dat-engineer", "did you mean `data-engineer`?"),
    ],
)
def test_unfit_value_is_wrong_usage(run: Run, site: Path, option: str, value: str, message: str) -> None:
    done = run("new", "posting", "--title", "Waiter", *GIVEN, option, value)
    assert done.code == 2
    assert message in done.err
    assert not (site / "content/postings/waiter.md").exists()


def test_file_that_would_break_the_site_is_not_written(run: Run, site: Path) -> None:
    done = run("new", "location", "--title", "The Hague", "--place", "Stockholm, Sweden")
    assert done.code == 1
    assert "has two pages" in done.err
    assert done.err.endswith("nothing was written\n")
    assert not (site / "content/locations/the-hague.md").exists()


def test_unknown_place_is_shown_with_the_line_that_would_be_wrong(run: Run, site: Path) -> None:
    done = run("new", "posting", "--title", "Waiter", *GIVEN, "--location", "Berln")
    assert done.code == 1
    assert "Berln" in done.err
    assert " | " in done.err
    assert not (site / "content/postings/waiter.md").exists()


def test_file_name_is_the_next_free_one(run: Run, site: Path) -> None:
    run("new", "posting", "--title", "Cook", *GIVEN)
    assert run("new", "posting", "--title", "Cook", *GIVEN).out == "wrote content/postings/cook-3.md\n"
    assert "title: Cook\n" in read(site, "content/postings/cook-2.md")


def test_copy_keeps_the_text_and_drops_what_belongs_to_the_old_vacancy(run: Run, site: Path) -> None:
    write(
        site,
        "content/postings/cook.md",
        "---\ntitle: Cook\ncategory: Kitchen # warm\nlocation: Stockholm\nposted: 2026-02-02\n"
        "closes: 2026-03-20\nstatus: filled\nid: c-1\naliases:\n  - /a/\n  - /b/\n\n# the number\n"
        "requisition: R-1\napply: jobs@acme.example\n---\n\nBring [a knife](baker.md).\n",
    )
    done = run("new", "posting", "--from", "cook", "--title", "Night cook", "--as-of", DAY)
    assert (done.code, done.out) == (0, "wrote content/postings/night-cook.md\n"), done.err
    assert read(site, "content/postings/night-cook.md") == (
        "---\ntitle: Night cook\ncategory: Kitchen # warm\nlocation: Stockholm\nposted: 2026-03-16\n"
        "\n# the number\nrequisition: R-1\napply: jobs@acme.example\n---\n\nBring [a knife](baker.md).\n"
    )


@pytest.mark.parametrize("source", ["cook", "cook.md", "content/postings/cook.md"])
def test_posting_to_copy_is_named_by_its_stem_or_its_file(run: Run, site: Path, source: str) -> None:
    done = run("new", "posting", "--from", source, "--title", "Night cook", "--as-of", DAY)
    assert (done.code, done.out) == (0, "wrote content/postings/night-cook.md\n"), done.err


@pytest.mark.parametrize(
    ("source", "written"), [("cook", "night-cook.md"), ("cook.de.md", "night-cook.de.md")]
)
def test_translation_is_copied_only_when_it_is_named(run: Run, site: Path, source: str, written: str) -> None:
    write(site, "content/site.yaml", f"{CONFIG}languages: [en, de]\n")
    write(site, "content/postings/cook.de.md", read(site, "content/postings/cook.md"))
    done = run("new", "posting", "--from", source, "--title", "Night cook", "--as-of", DAY)
    assert (done.code, done.out) == (0, f"wrote content/postings/{written}\n"), done.err


def test_copy_of_a_long_name_gets_an_id_of_its_own(run: Run, site: Path) -> None:
    title = "Senior engineer for everything that is very long"
    run("new", "posting", "--title", title, *GIVEN)
    run("new", "posting", "--title", title, *GIVEN)
    stems = sorted(path.stem for path in (site / "content/postings").glob("senior*.md"))
    postings = [
        parse_posting(
            f"content/postings/{stem}.md", read(site, f"content/postings/{stem}.md").encode(), ParseSettings()
        )
        for stem in stems
    ]
    assert len({one.document.id for one in postings if one.document}) == 2
    assert run("check", "--as-of", DAY).code == 0


def test_category_comes_with_its_missing_parents(run: Run, site: Path) -> None:
    done = run("new", "category", "--title", "Kitchen / Cold / Salads")
    assert done.out == (
        "wrote content/categories/kitchen/cold.md\nwrote content/categories/kitchen/cold/salads.md\n"
    )
    assert read(site, "content/categories/kitchen/cold/salads.md").startswith("---\ntitle: Salads\n---\n")
    assert run("check", "--as-of", DAY).code == 0


def test_category_with_a_page_is_refused(run: Run, site: Path) -> None:
    done = run("new", "category", "--title", "kitchen")
    assert done.code == 2
    assert "edit `content/categories/kitchen.md`" in done.err


@pytest.mark.parametrize(
    ("title", "stem", "message"),
    [
        ("Bar", "../../y", "error: `../../y` isn't fit for an address"),
        ("Bar", "kitchen", "error: there is a file `kitchen` in content/categories/ already\n"),
        ("Kitchén!", "", "error: there is a file `kitchen` in content/categories/ already\n"),
        (" / ", "", "error: ` / ` has a slash too many\n"),
        ("Kitchen / ", "", "fix: write `Kitchen`\n"),
        ("Kitchen > Cold", "", "fix: write `Kitchen / Cold`\n"),
    ],
    ids=["outside", "taken", "taken by another title", "no name", "name missing", "other sign"],
)
def test_category_without_a_fit_name_is_refused(
    run: Run, site: Path, title: str, stem: str, message: str
) -> None:
    done = run("new", "category", "--title", title, "--stem", stem)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert [path.name for path in (site / "content").rglob("*.md") if path.parent.name != "postings"] == [
        "stockholm.md",
        "kitchen.md",
    ]


def test_categories_below_different_parents_may_share_a_name(run: Run, site: Path) -> None:
    run("new", "category", "--title", "Kitchen / Night")
    done = run("new", "category", "--title", "Bar / Night shift", "--stem", "night")
    assert (done.code, done.out) == (
        0,
        "wrote content/categories/bar.md\nwrote content/categories/bar/night.md\n",
    )


@pytest.mark.parametrize(
    ("arguments", "path", "begins"),
    [
        (["article", "--title", "Bread"], "articles/bread.md", "---\ntitle: Bread\ndate: 2026-03-16\n---\n"),
        (["page", "--title", "Students"], "pages/students.md", "---\ntitle: Students\n---\n"),
        (
            ["location", "--title", "Bergen", "--place", "Bergen, Norway"],
            "locations/bergen.md",
            "---\ntitle: Bergen\nplace: Bergen, Norway\n---\n",
        ),
    ],
    ids=["article", "page", "location"],
)
def test_other_files_are_written_too(
    run: Run, site: Path, arguments: list[str], path: str, begins: str
) -> None:
    assert run("new", *arguments, "--as-of", DAY).code == 0
    assert read(site, f"content/{path}").startswith(begins)
    assert run("check", "--as-of", DAY).code == 0


def test_terminal_asks_for_what_is_missing_until_it_is_right(site: Path) -> None:
    terminal = Terminal(site, ["new", "posting", "--as-of", DAY])
    terminal.answer("Title: ", "")
    terminal.answer("this one is needed", "Night baker")
    terminal.wait_for("2  Engineering / Data")
    terminal.answer("Category", "2; Kitchen")
    terminal.answer("Remote: no, hybrid or yes [no]: ", "Baker")
    terminal.wait_for("`remote` can't be `Baker`; write no, hybrid or yes")
    terminal.answer("Remote", "hybird")
    terminal.answer("did you mean `hybrid`?", "hybrid")
    terminal.answer("Location", "")
    terminal.answer("this one is needed", "Stockholm")
    terminal.answer("Apply", "nobody")
    terminal.answer("Apply", "jobs@acme.example")
    terminal.answer("Employment [full-time]: ", "")
    terminal.answer("Salary", "SEK 30,000 - 35,000 per month")
    terminal.answer("Last day", "")
    assert terminal.end() == 0
    assert terminal.shown.count(" 1  ") == 2  # each menu once
    assert read(site, "content/postings/night-baker.md").startswith(
        "---\ntitle: Night baker\ncategory: [Engineering / Data, Kitchen]\nlocation: Stockholm\n"
        "remote: hybrid\nemployment: full-time\nsalary: SEK 30,000 - 35,000 per month\nposted: 2026-03-16\n"
        "apply: jobs@acme.example\n---\n"
    )


def test_site_that_cannot_be_read_says_why(run: Run, site: Path) -> None:
    write(site, "content/site.yaml", "nam: Acme\n")
    done = run("new", "page", "--title", "Students")
    assert done.code == 1
    assert "content/site.yaml" in done.err
