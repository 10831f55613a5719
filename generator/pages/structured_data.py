"""What a page says of itself to search engines, as far as it depends on the site: see `schema_org`.

Everything in it stands on the page too. The way down to a page is in its view already, and its words are
put in when it is rendered.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from generator.content.values.dates import parse_date
from generator.library.nodes import Place, Slugs
from generator.library.site import Job
from generator.model.country_names import EU_MEMBERS
from generator.model.documents import Posting
from generator.model.time_zones import end_of_day
from generator.model.values import Salary
from generator.pages import schema_org, urls
from generator.pages.bodies import Bodies
from generator.pages.formats import Formats
from generator.pages.kinds import Kind
from generator.pages.once import once
from generator.pages.page import Page
from generator.pages.plan import Plan

# Google: a logo has at least so many pixels each way, in a format that Google Images can show.
_LOGO_SIDE = 112
_LOGO_FORMATS = (".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".avif", ".bmp")


class StructuredData:
    """The structured data of one plan in one language; the employer and each place are made once."""

    def __init__(self, plan: Plan, formats: Formats, bodies: Bodies) -> None:
        self._plan, self._formats, self._bodies = plan, formats, bodies
        self._employer = _employer(plan)
        self._place = once(_place, _slugs)

    def of(self, page: Page) -> tuple[schema_org.Thing, ...]:
        """What a page says besides the way down to it."""
        match page.subject:
            case Job() if self._is_complete(page.subject):
                return (self._posting(page.subject),)
        if page.kind is Kind.HOME:
            site = self._plan.site.config
            return (self._employer, schema_org.WebSite(site.name, self._plan.absolute(urls.HOME)))
        return ()

    def _is_complete(self, job: Job) -> bool:
        """Whether a posting is open and has what Google requires: words, and where the work is done."""
        return job.is_open and self._has_words(job) and bool(job.places or self._countries(job))

    def _has_words(self, job: Job) -> bool:
        snippets = self._bodies.snippets(self._plan.site.included(job))
        return not job.posting.body.is_empty or any(snippet.body.source for snippet in snippets)

    def _posting(self, job: Job) -> schema_org.JobPosting:
        posting, employer = job.posting, self._hiring(job.posting)
        salary = _salary(job)
        start = start_day(posting)
        return schema_org.JobPosting(
            title=posting.title,
            date_posted=posting.posted.isoformat(),
            valid_through=end_of_day(posting.closes, self._plan.site.config.time_zone)
            if posting.closes
            else "",
            hiring_organization=employer,
            identifier=schema_org.PropertyValue(employer.name, posting.requisition or posting.id),
            employment_type=_employment_types(posting.employment),
            job_location=tuple(self._place(entry.place) for entry in job.places),
            job_location_type=schema_org.TELECOMMUTE if posting.remote == "yes" else "",
            applicant_location_requirements=self._countries(job),
            base_salary=_amount(salary) if salary and salary.per else None,
            education_requirements=_education(posting.education),
            experience_requirements=schema_org.OccupationalExperienceRequirements(posting.experience)
            if posting.experience
            else None,
            total_job_openings=posting.positions if posting.positions and posting.positions > 1 else 0,
            job_start_date=start.isoformat() if start else "",
        )

    def _hiring(self, posting: Posting) -> schema_org.Organization:
        """The employer; of another company than the site's own, nothing but the name is known."""
        is_own = self._plan.site.config.is_own(posting.company)
        return self._employer if is_own else schema_org.Organization(posting.company)

    def _countries(self, job: Job) -> tuple[schema_org.Country, ...]:
        """Where somebody may work from; none for `anywhere`, since Google wants countries.

        Without any, Google takes the country of the place of work.
        """
        posting = job.posting
        if posting.remote != "yes" or "anywhere" in posting.remote_from:
            return ()
        codes = (c for code in posting.remote_from for c in (EU_MEMBERS if code == "EU" else (code,)))
        return tuple(schema_org.Country(self._formats.country(code)) for code in dict.fromkeys(codes))


def start_day(posting: Posting) -> date | None:
    """The day on which the work begins, where a day is what `start` says."""
    found = parse_date(posting.start, posting.identity.language) if posting.start else None
    return found if isinstance(found, date) else None


def address_of(place: Place) -> tuple[str, ...]:
    """What an office's address says besides its city: street and postal code, as far as known."""
    office = place.page.address if place.page else None
    return tuple(filter(None, (office.street, office.postal_code))) if office else ()


def region_of(place: Place) -> str:
    """The region, where the place's name doesn't say it already."""
    return "" if place.shares_name or place.region == place.city else place.region


def _employer(plan: Plan) -> schema_org.Organization:
    """The site's own company."""
    config = plan.site.config
    company = config.company
    return schema_org.Organization(
        name=company.name or config.name,
        url=company.website,
        same_as=tuple(dict.fromkeys(filter(None, (company.website, *company.same_as)))),
        logo=_logo(plan),
    )


def _logo(plan: Plan) -> str:
    """The logo's whole address, where Google can show it."""
    name = plan.site.config.logo.lstrip("/")
    asset = plan.assets.static.get(name)
    if not asset or not name.lower().endswith(_LOGO_FORMATS):
        return ""
    is_small = 0 < min(asset.width, asset.height) < _LOGO_SIDE and not name.lower().endswith(".svg")
    return "" if is_small else plan.absolute(f"/{name}")


def _slugs(place: Place) -> Slugs:
    return place.slugs


def _place(place: Place) -> schema_org.Place:
    office = place.page.address if place.page else None
    return schema_org.Place(
        schema_org.PostalAddress(
            address_country=place.country,
            address_region=place.region,
            address_locality=place.city,
            street_address=office.street if office else "",
            postal_code=office.postal_code if office else "",
        )
    )


def _employment_types(employment: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(schema_org.EMPLOYMENT_TYPES[word] for word in employment))


def _salary(job: Job) -> Salary | None:
    """The one salary that holds in all places; None where they differ, which Google has no way to say."""
    own = [entry.salary or job.salary for entry in job.places] or [job.salary]
    known = {replace(salary, note="") for salary in own if salary}
    return known.pop() if len(known) == 1 and None not in own else None


def _amount(salary: Salary) -> schema_org.MonetaryAmount:
    low, high, unit = _number(salary.minimum), _number(salary.maximum), salary.per.upper()
    if low == high:
        return schema_org.MonetaryAmount(salary.currency, schema_org.QuantitativeValue(unit, low))
    pay = schema_org.QuantitativeValue(unit, min_value=low, max_value=high)
    return schema_org.MonetaryAmount(salary.currency, pay)


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _education(asked: tuple[str, ...]) -> tuple[schema_org.EducationalOccupationalCredential, ...] | str:
    if asked == (schema_org.NO_EDUCATION,):
        return schema_org.NO_EDUCATION
    return tuple(
        schema_org.EducationalOccupationalCredential(degree)
        for degree in asked
        if degree != schema_org.NO_EDUCATION
    )
