import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.content.documents import identity_of, parse_document, parse_posting
from generator.content.keys import table_for
from generator.content.settings import ParseSettings
from generator.diagnostics.diagnostic import Span
from generator.model import fields
from generator.model.documents import Article, CategoryPage, Identity, LocationPage, Page, Snippet
from generator.model.kinds import Choice, Either, Field, Kind, ListOf
from generator.model.values import (
    Address,
    Contact,
    Coordinates,
    JobFilter,
    PlaceEntry,
    Salary,
    Term,
)
from generator.model.vocabulary import CONTRACT
from tests.content.builders import PATH, SETTINGS, parse, parsed, posting_text, shown

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "tts"


def test_posting_becomes_a_document() -> None:
    posting = parsed(
        title='"Backend: the second"',
        category="[Engineering / Data, Finance]",
        location="[Stockholm, {place: 'Berlin, Germany', apply: b@example.com, salary: 'EUR 60k per year'}]",
        remote="hybrid",
        employment="[Vollzeit, perm]",
        salary="USD 180,000 - 220,000 per year",
        apply="https://ats.example.com/1",
        closes="2026-04-15",
        skills="SQL",
        hours="37.5",
        contact="Ada Berg <ada@example.com>",
        x_badge="new",
    )
    assert posting.identity == Identity("backend-engineer", "en")
    assert posting.title == "Backend: the second"
    assert posting.category == ("Engineering / Data", "Finance")
    sixty = Salary(Decimal(60000), Decimal(60000), "EUR", "year")
    assert posting.location == (
        PlaceEntry("Stockholm"),
        PlaceEntry("Berlin, Germany", "b@example.com", sixty),
    )
    assert posting.employment == ("full-time",)
    assert posting.term == Term(permanent=True)
    assert posting.posted == date(2026, 3, 2)
    assert posting.skills == ("SQL",)
    assert posting.contact == Contact("Ada Berg", "ada@example.com")
    assert posting.extra == {"x_badge": "new"}
    assert posting.status == "open"
    assert posting.body.text
    assert not posting.body.is_empty


def test_spans_lead_to_each_value() -> None:
    posting = parsed("location:", "  - Oslo", "  - {place: 'Berlin, Germany'}", location=None)
    assert posting.spans.at("title") == Span(PATH, 2, 8, 24)
    assert posting.spans.at("location.1.place") == Span(PATH, 7, 13, 30)
    assert posting.spans.at("location.1.salary") == Span(PATH, 7, 5)
    assert posting.spans.at("salary") == Span(PATH)


def test_keys_match_in_any_usual_spelling() -> None:
    posting = parsed("Remote From: Germany", "TEAM: Data", "imageAlt: x", remote="yes", location=None)
    assert (posting.remote_from, posting.team, posting.image_alt) == (("DE",), "Data", "x")


def test_extra_fields_keep_their_shape() -> None:
    posting = parsed("x_list: [a, b]", "X-Map: {k: v, none: }")
    assert posting.extra == {"x_list": ("a", "b"), "x_map": {"k": "v", "none": ""}}


@pytest.mark.parametrize(
    ("value", "salary"),
    [
        (
            "{min: 55000, max: 65k, currency: €, per: yr, note: plus bonus}",
            (55000, 65000, "EUR", "plus bonus"),
        ),
        ("{min: '55,000', currency: EUR, per: year}", (55000, 55000, "EUR", "")),
        ("{maximum: 55000, currency: EUR, per: annum}", (55000, 55000, "EUR", "")),
        ("{min: 3100.125, max: '12,00,000', currency: KWD, per: year}", ("3100.125", 1200000, "KWD", "")),
        ("{min: 3.125, currency: KWD, per: year}", ("3.125", "3.125", "KWD", "")),
    ],
)
def test_salary_may_come_in_parts(value: str, salary: tuple[int | str, int | str, str, str]) -> None:
    minimum, maximum, currency, note = salary
    expected = Salary(Decimal(minimum), Decimal(maximum), currency, "year", note)
    assert parsed(salary=value).salary == expected


@pytest.mark.parametrize(
    ("lines", "fields", "problem"),
    [
        (["catagory: x"], {}, "6:1 FM002 unknown field `catagory` | did you mean `category`?"),
        (["deadline: 2026-04-01"], {}, "6:1 FM002 unknown field `deadline` | did you mean `closes`?"),
        (
            ["layout: x"], {},
            "6:1 FM002 unknown field `layout` | "
            "delete the line; a field of your own, for a theme, begins with `x_`",
        ),
        (
            ["Posted: 2026-04-01"], {},
            "6:1 FM020 `Posted` stands here a second time | "
            "keep this line or line 5 (as `posted`), and delete the other",
        ),
        (
            ["remote_from: Sweden", "remoteFrom: Norway"], {},
            "7:1 FM020 `remoteFrom` stands here a second time | "
            "keep this line or line 6 (as `remote_from`), and delete the other",
        ),
        (["x_a: {b: 1, b: 2}"], {},
         "6:13 FM020 `b` stands here a second time | keep this line or line 6, and delete the other"),
        ([], {"title": None},
         "2:1 FM021 `title` is missing | write a line such as `title: Data engineer`"),
        ([], {"title": ""}, "2:1 FM021 `title` is empty | write a line such as `title: Data engineer`"),
        ([], {"category": "[]"},
         "3:11 FM021 `category` is empty | write a line such as `category: Engineering & IT / Data`"),
        ([], {"title": "“Engineer”"},
         "2:8 FM009 smart quotes don't work as quotes here: they would be shown | write `title: Engineer`"),
        ([], {"title": "#1 engineer"},
         '2:8 FM027 `#1 engineer` is read as a comment, so `title` is empty | write `title: "#1 engineer"`'),
        ([], {"title": "[Engineer]"},
         "2:8 FM022 `title` takes one value, not a list | write `title: Engineer`"),
        ([], {"team": "{a: b}"},
         '6:7 FM022 `team` takes text, not fields of its own | put the text into quotes: `team: "a: b"`'),
        (["skills:", "  - Design: the basics"], {},
         '7:5 FM022 `skills` takes text, not fields of its own | write `"Design: the basics"`'),
        ([], {"salary": "[1, 2]"},
         "6:9 FM022 `salary` takes one value, not a list | write `salary: USD 180,000 - 220,000 per year`"),
        ([], {"employment": "fulltme"},
         "6:13 FV016 `fulltme` isn't a word for `employment` | did you mean `full-time`?"),
        ([], {"status": "gone"},
         "6:9 FV016 `gone` isn't a word for `status` | "
         "write one of `open`, `draft`, `on-hold`, `filled`, `closed`"),
        ([], {"posted": "2 March 2026"},
         "5:9 FV003 `2 March 2026` isn't in the form year-month-day | write `posted: 2026-03-02`"),
        ([], {"closes": "2026-04-31"},
         "6:9 FV001 `2026-04-31` isn't a day: April 2026 has 30 days | "
         "the last day of that month is `2026-04-30`"),
        ([], {"apply": "www.example.com"},
         "6:8 FV018 `www.example.com` isn't a whole web address | write `apply: https://www.example.com`"),
        ([], {"apply": "http://x.example"},
         "6:8 FV017 `http://x.example` isn't encrypted: browsers warn of `http://` | "
         "write `apply: https://x.example`"),
        ([], {"salary": "{currency: EUR, per: year}"},
         "6:9 FV043 the salary has no figure | add `min: …` and `max: …`, or one of them"),
        ([], {"salary": "{min: 2, max: 1, currency: EUR, per: year}"},
         "6:9 FV043 the minimum 2 is more than the maximum 1 | swap the two figures"),
        ([], {"salary": "{min: 2, max: 3.5, currency: JPY, per: hour}"},
         "6:23 FV050 `3.5` is finer than money: JPY has no decimals | round it, such as `4`"),
        ([], {"salary": "{min: 3.125, currency: EUR, per: hour}"},
         "6:15 FV009 `3.125` could mean 3,125 or 3.12 | write `3,125` or `3.12`"),
        ([], {"salary": "{min: 2, per: year}"},
         "6:9 FM021 `currency` is missing | write a line such as `currency: USD`"),
        ([], {"salary": "{min: 2, currency: EUR, per: year, bonus: x}"},
         "6:44 FM002 unknown field `bonus` | "
         "the fields here are `minimum`, `maximum`, `currency`, `per`, `note`"),
        ([], {"contact": "{name: Ada}"},
         "6:10 FV044 the contact has no way to reach somebody | add `email: …`, `phone: …` or `url: …`"),
        ([], {"remote": "yes"},
         "6:9 FV038 `remote` is `yes`, and `remote_from` is missing | "
         "add a line such as `remote_from: [Sweden, Germany]`, or `remote_from: anywhere`"),
        ([], {"location": None},
         "2:8 FV039 `location` is missing | "
         "add a line such as `location: Berlin, Germany`, or `remote: yes` with `remote_from`"),
        ([], {"closes": "2025-04-15"},
         "6:9 FV040 `closes` (2025-04-15) lies before `posted` (2026-03-02) | check the year of both dates"),
        ([], {"opens": "2026-05-01", "closes": "2026-04-15"},
         "7:9 FV041 `closes` (2026-04-15) lies before `opens` (2026-05-01) | check the year of both dates"),
        ([], {"employment": "[full-time, permanent]", "term": "12 months"},
         "6:13 FV042 `employment` says `permanent`, `term` says otherwise | keep only the one that is right"),
    ],
    ids=[
        "did you mean", "other tool's name", "unknown", "duplicate", "duplicate in camel case",
        "duplicate in a map", "missing", "empty", "empty list", "smart quotes", "comment", "list for text",
        "map for text", "colon in item", "list for salary", "near word", "unknown word", "date in words",
        "impossible date", "no scheme", "http", "salary without figure", "salary reversed",
        "yen with a fraction", "figure that could be two", "salary without currency", "unknown part",
        "empty contact", "remote from nowhere", "no location",
        "closes before posted", "closes before opens", "two terms",
    ],
)  # fmt: skip
def test_problem_names_its_line_and_the_way_out(
    lines: list[str], fields: Mapping[str, str | None], problem: str
) -> None:
    assert shown(parse(*lines, **fields).diagnostics) == [problem]


def test_all_problems_of_a_file_are_told_in_one_run() -> None:
    found = parse(
        "catagory: x", title="“x”", posted="03/04/2026", salary="competitive", apply="www.x.example"
    )
    assert [d.code.name for d in found.diagnostics] == [
        "smart-quotes", "ambiguous-date", "salary-in-words", "address-without-https", "unknown-field",
    ]  # fmt: skip
    assert found.document is not None, "it still stands for its file among the others"
    assert found.html


def test_values_are_judged_though_the_yaml_is_broken() -> None:
    found = parse("team:x", title="Backend: two", closes="2026-02-30")
    assert [d.code.name for d in found.diagnostics] == [
        "colon-needs-quotes", "space-after-colon", "impossible-date",
    ]  # fmt: skip


def test_language_of_the_file_decides_how_figures_read() -> None:
    assert parsed(salary="EUR 55.000 pro Jahr", language="de").salary is not None
    assert shown(parse(salary="EUR 55.000 pro Jahr").diagnostics)[0].startswith("6:9 FV009")


def test_fully_remote_posting_needs_no_location() -> None:
    posting = parsed(location=None, remote="yes", remote_from="anywhere")
    assert (posting.location, posting.remote_from) == ((), ("anywhere",))


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("backend", Identity("backend", "en")),
        ("backend.fr", Identity("backend", "fr")),
        ("backend.FR", Identity("backend", "fr")),
        ("backend.de", Identity("backend.de", "en")),
        ("v2.0-engineer", Identity("v2.0-engineer", "en")),
        ("Data Scientist", Identity("Data Scientist", "en")),
    ],
)
def test_identity_comes_from_the_file_name(name: str, identity: Identity) -> None:
    assert identity_of(f"content/postings/eng/{name}.md", SETTINGS) == identity


@pytest.mark.parametrize(
    ("stem", "identifier"),
    [
        ("lh-1", "lh-1"),
        ("Data Scientist", "data-scientist"),
        ("a" * 50, "a" * 31 + "-160b4e43"),
        ("ingénieur", "ingenieur"),
    ],
)
def test_identifier_defaults_to_a_fitting_stem(stem: str, identifier: str) -> None:
    found = parse_posting(f"content/postings/{stem}.md", posting_text().encode(), SETTINGS)
    assert found.document is not None
    assert found.document.id == identifier


def test_category_knows_its_parents_from_its_folders() -> None:
    path = "content/categories/Engineering IT/software.md"
    found = parse_document(path, b"---\ntitle: Software\n---\nWords.\n", SETTINGS)
    assert isinstance(found.document, CategoryPage)
    assert (found.document.folders, found.document.title) == (("engineering-it",), "Software")


def test_location_has_its_parts() -> None:
    text = (
        "---\ntitle: Oslo\nplace: Oslo, Norway\naliases: [HQ]\naddress: {street: Gata 1, postal_code: 0150}\n"
        "coordinates: 59.91, 10.75\ntime_zone: Europe/Oslo\n---\n"
    )
    office = parse_document("content/locations/oslo.md", text.encode(), SETTINGS).document
    assert isinstance(office, LocationPage)
    assert office.address == Address("Gata 1", "0150")
    assert office.coordinates == Coordinates(Decimal("59.91"), Decimal("10.75"))


def test_page_has_its_filter() -> None:
    text = "---\ntitle: Students\njobs: {employment: [intern, Ausbildung], level: entry}\n---\n"
    page = parse_document("content/pages/students.md", text.encode(), SETTINGS).document
    assert isinstance(page, Page)
    assert page.jobs == JobFilter(employment=("internship", "apprenticeship"), level=("entry",))


def test_length_of_contract_is_no_filter() -> None:
    text = "---\ntitle: Steady\njobs: {employment: permanent}\n---\n"
    (problem,) = parse_document("content/pages/steady.md", text.encode(), SETTINGS).diagnostics
    assert (problem.code.name, problem.message) == (
        "unknown-word",
        "`permanent` isn't a word for `employment`",
    )


@pytest.mark.parametrize("word", CONTRACT.words)
def test_length_of_contract_among_the_kinds_becomes_the_term(word: str) -> None:
    posting = parsed(employment=f"[full-time, {word}]")
    assert (posting.employment, posting.term) == (("full-time",), Term(permanent=word == "permanent"))


def test_file_in_a_language_without_dates_and_numbers_has_a_problem() -> None:
    (problem,) = shown(parse(language="aaa").diagnostics)
    assert problem.startswith("6:11 FV036 `aaa` is no language tag that we know | write its letters")


def test_article_and_its_date() -> None:
    text = "---\ntitle: A quiet week\ndate: 2026-03-02\n---\n"
    article = parse_document("content/articles/quiet.md", text.encode(), SETTINGS).document
    assert isinstance(article, Article)
    assert (article.date, article.status) == (date(2026, 3, 2), "published")


def test_snippet_needs_no_front_matter_and_has_no_anchors() -> None:
    snippet = parse_document("content/snippets/equal.md", b"## Equal\n\nWe are.\n", SETTINGS).document
    assert isinstance(snippet, Snippet)
    assert (snippet.title, snippet.body.anchors) == ("", ())


def test_file_of_no_known_folder_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="is in none of the folders"):
        parse_document("content/static/x.md", b"", SETTINGS)


def choices(kind: Kind) -> list[Choice]:
    match kind:
        case Choice():
            return [kind]
        case ListOf(item=item):
            return choices(item)
        case Either():
            return []
        case _:
            return []


@pytest.mark.parametrize(
    ("field", "spelling"),
    [(f, s) for f in fields.POSTING for choice in choices(f.kind) for s in choice.vocabulary.spellings()],
    ids=lambda value: value.name if isinstance(value, Field) else str(value),
)
def test_every_spelling_of_every_word_is_read(field: Field, spelling: str) -> None:
    value = {field.name: f'"{spelling}"'}
    more = {"remote_from": "anywhere"} if field.name == "remote" else {}
    assert parse(**value, **more).document is not None


@pytest.mark.parametrize(
    "table", [fields.POSTING, fields.CATEGORY, fields.LOCATION, fields.ARTICLE, fields.PAGE, fields.SNIPPET]
)
def test_no_two_fields_share_a_spelling(table: tuple[Field, ...]) -> None:
    names = [re.sub("[ _-]", "", name) for f in table for name in (f.name, *f.other_names)]
    assert len(names) == len(set(names))
    assert set(table_for(table).names) == {f.name for f in table}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus lies beside the repository")
def test_real_postings_have_no_errors() -> None:
    for file in sorted((CORPUS / "postings").glob("*.md")):
        found = parse_posting(f"content/postings/{file.name}", file.read_bytes(), ParseSettings("en"))
        assert found.document is not None, (file.name, shown(found.diagnostics))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus lies beside the repository")
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("PXCOBranchChief", ["60:686 FM007", "61:1 FM014", "89:18 FM010", "99:5 FM018", "171:27 FM016"]),
        ("login-data-analyst-2024", ["115:1 FM015", "140:15 FM016", "148:17 FM016", "151:27 FM016"]),
    ],
)
def test_real_broken_files_say_what_to_change_on_which_line(name: str, lines: list[str]) -> None:
    data = (CORPUS / "broken" / f"{name}.md").read_bytes()
    problems = shown(parse_posting(f"content/postings/{name}.md", data, ParseSettings("en")).diagnostics)
    syntax = [p for p in problems if " FM002 " not in p and " FM021 " not in p and " FV0" not in p]
    assert [" ".join(p.split(" ")[:2]) for p in syntax] == lines


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"title": "Engineer #2 in C#"},
            '2:8 FM030 `#2 in C#` is read as a comment and not shown | write `title: "Engineer #2 in C#"`',
        ),
        (
            {"skills": "Python, SQL"},
            "6:9 FM031 `skills` has commas, but counts as one value | write `skills: [Python, SQL]`",
        ),
        (
            {"include": "benefits, relocation"},
            "6:10 FM031 `include` has commas, but counts as one value | "
            "write `include: [benefits, relocation]`",
        ),
    ],
    ids=["text behind a hash", "skills", "snippets"],
)
def test_text_that_silently_means_something_else_is_pointed_out(fields: dict[str, str], problem: str) -> None:
    assert problem in shown(parse(**fields).diagnostics)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Engineer # the second"},
        {"title": "Engineer in C#"},
        {"title": '"Engineer #2"'},
        {"employment": "full-time #todo"},
        {"skills": '"Python, SQL"'},
        {"skills": "[Python, SQL]"},
        {"team": "Trust, Safety"},
    ],
    ids=["comment", "hash in a word", "quoted hash", "word", "quoted comma", "list", "no list field"],
)
def test_real_comments_and_commas_are_fine(fields: dict[str, str]) -> None:
    parsed(**fields)


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["image: team.jpg"], ["FM032"]),
        (["image: team.jpg", "image_alt:"], ["FM032"]),
        (["image: team.jpg", "image_alt: Six people"], []),
        (["image: team.jpg", 'image_alt: ""'], []),
        (["image_alt: Six people"], []),
    ],
    ids=["none", "empty", "words", "decoration", "no picture"],
)
def test_image_says_what_it_shows_or_that_it_is_decoration(lines: list[str], codes: list[str]) -> None:
    found = parse(*lines)
    assert [diagnostic.code.code for diagnostic in found.diagnostics] == codes
    assert not found.document or found.document.image_alt in ("", "Six people")


def test_problem_of_an_image_without_words_stands_at_the_image() -> None:
    (problem,) = shown(parse("image: team.jpg").diagnostics)
    assert problem.startswith("6:8 FM032 `image` has no `image_alt` beside it | say what it shows")
