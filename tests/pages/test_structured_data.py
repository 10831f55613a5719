from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.model.documents import Body
from generator.model.site_config import Company
from generator.model.values import Address, PlaceEntry, Salary
from generator.model.vocabulary import EMPLOYMENT, PAY_PERIOD
from generator.pages import schema_org
from generator.pages.assets import Asset, Assets
from generator.pages.plan import Plan
from generator.pages.schema_org import JobPosting, Organization, WebSite
from generator.pages.view import Viewer
from tests.builders import make_article, make_office, make_plan, make_posting, make_snippet

_WORDS = Body(text="Words", is_empty=False)


def _things(planned: Plan, url: str = "/jobs/backend-engineer/") -> tuple[schema_org.Thing, ...]:
    page = next(page for page in planned.pages if page.url == url)
    view: Any = Viewer(planned, "en").view(page)
    found: tuple[schema_org.Thing, ...] = view.head.structured
    return found


def _posting(*documents: Any, fields: dict[str, Any] | None = None, **options: Any) -> JobPosting:
    posting = make_posting(**{"body": _WORDS, **(fields or {})})
    (found,) = _things(make_plan(posting, *documents, **options))
    assert isinstance(found, JobPosting)
    return found


def _pay(low: str, high: str, per: str = "year", note: str = "", currency: str = "EUR") -> Salary:
    return Salary(Decimal(low), Decimal(high), currency, per, note)


def test_open_posting_says_what_it_is() -> None:
    found = _posting(fields={"title": "Backend engineer (m/w/d)", "requisition": "R-7"})
    assert (found.title, found.date_posted) == ("Backend engineer (m/w/d)", "2026-03-02")
    assert found.identifier == schema_org.PropertyValue("Example", "R-7")
    assert found.valid_through == ""
    assert found.description == "", "its words are put in when the page is rendered"


def test_id_stands_in_for_a_requisition() -> None:
    assert _posting(fields={"id": "be-1"}).identifier.value == "be-1"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"status": "on-hold"}, id="on hold"),
        pytest.param({"status": "filled"}, id="filled"),
        pytest.param({"closes": date(2026, 3, 15)}, id="past its day"),
        pytest.param({"opens": date(2026, 4, 1)}, id="upcoming"),
        pytest.param({"status": "draft"}, id="draft"),
        pytest.param({"body": Body()}, id="without words"),
        pytest.param(
            {"location": (), "remote": "yes", "remote_from": ("anywhere",)},
            id="from anywhere, without a place",
        ),
    ],
)
def test_posting_that_google_cannot_offer_says_nothing(fields: dict[str, Any]) -> None:
    planned = make_plan(make_posting(**{"body": _WORDS, **fields}), drafts=True)
    assert _things(planned) == ()


def test_shared_words_are_words_enough() -> None:
    benefits = make_snippet("benefits")
    assert _things(make_plan(make_posting(include=("benefits",)), benefits)) == ()
    full = make_snippet("benefits").__class__(benefits.identity, benefits.spans, _WORDS)
    assert len(_things(make_plan(make_posting(include=("benefits",)), full))) == 1


@pytest.mark.parametrize(
    "url", ["/jobs/", "/categories/engineering/", "/saved/", "/404.html", "/articles/a/"]
)
def test_no_other_page_has_a_posting(url: str) -> None:
    planned = make_plan(make_posting(body=_WORDS), make_article("a", jobs=("backend-engineer",)))
    assert _things(planned, url) == ()


def test_last_day_ends_in_the_sites_time_zone() -> None:
    found = _posting(fields={"closes": date(2026, 4, 15)}, time_zone="Europe/Stockholm")
    assert found.valid_through == "2026-04-15T23:59:59+02:00"


def test_every_kind_of_employment_and_period_of_pay_has_googles_word() -> None:
    assert EMPLOYMENT.words.keys() == schema_org.EMPLOYMENT_TYPES.keys()
    assert {period.upper() for period in PAY_PERIOD.words} == {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}


def test_kinds_of_employment_are_each_said_once() -> None:
    kinds = ("full-time", "apprenticeship", "working student", "part-time")
    assert _posting(fields={"employment": kinds}).employment_type == ("FULL_TIME", "OTHER", "PART_TIME")


_COMPANY = Company("Example AB", "https://example.com", ("https://social.example/@e",))


def test_employer_is_the_sites_company_with_its_pages() -> None:
    logo = Assets(static={"logo.png": Asset("a", 200, 120)})
    found = _posting(company=_COMPANY, logo="/logo.png", assets=logo)
    assert found.hiring_organization == Organization(
        name="Example AB",
        url="https://example.com",
        same_as=("https://example.com", "https://social.example/@e"),
        logo="https://careers.example.com/logo.png",
    )


def test_other_companys_posting_has_nothing_of_the_sites_own() -> None:
    logo = Assets(static={"logo.png": Asset("a", 200, 120)})
    fields = {"company": "Elsewhere GmbH"}
    found = _posting(fields=fields, company=_COMPANY, logo="logo.png", assets=logo)
    assert found.hiring_organization == Organization("Elsewhere GmbH")
    assert found.identifier.name == "Elsewhere GmbH"


@pytest.mark.parametrize("company", ["Example", "Example AB"])
def test_own_company_may_be_named_outright(company: str) -> None:
    found = _posting(fields={"company": company}, company=_COMPANY)
    assert found.hiring_organization.url == "https://example.com"


@pytest.mark.parametrize(
    ("name", "asset", "is_shown"),
    [
        ("logo.png", Asset("a", 112, 112), True),
        ("logo.png", Asset("a", 400, 111), False),
        ("logo.svg", Asset("a", 20, 20), True),
        ("logo.JPG", Asset("a"), True),
        ("logo.ico", Asset("a", 256, 256), False),
        ("logo.png", None, False),
    ],
)
def test_logo_is_named_where_google_can_show_it(name: str, asset: Asset | None, is_shown: bool) -> None:
    found = _posting(logo=name, assets=Assets(static={name: asset} if asset else {}))
    assert bool(found.hiring_organization.logo) == is_shown


def test_place_has_the_address_of_its_office() -> None:
    office = make_office("bend", "Bend", "Bend, OR, USA", address=Address("1 Mill Road", "97701"))
    places = (PlaceEntry("Bend, OR, USA"), PlaceEntry("Lund, Sweden"))
    found = _posting(office, fields={"location": places})
    assert [place.address for place in found.job_location] == [
        schema_org.PostalAddress("US", "OR", "Bend", "1 Mill Road", "97701"),
        schema_org.PostalAddress("SE", "", "Lund"),
    ]


def test_page_shows_the_whole_address_it_tells() -> None:
    office = make_office("bend", "Bend", "Bend, OR, USA", address=Address("1 Mill Road", "97701"))
    planned = make_plan(make_posting(location=("Bend, OR, USA",)), office)
    page = next(page for page in planned.pages if page.url == "/jobs/backend-engineer/")
    view: Any = Viewer(planned, "en").view(page)
    assert (view.places[0].region, view.places[0].address) == ("OR", ("1 Mill Road", "97701"))


def test_hybrid_work_is_at_its_place_alone() -> None:
    found = _posting(fields={"remote": "hybrid", "remote_from": ("SE",)})
    assert (found.job_location_type, found.applicant_location_requirements) == ("", ())


def test_remote_work_says_from_which_countries() -> None:
    found = _posting(fields={"location": (), "remote": "yes", "remote_from": ("US", "CA", "US")})
    assert (found.job_location_type, found.job_location) == ("TELECOMMUTE", ())
    names = [country.name for country in found.applicant_location_requirements]
    assert names == ["United States", "Canada"]


def test_european_union_is_told_as_its_countries() -> None:
    found = _posting(fields={"location": (), "remote": "yes", "remote_from": ("EU", "NO", "SE")})
    names = [country.name for country in found.applicant_location_requirements]
    assert len(names) == len(set(names)) == 28
    assert names[-1] == "Norway"
    assert "Sweden" in names


def test_work_from_anywhere_leaves_the_country_to_its_place() -> None:
    found = _posting(fields={"remote": "yes", "remote_from": ("anywhere",)})
    assert (found.job_location_type, found.applicant_location_requirements) == ("TELECOMMUTE", ())
    assert found.job_location[0].address.address_country == "DE"


def test_pay_is_a_range_or_one_figure() -> None:
    value = schema_org.QuantitativeValue
    found = _posting(fields={"salary": _pay("55000", "65000")}).base_salary
    assert found == schema_org.MonetaryAmount("EUR", value("YEAR", min_value=55000, max_value=65000))
    found = _posting(fields={"salary": _pay("17.50", "17.50", "hour")}).base_salary
    assert found == schema_org.MonetaryAmount("EUR", value("HOUR", 17.5))


@pytest.mark.parametrize(
    ("own", "salary", "is_told"),
    [
        pytest.param((None, None), _pay("1", "2"), True, id="of the posting"),
        pytest.param((_pay("1", "2"), _pay("1", "2", note="gross")), None, True, id="the same in each place"),
        pytest.param((_pay("1", "2"), _pay("1", "3")), None, False, id="another in each place"),
        pytest.param((_pay("1", "2"), None), None, False, id="unknown in one place"),
        pytest.param((_pay("1", "3"), None), _pay("1", "2"), False, id="another in one place"),
        pytest.param((None, None), None, False, id="none"),
        pytest.param((None, None), _pay("1", "2", per=""), False, id="for nobody knows how long"),
    ],
)
def test_pay_is_told_where_it_is_one_for_all_places(
    own: tuple[Salary | None, ...], salary: Salary | None, is_told: bool
) -> None:
    towns = ("Lund, Sweden", "Oslo, Norway")
    places = tuple(PlaceEntry(town, salary=pay) for town, pay in zip(towns, own, strict=True))
    found = _posting(fields={"location": places, "salary": salary})
    assert (found.base_salary is not None) == is_told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ((), ()),
        (("no requirements",), "no requirements"),
        (("bachelor degree",), (schema_org.EducationalOccupationalCredential("bachelor degree"),)),
        (("no requirements", "high school"), (schema_org.EducationalOccupationalCredential("high school"),)),
    ],
)
def test_education_is_in_googles_words(asked: tuple[str, ...], told: Any) -> None:
    assert _posting(fields={"education": asked}).education_requirements == told


@pytest.mark.parametrize(("positions", "told"), [(None, 0), (1, 0), (3, 3)])
def test_several_positions_are_counted(positions: int | None, told: int) -> None:
    assert _posting(fields={"positions": positions}).total_job_openings == told


@pytest.mark.parametrize(("start", "told"), [("2026-09-01", "2026-09-01"), ("September", ""), ("", "")])
def test_first_day_is_told_where_it_is_a_day(start: str, told: str) -> None:
    assert _posting(fields={"start": start}).job_start_date == told


def test_experience_is_in_months() -> None:
    found = _posting(fields={"experience": 36}).experience_requirements
    assert found == schema_org.OccupationalExperienceRequirements(36)


def test_home_says_whose_site_it_is() -> None:
    employer, site = _things(make_plan(company=_COMPANY), "/")
    assert isinstance(employer, Organization)
    assert employer.name == "Example AB"
    assert site == WebSite("Example", "https://careers.example.com/")


def test_employer_and_places_are_made_once() -> None:
    planned = make_plan(make_posting(body=_WORDS), make_posting("cook", body=_WORDS))
    viewer = Viewer(planned, "en")
    views: list[Any] = [viewer.view(page) for page in planned.pages if page.kind == "job"]
    (one,), (other,) = (view.head.structured for view in views)
    assert one.hiring_organization is other.hiring_organization
    assert one.job_location[0] is other.job_location[0]
