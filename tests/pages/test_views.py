from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.library.site import Job
from generator.model.documents import Body, Posting, Reference
from generator.model.values import Contact, PlaceEntry, Salary, Term
from generator.pages.assets import Asset, Assets
from generator.pages.bodies import Bodies
from generator.pages.data_views import SitemapView
from generator.pages.frame import frame
from generator.pages.kinds import Kind
from generator.pages.page import Page
from generator.pages.plan import Plan
from generator.pages.view import Viewer
from generator.pages.views import CategoryView, Extra, HomeView, JobsView, JobView, PlaceView
from tests.builders import (
    make_article,
    make_category,
    make_office,
    make_page,
    make_plan,
    make_posting,
    make_snippet,
)


def _view(planned: Plan, url: str) -> Any:
    page = next(page for page in planned.pages if page.url == url)
    return Viewer(planned, "en").view(page)


def _job(*documents: Any, **options: Any) -> JobView:
    found = _view(make_plan(*documents, **options), "/jobs/backend-engineer/")
    assert isinstance(found, JobView)
    return found


def test_open_posting_says_how_to_apply() -> None:
    job = _job(make_posting(apply="https://apply.example.com/7"))
    assert (job.state, job.apply_url, job.is_apply_by_mail) == ("open", "https://apply.example.com/7", False)


def test_mail_address_gets_a_ready_subject_with_the_jobs_id() -> None:
    job = _job(make_posting(apply="jobs@example.com", title="R&D engineer", id="lh-1"))
    assert job.apply_url == "mailto:jobs@example.com?subject=R%26D%20engineer%20%28lh-1%29"
    assert job.is_apply_by_mail


@pytest.mark.parametrize(
    "gone",
    [{"status": "filled"}, {"status": "on-hold"}, {"closes": date(2026, 3, 1)}],
    ids=["filled", "hold", "date"],
)
def test_posting_that_isnt_open_has_no_apply_and_no_index(gone: dict[str, Any]) -> None:
    entries = (PlaceEntry("Lund, Sweden", apply="https://a.example.com"),)
    job = _job(make_posting(location=entries, **gone))
    assert (job.apply_url, job.places[0].apply_url, job.head.is_indexed) == ("", "", False)


def test_breadcrumb_and_category_path_go_from_general_to_specific() -> None:
    job = _job(make_posting(category=("Engineering & IT / Data", "Product")))
    assert [[link.text for link in path] for path in job.categories] == [
        ["Engineering & IT", "Data"],
        ["Product"],
    ]
    assert [link.text or link.word for link in job.breadcrumbs] == ["nav.jobs", "Engineering & IT", "Data"]
    assert job.categories[0][1].url == "/categories/engineering-it/data/"


@pytest.mark.parametrize(
    ("language", "salary", "amount"),
    [
        ("en", Salary(Decimal(180000), Decimal(220000), "USD", "year"), "$180,000–220,000"),
        ("en", Salary(Decimal(180000), Decimal(180000), "USD", "year"), "$180,000"),
        ("en", Salary(Decimal("30.50"), Decimal("32.50"), "GBP", "hour"), "£30.50–32.50"),
        ("de", Salary(Decimal(55000), Decimal(65000), "EUR", "year"), "55.000–65.000\xa0€"),
        ("en", Salary(Decimal(52000), Decimal(64000), "SEK", "month"), "SEK\xa052,000–64,000"),
        ("en", Salary(Decimal(4200000), Decimal(5000000), "JPY", "year"), "¥4,200,000–5,000,000"),
    ],
)
def test_pay_is_set_in_the_pages_language_with_the_currency_once(
    language: str, salary: Salary, amount: str
) -> None:
    planned = make_plan(make_posting(salary=salary), language=language, languages=(language,))
    page = next(page for page in planned.pages if page.kind is Kind.JOB)
    job = Viewer(planned, language).view(page)
    assert isinstance(job, JobView)
    assert job.salary
    assert (job.salary.amount, job.salary.per) == (amount, salary.per)


def test_facts_arrive_as_text_of_the_pages_language() -> None:
    job = _job(
        make_posting(
            remote="yes", remote_from=("DE", "anywhere"), term=Term(False, 12), closes=date(2026, 4, 15)
        )
    )
    assert job.remote_from == ("Germany",)
    assert job.is_anywhere
    assert job.term
    assert job.term.length
    assert (job.term.length.number.number, job.term.length.unit) == (1, "year")
    assert job.closes
    assert (job.closes.iso, job.closes.text) == ("2026-04-15", "April 15, 2026")


def test_snippets_of_the_posting_come_before_those_of_every_posting_and_each_once() -> None:
    snippets = (make_snippet(stem, title=stem.title()) for stem in ("benefits", "relocation"))
    job = _job(make_posting(include=("relocation", "benefits")), *snippets, include=("benefits",))
    assert [snippet.title for snippet in job.snippets] == ["Relocation", "Benefits"]


def test_contact_gets_links_for_mail_and_telephone() -> None:
    job = _job(make_posting(contact=Contact("Ada", "ada@example.com", "+46 8 123 45")))
    assert job.contact
    assert (job.contact.mail_url, job.contact.phone_url) == ("mailto:ada@example.com", "tel:+46812345")


def test_fitting_articles_come_best_first_and_others_not_at_all() -> None:
    job = _job(
        make_posting(category=("Engineering / Data",)),
        make_article("far", categories=("Music",)),
        make_article("near", categories=("Engineering",), date=date(2026, 1, 1)),
        make_article("named", jobs=("backend-engineer",), date=date(2025, 1, 1)),
    )
    assert [card.title for card in job.articles] == ["Named", "Near"]


def test_own_fields_reach_the_theme_frozen() -> None:
    job = _job(make_posting(extra={"x_perks": ["a", "b"], "x_video": {"url": "https://v.example"}}))
    assert job.extra["perks"] == ("a", "b")
    assert isinstance(job.extra["video"], Extra)


def test_category_counts_everything_below_it_and_shows_children_and_neighbours() -> None:
    planned = make_plan(
        make_posting("a", category=("Engineering / Data",)),
        make_posting("b", category=("Engineering",)),
        make_posting("c", category=("Music",)),
        make_category("engineering", "Engineering", summary="We build."),
    )
    shown = _view(planned, "/categories/engineering/")
    assert isinstance(shown, CategoryView)
    assert (shown.summary, shown.jobs.total.number) == ("We build.", 2)
    assert [(child.name, child.count.number) for child in shown.children] == [("Data", 1)]
    assert [entry.name for entry in shown.neighbours] == ["Music"]


def test_city_leads_to_its_country_and_to_other_cities_there() -> None:
    planned = make_plan(
        make_posting("a", location=("Lund, Sweden",)),
        make_posting("b", location=("Malmö, Sweden",)),
        make_office("lund", "Lund", "Lund, Sweden", time_zone="Europe/Stockholm"),
    )
    shown = _view(planned, "/locations/sweden/lund/")
    assert isinstance(shown, PlaceView)
    assert [link.text or link.word for link in shown.breadcrumbs] == ["nav.locations", "Sweden"]
    assert [entry.name for entry in shown.neighbours] == ["Malmö"]
    assert shown.time_zone == "Central European Time"


def test_neighbour_of_the_same_name_is_shown() -> None:
    towns = ("Springfield, IL, USA", "Springfield, MO, USA")
    planned = make_plan(*(make_posting(f"p{i}", location=(town,)) for i, town in enumerate(towns)))
    shown = _view(planned, "/locations/united-states/springfield-il/")
    assert isinstance(shown, PlaceView)
    assert [(entry.name, entry.region) for entry in shown.neighbours] == [("Springfield, MO", "MO")]


def test_page_belongs_under_its_own_address_or_a_section() -> None:
    planned = make_plan(make_posting(), make_page("landing-page"))
    assert _view(planned, "/landing-page/").head.section == "/landing-page/"
    assert _view(planned, "/jobs/backend-engineer/").head.section == "/jobs/"


def test_paged_list_is_canonical_to_itself_and_linked_both_ways() -> None:
    planned = make_plan(*(make_posting(f"p{i:03}") for i in range(250)))
    second = _view(planned, "/jobs/page/2/")
    assert isinstance(second, JobsView)
    assert second.head.canonical == "https://careers.example.com/jobs/page/2/"
    assert second.head.previous_url == "https://careers.example.com/jobs/"
    assert second.head.next_url == "https://careers.example.com/jobs/page/3/"
    assert (len(second.jobs.rows), second.jobs.total.number) == (100, 250)
    assert (second.jobs.pagination.previous_url, second.jobs.pagination.next_url) == (
        "/jobs/",
        "/jobs/page/3/",
    )
    assert [link.is_current for link in second.jobs.pagination.pages] == [False, True, False]


def test_every_job_stands_on_exactly_one_page_of_the_list() -> None:
    planned = make_plan(*(make_posting(f"p{i:03}") for i in range(250)))
    pages = [_view(planned, page.url) for page in planned.pages if page.kind is Kind.JOBS]
    urls = [row.url for page in pages for row in page.jobs.rows]
    assert sorted(urls) == sorted(f"/jobs/p{i:03}/" for i in range(250))


def test_site_below_a_folder_carries_it_in_every_address() -> None:
    planned = make_plan(make_posting(), url="https://example.github.io/careers")
    shown = _view(planned, "/jobs/backend-engineer/")
    assert shown.head.canonical == "https://example.github.io/careers/jobs/backend-engineer/"
    assert shown.places[0].link.url == "/careers/locations/germany/berlin/"
    assert shown.frame.home_url == "/careers/"


def test_sitemap_lists_what_search_engines_should_keep() -> None:
    planned = make_plan(
        make_posting("open", updated=date(2026, 3, 9)),
        make_posting("gone", status="filled"),
        make_article("story"),
    )
    shown = _view(planned, "/sitemap.xml")
    assert isinstance(shown, SitemapView)
    paths = {entry.url.removeprefix("https://careers.example.com"): entry.updated for entry in shown.entries}
    assert paths["/jobs/open/"] == "2026-03-09"
    assert paths["/articles/story/"] == "2026-02-01"
    assert "/jobs/gone/" not in paths
    assert "/404.html" not in paths


def test_retitled_posting_leaves_the_view_of_an_unrelated_one_unchanged() -> None:
    others = (make_posting("b", category=("Music",), location=("Lund, Sweden",)), make_article("story"))
    posting = make_posting("a", skills=("x",))
    before = make_plan(posting, *others)
    after = make_plan(replace(posting, title="Something else"), *others)
    assert _view(before, "/jobs/b/") == _view(after, "/jobs/b/")
    assert frame(before, "en") == frame(after, "en")


def test_frame_never_depends_on_postings() -> None:
    assert frame(make_plan(), "en") == frame(
        make_plan(make_posting(), make_posting("b", status="filled")), "en"
    )


def test_views_hold_only_frozen_plain_values() -> None:
    planned = make_plan(
        make_posting(extra={"a": ["b", {"c": "d"}]}),
        make_article("story"),
        make_page("students"),
        make_category("e", "E"),
    )
    for page in planned.pages:
        _assert_frozen(Viewer(planned, "en").view(page))


def _assert_frozen(value: object) -> None:
    if isinstance(value, tuple):
        for item in value:
            _assert_frozen(item)
    elif isinstance(value, Struct):
        with pytest.raises(AttributeError, match="immutable"):
            setattr(value, value.__struct_fields__[0], None)
        for name in value.__struct_fields__:
            _assert_frozen(getattr(value, name))
    else:
        assert value is None or isinstance(value, str | int | bool | date)
        assert not isinstance(value, Job | Posting | Page)


def _posting_with(*references: Reference) -> Posting:
    return make_posting(body=Body(references, "Words", anchors=("the-work",), is_empty=False))


@pytest.mark.parametrize(
    ("reference", "attribute"),
    [
        pytest.param(Reference("../pages/students.md", "", 9), 'href="/students/"', id="file"),
        pytest.param(
            Reference("../pages/students.md", "dates", 9), 'href="/students/#dates"', id="file-heading"
        ),
        pytest.param(Reference("/students", "", 9), 'href="/students/"', id="path-without-slash"),
        pytest.param(Reference("", "the-work", 9), 'href="#the-work"', id="own-heading"),
        pytest.param(Reference("/guide.pdf", "", 9), 'href="/guide.pdf"', id="static-file"),
        pytest.param(
            Reference("../static/a b.png", "", 9, True),
            'src="/a%20b.png" width="40" height="30"',
            id="picture",
        ),
        pytest.param(
            Reference("/a b.png", "", 9, True, width=20), 'src="/a%20b.png" height="15"', id="picture-wide"
        ),
        pytest.param(
            Reference("/a b.png", "", 9, True, height=60), 'src="/a%20b.png" width="80"', id="picture-high"
        ),
        pytest.param(
            Reference("/a b.png", "", 9, True, width=9, height=9), 'src="/a%20b.png"', id="picture-with-both"
        ),
        pytest.param(Reference("/guide.pdf", "", 9, True, width=20), 'src="/guide.pdf"', id="no-size-known"),
        pytest.param(Reference("nowhere.md", "", 9), "", id="nowhere"),
        pytest.param(Reference("../../../etc/passwd", "", 9), "", id="out-of-the-site"),
    ],
)
def test_links_of_a_body_lead_where_their_files_went(reference: Reference, attribute: str) -> None:
    assets = Assets({"guide.pdf": Asset("1"), "a b.png": Asset("2", 40, 30)})
    posting = _posting_with(reference)
    planned = make_plan(
        posting, make_page("students", body=Body((), "", anchors=("dates",), is_empty=False)), assets=assets
    )
    assert Bodies(planned).view(posting.body, posting.spans.path).attributes == (attribute,)


def test_home_shows_only_what_is_hiring() -> None:
    home = _view(make_plan(make_posting("a"), make_posting("b", category=("Old",), status="filled")), "/")
    assert isinstance(home, HomeView)
    assert [entry.name for entry in home.categories] == ["Engineering"]
    assert home.total.number == 1


def test_mail_address_cant_smuggle_in_a_header() -> None:
    address = "a?cc=evil.example&x=y@b.example"
    job = _job(
        make_posting(apply=address, contact=Contact("", address, "")), adjustments=Contact("", address)
    )
    assert job.contact
    assert job.adjustments
    for url in (job.apply_url, job.contact.mail_url, job.adjustments.mail_url):
        assert url.startswith("mailto:a%3Fcc%3Devil.example%26x%3Dy@b.example")


def test_cities_of_one_name_say_their_region_wherever_they_are_named() -> None:
    texts = ("Springfield, Illinois, USA", "Springfield, Ohio, USA", "Austin, TX, USA")
    planned = make_plan(*(make_posting(f"p{i}", location=(text,)) for i, text in enumerate(texts)))
    assert _view(planned, "/jobs/p0/").places[0].link.text == "Springfield, Illinois, United States"
    assert _view(planned, "/jobs/p2/").places[0].link.text == "Austin, United States"
    ohio = _view(planned, "/locations/united-states/springfield-ohio/")
    assert (ohio.name, ohio.full_name) == ("Springfield", "Springfield, Ohio, United States")
    assert [entry.name for entry in ohio.neighbours] == ["Austin", "Springfield, Illinois"]


def test_neighbours_are_the_dozen_with_most_jobs() -> None:
    cities = [f"City {chr(97 + i)}" for i in range(20)]
    places = [*cities, cities[-1]]
    planned = make_plan(
        *(
            make_posting(f"p{i}", category=(f"Kind {city}",), location=(f"{city}, Sweden",))
            for i, city in enumerate(places)
        )
    )
    named = [entry.name for entry in _view(planned, "/locations/sweden/city-b/").neighbours]
    assert named == [cities[-1], cities[0], *cities[2:12]]
    kinds = [entry.name for entry in _view(planned, "/categories/kind-city-b/").neighbours]
    assert kinds == [f"Kind {name}" for name in named]


_STOCKHOLM = Salary(Decimal(40000), Decimal(50000), "SEK", "month", "plus pension")
_MALMO = Salary(Decimal(38000), Decimal(46000), "SEK", "month")
_OSLO = Salary(Decimal(45000), Decimal(55000), "NOK", "month")


@pytest.mark.parametrize(
    ("own", "amounts"),
    [
        ((_STOCKHOLM, _MALMO), ["SEK\xa038,000–50,000"]),
        ((_STOCKHOLM, _OSLO, _MALMO), ["SEK\xa038,000–50,000", "NOK\xa045,000–55,000"]),
        ((None, _OSLO, None), ["NOK\xa045,000–55,000"]),
        ((None, None, None), []),
    ],
    ids=["one-currency", "two-currencies", "one-place", "none"],
)
def test_row_falls_back_to_the_pay_of_its_places(own: tuple[Salary | None, ...], amounts: list[str]) -> None:
    places = ("Stockholm, Sweden", "Oslo, Norway", "Malmö, Sweden")
    entries = tuple(PlaceEntry(place, salary=pay) for place, pay in zip(places, own, strict=False))
    (row,) = _view(make_plan(make_posting(location=entries)), "/jobs/").jobs.rows
    assert [salary.amount for salary in row.salaries] == amounts


def test_row_keeps_the_postings_own_pay() -> None:
    entries = (PlaceEntry("Oslo, Norway", salary=_OSLO),)
    (row,) = _view(make_plan(make_posting(location=entries, salary=_MALMO)), "/jobs/").jobs.rows
    assert [salary.amount for salary in row.salaries] == ["SEK\xa038,000–46,000"]


@pytest.mark.parametrize(
    ("fields", "closes"),
    [
        ({"closes": date(2026, 12, 15)}, "2026-12-15"),
        ({"closes": date(2026, 3, 1)}, "2026-03-01"),
        ({"closes": date(2026, 12, 15), "status": "filled"}, ""),
        ({"closes": date(2026, 12, 15), "status": "closed"}, ""),
        ({"closes": date(2026, 12, 15), "status": "on-hold"}, ""),
    ],
    ids=["open", "date", "filled", "closed", "hold"],
)
def test_closing_day_is_told_only_while_it_counts(fields: dict[str, Any], closes: str) -> None:
    job = _job(make_posting(**fields))
    assert (job.closes.iso if job.closes else "") == closes


@pytest.mark.parametrize(
    ("status", "others", "categories", "places"),
    [
        ("open", (), [], []),
        ("open", ("Lund, Sweden",), ["Engineering"], []),
        ("open", ("Berlin, Germany",), ["Engineering"], ["Berlin, Germany"]),
        ("filled", (), [], []),
        ("filled", ("Berlin, Germany",), ["Engineering"], ["Berlin, Germany"]),
    ],
    ids=["alone", "elsewhere", "beside", "closed-alone", "closed-beside"],
)
def test_more_jobs_are_offered_only_where_there_are_others(
    status: str, others: tuple[str, ...], categories: list[str], places: list[str]
) -> None:
    more = (make_posting(f"p{i}", location=(place,)) for i, place in enumerate(others))
    job = _job(make_posting(status=status), *more)
    assert [link.text for link in job.more_categories] == categories
    assert [link.text for link in job.more_places] == places


def test_more_jobs_are_offered_in_the_category_and_in_the_one_it_lies_in() -> None:
    deep = ("Engineering / Software / Mobile",)
    job = _job(make_posting(category=deep), make_posting("b", category=deep))
    assert [link.text for link in job.more_categories] == ["Mobile", "Engineering"]
