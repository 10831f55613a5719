"""What pages say of themselves to search engines, in the words of schema.org: encoded, it is JSON-LD.

Google's pages on `JobPosting`, `BreadcrumbList` and `Organization` say what each property must hold;
docs/search-engines.md has the table.
"""

from collections.abc import Mapping

from msgspec import Struct

CONTEXT = "https://schema.org"
TELECOMMUTE = "TELECOMMUTE"
NO_EDUCATION = "no requirements"

# Google's values for our words. What it has no value for is OTHER: the page doesn't say more either.
EMPLOYMENT_TYPES: Mapping[str, str] = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
    "apprenticeship": "OTHER",
    "working student": "OTHER",
    "volunteer": "VOLUNTEER",
    "per-diem": "PER_DIEM",
    "other": "OTHER",
}


class _Thing(Struct, frozen=True, tag_field="@type", tag=True, rename="camel", omit_defaults=True):
    """A thing; what it lacks is left out."""


class Organization(_Thing, frozen=True):
    """An employer; `logo` is a whole address."""

    name: str
    url: str = ""
    same_as: tuple[str, ...] = ()
    logo: str = ""


class WebSite(_Thing, frozen=True):
    """The site."""

    name: str
    url: str


class PostalAddress(_Thing, frozen=True):
    """An address; the country is its ISO 3166-1 alpha-2 code."""

    address_country: str
    address_region: str = ""
    address_locality: str = ""
    street_address: str = ""
    postal_code: str = ""


class Place(_Thing, frozen=True):
    """Where people work."""

    address: PostalAddress


class Country(_Thing, frozen=True):
    """A country by its name."""

    name: str


class QuantitativeValue(_Thing, frozen=True):
    """One figure, or a least and a most; `unit_text` is HOUR … YEAR."""

    unit_text: str
    value: int | float | None = None
    min_value: int | float | None = None
    max_value: int | float | None = None


class MonetaryAmount(_Thing, frozen=True):
    """Money; the currency is its ISO 4217 code."""

    currency: str
    value: QuantitativeValue


class PropertyValue(_Thing, frozen=True):
    """What an organisation calls something."""

    name: str
    value: str


class EducationalOccupationalCredential(_Thing, frozen=True):
    """A degree or certificate, in Google's words."""

    credential_category: str


class OccupationalExperienceRequirements(_Thing, frozen=True):
    """How long somebody has done such work."""

    months_of_experience: int


class JobPosting(_Thing, frozen=True):
    """An open posting; `description` is the HTML of its words, put in when the page is rendered."""

    title: str
    date_posted: str
    hiring_organization: Organization
    identifier: PropertyValue
    description: str = ""
    valid_through: str = ""
    employment_type: tuple[str, ...] = ()
    job_location: tuple[Place, ...] = ()
    job_location_type: str = ""
    applicant_location_requirements: tuple[Country, ...] = ()
    base_salary: MonetaryAmount | None = None
    education_requirements: tuple[EducationalOccupationalCredential, ...] | str = ()
    experience_requirements: OccupationalExperienceRequirements | None = None
    total_job_openings: int = 0
    job_start_date: str = ""


class ListItem(_Thing, frozen=True):
    """One step of the way down to a page; `item` is a whole address."""

    position: int
    name: str
    item: str


class BreadcrumbList(_Thing, frozen=True):
    """The way down to a page, itself at the end."""

    item_list_element: tuple[ListItem, ...]


Thing = JobPosting | BreadcrumbList | Organization | WebSite


class Graph(Struct, frozen=True, rename={"context": "@context", "things": "@graph"}):
    """All that one page says."""

    context: str
    things: tuple[Thing, ...]
